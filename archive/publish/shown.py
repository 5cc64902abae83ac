"""A publication as the public pages show it: plain values taken from the rendition alone."""

from __future__ import annotations

from dataclasses import dataclass

from archive.stories.models import Publication, RenditionFile


@dataclass(frozen=True)
class ShownStory:
    """`name` is None where the teller wants none. `language` is a BCP 47 tag, `month` YYYY-MM."""

    public_id: str
    name: str | None
    language: str
    month: str
    answers: tuple[RenditionFile, ...]
    photos: tuple[RenditionFile, ...]

    @property
    def duration_ms(self) -> int:
        return sum(answer.duration_ms for answer in self.answers)


def shown_story(publication: Publication) -> ShownStory:
    """Needs `rendition` and `story`; uses prefetched `rendition.files` where there are any."""
    files = list(publication.rendition.files.all())
    return ShownStory(
        public_id=publication.public_id,
        name=publication.rendition.shown_name,
        language=publication.story.language,
        month=publication.story.month,
        answers=tuple(file for file in files if file.kind == RenditionFile.Kind.AUDIO),
        photos=tuple(file for file in files if file.kind == RenditionFile.Kind.PHOTO),
    )

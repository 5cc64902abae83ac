"""What the review desk shows: the queue's sections for one person, and one story with everything a decision needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from archive.review.actions import APPROVALS_NEEDED, approvers, may_go_public
from archive.stories.models import Answer, Approval, Photo, Rendition, RenditionFile, Story
from archive.stories.renditions import current_rendition
from archive.stories.states import State
from sync.contract.package import Part
from sync.contract.story import Use, Voice

SECTION_LIMIT = 100


@dataclass(frozen=True)
class Queue:
    """Each list is at most `SECTION_LIMIT` long. What waits is oldest first, so that no story waits behind a newer one."""

    waiting: list[Story]
    needs_second: list[Story]
    approved: list[Story]
    published: list[Story]


def queue_for(user: Any) -> Queue:
    """`waiting` leaves out what this person handed off or approved, and what cannot be listened to yet."""
    mine = Approval.objects.filter(story=OuterRef("pk"), reviewer=user, voided=False)
    stories = Story.objects.annotate(approved_by_me=Exists(mine)).filter(parts__part=Part.LISTEN.value).prefetch_related("parts__answers")
    open_stories = stories.filter(state__in=(State.RECEIVED, State.IN_REVIEW))
    return Queue(
        waiting=_listed(open_stories.filter(approved_by_me=False).exclude(hand_offs__reviewer=user)),
        needs_second=_listed(open_stories.filter(approved_by_me=True)),
        approved=_listed(stories.filter(state=State.APPROVED), "-id"),
        published=_listed(stories.filter(state=State.PUBLISHED), "-id"),
    )


def _listed(stories: QuerySet[Story], order: str = "id") -> list[Story]:
    return list(stories.order_by(order)[:SECTION_LIMIT])


@dataclass(frozen=True)
class DeskStory:
    """`answers` and `photos` are what came; `rendition` is what would go out, None before review begins."""

    story: Story
    answers: list[Answer]
    photos: list[Photo]
    rendition: Rendition | None
    public_sounds: int
    public_photos: int
    uses: list[tuple[Use, bool]]
    approvers: list[Any]
    approvals_needed: int
    approved_by_me: bool
    goes_public: bool
    has_master: bool
    public_id: str | None

    @property
    def voice(self) -> Voice:
        return Voice(self.story.voice)


def desk_story(story: Story, user: Any) -> DeskStory:
    listen = story.parts.filter(part=Part.LISTEN.value).first()
    rendition = current_rendition(story)
    kinds = [] if rendition is None else list(rendition.files.values_list("kind", flat=True))
    people = approvers(story)
    publication = story.publications.filter(ended_at__isnull=True).first()
    return DeskStory(
        story=story,
        answers=[] if listen is None else list(listen.answers.all()),
        photos=[] if listen is None else list(listen.photos.all()),
        rendition=rendition,
        public_sounds=kinds.count(RenditionFile.Kind.AUDIO),
        public_photos=kinds.count(RenditionFile.Kind.PHOTO),
        uses=[(use, bool(story.consent.uses[use])) for use in Use],
        approvers=people,
        approvals_needed=APPROVALS_NEEDED,
        approved_by_me=user in people,
        goes_public=may_go_public(story),
        has_master=story.parts.filter(part=Part.MASTER.value).exists(),
        public_id=None if publication is None else publication.public_id,
    )

"""How an opened and verified package becomes a story, or the other half of one."""

from __future__ import annotations

from archive.core.actions import action, unchanged
from archive.core.events import kiosk_actor, record_event
from archive.help.actions import record_help_request
from archive.intake.models import Package
from archive.stories import models
from archive.stories.snapshots import consent_hash
from archive.stories.transitions import story_subject
from sync.contract.faults import BrokenPackage
from sync.contract.package import Part
from sync.contract.story import Consent, HelpRequest, Span, Story

_MAX_LANGUAGE_CHARACTERS = 64
_MAX_CENTI_LUFS = 100_000
_SUFFIXES = {Part.LISTEN: ".opus", Part.MASTER: ".flac"}


@action
def record_part(*, package: Package, story: Story, consent: Consent, help_request: HelpRequest | None, blobs: dict[str, str]) -> None:
    """Records one part of a story; the `listen` part alone makes it listenable. Repeating it for the same package changes nothing.

    `blobs` maps paths inside the bag (`data/answers/1-why.opus`) to blob ids. The two parts join by story id, in either order,
    and only when both say the same of the teller and her consent, the withdrawal verifier included: that is a secret of the two
    sealed files, so it proves more than the token they came with, and a laptop that was enrolled anew in between loses nothing.
    Raises BrokenPackage otherwise; then nothing is recorded, and the blobs are the caller's to remove.
    """
    if models.PartReceived.objects.filter(package=package).exists():
        unchanged()
        return
    _check(story, help_request, blobs)
    row = models.Story.objects.select_for_update().filter(story_id=story.story_id).first()
    if row is None:
        row = _create_story(package, story, consent)
    else:
        _check_joins(row, story, consent)
    _create_part(row, package, story, blobs)
    if help_request is not None:
        record_help_request(help_request, kiosk=package.kiosk, month=story.month)
    record_event(f"story.{story.part}-received", subject=story_subject(row), actor=kiosk_actor(package.kiosk.kiosk_id))


def _check(story: Story, help_request: HelpRequest | None, blobs: dict[str, str]) -> None:
    if help_request is not None and story.part is not Part.LISTEN:
        raise BrokenPackage("help-in-master", "A request for help travels with the listening part only.")
    loudness = [answer.loudness_centi_lufs or 0 for answer in story.answers]
    if len(story.language) > _MAX_LANGUAGE_CHARACTERS or any(abs(value) > _MAX_CENTI_LUFS for value in loudness):
        raise BrokenPackage("story-bounds", "The story states a language or loudness that cannot be.")
    _check_files(story, blobs)


def _check_files(story: Story, blobs: dict[str, str]) -> None:
    named = [answer.file for answer in story.answers] + [photo.file for photo in story.photos]
    if len(set(named)) != len(named):
        raise BrokenPackage("story-file-twice", "The story names one file twice.")
    if any(name not in blobs for name in named):
        raise BrokenPackage("story-file-missing", "The story names a file that the package does not hold.")
    suffix = _SUFFIXES[story.part]
    if not all(answer.file.endswith(suffix) for answer in story.answers) or not all(photo.file.endswith(".jpg") for photo in story.photos):
        raise BrokenPackage("story-file-kind", f"The {story.part} part holds {suffix} sound and .jpg photos only.")


def _create_story(package: Package, story: Story, consent: Consent) -> models.Story:
    row = models.Story.objects.create(story_id=story.story_id, kiosk=package.kiosk, **_facts(story))
    models.Consent.objects.create(
        story=row,
        uses=dict(consent.uses),
        texts=dict(consent.texts),
        interface_language=consent.interface_language,
        heard_aloud=consent.heard_aloud,
        own_wish=consent.own_wish,
        adult=consent.adult,
        understood=consent.understood,
        text_languages=dict(consent.text_languages),
        sha256=consent_hash(consent, story.identity.kind, story.voice),
    )
    return row


def _facts(story: Story) -> dict[str, object]:
    """What both parts must say alike, as columns."""
    return {
        "language": story.language,
        "identity_kind": story.identity.kind.value,
        "name": story.identity.name,
        "voice": story.voice.value,
        "event_id": story.event_id,
        "month": story.month,
        "withdrawal_verifier": story.withdrawal_verifier,
    }


def _check_joins(row: models.Story, story: Story, consent: Consent) -> None:
    if row.parts.filter(part=story.part.value).exists():
        raise BrokenPackage("story-part-twice", f"Another package brought the {story.part} part of this story before.")
    if {key: getattr(row, key) for key in _facts(story)} != _facts(story):
        raise BrokenPackage("story-parts-differ", "The two parts of this story do not say the same about it.")
    if row.consent.sha256 != consent_hash(consent, story.identity.kind, story.voice):
        raise BrokenPackage("story-consents-differ", "The two parts of this story carry different consents.")


def _create_part(row: models.Story, package: Package, story: Story, blobs: dict[str, str]) -> None:
    received = models.PartReceived.objects.create(story=row, part=story.part.value, package=package)
    for position, answer in enumerate(story.answers, start=1):
        models.Answer.objects.create(
            received=received,
            position=position,
            prompt=answer.prompt,
            path=answer.file,
            blob_id=blobs[answer.file],
            duration_ms=answer.duration_ms,
            sample_rate_hz=answer.sample_rate_hz,
            loudness_centi_lufs=answer.loudness_centi_lufs,
            name_marks=_pairs(answer.name_marks),
            cuts=_pairs(answer.cuts),
        )
    for position, photo in enumerate(story.photos, start=1):
        models.Photo.objects.create(
            received=received,
            position=position,
            path=photo.file,
            blob_id=blobs[photo.file],
            caption=photo.caption,
            covers=photo.covers,
        )


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start_ms, span.end_ms] for span in spans]

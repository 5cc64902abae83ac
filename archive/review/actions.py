"""What reviewers and administrators can do to a story. Each is one permission, one transaction and its event.

Refusals are `Refused` with a sentence to show; a missing permission is Django's PermissionDenied.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy, gettext_noop

from archive.core.actions import action, unchanged
from archive.core.blobs import BlobStore
from archive.core.events import record_event, user_actor
from archive.core.policy import is_administrator, is_reviewer
from archive.review.models import HandOff
from archive.stories.models import Approval, Publication, Rendition, RenditionFile, Story
from archive.stories.renditions import current_rendition, make_rendition
from archive.stories.states import State, Step
from archive.stories.transitions import Refused, advance, lock_story, require_step, story_subject
from sync.contract.story import Use, Voice

APPROVALS_NEEDED = 2


class RejectReason(models.TextChoices):
    DANGER = "danger", gettext_lazy("Publishing it could put someone in danger")
    NOT_A_STORY = "not-a-story", gettext_lazy("It is a test, silence or noise")
    CONSENT_UNCLEAR = "consent-unclear", gettext_lazy("It is unclear whether the teller agreed freely")
    HARMFUL = "harmful", gettext_lazy("It calls for hatred or violence")


class WithdrawReason(models.TextChoices):
    TELLER = "teller", gettext_lazy("The teller asked for it")
    DANGER = "danger", gettext_lazy("It puts someone in danger")
    LEGAL = "legal", gettext_lazy("The law demands it")
    MISTAKE = "mistake", gettext_lazy("It was published by mistake")


_NOT_LISTENED = gettext_noop("Please listen to every answer first, and tick that you did.")
_CHANGED = gettext_noop("This story changed while you were listening. Please listen again and then decide.")
_TWICE = gettext_noop("You have approved this story already. A second person has to listen and approve as well.")
_NEEDS_READER = gettext_noop("The teller’s own voice may not be heard. This story can be approved once someone else has read the words.")
_NEEDS_WORDS = gettext_noop("Only the words of this story may be published. It can be approved once they have been written down.")
_NOTHING_TO_HEAR = gettext_noop("There is nothing to hear in this story.")


@action
def start_review(*, actor: Any, story_id: uuid.UUID, blobs: BlobStore) -> None:
    """Takes a waiting story into review and makes its first rendition."""
    _require(is_reviewer(actor))
    story = lock_story(story_id)
    if story.state == State.IN_REVIEW:  # two people clicked; both get what they wanted
        unchanged()
        return
    advance(story, Step.START_REVIEW, actor=actor)
    make_rendition(story, actor=actor, blobs=blobs)


@action
def approve(
    *,
    actor: Any,
    story_id: uuid.UUID,
    rendition_sha256: str,
    consent_sha256: str,
    listened: bool,
    clock: Callable[[], datetime] = timezone.now,
) -> None:
    """One person's yes. The second person's completes it, and then the story is published where `online` was agreed to.

    The hashes are those of what the reviewer had before her: if either is no longer current, she has to look again.
    """
    _require(is_reviewer(actor))
    story = lock_story(story_id)
    require_step(story, Step.COMPLETE_APPROVAL)
    rendition = current_rendition(story)
    if rendition is None or (rendition.sha256, rendition.consent_sha256, story.consent.sha256) != (
        rendition_sha256,
        consent_sha256,
        consent_sha256,
    ):
        raise Refused("approval-changed", _CHANGED)
    _refuse_unheard(story, rendition, listened=listened)
    if story.approvals.filter(reviewer=actor, voided=False).exists():
        raise Refused("approval-twice", _TWICE)
    Approval.objects.create(story=story, reviewer=actor, rendition_sha256=rendition_sha256, consent_sha256=consent_sha256)
    record_event("approval.given", subject=story_subject(story), actor=user_actor(actor), facts={"rendition": rendition_sha256})
    if len(approvers(story)) >= APPROVALS_NEEDED:
        advance(story, Step.COMPLETE_APPROVAL, actor=actor)
        if may_go_public(story):
            _publish(story, rendition, actor=actor, now=clock())


def _refuse_unheard(story: Story, rendition: Rendition, *, listened: bool) -> None:
    if story.voice != Voice.ARCHIVE and not rendition.files.filter(kind=RenditionFile.Kind.AUDIO).exists():
        sentence = {Voice.READER: _NEEDS_READER, Voice.WORDS: _NEEDS_WORDS}.get(Voice(story.voice), _NOTHING_TO_HEAR)
        raise Refused("approval-nothing-to-publish", sentence)
    if not listened:
        raise Refused("approval-not-listened", _NOT_LISTENED)


def approvers(story: Story) -> list[Any]:
    """Whose approvals count: given to the current rendition under the current consent, by people who still are reviewers."""
    rendition = current_rendition(story)
    if rendition is None:
        return []
    approvals = story.approvals.filter(voided=False, rendition_sha256=rendition.sha256, consent_sha256=story.consent.sha256).select_related(
        "reviewer"
    )
    return [approval.reviewer for approval in approvals if is_reviewer(approval.reviewer)]


def may_go_public(story: Story) -> bool:
    """Whether the teller agreed to the public page at all."""
    return bool(story.consent.uses[Use.ONLINE]) and story.voice != Voice.ARCHIVE


def _publish(story: Story, rendition: Rendition, *, actor: Any, now: datetime) -> None:
    Publication.objects.create(story=story, rendition=rendition, started_at=now)
    advance(story, Step.PUBLISH, actor=actor, facts={"rendition": rendition.sha256})


@action
def reject(*, actor: Any, story_id: uuid.UUID, reason: RejectReason) -> None:
    """Ends the review with no. The story stays in the archive, unpublished."""
    _require(is_reviewer(actor))
    story = lock_story(story_id)
    story.closed_reason = reason.value
    advance(story, Step.REJECT, actor=actor, facts={"reason": reason.value})


@action
def hand_off(*, actor: Any, story_id: uuid.UUID) -> None:
    """Takes the story out of this reviewer's queue and leaves it in everyone else's."""
    _require(is_reviewer(actor))
    story = lock_story(story_id)
    _row, created = HandOff.objects.get_or_create(story=story, reviewer=actor)
    if created:
        record_event("story.handed-off", subject=story_subject(story), actor=user_actor(actor))
    else:
        unchanged()


@action
def withdraw(*, actor: Any, story_id: uuid.UUID, reason: WithdrawReason, clock: Callable[[], datetime] = timezone.now) -> None:
    """Takes the story down at once: its page and its files answer 410 from the moment this commits."""
    _require(is_reviewer(actor) or is_administrator(actor))
    story = lock_story(story_id)
    story.closed_reason = reason.value
    story.publications.filter(ended_at__isnull=True).update(ended_at=clock())
    advance(story, Step.WITHDRAW, actor=actor, facts={"reason": reason.value})


def _require(allowed: bool) -> None:
    if not allowed:
        raise PermissionDenied

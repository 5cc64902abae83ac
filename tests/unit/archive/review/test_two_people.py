from __future__ import annotations

import uuid

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from story_samples import Shelf, Telling, approve, refreshed

from archive.core.events import Event, verify_chain
from archive.review import actions
from archive.review.actions import RejectReason, WithdrawReason
from archive.stories.models import Approval, Publication
from archive.stories.renditions import current_rendition
from archive.stories.transitions import Refused
from sync.contract.story import Identity, IdentityKind, Use, Voice


def _refusal(act: object) -> str:
    with pytest.raises(Refused) as refusal:
        act()  # type: ignore[operator]
    return refusal.value.code


def test_two_different_people_publish(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    approve(story, reviewer)
    assert refreshed(story).state == "in_review"
    assert not Publication.objects.exists()
    approve(story, second_reviewer)
    publication = Publication.objects.get()
    assert refreshed(story).state == "published"
    assert (publication.rendition, publication.ended_at) == (current_rendition(story), None)


def test_one_person_twice_is_refused(shelf: Shelf, reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    approve(story, reviewer)
    assert _refusal(lambda: approve(story, reviewer)) == "approval-twice"
    assert (refreshed(story).state, Approval.objects.count()) == ("in_review", 1)


def test_another_rendition_than_the_current_one_is_refused(shelf: Shelf, reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    for rendition, consent in (("0" * 64, story.consent.sha256), ("", ""), (story.renditions.get().sha256, "0" * 64)):
        code = _refusal(
            lambda rendition=rendition, consent=consent: actions.approve(
                actor=reviewer, story_id=story.story_id, rendition_sha256=rendition, consent_sha256=consent, listened=True
            )
        )
        assert code == "approval-changed"
    assert not Approval.objects.exists()


def test_an_approval_of_an_earlier_consent_does_not_count(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    approve(story, reviewer)
    Approval.objects.update(consent_sha256="0" * 64)
    approve(story, second_reviewer)
    assert refreshed(story).state == "in_review"
    assert actions.approvers(story) == [second_reviewer]


def test_a_consent_changed_after_the_rendition_cannot_be_approved(shelf: Shelf, reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    rendition = story.renditions.get()
    story.consent.sha256 = "0" * 64
    story.consent.save()
    for consent in ("0" * 64, rendition.consent_sha256):
        code = _refusal(
            lambda consent=consent: actions.approve(
                actor=reviewer, story_id=story.story_id, rendition_sha256=rendition.sha256, consent_sha256=consent, listened=True
            )
        )
        assert code == "approval-changed"


def test_an_approval_by_someone_who_is_no_reviewer_any_more_does_not_count(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    approve(story, reviewer)
    reviewer.groups.clear()
    approve(story, second_reviewer)
    assert refreshed(story).state == "in_review"


def test_approving_without_having_listened_is_refused(shelf: Shelf, reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    assert _refusal(lambda: approve(story, reviewer, listened=False)) == "approval-not-listened"


@pytest.mark.parametrize("voice", [Voice.READER, Voice.WORDS])
def test_without_words_or_a_reader_there_is_nothing_to_approve(shelf: Shelf, reviewer: User, voice: Voice) -> None:
    story = shelf.in_review(Telling(voice=voice, captions=("a house",)), reviewer)
    assert _refusal(lambda: approve(story, reviewer)) == "approval-nothing-to-publish"


@pytest.mark.parametrize(
    "telling", [Telling(uses=frozenset({Use.EDUCATION, Use.PARTNERS})), Telling(voice=Voice.ARCHIVE, uses=frozenset(Use))]
)
def test_what_she_did_not_agree_to_is_approved_but_not_public(
    shelf: Shelf, reviewer: User, second_reviewer: User, telling: Telling
) -> None:
    story = shelf.published(telling, reviewer, second_reviewer)
    assert story.state == "approved"
    assert not Publication.objects.exists()


def test_a_story_nobody_began_to_review_cannot_be_approved(shelf: Shelf, reviewer: User) -> None:
    story = shelf.receive(Telling())
    code = _refusal(
        lambda: actions.approve(
            actor=reviewer, story_id=story.story_id, rendition_sha256="", consent_sha256=story.consent.sha256, listened=True
        )
    )
    assert code == "story-state"


def test_starting_twice_makes_one_rendition(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    actions.start_review(actor=second_reviewer, story_id=story.story_id, blobs=shelf.blobs)
    assert story.renditions.count() == 1


def test_a_rejected_story_stays_unpublished(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    approve(story, reviewer)
    actions.reject(actor=reviewer, story_id=story.story_id, reason=RejectReason.DANGER)
    assert (refreshed(story).state, refreshed(story).closed_reason) == ("rejected", "danger")
    assert _refusal(lambda: approve(story, second_reviewer)) == "story-state"


def test_a_published_story_cannot_be_rejected_but_withdrawn(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.published(Telling(), reviewer, second_reviewer)
    assert _refusal(lambda: actions.reject(actor=reviewer, story_id=story.story_id, reason=RejectReason.DANGER)) == "story-state"
    actions.withdraw(actor=reviewer, story_id=story.story_id, reason=WithdrawReason.TELLER)
    assert refreshed(story).state == "withdrawn"
    assert Publication.objects.get().ended_at is not None
    assert _refusal(lambda: actions.withdraw(actor=reviewer, story_id=story.story_id, reason=WithdrawReason.TELLER)) == "story-state"


def test_an_unknown_story_is_refused(shelf: Shelf, reviewer: User) -> None:
    assert _refusal(lambda: actions.hand_off(actor=reviewer, story_id=uuid.uuid4())) == "story-unknown"


def test_administrators_take_down_but_do_not_decide(shelf: Shelf, reviewer: User, administrator: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    for act in (
        lambda: approve(story, administrator),
        lambda: actions.reject(actor=administrator, story_id=story.story_id, reason=RejectReason.DANGER),
        lambda: actions.hand_off(actor=administrator, story_id=story.story_id),
        lambda: actions.start_review(actor=administrator, story_id=story.story_id, blobs=shelf.blobs),
    ):
        with pytest.raises(PermissionDenied):
            act()
    actions.withdraw(actor=administrator, story_id=story.story_id, reason=WithdrawReason.DANGER)
    assert refreshed(story).state == "withdrawn"


def test_the_log_tells_who_did_what_and_holds_no_name(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    telling = Telling(identity=Identity(IdentityKind.OWN, "CANARY-NAME"), captions=("CANARY-CAPTION",))
    story = shelf.published(telling, reviewer, second_reviewer)
    actions.withdraw(actor=reviewer, story_id=story.story_id, reason=WithdrawReason.TELLER)
    events = list(Event.objects.values_list("code", "actor", "subject"))
    subject = f"story:{story.story_id}"
    assert events[-8:] == [
        ("story.listen-received", f"kiosk:{shelf.kiosk.kiosk_id}", subject),
        ("story.review-started", f"user:{reviewer.pk}", subject),
        ("rendition.made", f"user:{reviewer.pk}", subject),
        ("approval.given", f"user:{reviewer.pk}", subject),
        ("approval.given", f"user:{second_reviewer.pk}", subject),
        ("story.approved", f"user:{second_reviewer.pk}", subject),
        ("story.published", f"user:{second_reviewer.pk}", subject),
        ("story.withdrawn", f"user:{reviewer.pk}", subject),
    ]
    logged = repr(list(Event.objects.values()))
    assert not [word for word in ("CANARY", "rosa", "samir") if word in logged]
    assert verify_chain() == Event.objects.count()

"""Taking a story back. The permission is the code: whoever holds the proof made from it needs no account and gives no reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from archive.core.actions import action, unchanged
from archive.core.events import SYSTEM, kiosk_actor, record_event
from archive.core.jobs import Job, enqueue
from archive.intake.erasing import withdraw_packages
from archive.intake.ledger import drop_uploads_of
from archive.intake.models import LooseBlob, Package
from archive.kiosks.models import Kiosk
from archive.stories.models import Answer, Photo, RenditionFile, Story
from archive.stories.states import State, Step
from archive.stories.transitions import advance, story_subject
from archive.withdraw.models import SealedRequest, Withdrawal
from sync.contract.story import IdentityKind
from sync.contract.withdrawal_request import WithdrawalRequest, sealed_sha256
from sync.package import verifier_of_proof

OPEN_WITHDRAWAL = "open-withdrawal"
TELLER = "teller"
# ISO 639-2 for a language that is not told.
_UNDETERMINED = "und"

Clock = Callable[[], datetime]


@action
def accept_request(*, kiosk: Kiosk, sealed: bytes, clock: Clock = timezone.now) -> str:
    """Keeps a sealed request until the opener gets to it; its SHA-256, which the receipt speaks of. Repeating it changes nothing.

    Nobody here knows what is in it: a code that belongs to a story and one that does not are the same up to this point.
    """
    sha256 = sealed_sha256(sealed)
    if Job.objects.filter(kind=OPEN_WITHDRAWAL, key=sha256).exists():
        unchanged()
        return sha256
    SealedRequest.objects.create(sha256=sha256, sealed=sealed)
    enqueue(OPEN_WITHDRAWAL, sha256, {"sha256": sha256}, clock=clock)
    record_event("withdrawal.received", subject=f"request:{sha256[:16]}", actor=kiosk_actor(kiosk.kiosk_id))
    return sha256


@action
def refuse_request(*, sha256: str, reason: str) -> None:
    """It could not be opened, or was no request. Nothing can be done about it, so it goes."""
    SealedRequest.objects.filter(sha256=sha256).delete()
    record_event("withdrawal.refused", subject=f"request:{sha256[:16]}", facts={"reason": reason})


@action
def carry_out_request(*, sha256: str, request: WithdrawalRequest, clock: Clock = timezone.now) -> list[str]:
    """Does what an opened request asks for, known code or not. Returns the ids of uploads that were given up: their files may go."""
    SealedRequest.objects.filter(sha256=sha256).delete()
    given_up = drop_uploads_of(request.package_ids)
    record_event("withdrawal.opened", subject=f"request:{sha256[:16]}")
    withdraw_story(proof=request.proof, clock=clock)
    return given_up


@action
def withdraw_story(*, proof: str, clock: Clock = timezone.now) -> None:
    """Takes back whatever this proof belongs to: its page and files answer 410 from this commit on, and the job worker erases the rest.

    What arrives later is refused and erased on arrival (`archive.intake.opener`). A proof that fits nothing is kept just the same.
    """
    verifier = verifier_of_proof(proof)
    _kept, is_new = Withdrawal.objects.get_or_create(verifier=verifier)
    if not is_new:
        unchanged()
        return
    # Before anything is looked up: recording takes the log's lock, and a package that is being recorded at this moment either is there
    # when we get it, or finds our row when it does.
    record_event("withdrawal.kept", subject="withdrawals")
    for story in Story.objects.select_for_update().filter(withdrawal_verifier=verifier):
        _take_down(story, clock())
        withdraw_packages(_packages_of(story, verifier), clock=clock)
        _forget(story)
    withdraw_packages(list(Package.objects.filter(withdrawal_verifier=verifier)), clock=clock)


def _take_down(story: Story, now: datetime) -> None:
    story.publications.filter(ended_at__isnull=True).update(ended_at=now)
    if story.state == State.WITHDRAWN:  # staff were asked before, and took it down only
        record_event("story.erased", subject=story_subject(story), actor=SYSTEM)
        return
    story.closed_reason = TELLER
    advance(story, Step.WITHDRAW, actor=None, facts={"reason": TELLER})


def _packages_of(story: Story, verifier: str) -> list[Package]:
    """Those it was opened from, and whoever else brought the same bytes: a laptop that was enrolled anew in between sends them again."""
    hashes = story.parts.values_list("package__sha256", flat=True)
    packages = list(Package.objects.filter(Q(sha256__in=list(hashes)) | Q(withdrawal_verifier=verifier)))
    for received in story.parts.select_related("package"):
        blob_ids = [*Answer.objects.filter(received=received).values_list("blob_id", flat=True)]
        blob_ids += Photo.objects.filter(received=received).values_list("blob_id", flat=True)
        # Nobody's from here on: what erases loose blobs erases these.
        LooseBlob.objects.bulk_create(LooseBlob(blob_id=blob_id, package=received.package) for blob_id in blob_ids)
    return packages


def _forget(story: Story) -> None:
    """Empties the rows. What stays refuses late parts (the verifier), answers 410 (public ids) and says that two people approved."""
    story.parts.all().delete()
    RenditionFile.objects.filter(rendition__story=story).update(caption="", duration_ms=0, sha256="", size_bytes=0)
    story.renditions.update(shown_name=None)
    story.language, story.name, story.identity_kind, story.event_id = _UNDETERMINED, None, IdentityKind.NONE.value, None
    story.save(update_fields=["language", "name", "identity_kind", "event_id"])
    story.consent.texts, story.consent.interface_language, story.consent.heard_aloud = {}, _UNDETERMINED, False
    story.consent.text_languages = {}
    story.consent.save(update_fields=["texts", "interface_language", "heard_aloud", "text_languages"])

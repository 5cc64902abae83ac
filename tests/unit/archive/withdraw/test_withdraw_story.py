"""What a proof takes back: stories that are here, at every stage, and stories that come later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.core import serializers
from django.test import Client
from sealed_story import replacing, sealed_story
from story_samples import Shelf, Telling, refreshed

from archive.core.blobs import LocalBlobStore, blob_store
from archive.core.events import Event, verify_chain
from archive.core.jobs import handlers, run_next
from archive.help.models import HelpRequest
from archive.intake.models import LooseBlob, Package
from archive.intake.opener import open_stored_package
from archive.intake.spool import Spool
from archive.kiosks.models import Kiosk
from archive.publish.media_files import Gone, find_public
from archive.review import actions as review
from archive.stories.models import Answer, Photo, RenditionFile, Story
from archive.stories.states import State
from archive.withdraw.actions import withdraw_story
from archive.withdraw.models import Withdrawal
from sync.contract.package import STORY_JSON, Part
from sync.contract.story import HelpRequest as HelpContract
from sync.contract.story import Identity, IdentityKind, Need, story_json
from sync.package import verifier_of_proof
from sync.package.identity import new_age_key

pytestmark = pytest.mark.django_db

PROOF = "11" * 32
VERIFIER = verifier_of_proof(PROOF)
KEY = new_age_key()
NAMED = Identity(IdentityKind.OWN, "Canary Name")


def mine(**changes: Any) -> Telling:
    return Telling(verifier=VERIFIER, identity=NAMED, captions=("Canary caption",), **changes)


def do_jobs() -> None:
    while run_next(handlers()):
        continue


def blob_files() -> set[str]:
    return {path.name for path in settings.ARCHIVE.blobs_dir.rglob("*") if path.is_file()}


def package_files() -> set[str]:
    return {path.name for path in settings.ARCHIVE.packages_dir.iterdir()}


@pytest.fixture(autouse=True)
def spool(shelf: Shelf) -> Spool:
    spool = Spool(settings.ARCHIVE.uploads_dir, settings.ARCHIVE.packages_dir)
    spool.prepare()
    return spool


def on_disk(package: Package) -> Package:
    """The sealed file that the row speaks of."""
    (settings.ARCHIVE.packages_dir / package.sha256).write_bytes(b"sealed")
    return package


def whole_story(shelf: Shelf, telling: Telling) -> Story:
    for part in Part:
        story = shelf.receive(telling, part, package=on_disk(shelf.package(part)))
    return story


def everything_in_the_database() -> str:
    ours = [model for model in apps.get_models() if model.__module__.startswith("archive")]
    return "".join(serializers.serialize("json", model._default_manager.all(), ensure_ascii=False) for model in ours)


def test_a_story_is_emptied_and_its_files_are_erased(shelf: Shelf) -> None:
    story = whole_story(shelf, mine())
    other = whole_story(shelf, Telling())
    others_blobs = {*Answer.objects.filter(received__story=other).values_list("blob_id", flat=True)}
    withdraw_story(proof=PROOF)
    story = refreshed(story)
    assert (story.state, story.closed_reason, story.name, story.language) == (State.WITHDRAWN, "teller", None, "und")
    assert not Answer.objects.filter(received__story=story).exists()
    assert not Photo.objects.filter(received__story=story).exists()
    do_jobs()
    assert blob_files() == others_blobs
    assert package_files() == set(Package.objects.filter(state=Package.State.STORED).values_list("sha256", flat=True))
    assert not LooseBlob.objects.exists()
    assert refreshed(other).state == State.RECEIVED
    # Control: these words were there.
    assert "Canary" not in everything_in_the_database()


def test_the_words_were_there_before(shelf: Shelf) -> None:
    whole_story(shelf, mine())
    held = everything_in_the_database()
    assert "Canary Name" in held
    assert "Canary caption" in held


def test_what_was_published_answers_gone_at_once(shelf: Shelf, client: Client, reviewer: User, second_reviewer: User) -> None:
    story = shelf.published(mine(), reviewer, second_reviewer)
    public_id = story.publications.get().public_id
    sounds = [file.public_id for file in RenditionFile.objects.all()]
    assert client.get(f"/stories/{public_id}/").status_code == 200
    withdraw_story(proof=PROOF)
    answer = client.get(f"/stories/{public_id}/")
    assert answer.status_code == 410
    assert "Canary" not in answer.content.decode()
    assert all(isinstance(find_public(file), Gone) for file in sounds)
    do_jobs()
    assert all(isinstance(find_public(file), Gone) for file in sounds)
    assert blob_files() == set()
    assert "Canary" not in everything_in_the_database()
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("stage", ["received", "in review", "approved once", "rejected", "taken down by staff"])
def test_at_every_stage(shelf: Shelf, client: Client, reviewer: User, second_reviewer: User, stage: str) -> None:
    if stage == "received":
        story = shelf.receive(mine())
    elif stage == "approved once":
        story = shelf.published(mine(), reviewer)
    elif stage == "taken down by staff":
        story = shelf.published(mine(), reviewer, second_reviewer)
        review.withdraw(actor=reviewer, story_id=story.story_id, reason=review.WithdrawReason.DANGER)
    else:
        story = shelf.in_review(mine(), reviewer)
        if stage == "rejected":
            review.reject(actor=reviewer, story_id=story.story_id, reason=review.RejectReason.HARMFUL)
    withdraw_story(proof=PROOF)
    do_jobs()
    assert refreshed(story).state == State.WITHDRAWN
    assert blob_files() == set()
    assert "Canary" not in everything_in_the_database()
    verify_chain()
    client.force_login(reviewer)
    assert client.get("/review/").status_code == 200
    assert client.get(f"/review/stories/{story.story_id}/").status_code == 404


def test_again_changes_nothing(shelf: Shelf) -> None:
    whole_story(shelf, mine())
    withdraw_story(proof=PROOF)
    do_jobs()
    events = Event.objects.count()
    withdraw_story(proof=PROOF)
    assert Event.objects.count() == events


def test_an_unknown_proof_leaves_the_same_as_a_known_one(shelf: Shelf) -> None:
    story = shelf.receive(mine())
    withdraw_story(proof="22" * 32)
    assert refreshed(story).state == State.RECEIVED
    assert set(Withdrawal.objects.values_list("verifier", flat=True)) == {verifier_of_proof("22" * 32)}


def test_the_log_speaks_of_ids_alone(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.published(mine(), reviewer, second_reviewer)
    withdraw_story(proof=PROOF)
    codes = list(Event.objects.order_by("position").values_list("code", flat=True))
    assert codes[-3:] == ["withdrawal.kept", "story.withdrawn", "package.withdrawn"]
    taken = Event.objects.get(code="story.withdrawn")
    assert (taken.subject, taken.actor, taken.facts) == (f"story:{story.story_id}", "system", {"reason": "teller"})
    told = "".join(f"{event.subject} {event.facts}" for event in Event.objects.all())
    assert VERIFIER[:16] not in told
    assert PROOF[:16] not in told


def test_the_same_bytes_from_another_kiosk_go_too(shelf: Shelf) -> None:
    """A laptop that was enrolled anew in between sent them twice; the second copy was quarantined."""
    story = whole_story(shelf, mine())
    first = story.parts.get(part="listen").package
    again = Package.objects.create(
        kiosk=Kiosk.objects.create(name="again", secret_sha256="1" * 64),
        package_id=first.package_id,
        sha256=first.sha256,
        size_bytes=1,
        part="listen",
        state=Package.State.QUARANTINED,
        reason="story-part-twice",
        received_day=first.received_day,
    )
    withdraw_story(proof=PROOF)
    do_jobs()
    assert package_files() == set()
    again.refresh_from_db()
    assert again.state == Package.State.WITHDRAWN


# --- what comes later ---


def arrive(shelf: Shelf, folder: Path, telling: Telling, part: Part = Part.LISTEN, **options: Any) -> Package:
    """A package comes in and is opened."""
    sealed = sealed_story(folder, [KEY.recipient], telling, part, **options)
    package = shelf.package(part)
    path = settings.ARCHIVE.packages_dir / package.sha256
    sealed.path.rename(path)
    open_stored_package(package.pk, path, [KEY.identity], blob_store(), heartbeat=lambda: None)
    return Package.objects.get(pk=package.pk)


def assert_not_kept(package: Package) -> None:
    assert package.state == Package.State.WITHDRAWN
    assert (settings.ARCHIVE.packages_dir / package.sha256).exists()
    do_jobs()
    assert package.sha256 not in package_files()
    assert blob_files() == set()
    assert not LooseBlob.objects.exists()
    assert "Canary" not in everything_in_the_database()


def test_a_withdrawal_that_came_before_the_story_applies_when_it_comes(shelf: Shelf, tmp_path: Path) -> None:
    withdraw_story(proof=PROOF)
    asked = HelpContract((Need.LAW,), "en", "Canary contact", "")
    for part in Part:
        assert_not_kept(arrive(shelf, tmp_path, mine(help_request=asked), part))
    assert not Story.objects.exists()
    assert not HelpRequest.objects.exists()
    kept = arrive(shelf, tmp_path, Telling())
    assert kept.state == Package.State.OPENED


def test_a_part_that_comes_after_the_withdrawal_is_not_kept(shelf: Shelf, tmp_path: Path) -> None:
    telling = mine()
    arrive(shelf, tmp_path, telling)
    withdraw_story(proof=PROOF)
    do_jobs()
    assert_not_kept(arrive(shelf, tmp_path, telling, Part.MASTER))
    assert Story.objects.get().state == State.WITHDRAWN


def test_a_withdrawal_that_commits_while_a_part_is_being_opened_wins(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    whole = LocalBlobStore.create

    def withdrawn_meanwhile(store: LocalBlobStore, blob_id: str) -> Any:
        if not opened:
            withdraw_story(proof=PROOF)
        opened.append(blob_id)
        return whole(store, blob_id)

    monkeypatch.setattr(LocalBlobStore, "create", withdrawn_meanwhile)
    assert_not_kept(arrive(shelf, tmp_path, mine()))
    assert opened


def test_a_broken_package_of_a_withdrawn_story_is_not_kept_either(shelf: Shelf, tmp_path: Path) -> None:
    withdraw_story(proof=PROOF)
    assert_not_kept(arrive(shelf, tmp_path, mine(), change=replacing("data/photos/01.jpg", b"no photo")))


def test_what_was_quarantined_is_found_by_the_code_too(shelf: Shelf, tmp_path: Path) -> None:
    package = arrive(shelf, tmp_path, mine(), change=replacing("data/photos/01.jpg", b"no photo"))
    assert package.state == Package.State.QUARANTINED
    withdraw_story(proof=PROOF)
    package.refresh_from_db()
    assert (package.state, package.withdrawal_verifier) == (Package.State.WITHDRAWN, "")
    do_jobs()
    assert package_files() == set()


def test_what_cannot_be_read_that_far_is_nobodys(shelf: Shelf, tmp_path: Path) -> None:
    telling = mine()
    broken = replace(telling.story(Part.LISTEN), part=Part.MASTER)
    package = arrive(shelf, tmp_path, telling, change=replacing(STORY_JSON, story_json(broken)))
    assert (package.state, package.withdrawal_verifier) == (Package.State.QUARANTINED, "")

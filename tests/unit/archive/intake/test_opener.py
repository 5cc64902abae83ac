"""Opening packages: good ones become parts of a story, every other one is quarantined and leaves nothing opened behind."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from package_samples import bag_tar
from sealed_story import Change, package_members, replacing, sealed_story, without
from story_samples import Telling, jpeg

from archive.core.blobs import BlobMissing, LocalBlobStore
from archive.core.events import Event
from archive.core.jobs import LeaseLost
from archive.help.models import HelpRequest
from archive.intake.models import LooseBlob, Package
from archive.intake.opener import open_stored_package
from archive.kiosks.models import Kiosk
from archive.stories.models import Answer, Photo, Story
from sync.contract.faults import BadInput, EnvironmentFault
from sync.contract.package import CONSENT_JSON, HELP_JSON, STORY_JSON, Part
from sync.contract.story import HelpRequest as HelpContract
from sync.contract.story import Need, story_json
from sync.package import Member
from sync.package.identity import new_age_key

pytestmark = pytest.mark.django_db
KEY = new_age_key()


def no_beat() -> None:
    """The lease is not this test's business."""


class Desk:
    """A kiosk, a blob store, and the way from a sealed file to an opened package."""

    def __init__(self, tmp_path: Path) -> None:
        self.folder = tmp_path / "sealed"
        self.folder.mkdir()
        self.root = tmp_path / "blobs"
        self.store = LocalBlobStore(self.root)
        self.kiosk = Kiosk.objects.create(name="Booth", secret_sha256="0" * 64)
        self.paths: dict[int, Path] = {}

    def stored(self, path: Path, part: Part = Part.LISTEN) -> Package:
        package = Package.objects.create(
            kiosk=self.kiosk,
            package_id=os.urandom(16).hex(),
            sha256=os.urandom(32).hex(),
            size_bytes=path.stat().st_size,
            part=part.value,
            received_day=date(2026, 11, 20),
        )
        self.paths[package.pk] = path
        return package

    def open(self, package: Package, heartbeat: Callable[[], None] = no_beat, identity: str = KEY.identity) -> Package:
        open_stored_package(package.pk, self.paths[package.pk], [identity], self.store, heartbeat=heartbeat)
        return Package.objects.get(pk=package.pk)

    def sealed(self, telling: Telling | None = None, part: Part = Part.LISTEN, **options: Any) -> Package:
        return self.stored(sealed_story(self.folder, [KEY.recipient], telling, part, **options).path, part)

    def blob_files(self) -> set[str]:
        return {path.name for path in self.root.rglob("*") if path.is_file()}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def assert_quarantined(desk: Desk, package: Package, reason: str) -> None:
    assert (package.state, package.reason) == (Package.State.QUARANTINED, reason)
    assert desk.blob_files() == set()
    assert not LooseBlob.objects.exists()
    assert not Story.objects.exists()
    assert not HelpRequest.objects.exists()
    assert desk.paths[package.pk].exists()
    event = Event.objects.get(code="package.quarantined")
    assert event.facts == {"reason": reason}


def test_a_good_package_becomes_a_part_of_a_story(desk: Desk) -> None:
    telling = Telling(captions=("my garden", ""))
    package = desk.open(desk.sealed(telling))
    assert package.state == Package.State.OPENED
    assert str(Story.objects.get().story_id) == telling.story_id
    members = {member.path: member.data for member in package_members(telling, Part.LISTEN)}
    rows = [*Answer.objects.all(), *Photo.objects.all()]
    assert len(rows) == 5
    for row in rows:
        with desk.store.open(row.blob_id) as stream:
            assert stream.read() == members[row.path]
    assert desk.blob_files() == {row.blob_id for row in rows}
    assert not LooseBlob.objects.exists()


def test_both_parts_join_and_opening_again_changes_nothing(desk: Desk) -> None:
    telling = Telling(captions=("my garden",))
    packages = [desk.sealed(telling, part) for part in (Part.MASTER, Part.LISTEN)]
    for package in packages:
        assert desk.open(package).state == Package.State.OPENED
    blobs, events = desk.blob_files(), Event.objects.count()
    for package in packages:
        assert desk.open(package).state == Package.State.OPENED
    assert Story.objects.count() == 1
    assert (desk.blob_files(), Event.objects.count()) == (blobs, events)


def test_a_request_for_help_arrives_apart_from_the_story(desk: Desk) -> None:
    telling = Telling(help_request=HelpContract((Need.LAW,), "en", "by signal", "soon"))
    assert desk.open(desk.sealed(telling)).state == Package.State.OPENED
    assert HelpRequest.objects.get().contact == "by signal"


def story_saying(telling: Telling, **changes: Any) -> Change:
    return replacing(STORY_JSON, story_json(replace(telling.story(Part.LISTEN), **changes)))


TELLING = Telling(captions=("my garden",))
LISTEN = TELLING.story(Part.LISTEN)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (without(STORY_JSON), "package-incomplete"),
        (without(CONSENT_JSON), "package-incomplete"),
        (replacing(STORY_JSON, b"{}"), "json-schema"),
        (replacing(CONSENT_JSON, b"\xff"), "json-syntax"),
        (replacing(HELP_JSON, b'{"schema": 1}'), "json-top"),
        (without("data/answers/2-challenge.opus"), "package-files"),
        (without("data/photos/01.jpg"), "package-files"),
        (replacing("data/answers/4-extra.opus", b"OggS"), "package-files"),
        (replacing("data/readme.txt", b"hello"), "package-files"),
        (story_saying(TELLING, photos=(LISTEN.photos[0], LISTEN.photos[0])), "package-files"),
        (replacing("data/answers/1-why.opus", b"RIFF....WAVE"), "package-file-content"),
        (replacing("data/answers/1-why.opus", b""), "package-file-content"),
        (replacing("data/photos/01.jpg", b"<svg onload=alert(1)>"), "package-file-content"),
        (story_saying(TELLING, part=Part.MASTER), "package-part"),
        (story_saying(TELLING, story_id="0b2f7f0e-6d3a-4b3c-9d0e-1f2a3b4c5d6e"), "package-part"),
    ],
)
def test_a_package_that_breaks_its_promises_is_quarantined(desk: Desk, change: Change, reason: str) -> None:
    package = desk.open(desk.sealed(TELLING, change=change))
    assert_quarantined(desk, package, reason)


def test_a_listening_part_holds_no_masters(desk: Desk) -> None:
    masters = TELLING.story(Part.MASTER)

    def with_masters(members: list[Member]) -> list[Member]:
        story = Member(STORY_JSON, story_json(replace(LISTEN, answers=masters.answers)))
        return [story, *(m for m in package_members(TELLING, Part.MASTER) if m.path != STORY_JSON)]

    assert_quarantined(desk, desk.open(desk.sealed(TELLING, change=with_masters)), "package-file-kind")


def test_a_bag_under_another_name_is_quarantined(desk: Desk) -> None:
    assert_quarantined(desk, desk.open(desk.sealed(TELLING, name="something-else")), "package-part")


def test_the_same_part_twice_is_quarantined_and_the_first_one_stays(desk: Desk) -> None:
    assert desk.open(desk.sealed(TELLING)).state == Package.State.OPENED
    kept = desk.blob_files()
    second = desk.open(desk.sealed(TELLING))
    assert second.state == Package.State.QUARANTINED
    assert desk.blob_files() == kept
    assert Story.objects.count() == 1


@pytest.mark.parametrize("damage", ["flipped", "cut", "empty", "garbage", "not sealed"])
def test_a_damaged_package_is_quarantined(desk: Desk, damage: str) -> None:
    package = desk.sealed(TELLING)
    path = desk.paths[package.pk]
    whole = path.read_bytes()
    middle = len(whole) // 2
    broken = {
        "flipped": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "cut": whole[:-100],
        "empty": b"",
        "garbage": os.urandom(5000),
        "not sealed": bag_tar(package_members(TELLING, Part.LISTEN)),
    }[damage]
    path.write_bytes(broken)
    opened = desk.open(package)
    assert_quarantined(desk, opened, opened.reason)


def test_a_package_for_somebody_else_is_quarantined(desk: Desk, tmp_path: Path) -> None:
    sealed = sealed_story(desk.folder, [new_age_key().recipient], TELLING)
    opened = desk.open(desk.stored(sealed.path))
    assert_quarantined(desk, opened, opened.reason)


def test_a_missing_file_is_retried_and_not_held_against_the_package(desk: Desk) -> None:
    package = desk.sealed(TELLING)
    path = desk.paths[package.pk]
    aside = path.rename(path.with_suffix(".aside"))
    with pytest.raises(EnvironmentFault):
        desk.open(package)
    assert Package.objects.get().state == Package.State.STORED
    aside.rename(path)
    assert desk.open(package).state == Package.State.OPENED


def test_a_wrong_identity_file_is_not_held_against_the_package(desk: Desk) -> None:
    package = desk.sealed(TELLING)
    with pytest.raises(BadInput):
        desk.open(package, identity="AGE-SECRET-KEY-1NONSENSE")
    assert Package.objects.get().state == Package.State.STORED
    assert desk.blob_files() == set()


def test_a_full_disk_leaves_nothing_opened_and_the_package_waiting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    package = desk.sealed(TELLING)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            desk.open(package)
    assert desk.blob_files() == set()
    assert not LooseBlob.objects.exists()
    assert desk.open(package).state == Package.State.OPENED


def test_what_a_killed_opener_left_is_cleaned_up_by_the_next_one(desk: Desk) -> None:
    package = desk.sealed(TELLING)
    left = desk.store.create("ab" * 16)
    LooseBlob.objects.create(blob_id="ab" * 16, package=package)
    left.write(b"half an answer")
    left.commit()
    assert desk.open(package).state == Package.State.OPENED
    with pytest.raises(BlobMissing):
        desk.store.size("ab" * 16)


def test_an_opener_whose_package_was_taken_over_records_nothing(desk: Desk) -> None:
    package = desk.sealed(TELLING)
    beats = 0

    def taken_over_at_the_last_member() -> None:
        nonlocal beats
        beats += 1
        if beats == len(package_members(TELLING, Part.LISTEN)):
            for loose in LooseBlob.objects.all():
                desk.store.delete(loose.blob_id)
                loose.delete()

    with pytest.raises(LeaseLost):
        desk.open(package, taken_over_at_the_last_member)
    assert not Story.objects.exists()
    assert Package.objects.get().state == Package.State.STORED
    assert desk.blob_files() == set()
    assert desk.open(package).state == Package.State.OPENED


def test_photos_are_the_ones_that_were_sent(desk: Desk) -> None:
    desk.open(desk.sealed(TELLING))
    assert desk.store.read_range(Photo.objects.get().blob_id, 0, 10**6) == jpeg(0)

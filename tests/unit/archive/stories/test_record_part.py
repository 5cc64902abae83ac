from __future__ import annotations

from dataclasses import replace

import pytest
from story_samples import Shelf, Telling

from archive.core.events import Event
from archive.help.models import HelpRequest as HelpRow
from archive.kiosks.models import Kiosk
from archive.stories.actions import record_part
from archive.stories.models import PartReceived
from archive.stories.models import Story as StoryRow
from archive.stories.snapshots import consent_hash
from sync.contract.faults import BrokenPackage
from sync.contract.package import Part
from sync.contract.story import HelpRequest, Identity, IdentityKind, Need, Span, Use, Voice

HELP = HelpRequest((Need.LAW,), "ar", "ask for the baker", "")


def test_the_listening_part_alone_makes_a_story(shelf: Shelf) -> None:
    row = shelf.receive(Telling(language="ar", captions=("a house",), marks=(Span(100, 900),)))
    part = row.parts.get()
    assert (row.state, row.language, row.name, part.part) == ("received", "ar", None, "listen")
    assert [answer.prompt for answer in part.answers.all()] == ["why", "challenge", "inspiration"]
    assert part.answers.get(prompt="why").name_marks == [[100, 900]]
    assert part.photos.get().caption == "a house"


@pytest.mark.parametrize("asked", [True, False])
def test_what_she_confirmed_is_kept_and_what_nobody_asked_is_not_made_up(shelf: Shelf, asked: bool) -> None:
    consent = shelf.receive(Telling(asked_first=asked)).consent
    assert (consent.own_wish, consent.adult, consent.understood) == (asked, asked, asked)
    assert consent.text_languages == ({"about": "en"} if asked else {})


def test_a_consent_from_before_the_questions_has_the_hash_it_always_had() -> None:
    """Approvals name it."""
    hashes = [consent_hash(Telling(asked_first=asked).consent(), IdentityKind.NONE, Voice.OWN) for asked in (False, True)]
    assert hashes[0] == "fe22523f793a639c944aa40b77fbaec0f67ba254827d1e9731bae3eaf1c2fef5"
    assert hashes[1] != hashes[0]


@pytest.mark.parametrize("order", [(Part.LISTEN, Part.MASTER), (Part.MASTER, Part.LISTEN)])
def test_two_parts_join_in_either_order(shelf: Shelf, order: tuple[Part, Part]) -> None:
    telling = Telling(captions=("a house",))
    first = shelf.receive(telling, order[0])
    second = shelf.receive(telling, order[1])
    assert first.pk == second.pk
    assert {part.part for part in second.parts.all()} == {"listen", "master"}


def test_the_same_package_again_changes_nothing(shelf: Shelf) -> None:
    telling, package = Telling(help_request=HELP), shelf.package(Part.LISTEN)
    shelf.receive(telling, package=package)
    events = Event.objects.count()
    shelf.receive(telling, package=package)
    assert (PartReceived.objects.count(), HelpRow.objects.count(), Event.objects.count()) == (1, 1, events)


def test_another_package_with_the_same_part_is_refused(shelf: Shelf) -> None:
    telling = Telling()
    shelf.receive(telling)
    with pytest.raises(BrokenPackage) as refusal:
        shelf.receive(telling)
    assert refusal.value.code == "story-part-twice"
    assert PartReceived.objects.count() == 1


def test_a_laptop_that_was_enrolled_anew_between_the_parts_loses_nothing(shelf: Shelf) -> None:
    telling = Telling()
    shelf.receive(telling)
    anew = Kiosk.objects.create(name="the same laptop", secret_sha256="1" * 64)
    shelf.receive(telling, Part.MASTER, package=shelf.package(Part.MASTER, anew))
    assert PartReceived.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"uses": frozenset(Use)}, "story-consents-differ"),
        ({"asked_first": False}, "story-consents-differ"),
        ({"voice": Voice.ARCHIVE}, "story-parts-differ"),
        ({"identity": Identity(IdentityKind.OWN, "Amal")}, "story-parts-differ"),
        ({"month": "2026-10"}, "story-parts-differ"),
        ({"verifier": "ef" * 32}, "story-parts-differ"),
    ],
)
def test_parts_that_contradict_each_other_are_refused(shelf: Shelf, changed: dict[str, object], code: str) -> None:
    telling = Telling()
    shelf.receive(telling)
    with pytest.raises(BrokenPackage) as refusal:
        shelf.receive(replace(telling, **changed), Part.MASTER)
    assert refusal.value.code == code


def test_a_file_that_the_package_lacks_is_refused_and_nothing_is_kept(shelf: Shelf) -> None:
    story = Telling().story(Part.LISTEN)
    blobs = shelf.stored(story)
    del blobs[story.answers[2].file]
    with pytest.raises(BrokenPackage):
        record_part(package=shelf.package(Part.LISTEN), story=story, consent=Telling().consent(), help_request=None, blobs=blobs)
    assert not StoryRow.objects.exists()


def test_full_recordings_in_the_listening_part_are_refused(shelf: Shelf) -> None:
    answers = Telling().story(Part.MASTER).answers
    with pytest.raises(BrokenPackage) as refusal:
        shelf.receive(Telling(), answers=answers)
    assert refusal.value.code == "story-file-kind"


def test_numbers_no_database_should_see_are_refused(shelf: Shelf) -> None:
    loud = replace(Telling().story(Part.LISTEN).answers[0], loudness_centi_lufs=10**30)
    with pytest.raises(BrokenPackage):
        shelf.receive(Telling(), answers=(loud,))


def test_the_log_holds_no_name_and_no_caption(shelf: Shelf) -> None:
    telling = Telling(identity=Identity(IdentityKind.OWN, "CANARY-NAME"), captions=("CANARY-CAPTION",), help_request=HELP)
    shelf.receive(telling)
    shelf.receive(telling, Part.MASTER)
    logged = repr(list(Event.objects.values()))
    assert "story.listen-received" in logged
    assert "CANARY" not in logged
    assert "baker" not in logged


def test_a_request_for_help_travels_with_the_listening_part_only(shelf: Shelf) -> None:
    story = Telling().story(Part.MASTER)
    with pytest.raises(BrokenPackage) as refusal:
        record_part(
            package=shelf.package(Part.MASTER), story=story, consent=Telling().consent(), help_request=HELP, blobs=shelf.stored(story)
        )
    assert refusal.value.code == "help-in-master"

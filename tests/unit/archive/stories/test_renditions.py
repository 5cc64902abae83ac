from __future__ import annotations

import io
from dataclasses import replace

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from story_samples import Shelf, Telling, approve, refreshed

from archive.review import actions
from archive.stories.models import Approval, Story
from archive.stories.renditions import current_rendition, make_rendition
from archive.stories.snapshots import FileFacts, consent_hash, rendition_hash
from archive.stories.transitions import Refused
from sync.contract.package import Part
from sync.contract.story import Identity, IdentityKind, Use, Voice

AMAL = Identity(IdentityKind.OWN, "Amal")


def _kinds(story: Story) -> list[str]:
    rendition = current_rendition(story)
    assert rendition is not None
    return sorted(rendition.files.values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("voice", "kinds"),
    [
        (Voice.OWN, ["audio", "audio", "audio", "photo"]),
        (Voice.READER, ["photo"]),
        (Voice.WORDS, ["photo"]),
        (Voice.ARCHIVE, []),
    ],
)
def test_her_choice_of_voice_decides_what_goes_out(shelf: Shelf, reviewer: User, voice: Voice, kinds: list[str]) -> None:
    story = shelf.in_review(Telling(voice=voice, captions=("a house",), identity=AMAL), reviewer)
    assert _kinds(story) == kinds


@pytest.mark.parametrize(
    ("telling", "shown"),
    [
        (Telling(identity=AMAL), "Amal"),
        (Telling(identity=Identity(IdentityKind.OTHER, "Flor")), "Flor"),
        (Telling(), None),
        (Telling(identity=AMAL, voice=Voice.ARCHIVE), None),
    ],
)
def test_a_name_is_shown_only_where_she_chose_one(shelf: Shelf, reviewer: User, telling: Telling, shown: str | None) -> None:
    rendition = current_rendition(shelf.in_review(telling, reviewer))
    assert rendition is not None
    assert rendition.shown_name == shown


def test_making_it_again_without_a_change_gives_the_same_one(shelf: Shelf, reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    approve(story, reviewer)
    made = make_rendition(story, actor=reviewer, blobs=shelf.blobs)
    assert story.renditions.get() == made
    assert Approval.objects.filter(voided=False).count() == 1


def test_a_changed_consent_makes_a_new_one_and_voids_approvals(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.in_review(Telling(uses=frozenset({Use.EDUCATION})), reviewer)
    before = current_rendition(story)
    for person in (reviewer, second_reviewer):
        approve(story, person)
    story = refreshed(story)
    assert (story.state, before is not None) == ("approved", True)
    story.consent.sha256 = "0" * 64
    story.consent.save()
    with transaction.atomic():
        after = make_rendition(story, actor=reviewer, blobs=shelf.blobs)
    assert before is not None
    assert after.sha256 != before.sha256
    assert refreshed(story).state == "in_review"
    assert not Approval.objects.filter(voided=False).exists()
    assert actions.approvers(story) == []


def test_a_file_of_another_kind_is_not_made_public(shelf: Shelf, reviewer: User) -> None:
    story = Telling(answers_s=(1,)).story(Part.LISTEN)
    row = shelf.receive(Telling(story_id=story.story_id, answers_s=(1,)))
    answer = row.parts.get().answers.get()
    answer.blob_id = shelf.blobs.put(io.BytesIO(b"<!doctype html><script>alert(1)</script>"))
    answer.save()
    with pytest.raises(Refused) as refusal:
        actions.start_review(actor=reviewer, story_id=row.story_id, blobs=shelf.blobs)
    assert refusal.value.code == "rendition-not-media"
    assert refreshed(row).state == "received"


def test_no_rendition_before_the_listening_part(shelf: Shelf, reviewer: User) -> None:
    row = shelf.receive(Telling(), Part.MASTER)
    with pytest.raises(Refused) as refusal:
        actions.start_review(actor=reviewer, story_id=row.story_id, blobs=shelf.blobs)
    assert refusal.value.code == "story-not-listenable"


def test_every_fact_counts_in_the_hashes() -> None:
    file = FileFacts("audio", 1, "why", "", 2000, "ab" * 32)
    base = rendition_hash([file], shown_name=None, consent_sha256="c" * 64)
    others = [
        rendition_hash([], shown_name=None, consent_sha256="c" * 64),
        rendition_hash([file, file], shown_name=None, consent_sha256="c" * 64),
        rendition_hash([file], shown_name="Amal", consent_sha256="c" * 64),
        rendition_hash([file], shown_name=None, consent_sha256="d" * 64),
        *(
            rendition_hash([replace(file, **change)], shown_name=None, consent_sha256="c" * 64)
            for change in (
                {"kind": "photo"},
                {"position": 2},
                {"prompt": "challenge"},
                {"caption": "x"},
                {"duration_ms": 1},
                {"sha256": "cd" * 32},
            )
        ),
    ]
    assert len({base, *others}) == 1 + len(others)
    consent = Telling().consent()
    hashes = [
        consent_hash(consent, IdentityKind.NONE, Voice.OWN),
        consent_hash(consent, IdentityKind.OWN, Voice.OWN),
        consent_hash(consent, IdentityKind.NONE, Voice.WORDS),
        consent_hash(replace(consent, uses={**consent.uses, Use.PARTNERS: True}), IdentityKind.NONE, Voice.OWN),
        consent_hash(replace(consent, texts={}), IdentityKind.NONE, Voice.OWN),
        consent_hash(replace(consent, heard_aloud=False), IdentityKind.NONE, Voice.OWN),
        consent_hash(replace(consent, interface_language="ar"), IdentityKind.NONE, Voice.OWN),
    ]
    assert len(set(hashes)) == len(hashes)

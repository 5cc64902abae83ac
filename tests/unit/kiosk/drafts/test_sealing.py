"""A sealed record opens only whole, in its own place, with its own key."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.drafts.sealing import BrokenRecord, Place, padded_json, seal, unseal

KEY = bytes(range(32))
PLACE = Place("d" * 32, "chunk", "t" * 32, 7)


@given(st.binary(max_size=2_000))
def test_what_is_sealed_opens_again(plain: bytes) -> None:
    assert unseal(KEY, PLACE, seal(KEY, PLACE, plain)) == plain


def test_the_same_record_never_gives_the_same_box() -> None:
    assert seal(KEY, PLACE, b"words") != seal(KEY, PLACE, b"words")


@pytest.mark.parametrize(
    "elsewhere",
    [replace(PLACE, draft_id="e" * 32), replace(PLACE, kind="blob"), replace(PLACE, record_id="u" * 32), replace(PLACE, number=8)],
)
def test_a_record_moved_to_another_place_is_refused(elsewhere: Place) -> None:
    with pytest.raises(BrokenRecord):
        unseal(KEY, elsewhere, seal(KEY, PLACE, b"words"))


def test_another_key_is_refused() -> None:
    with pytest.raises(BrokenRecord):
        unseal(bytes(32), PLACE, seal(KEY, PLACE, b"words"))


def test_every_cut_and_every_flipped_bit_is_refused() -> None:
    box = seal(KEY, PLACE, b"words")
    damaged = [box[:length] for length in range(len(box))]
    damaged += [box[:at] + bytes([box[at] ^ 1 << bit]) + box[at + 1 :] for at in range(len(box)) for bit in range(8)]
    for torn in damaged:
        with pytest.raises(BrokenRecord):
            unseal(KEY, PLACE, torn)


@given(st.text(max_size=900))
def test_padding_hides_how_long_the_words_are(words: str) -> None:
    raw = padded_json({"name": words}, 1_024)
    assert len(raw) % 1_024 == 0
    assert json.loads(raw) == {"name": words}

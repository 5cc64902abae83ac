"""From words to clips: the exact words, else the fewest pieces, numbers by themselves; a part without a voice means text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.story.voices import CLIP_ENDING, Voices, number_words, speakable, voice_key


def put(folder: Path, language: str, *all_words: str) -> None:
    (folder / language).mkdir(parents=True, exist_ok=True)
    for words in all_words:
        (folder / language / f"{voice_key(words)}{CLIP_ENDING}").write_text(words, encoding="utf-8")


def said(clips: Iterable[Path] | None) -> list[str] | None:
    """What the clips of `put` speak."""
    return None if clips is None else [clip.read_text(encoding="utf-8") for clip in clips]


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    folder = tmp_path / "bundled"
    put(folder, "en", "Listen to it", "Answer", "cuts", "No name", "You can pause. ", "Chosen: from second", "to second", "Text size, now")
    put(folder, "en", "of 4", "A tick means yes. No tick means no.", "You may leave all of them empty.", *map(str, range(101)))
    return folder


def test_a_key_is_the_same_however_the_words_are_spaced_or_composed() -> None:
    assert voice_key("Café au lait") == voice_key(unicodedata.normalize("NFD", "  Café\n au\tlait "))
    assert voice_key("Café au lait") != voice_key("Cafe au lait")
    assert len(voice_key("x")) == 16
    assert voice_key("Continue") == "31fbef162594de01"


@given(st.text(), st.text())
def test_different_words_have_different_keys(one: str, other: str) -> None:
    plain = [unicodedata.normalize("NFC", " ".join(words.split())) for words in (one, other)]
    assert (voice_key(one) == voice_key(other)) is (plain[0] == plain[1])


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("No name", ["No name"]),
        ("A tick means yes. No tick means no. You may leave all of them empty.", None),
        ("A tick means yes. No tick means no.\nYou may leave all of them empty.", None),
        ("Answer 2", ["Answer", "2"]),
        ("02:14, 3 cuts", ["2", "14", "3", "cuts"]),
        ("Chosen: from second 1.2 to second 12.5.", ["Chosen: from second", "1", "to second", "13"]),
        ("Text size, now 2 of 4", ["Text size, now", "2", "of 4"]),
        ("Listen to it, Answer 100", ["Listen to it", "Answer", "100"]),
        ("Answer: 101", ["Answer", "1", "0", "1"]),
        ("4539 1488 0303 6467", list("4539148803036467")),
        ("00:00 / 01:05", ["0", "0", "1", "5"]),
        ("Answer ٤٢", ["Answer", "42"]),
        ("\u2068No name\u2069", ["No name"]),
        ("…", []),
    ],
)
def test_what_has_no_clip_of_its_own_is_put_together(bundled: Path, words: str, pieces: list[str] | None) -> None:
    expected = ["A tick means yes. No tick means no.", "You may leave all of them empty."] if pieces is None else pieces
    assert said(Voices([bundled]).clips("en", words)) == expected


@pytest.mark.parametrize("words", ["Nour", "No name Nour", "Answer two", "cuts cut", "My stick 3"])
def test_a_part_without_a_voice_leaves_all_of_it_text(bundled: Path, words: str) -> None:
    assert Voices([bundled]).clips("en", words) is None


def test_another_language_or_folder_has_no_clips(bundled: Path, tmp_path: Path) -> None:
    assert Voices([bundled]).clips("ar", "No name") is None
    assert Voices([tmp_path / "nowhere"]).clips("en", "No name") is None


def test_staffs_own_recording_stands_before_what_ships(bundled: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    voices = Voices([own, bundled])
    assert voices.clips("en", "Answer 2") == Voices([bundled]).clips("en", "Answer 2")
    put(own, "en", "Answer")
    clips = voices.clips("en", "Answer 2")
    assert clips is not None
    assert [clip.parts[-3] for clip in clips] == ["own", "bundled"]


def test_a_clip_that_is_taken_away_is_missed_at_once(bundled: Path) -> None:
    voices = Voices([bundled])
    clips = voices.clips("en", "No name")
    assert clips is not None
    clips[0].unlink()
    assert voices.clips("en", "No name") is None


def test_the_fewest_clips_win(bundled: Path) -> None:
    put(bundled, "en", "No", "name")
    assert said(Voices([bundled]).clips("en", "No name 3")) == ["No name", "3"]


@given(st.integers(0, 10**18))
def test_a_number_is_whole_up_to_a_hundred_and_digits_beyond(number: int) -> None:
    spoken = number_words(str(number))
    assert spoken == ([str(number)] if number <= 100 else list(str(number)))


def test_only_what_stands_between_pieces_is_dropped() -> None:
    assert speakable(" , (Nour): ") == "Nour"
    assert speakable("Saving your story…") == "Saving your story"
    assert speakable("Ready?") == "Ready?"
    assert speakable("အသံ၊") == "အသံ"
    assert speakable("می\u200cتوانید") == "می\u200cتوانید"
    assert speakable(" — ") == ""

"""Readings recorded here: durable, private, found first, and never in the way when they are damaged."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from clip_samples import clip
from small_disk import small_disk

from kiosk.audio.clip_file import is_clip
from kiosk.errors import DiskFull, StorageFault
from kiosk.resources import RESOURCES
from kiosk.staff.voice_store import VoiceOf, VoiceStore
from kiosk.story.voices import Voices, voice_key

WORDS = "Continue"
BUNDLED = RESOURCES / "voices"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "voices"


@pytest.fixture
def store(own: Path) -> VoiceStore:
    return VoiceStore(own, BUNDLED, is_clip)


def path_of(own: Path, words: str = WORDS) -> Path:
    return own / "en" / f"{voice_key(words)}.opus"


def test_what_ships_is_known_as_synthetic_and_unknown_words_have_no_voice(store: VoiceStore) -> None:
    assert store.voice_of("en", WORDS) is VoiceOf.SYNTHETIC
    assert store.clip("en", WORDS) == path_of(BUNDLED)
    assert store.voice_of("en", "Words that stand nowhere") is VoiceOf.NOBODY
    assert store.clip("en", "Words that stand nowhere") is None


def test_a_person_s_reading_that_ships_is_known_too(own: Path, tmp_path: Path) -> None:
    bundled = tmp_path / "bundled"
    VoiceStore(bundled, bundled, is_clip).keep("en", WORDS, clip())
    assert VoiceStore(own, bundled, is_clip).voice_of("en", WORDS) is VoiceOf.PERSON


def test_a_reading_is_kept_private_and_found_first(store: VoiceStore, own: Path) -> None:
    store.keep("en", WORDS, clip())
    assert store.voice_of("en", WORDS) is VoiceOf.OWN
    assert store.clip("en", WORDS) == path_of(own)
    assert path_of(own).read_bytes() == clip()
    assert json.loads((own / "en" / "index.json").read_bytes()) == {voice_key(WORDS): WORDS}
    assert (own.stat().st_mode & 0o777, (own / "en").stat().st_mode & 0o777) == (0o700, 0o700)
    assert {path.stat().st_mode & 0o777 for path in (own / "en").iterdir()} == {0o600}
    assert store.unusable() == []


def test_it_is_heard_at_once_and_gone_when_it_is_taken_away(store: VoiceStore, own: Path) -> None:
    voices = Voices([own, BUNDLED], is_clip)
    assert voices.clips("en", WORDS) == [path_of(BUNDLED)]
    store.keep("en", WORDS, clip())
    assert voices.clips("en", WORDS) == [path_of(own)]
    store.take_away("en", WORDS)
    assert voices.clips("en", WORDS) == [path_of(BUNDLED)]
    assert store.voice_of("en", WORDS) is VoiceOf.SYNTHETIC
    assert json.loads((own / "en" / "index.json").read_bytes()) == {}
    store.take_away("en", WORDS)


def test_other_words_are_not_spoken_by_it(store: VoiceStore, own: Path) -> None:
    store.keep("en", WORDS, clip())
    assert store.voice_of("en", "Go on, please") is VoiceOf.NOBODY
    assert Voices([own, BUNDLED], is_clip).clips("en", "Go on, please") != [path_of(own)]
    assert store.voice_of("fr", WORDS) is not VoiceOf.OWN


@pytest.mark.parametrize("content", [b"", b"not a sound", clip()[:-10]])
def test_a_damaged_reading_gives_way_and_is_found(store: VoiceStore, own: Path, content: bytes) -> None:
    store.keep("en", WORDS, clip())
    path_of(own).write_bytes(content)
    assert store.voice_of("en", WORDS) is VoiceOf.SYNTHETIC
    assert store.clip("en", WORDS) == path_of(BUNDLED)
    assert Voices([own, BUNDLED], is_clip).clips("en", WORDS) == [path_of(BUNDLED)]
    assert store.unusable() == [path_of(own)]
    store.keep("en", WORDS, clip())
    assert store.unusable() == []


def test_foreign_things_are_passed_over_and_found(store: VoiceStore, own: Path) -> None:
    store.keep("en", WORDS, clip())
    foreign = [own / "README.txt", own / "en" / "holiday.opus", own / "en" / "notes.txt", own / "en" / f"{voice_key('Back')}.opus"]
    for path in foreign[:3]:
        path.write_bytes(clip() if path.suffix == ".opus" else b"hello")
    foreign[3].mkdir()
    (own / "en" / ".DS_Store").write_bytes(b"")
    assert sorted(store.unusable()) == sorted(foreign)
    voices = Voices([own, BUNDLED], is_clip)
    assert voices.clips("en", WORDS) == [path_of(own)]
    assert voices.clips("en", "Back") == [path_of(BUNDLED, "Back")]


def test_a_file_in_place_of_the_folder_harms_nothing(store: VoiceStore, own: Path) -> None:
    own.write_bytes(b"")
    assert store.voice_of("en", WORDS) is VoiceOf.SYNTHETIC
    assert Voices([own, BUNDLED], is_clip).clips("en", WORDS) == [path_of(BUNDLED)]
    assert store.unusable() == [own]
    with pytest.raises(StorageFault):
        store.keep("en", WORDS, clip())


def test_a_folder_can_be_carried_to_another_device(store: VoiceStore, own: Path, tmp_path: Path) -> None:
    store.keep("en", WORDS, clip())
    other = tmp_path / "other"
    subprocess.run(["cp", "-r", str(own), str(other)], check=True)
    carried = VoiceStore(other, BUNDLED, is_clip)
    assert carried.voice_of("en", WORDS) is VoiceOf.OWN
    carried.keep("en", "Back", clip())
    assert set(json.loads((other / "en" / "index.json").read_bytes()).values()) == {WORDS, "Back"}


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'{"00": 3, "0123456789abcdef": "other words"}', b"\xff"])
def test_a_damaged_index_is_made_anew(store: VoiceStore, own: Path, damage: bytes) -> None:
    store.keep("en", WORDS, clip())
    (own / "en" / "index.json").write_bytes(damage)
    store.keep("en", "Back", clip())
    assert json.loads((own / "en" / "index.json").read_bytes()) == {voice_key("Back"): "Back"}
    assert store.voice_of("en", WORDS) is VoiceOf.OWN


def test_a_full_disk_says_so_and_leaves_the_reading_before(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 256 * 1024) as disk:
        store = VoiceStore(disk / "voices", BUNDLED, is_clip)
        store.keep("en", WORDS, clip())
        free_bytes = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        (disk / "filler").write_bytes(bytes(free_bytes))
        with pytest.raises(DiskFull):
            store.keep("en", WORDS, clip(seconds=3))
        assert path_of(disk / "voices").read_bytes() == clip()
        assert sorted(path.name for path in (disk / "voices" / "en").iterdir()) == sorted([path_of(disk).name, "index.json"])


@pytest.mark.parametrize(("moment", "kept"), [("before", False), ("after", True)])
def test_a_kill_on_either_side_of_the_name(tmp_path: Path, own: Path, store: VoiceStore, moment: str, kept: bool) -> None:
    store.keep("en", WORDS, clip())
    root = Path(__file__).parents[4]
    code = subprocess.run(
        [sys.executable, "-m", "clip_samples", str(own), WORDS, moment],
        cwd=root / "tests" / "fakes",
        env={"PYTHONPATH": str(root), "PATH": "", "HOME": str(tmp_path)},
        timeout=60,
        check=False,
    ).returncode
    assert code == -signal.SIGKILL
    assert path_of(own).read_bytes() == (clip(seconds=2) if kept else clip())
    assert store.voice_of("en", WORDS) is VoiceOf.OWN
    assert store.unusable() == []
    store.keep("en", "Back", clip())
    assert sorted(path.name for path in (own / "en").iterdir()) == sorted([path_of(own).name, path_of(own, "Back").name, "index.json"])

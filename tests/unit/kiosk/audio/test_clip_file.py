"""Only a whole mono Ogg Opus is a clip; every bundled one is."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kiosk.audio import clip_file
from kiosk.audio.clip_file import is_clip
from kiosk.resources import RESOURCES, languages


def opus(channels: int = 1) -> bytes:
    sink = io.BytesIO()
    tone = 0.1 * np.sin(np.arange(48_000) * 0.05).astype(np.float32)
    soundfile.write(sink, np.stack([tone] * channels, axis=1), 48_000, "OPUS", format="OGG")
    return sink.getvalue()


def vorbis() -> bytes:
    sink = io.BytesIO()
    soundfile.write(sink, np.zeros(44_100, np.float32), 44_100, "VORBIS", format="OGG")
    return sink.getvalue()


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_a_whole_clip(tmp_path: Path) -> None:
    path = tmp_path / "clip.opus"
    path.write_bytes(opus())
    assert is_clip(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a sound",
        opus()[:-1],
        opus()[: len(opus()) // 2],
        opus() + b"more",
        flipped(opus(), len(opus()) // 2),
        flipped(opus(), 30),
        opus(channels=2),
        vorbis(),
    ],
    ids=["empty", "text", "a byte short", "half", "too long", "flipped bit", "flipped head", "stereo", "vorbis"],
)
def test_anything_else_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "clip.opus"
    path.write_bytes(content)
    assert not is_clip(path)


def test_what_is_no_file_or_too_large_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_clip(tmp_path)
    assert not is_clip(tmp_path / "absent.opus")
    path = tmp_path / "clip.opus"
    path.write_bytes(opus())
    monkeypatch.setattr(clip_file, "MOST_BYTES", len(opus()) - 1)
    assert not is_clip(path)


@pytest.mark.parametrize("language", languages())
def test_every_clip_that_ships_is_whole(language: str) -> None:
    clips = list((RESOURCES / "voices" / language).glob("*.opus"))
    assert clips
    assert [clip.name for clip in clips if not is_clip(clip)] == []

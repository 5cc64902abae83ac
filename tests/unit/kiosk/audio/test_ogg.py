"""Whole Opus streams pass and lose their serial; a cut, reordered or altered one does not pass."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile

from kiosk.audio.ogg import SERIAL, BrokenStream, with_constant_serial

FRAMES = 150_000


@pytest.fixture(scope="module")
def stream() -> bytes:
    sink = io.BytesIO()
    sound = np.random.default_rng(1).standard_normal(FRAMES).astype(np.float32) * 0.1
    soundfile.write(sink, sound, 48_000, "OPUS", format="OGG")
    return sink.getvalue()


def pages(stream: bytes) -> list[bytes]:
    starts = [at for at in range(len(stream)) if stream.startswith(b"OggS\0", at)]
    return [stream[start:end] for start, end in zip(starts, [*starts[1:], len(stream)], strict=True)]


def test_only_serial_and_checksum_change(stream: bytes) -> None:
    changed = with_constant_serial(stream, FRAMES)
    for before, after in zip(pages(stream), pages(changed), strict=True):
        assert after[14:18] == SERIAL.to_bytes(4, "little")
        assert before[:14] + before[18:22] + before[26:] == after[:14] + after[18:22] + after[26:]
    assert with_constant_serial(changed, FRAMES) == changed
    assert len(soundfile.read(io.BytesIO(changed))[0]) == FRAMES


def test_every_missing_page_is_noticed(stream: bytes) -> None:
    found = pages(stream)
    assert len(found) > 4
    for missing in range(len(found)):
        with pytest.raises(BrokenStream):
            with_constant_serial(b"".join(found[:missing] + found[missing + 1 :]), FRAMES)


def test_cuts_and_flipped_bits_are_noticed(stream: bytes) -> None:
    for length in range(0, len(stream), 211):
        with pytest.raises(BrokenStream):
            with_constant_serial(stream[:length], FRAMES)
    for at in range(0, len(stream), 211):
        with pytest.raises(BrokenStream):
            with_constant_serial(stream[:at] + bytes([stream[at] ^ 4]) + stream[at + 1 :], FRAMES)


def test_another_length_is_noticed(stream: bytes) -> None:
    with pytest.raises(BrokenStream, match="end is missing"):
        with_constant_serial(stream, FRAMES + 1)


def test_another_codec_is_refused() -> None:
    sink = io.BytesIO()
    soundfile.write(sink, np.zeros(4_800, np.float32), 48_000, "VORBIS", format="OGG")
    with pytest.raises(BrokenStream, match="not Opus"):
        with_constant_serial(sink.getvalue(), 4_800)

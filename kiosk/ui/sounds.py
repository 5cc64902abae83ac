"""What can be heard in the window: takes from the draft, and pages read aloud. All reading happens in worker threads."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import soundfile

from kiosk.audio.codec import Encoded, decode_flac_chunk
from kiosk.audio.cuts import ToneCutter
from kiosk.audio.source import SAMPLE_RATE_HZ
from kiosk.audio.trim import WHOLE
from kiosk.drafts.store import Chunk, Draft
from kiosk.errors import StorageFault
from kiosk.ui.speaker import Pcm, Sound
from sync.contract.story import Span

_FRAMES_PER_MS = SAMPLE_RATE_HZ // 1000


def take_sound(draft: Draft, take_ids: Sequence[str], duration_ms: int, cuts: Sequence[Span] = ()) -> Sound:
    """The segments of one answer, joined, and all of them. `read` raises StorageFault or BrokenRecord where the draft cannot be read."""
    return Sound(duration_ms, partial(_read_takes, draft, tuple(take_ids), tuple(cuts)))


def file_sound(path: Path) -> Sound:
    """A page or prompt read aloud, from `resources/voices`. Raises StorageFault."""
    try:
        info = soundfile.info(str(path))
    except (OSError, soundfile.LibsndfileError) as error:
        raise _unreadable() from error
    return Sound(info.frames * 1000 // info.samplerate, partial(_read_file, path))


def encoded_sound(encoded: Encoded) -> Sound:
    """A file that is only in memory yet."""
    return Sound(encoded.duration_ms, partial(_read_encoded, encoded.data))


def _read_takes(draft: Draft, take_ids: tuple[str, ...], cuts: tuple[Span, ...], start_ms: int, most_ms: int) -> tuple[Pcm, int]:
    wanted = WHOLE.window(start_ms * _FRAMES_PER_MS, most_ms * _FRAMES_PER_MS)
    cutter = ToneCutter(cuts)
    pieces: list[Pcm] = []
    place = wanted.start_frame
    for chunk, of_it in wanted.within_placed(_chunks(draft, take_ids, wanted.start_frame)):
        samples = cutter.apply(place, decode_flac_chunk(chunk.flac)[of_it])
        pieces.append(samples)
        place += len(samples)
    return (np.concatenate(pieces) if pieces else np.zeros(0, np.float32)), SAMPLE_RATE_HZ


def _chunks(draft: Draft, take_ids: tuple[str, ...], from_frame: int) -> Iterator[tuple[int, Chunk]]:
    """With their place on the joined line; those that end before `from_frame` are not read."""
    begin = 0
    for take_id in take_ids:
        end = begin + draft.frames(take_id)
        if end > from_frame:
            for chunk in draft.chunks(take_id, max(0, from_frame - begin)):
                yield begin + chunk.first_frame, chunk
        begin = end


def _read_file(path: Path, start_ms: int, most_ms: int) -> tuple[Pcm, int]:
    return _read_sound(str(path), start_ms, most_ms)


def _read_encoded(data: bytes, start_ms: int, most_ms: int) -> tuple[Pcm, int]:
    return _read_sound(io.BytesIO(data), start_ms, most_ms)


def _read_sound(source: str | io.BytesIO, start_ms: int, most_ms: int) -> tuple[Pcm, int]:
    try:
        with soundfile.SoundFile(source) as file:
            file.seek(min(start_ms * file.samplerate // 1000, file.frames))
            samples = file.read(most_ms * file.samplerate // 1000, dtype="float32", always_2d=True)
            return np.ascontiguousarray(samples.mean(axis=1, dtype=np.float32)), file.samplerate
    except (OSError, soundfile.LibsndfileError) as error:
        raise _unreadable() from error


def _unreadable() -> StorageFault:
    return StorageFault("voice-unreadable", "This page cannot be read aloud just now.")

"""What can be heard in the window: answers from the draft, and pages read aloud. All reading happens in worker threads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import soundfile

from kiosk.audio.codec import decode_flac_chunk
from kiosk.audio.cuts import ToneCutter
from kiosk.audio.source import SAMPLE_RATE_HZ
from kiosk.drafts.store import Chunk, Draft
from kiosk.errors import StorageFault
from kiosk.story.session import AnswerDraft
from kiosk.ui.speaker import Pcm, Sound
from sync.contract.story import Span

_FRAMES_PER_MS = SAMPLE_RATE_HZ // 1000


def answer_sound(draft: Draft, answer: AnswerDraft, *, with_cuts: bool) -> Sound:
    """An answer that was kept. `with_cuts`: as others will hear it, with a tone in place of what she took out."""
    return take_sound(draft, answer.take_ids, answer.duration_ms, answer.cuts if with_cuts else ())


def take_sound(draft: Draft, take_ids: Sequence[str], duration_ms: int, cuts: Sequence[Span] = ()) -> Sound:
    """The segments of one answer, joined. `read` raises StorageFault or BrokenRecord where the draft cannot be read."""
    return Sound(duration_ms, partial(_read_takes, draft, tuple(take_ids), tuple(cuts)))


def file_sound(path: Path) -> Sound:
    """A page or prompt read aloud, from `resources/voices`. Raises StorageFault."""
    try:
        info = soundfile.info(str(path))
    except (OSError, soundfile.LibsndfileError) as error:
        raise _unreadable() from error
    return Sound(info.frames * 1000 // info.samplerate, partial(_read_file, path))


def _read_takes(draft: Draft, take_ids: tuple[str, ...], cuts: tuple[Span, ...], start_ms: int, most_ms: int) -> tuple[Pcm, int]:
    wanted = range(start_ms * _FRAMES_PER_MS, (start_ms + most_ms) * _FRAMES_PER_MS)
    cutter = ToneCutter(cuts)
    pieces: list[Pcm] = []
    first_frame = 0
    for chunk in _chunks(draft, take_ids):
        end_frame = first_frame + chunk.frames
        if end_frame > wanted.start and first_frame < wanted.stop:
            samples = cutter.apply(first_frame, decode_flac_chunk(chunk.flac))
            pieces.append(samples[max(0, wanted.start - first_frame) : wanted.stop - first_frame])
        first_frame = end_frame
        if first_frame >= wanted.stop:
            break
    return (np.concatenate(pieces) if pieces else np.zeros(0, np.float32)), SAMPLE_RATE_HZ


def _chunks(draft: Draft, take_ids: tuple[str, ...]) -> Iterator[Chunk]:
    for take_id in take_ids:
        yield from draft.chunks(take_id)


def _read_file(path: Path, start_ms: int, most_ms: int) -> tuple[Pcm, int]:
    try:
        with soundfile.SoundFile(str(path)) as file:
            file.seek(min(start_ms * file.samplerate // 1000, file.frames))
            samples = file.read(most_ms * file.samplerate // 1000, dtype="float32", always_2d=True)
            return np.ascontiguousarray(samples.mean(axis=1, dtype=np.float32)), file.samplerate
    except (OSError, soundfile.LibsndfileError) as error:
        raise _unreadable() from error


def _unreadable() -> StorageFault:
    return StorageFault("voice-unreadable", "This page cannot be read aloud just now.")

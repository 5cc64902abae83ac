"""Answers as they are heard in the window: takes joined from their segments, and what the public will hear."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import soundfile
from told_story import close_storage, open_storage, samples, told_story

from kiosk.audio.listening_copy import listening_copy
from kiosk.drafts.store import Draft
from kiosk.story.session import Session
from kiosk.ui.joined_sound import public_sound
from kiosk.ui.sounds import take_sound
from sync.contract.story import Span

SPOKEN = np.concatenate([samples(1, 96_000), samples(2, 96_000)])


@dataclass
class Told:
    draft: Draft
    session: Session


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    storage = open_storage(tmp_path)
    story = told_story(storage)
    story.session.answers["why"].trim = Span(700, 3_000)
    yield Told(story.draft, story.session)
    close_storage(storage)


def test_the_take_itself_is_never_trimmed(told: Told) -> None:
    answer = told.session.answers["why"]
    sound = take_sound(told.draft, answer.take_ids, answer.duration_ms)
    assert sound.duration_ms == 4_000
    assert np.array_equal(sound.read(0, 60_000)[0], SPOKEN)


@pytest.mark.parametrize("window_ms", [70, 333, 1_000])
@pytest.mark.parametrize("with_cuts", [True, False])
def test_windows_put_together_are_the_whole(told: Told, window_ms: int, with_cuts: bool) -> None:
    answer = told.session.answers["why"]
    sound = take_sound(told.draft, answer.take_ids, answer.duration_ms, answer.cuts if with_cuts else ())
    whole, _ = sound.read(0, 60_000)
    pieces = [sound.read(start_ms, window_ms)[0] for start_ms in range(0, sound.duration_ms, window_ms)]
    assert np.array_equal(np.concatenate(pieces), whole)
    assert len(sound.read(sound.duration_ms, window_ms)[0]) == 0
    assert len(sound.read(sound.duration_ms + 10_000, window_ms)[0]) == 0


def test_the_public_hears_trimmed_answers_one_after_the_other(told: Told) -> None:
    sound = public_sound(told.draft, told.session)
    assert sound.duration_ms == 2_300 + 900 + 2_000
    heard, _ = sound.read(0, 60_000)
    published = [
        soundfile.read(io.BytesIO(listening_copy(told.draft, told.session.answers[prompt]).data), dtype="float32")[0]
        for prompt in ("why", "inspiration")
    ]
    assert len(published[0]) == 2_300 * 48
    assert np.array_equal(heard[: 2_300 * 48], published[0])
    assert not np.abs(heard[2_300 * 48 : 3_200 * 48]).any()
    assert np.array_equal(heard[3_200 * 48 :], published[1])

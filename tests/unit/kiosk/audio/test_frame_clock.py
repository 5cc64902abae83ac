"""Loss is found by the clock alone, placed, and not confused with lateness or with a card that runs a little off."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.audio.frame_clock import FrameClock, Loss

RATE_HZ = 48_000
BLOCK_S = 0.02


class Stream:
    """Reads a stream every 20 ms; what is late comes with the next reading, what is dropped never."""

    def __init__(self, rate_hz: float = RATE_HZ, jitter_s: float = 0.0) -> None:
        self.clock = FrameClock(RATE_HZ)
        self.losses: list[Loss] = []
        self.frames = 0
        self.now_s = 50.0
        self._rate_hz = rate_hz
        self._jitter_s = jitter_s
        self._random = np.random.default_rng(1)
        self._dropped = 0
        self._origin_s = self.now_s

    def run(self, seconds: float, held_back_s: float = 0.0) -> None:
        end_s = self.now_s + seconds
        while self.now_s < end_s - 1e-9:
            self.now_s += BLOCK_S
            late_s = held_back_s + self._jitter_s * float(self._random.random())
            due = round((self.now_s - late_s - self._origin_s) * self._rate_hz) - self._dropped
            if due > self.frames:
                loss = self.clock.observe(due - self.frames, self.now_s, self.now_s)
                self.frames = due
                if loss is not None:
                    self.losses.append(loss)

    def drop(self, frames: int) -> None:
        self._dropped += frames


@pytest.mark.parametrize("rate_hz", [RATE_HZ, RATE_HZ * 1.0005, RATE_HZ * 0.9995])
def test_an_hour_of_a_card_that_runs_off_raises_no_alarm(rate_hz: float) -> None:
    stream = Stream(rate_hz, jitter_s=0.026)
    stream.run(3_600)
    assert stream.losses == []
    assert stream.clock.settle() is None


@pytest.mark.parametrize("frames", [2_700, 4_800, 48_000, 480_000])
def test_a_loss_is_counted_and_placed(frames: int) -> None:
    stream = Stream(jitter_s=0.01)
    stream.run(10)
    stream.drop(frames)
    stream.run(12)
    assert len(stream.losses) == 1
    assert abs(stream.losses[0].frames - frames) < 0.013 * RATE_HZ
    assert abs(stream.losses[0].at_frame - 10 * RATE_HZ) < 0.05 * RATE_HZ


def test_two_losses_are_two() -> None:
    stream = Stream()
    for _ in range(2):
        stream.run(5)
        stream.drop(9_600)
    stream.run(5)
    assert [round(loss.frames / 960) for loss in stream.losses] == [10, 10]


def test_what_is_late_but_comes_is_not_lost() -> None:
    stream = Stream()
    stream.run(5)
    for _ in range(10):
        stream.run(0.3, held_back_s=0.2)
        stream.run(1)
    assert stream.losses == []


def test_a_hiccup_while_reading_is_no_evidence() -> None:
    stream = Stream()
    stream.run(5)
    # Between the look at the clock and the look at the ring this process stood still.
    assert stream.clock.observe(1, stream.now_s - 0.4, stream.now_s + 0.4) is None
    stream.frames += 1
    stream.run(5)
    assert stream.losses == []


def test_a_loss_just_before_the_end_is_settled() -> None:
    stream = Stream()
    stream.run(5)
    stream.drop(9_600)
    stream.run(0.4)
    assert stream.losses == []
    loss = stream.clock.settle()
    assert loss is not None
    assert abs(loss.frames - 9_600) < 0.013 * RATE_HZ
    stream.run(5)
    assert stream.losses == []


def test_a_moment_falls_on_the_frame_that_was_arriving() -> None:
    stream = Stream()
    stream.run(10)
    assert abs(stream.clock.frame_at(stream.now_s) - stream.frames) < 0.001 * RATE_HZ
    assert abs(stream.clock.frame_at(stream.now_s - 1) - (stream.frames - RATE_HZ)) < 0.001 * RATE_HZ
    assert abs(stream.clock.frame_at(stream.now_s + 1) - (stream.frames + RATE_HZ)) < 0.001 * RATE_HZ
    assert stream.clock.frame_at(0.0) == 0
    assert FrameClock(RATE_HZ).frame_at(stream.now_s) == 0


def test_after_a_loss_moments_still_fall_right() -> None:
    stream = Stream()
    stream.run(5)
    stream.drop(48_000)
    stream.run(5)
    assert abs(stream.clock.frame_at(stream.now_s) - stream.frames) < 0.005 * RATE_HZ

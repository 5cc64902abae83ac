"""The recorder's work with a microphone that misbehaves on a clock the test moves, and a draft that fills up."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import pytest
from position_signal import PositionSignal
from scripted_source import FakeClock, ScriptedSource

from kiosk.audio.capture import GONE_AFTER_S, NO_SAMPLES_SHOWN_AFTER_S, Capture
from kiosk.audio.codec import read_pcm
from kiosk.audio.events import Arm, Committed, Pause, Ready, RecorderEvent, Resume, SamplesLost, Start, Stop, TakeFinished
from kiosk.audio.meter import NO_SAMPLES, Level
from kiosk.audio.quality import Verdict
from kiosk.audio.sound_server import Connected
from kiosk.audio.source import Samples
from kiosk.drafts.store import Chunk
from kiosk.errors import DiskFull, MicrophoneFault

RATE_HZ = 48_000
KEY = bytes(32)
SIGNAL: Samples = (PositionSignal(seconds=30).samples / 32_768).astype(np.float32)
_E = TypeVar("_E")


class MemoryDraft:
    """Keeps chunks until it is full."""

    def __init__(self) -> None:
        self.chunks: dict[str, list[Chunk]] = {}
        self.room = 10_000

    def append_chunk(self, take_id: str, number: int, chunk: Chunk) -> None:
        if self.room == 0:
            raise DiskFull
        self.room -= 1
        kept = self.chunks.setdefault(take_id, [])
        assert number == len(kept)
        kept.append(chunk)

    def sound(self, take_id: str) -> Samples:
        return read_pcm(self.chunks.get(take_id, []))


class Booth:
    def __init__(self, latency_s: float = 0.0) -> None:
        self.clock = FakeClock()
        self.source = ScriptedSource(self.clock, SIGNAL, latency_s)
        self.draft = MemoryDraft()
        self.events: list[RecorderEvent] = []
        self.opened: list[tuple[str, bytes]] = []
        self.capture = Capture(self.source, self._open, self.events.append, self.clock)
        self.capture.open()
        self.capture.obey(Arm("draft", KEY))

    def _open(self, draft_id: str, key: bytes) -> MemoryDraft:
        self.opened.append((draft_id, key))
        return self.draft

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.02)):
            self.clock.advance(0.02)
            self.capture.tick()

    def frame(self) -> int:
        return round((self.clock() - 1_000.0) * RATE_HZ)

    def of(self, kind: type[_E]) -> list[_E]:
        return [event for event in self.events if isinstance(event, kind)]


def near(samples: Samples, begin: int, end: int) -> bool:
    """Whether these are the signal's samples from `begin` to `end`, each mark within a millisecond."""
    found = np.flatnonzero(samples[0] == SIGNAL)
    return any(
        abs(first - begin) <= 48 and abs(first + len(samples) - end) <= 48 and np.array_equal(SIGNAL[first : first + len(samples)], samples)
        for first in found
    )


def test_ready_comes_with_the_first_samples_and_levels_follow() -> None:
    booth = Booth()
    assert booth.events == []
    booth.run(1)
    assert booth.events[0] == Ready("scripted", RATE_HZ)
    levels = booth.of(Level)
    assert len(levels) == 25
    assert all(not level.silent and not level.blocked and len(level.bins) == 4 for level in levels)
    assert booth.opened == [("draft", KEY)]


def test_a_take_is_what_was_said_between_record_and_stop() -> None:
    booth = Booth()
    booth.run(2)
    begin = booth.frame()
    booth.capture.obey(Start("take", booth.clock()))
    assert booth.source.cued == 1
    booth.run(3.1)
    booth.capture.obey(Stop(booth.clock()))
    end = booth.frame()
    booth.run(0.5)
    (finished,) = booth.of(TakeFinished)
    assert near(booth.draft.sound("take"), begin, end)
    assert finished.frames == booth.of(Committed)[-1].frames == len(booth.draft.sound("take"))
    assert finished.lost_frames == 0
    assert finished.report.verdicts == ()


def test_what_is_under_way_through_the_driver_at_stop_is_kept() -> None:
    booth = Booth(latency_s=0.1)
    booth.run(2)
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(1)
    booth.capture.obey(Stop(booth.clock()))
    assert booth.of(TakeFinished) == []
    booth.run(0.5)
    # The last sample kept was spoken at the click, or a moment after, never before.
    spoken_at_click = round((booth.clock() - 0.5 - 1_000.0) * RATE_HZ)
    last = booth.draft.sound("take")[-1]
    assert np.flatnonzero(last == SIGNAL).max() >= spoken_at_click - 48
    assert len(booth.of(TakeFinished)) == 1


def test_pause_and_resume() -> None:
    booth = Booth()
    booth.run(1)
    marks = []
    for command in (Start("take", booth.clock()), Pause, Resume, Stop):
        if not isinstance(command, Start):
            command = command(booth.clock())
        marks.append(booth.frame())
        booth.capture.obey(command)
        booth.run(1.3)
    sound = booth.draft.sound("take")
    first = len(sound) // 2
    assert near(sound[: marks[1] - marks[0]], marks[0], marks[1])
    assert near(sound[marks[1] - marks[0] :], marks[2], marks[3])
    assert abs(first - 1.3 * RATE_HZ) < 100
    assert len(booth.of(TakeFinished)) == 1


def test_stop_while_paused_and_stray_commands() -> None:
    booth = Booth()
    booth.run(1)
    for stray in (Pause, Resume, Stop):
        booth.capture.obey(stray(booth.clock()))
    booth.capture.obey(Start("one", booth.clock()))
    booth.run(1)
    booth.capture.obey(Pause(booth.clock()))
    booth.run(1)
    booth.capture.obey(Stop(booth.clock()))
    booth.capture.obey(Resume(booth.clock()))
    booth.run(1)
    assert [event.take_id for event in booth.of(TakeFinished)] == ["one"]
    booth.capture.obey(Start("two", booth.clock()))
    booth.run(1)
    booth.capture.obey(Start("three", booth.clock()))
    booth.run(1)
    booth.capture.end()
    assert [event.take_id for event in booth.of(TakeFinished)] == ["one", "two", "three"]
    assert not booth.source.is_open


def test_a_stop_without_a_take_does_not_end_the_next_one_at_its_first_pause() -> None:
    booth = Booth()
    booth.run(1.0)
    booth.capture.obey(Stop(booth.clock()))
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(1.0)
    booth.capture.obey(Pause(booth.clock()))
    booth.run(0.5)
    booth.capture.obey(Resume(booth.clock()))
    booth.run(1.0)
    assert not booth.of(TakeFinished)


def test_lost_samples_are_counted_placed_and_told() -> None:
    booth = Booth()
    booth.run(2)
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(2)
    booth.source.drop(9_600)
    booth.run(2)
    booth.capture.obey(Stop(booth.clock()))
    booth.run(0.5)
    (lost,), (finished,) = booth.of(SamplesLost), booth.of(TakeFinished)
    assert abs(lost.frames - 9_600) < 0.02 * RATE_HZ
    assert abs(lost.at_frame - 2 * RATE_HZ) < 0.05 * RATE_HZ
    assert finished.lost_frames == lost.frames


def test_a_microphone_that_falls_quiet_is_shown_and_then_given_up() -> None:
    booth = Booth()
    booth.run(1)
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(2)
    booth.source.hold(True)
    booth.run(NO_SAMPLES_SHOWN_AFTER_S + 0.1)
    assert booth.events.count(NO_SAMPLES) == 1
    with pytest.raises(MicrophoneFault) as caught:
        booth.run(GONE_AFTER_S)
    assert caught.value.code == "microphone-gone"
    booth.capture.end()
    (finished,) = booth.of(TakeFinished)
    assert len(booth.draft.sound("take")) == finished.frames
    assert abs(finished.frames - 2 * RATE_HZ) < 100
    assert not booth.source.is_open


def test_a_short_silence_of_the_driver_is_forgiven() -> None:
    booth = Booth()
    booth.run(1)
    booth.capture.obey(Start("take", booth.clock()))
    booth.source.hold(True)
    booth.run(1)
    booth.source.hold(False)
    booth.run(1)
    booth.capture.obey(Stop(booth.clock()))
    booth.run(0.2)
    assert booth.of(SamplesLost) == []
    assert abs(booth.of(TakeFinished)[0].frames - 2 * RATE_HZ) < 100


def test_a_microphone_that_never_starts_is_given_up_later() -> None:
    booth = Booth()
    booth.source.hold(True)
    booth.run(5)
    with pytest.raises(MicrophoneFault):
        booth.run(2)


def test_an_unplugged_microphone_ends_the_take_with_all_that_came() -> None:
    booth = Booth()
    booth.run(1)
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(1)
    booth.source.unplug()
    with pytest.raises(MicrophoneFault):
        booth.run(0.1)
    booth.capture.end()
    assert abs(booth.of(TakeFinished)[0].frames - RATE_HZ) < 100


@pytest.mark.parametrize("room", [0, 3])
def test_a_full_disk_ends_the_take_with_what_is_committed(room: int) -> None:
    booth = Booth()
    booth.run(1)
    booth.draft.room = room
    booth.capture.obey(Start("take", booth.clock()))
    with pytest.raises(DiskFull):
        booth.run(4)
    booth.capture.end(disk_usable=False)
    (finished,) = booth.of(TakeFinished)
    assert finished.frames == len(booth.draft.sound("take")) == room * RATE_HZ // 2
    assert finished.report.duration_ms == room * 500
    assert not booth.source.is_open


def test_a_disk_that_turns_out_full_at_stop_still_finishes_the_take() -> None:
    booth = Booth()
    booth.run(1)
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(1.2)
    booth.draft.room = 0
    with pytest.raises(DiskFull):
        booth.capture.obey(Stop(booth.clock()))
    booth.capture.end(disk_usable=False)
    (finished,) = booth.of(TakeFinished)
    assert finished.frames == len(booth.draft.sound("take")) == RATE_HZ


def test_a_blocked_microphone_says_so_live_and_in_the_report() -> None:
    booth = Booth()
    booth.source._signal = np.zeros(30 * RATE_HZ, np.float32)
    booth.run(0.9)
    assert not any(level.blocked for level in booth.of(Level))
    booth.run(0.3)
    assert booth.of(Level)[-1].blocked
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(3)
    booth.capture.obey(Stop(booth.clock()))
    booth.run(0.2)
    assert booth.of(Level)[-1].silent
    assert booth.of(TakeFinished)[0].report.verdicts == (Verdict.BLOCKED,)


def connected(name: str = "built-in", *, muted: bool = False, monitor: bool = False) -> Connected:
    return Connected(name, muted, monitor)


def test_another_microphone_in_its_place_ends_the_take_with_all_that_was_said() -> None:
    booth = Booth()
    booth.run(1)  # the sound server may be slow to answer
    booth.source.connected = connected()
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(2)
    booth.source.connected = None  # on its way
    booth.run(0.1)
    booth.source.connected = connected("headset")
    with pytest.raises(MicrophoneFault) as caught:
        booth.run(0.02)
    assert caught.value.code == "microphone-changed"
    booth.capture.end()
    (finished,) = booth.of(TakeFinished)
    assert finished.frames == len(booth.draft.sound("take"))
    assert near(booth.draft.sound("take"), RATE_HZ, round(3.12 * RATE_HZ))


def test_another_microphone_is_noticed_while_nothing_comes() -> None:
    booth = Booth()
    booth.source.connected = connected()
    booth.run(1)
    booth.source.hold(True)
    booth.source.connected = connected("headset")
    with pytest.raises(MicrophoneFault) as caught:
        booth.run(0.02)
    assert caught.value.code == "microphone-changed"


def test_what_the_sound_server_says_is_in_every_level_and_in_the_report() -> None:
    booth = Booth()
    booth.source.connected = connected()
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(2)
    assert not any(level.muted or level.steady for level in booth.of(Level))
    booth.source.connected = connected(muted=True, monitor=True)
    booth.events.clear()
    booth.run(1)
    assert all(level.muted and level.steady for level in booth.of(Level)[1:])
    booth.capture.obey(Stop(booth.clock()))
    booth.run(0.5)
    assert booth.of(TakeFinished)[0].report.verdicts == (Verdict.WRONG_DEVICE,)


def test_a_quiet_voice_is_told_of_while_it_still_speaks() -> None:
    quiet = SIGNAL * np.float32(0.01) * np.where(np.arange(len(SIGNAL)) // 28_800 % 2, 0.1, 1).astype(np.float32)
    booth = Booth()
    booth.source = ScriptedSource(booth.clock, quiet)
    booth.capture = Capture(booth.source, booth._open, booth.events.append, booth.clock)
    booth.capture.open()
    booth.capture.obey(Arm("draft", KEY))
    booth.capture.obey(Start("take", booth.clock()))
    booth.run(9)
    assert not any(level.too_quiet for level in booth.of(Level))
    booth.run(20)
    assert booth.of(Level)[-1].too_quiet
    booth.capture.obey(Stop(booth.clock()))
    booth.run(0.5)
    assert Verdict.TOO_QUIET in booth.of(TakeFinished)[0].report.verdicts
    assert not booth.of(Level)[-1].too_quiet


def test_what_was_held_back_for_long_is_taken_in_piece_by_piece() -> None:
    booth = Booth()
    booth.run(1)
    booth.capture.obey(Start("take", booth.clock()))
    booth.source.hold(True)
    booth.run(1.5)
    booth.source.hold(False)
    booth.clock.advance(20)
    booth.capture.tick()
    booth.capture.obey(Stop(booth.clock()))
    booth.run(0.5)
    assert near(booth.draft.sound("take"), RATE_HZ, round(22.5 * RATE_HZ))
    assert [event.frames for event in booth.of(Committed)] == [24_000 * number for number in range(1, 44)]
    assert not booth.of(SamplesLost)

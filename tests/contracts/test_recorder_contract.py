"""What the window may rely on from a recorder: the real process on recorded speech, and the fake that tests of the window hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fake_recorder import FakeRecorder
from position_signal import PositionSignal
from recorder_events import RecorderEvents
from spoken import write_utterance

from kiosk.audio.events import Committed, Died, Failed, Ready, TakeFinished
from kiosk.audio.meter import Level
from kiosk.audio.quality import Verdict
from kiosk.audio.recorder import Recorder
from kiosk.audio.source import SourceSpec
from kiosk.drafts.store import Draft, DraftStore
from kiosk.ui.recording import RecorderHandle

KEY = bytes(range(32))
SOUND_MS = 2_000


@dataclass
class Recorded:
    """A recorder with its draft. `talk` lets two seconds of sound come in."""

    recorder: RecorderHandle
    events: RecorderEvents
    draft: Draft
    talk: Callable[[str], None]

    def take(self) -> str:
        take_id = self.draft.new_take("why")
        self.recorder.start(take_id)
        self.talk(take_id)
        return take_id

    def take_and_stop(self) -> str:
        take_id = self.take()
        self.recorder.stop()
        return take_id

    def finished(self, take_id: str) -> TakeFinished:
        return self.events.wait_for(TakeFinished, lambda event: event.take_id == take_id)


def real(store: DraftStore, drafts: Path, folder: Path) -> Recorded:
    write_utterance(folder / "speech", "1", PositionSignal(10))
    events = RecorderEvents()
    recorder = Recorder(SourceSpec.synthetic(folder / "speech"), drafts, events)

    def talk(take_id: str) -> None:
        events.wait_committed(take_id, SOUND_MS * 48)

    return Recorded(recorder, events, store.open(store.create(), KEY), talk)


def fake(store: DraftStore, drafts: Path, folder: Path) -> Recorded:
    events = RecorderEvents()
    recorder = FakeRecorder(drafts, events)
    return Recorded(recorder, events, store.open(store.create(), KEY), lambda take_id: recorder.say(SOUND_MS))


@pytest.fixture(params=[real, fake])
def armed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Recorded]:
    drafts = tmp_path / "drafts.sqlite3"
    with DraftStore(drafts) as store:
        made: Recorded = request.param(store, drafts, tmp_path)
        made.recorder.arm(made.draft.draft_id, KEY)
        made.events.wait_for(Ready)
        yield made
        made.recorder.close()


def test_ready_names_the_device_and_its_rate(armed: Recorded) -> None:
    ready = armed.events.wait_for(Ready)
    assert ready.device_name
    assert ready.sample_rate_hz == 48_000


def test_what_is_committed_is_in_the_draft(armed: Recorded) -> None:
    take_id = armed.take()
    committed = [event.frames for event in armed.events.of(Committed) if event.take_id == take_id]
    assert committed == sorted(set(committed))
    assert sum(chunk.frames for chunk in armed.draft.chunks(take_id)) >= committed[-1]
    assert armed.events.of(Level)


def test_a_take_ends_with_a_report_that_counts_all_of_it(armed: Recorded) -> None:
    take_id = armed.take()
    armed.recorder.stop()
    finished = armed.finished(take_id)
    assert finished.frames == sum(chunk.frames for chunk in armed.draft.chunks(take_id)) >= SOUND_MS * 48
    assert finished.lost_frames == 0
    assert abs(finished.report.duration_ms - finished.frames / 48) <= 1
    last = [event for event in armed.events.all if getattr(event, "take_id", None) == take_id][-1]
    assert last is finished


def test_a_take_too_short_to_say_anything_says_so(armed: Recorded) -> None:
    take_id = armed.draft.new_take("why")
    armed.recorder.start(take_id)
    armed.recorder.stop()
    assert Verdict.TOO_SHORT in armed.finished(take_id).report.verdicts


def test_a_pause_keeps_nothing_and_resume_goes_on(armed: Recorded) -> None:
    take_id = armed.take()
    armed.recorder.pause()
    armed.recorder.resume()
    armed.recorder.stop()
    finished = armed.finished(take_id)
    frames = [chunk.first_frame for chunk in armed.draft.chunks(take_id)]
    assert frames == sorted(frames)
    assert finished.frames >= SOUND_MS * 48


def test_takes_follow_each_other_without_arming_again(armed: Recorded) -> None:
    first = armed.take()
    armed.recorder.stop()
    armed.finished(first)
    second = armed.take()
    armed.recorder.stop()
    armed.finished(second)
    assert {take.take_id for take in armed.draft.takes() if take.frames} == {first, second}
    assert not armed.events.of(Failed)


def test_closing_finishes_the_running_take(armed: Recorded) -> None:
    take_id = armed.take()
    armed.recorder.close()
    assert armed.finished(take_id).frames >= SOUND_MS * 48


def test_one_that_is_given_up_has_died_and_may_be_armed_again(armed: Recorded) -> None:
    take_id = armed.take()
    armed.recorder.give_up()
    armed.events.wait_for(Died)
    committed = max(event.frames for event in armed.events.of(Committed) if event.take_id == take_id)
    assert armed.draft.frames(take_id) >= committed
    armed.recorder.arm(armed.draft.draft_id, KEY)
    armed.events.wait_for(Ready, lambda _: len(armed.events.of(Ready)) == 2)
    assert armed.finished(armed.take_and_stop()).frames

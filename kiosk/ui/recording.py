"""The recorder as the window sees it: one answer at a time, which may be made of several segments.

The recorder process may die, the microphone may go away, the disk may fill: what is committed stays, and the answer goes on as a new
segment. Screens only see steps, levels and finished answers.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.audio.events import Committed, Died, Failed, Ready, RecorderEvent, TakeFinished
from kiosk.audio.meter import Level
from kiosk.audio.quality import Verdict
from kiosk.drafts.store import Draft
from kiosk.errors import MicrophoneFault
from kiosk.ui.countdown import Countdown
from kiosk.ui.tasks import Relay
from sync.contract.faults import EnvironmentFault, Fault

log = logging.getLogger("kiosk.ui")

# As long as the recorder can hold what it hears while its disk does not answer: from then on waiting saves nothing.
HANGS_AFTER_MS = 45_000
# A recorder that dies this often without once becoming ready will not come back by itself.
_MOST_DEATHS = 3


class RecorderHandle(Protocol):
    """What of kiosk.audio.recorder.Recorder is used here."""

    def arm(self, draft_id: str, key: bytes) -> None: ...
    def start(self, take_id: str) -> None: ...
    def pause(self) -> None: ...
    def resume(self) -> None: ...
    def stop(self) -> None: ...
    def give_up(self) -> None: ...
    def close(self) -> None: ...


RecorderFactory = Callable[[Callable[[RecorderEvent], None]], RecorderHandle]


class Step(Enum):
    """AWAY: no microphone. ARMING: it is being opened. COUNTING: a moment before an answer begins; nothing is kept yet.
    STOPPING: the last chunk is still on its way."""

    AWAY = auto()
    ARMING = auto()
    READY = auto()
    COUNTING = auto()
    RECORDING = auto()
    PAUSED = auto()
    STOPPING = auto()


# A recorder that says nothing in one of these hangs.
_ANSWER_OWED = (Step.ARMING, Step.RECORDING, Step.STOPPING)


@dataclass(frozen=True)
class Recorded:
    """A finished answer that nobody has kept yet. `subject` is what was given to `start`."""

    subject: str
    take_ids: list[str]
    duration_ms: int
    lost_ms: int
    verdicts: frozenset[Verdict]


@dataclass(frozen=True)
class SoFar:
    """What of the running answer is on disk and can be listened to. `first_take_id` names the answer from its first moment on."""

    take_ids: list[str]
    duration_ms: int
    first_take_id: str | None


@dataclass
class _Segments:
    """What the running answer has gathered so far."""

    subject: str
    take_ids: list[str] = field(default_factory=list)
    duration_ms: int = 0
    lost_ms: int = 0
    verdicts: list[frozenset[Verdict]] = field(default_factory=list)
    paused: bool = False
    stop_wanted: bool = False


class RecordingDesk(QObject):
    """One per visit, on the window's thread. `open_recorder` is called at the first `arm`; `close` ends the process."""

    step_changed = Signal()
    levelled = Signal(object)
    """(Level) about 25 times a second while armed."""
    counted = Signal(int)
    """(number) What the countdown shows now."""
    opening = Signal()
    """Sound will be kept from now on: whatever plays must stop before this call returns."""
    grown = Signal()
    """The last sound before a pause has reached the disk: `so_far` is longer."""
    recorded = Signal(object)
    """(Recorded)"""
    faulted = Signal(object)
    """(Fault) The microphone went away or the disk is full. The answer, if there was one, waits: `go_on` or `stop`."""

    def __init__(
        self,
        open_recorder: RecorderFactory,
        draft: Draft,
        key: bytes,
        monotonic_s: Callable[[], float],
        countdown_number_ms: int = 0,
        hangs_after_ms: int = HANGS_AFTER_MS,
    ) -> None:
        super().__init__()
        # While sound is kept the recorder is heard of many times a second.
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(hangs_after_ms)
        self._silence.timeout.connect(self._on_silence)
        self._countdown = Countdown(countdown_number_ms, self)
        self._countdown.counted.connect(self.counted)
        self._countdown.ended.connect(self._on_counted_down)
        self._counting_for: str | None = None
        self._relay: Relay[RecorderEvent] = Relay(self, self._hear)
        self._open_recorder = open_recorder
        self._recorder: RecorderHandle | None = None
        self._draft = draft
        self._key = key
        self._monotonic_s = monotonic_s
        self._step = Step.AWAY
        self._sample_rate_hz = 0
        self._deaths = 0
        self._answer: _Segments | None = None
        self._take_id: str | None = None
        self._committed_frames = 0
        self._running_since_s = 0.0
        self._ran_ms = 0

    @property
    def step(self) -> Step:
        return self._step

    @property
    def subject(self) -> str | None:
        """What the running or interrupted answer is about."""
        return self._answer.subject if self._answer else None

    @property
    def counting_for(self) -> str | None:
        """What the answer that is about to begin will be about."""
        return self._counting_for

    @property
    def countdown_number_ms(self) -> int:
        """How long each number stands; 0 without a countdown."""
        return self._countdown.number_ms

    @property
    def busy(self) -> bool:
        """An answer is under way or about to begin, paused ones included."""
        return self._step in (Step.COUNTING, Step.RECORDING, Step.PAUSED, Step.STOPPING)

    @property
    def recording(self) -> bool:
        """Sound is being kept, or what was kept is being finished."""
        return self._step in (Step.RECORDING, Step.STOPPING)

    @property
    def wants_silence(self) -> bool:
        """Whatever sounded now would be in the recording, or in the breath before it."""
        return self.recording or self._step is Step.COUNTING

    @property
    def elapsed_ms(self) -> int:
        """Of the running answer, without pauses and over all segments. Smooth: the committed sound follows by up to a second."""
        finished_ms = self._answer.duration_ms if self._answer else 0
        running_ms = int((self._monotonic_s() - self._running_since_s) * 1000) if self._step is Step.RECORDING else 0
        return finished_ms + self._ran_ms + running_ms

    @property
    def so_far(self) -> SoFar:
        """Of the answer under way, over all its segments; empty without one."""
        if self._answer is None:
            return SoFar([], 0, None)
        take_ids, duration_ms = list(self._answer.take_ids), self._answer.duration_ms
        if self._take_id is not None and self._committed_frames:
            take_ids.append(self._take_id)
            duration_ms += self._committed_frames * 1000 // self._sample_rate_hz
        return SoFar(take_ids, duration_ms, take_ids[0] if take_ids else self._take_id)

    def arm(self) -> None:
        """Opens the microphone, so that Record is only a mark in a running stream. Harmless when it is open."""
        if self._step is not Step.AWAY:
            return
        if self._recorder is None:
            self._recorder = self._open_recorder(self._relay)
        self._go(Step.ARMING)
        self._recorder.arm(self._draft.draft_id, self._key)

    def start(self, subject: str) -> None:
        """Begins a new answer at once; only at READY. Raises DiskFull and StorageFault."""
        assert self._step is Step.READY
        self._answer = _Segments(subject)
        self._begin_segment(self._answer)

    def count_down(self, subject: str) -> None:
        """As `start`, after the countdown; `stop` and `pause` cancel it. What goes wrong at its end is told by `faulted`."""
        assert self._step is Step.READY
        if not self._countdown.number_ms:
            self.start(subject)
            return
        self._counting_for = subject
        self._go(Step.COUNTING)
        self._countdown.start()

    def _on_counted_down(self) -> None:
        subject, self._counting_for = self._counting_for, None
        assert subject is not None
        self._go(Step.READY)
        try:
            self.start(subject)
        except Fault as fault:
            self.faulted.emit(fault)

    def _cancel_countdown(self) -> None:
        self._countdown.cancel()
        self._counting_for = None
        if self._step is Step.COUNTING:
            self._go(Step.READY)

    def go_on(self) -> None:
        """After a fault: the interrupted answer continues as soon as there is a microphone."""
        if self._answer is not None:
            self._answer.paused = False
            if self._step is Step.READY:
                self._continue(self._answer)
        self.arm()

    def pause(self) -> None:
        """Nothing is recorded until `resume` or `go_on`, not even by a recorder that is only being started just now."""
        self._cancel_countdown()
        if self._answer is not None:
            self._answer.paused = True
        if self._step is Step.RECORDING and self._recorder is not None:
            self._recorder.pause()
            self._ran_ms += int((self._monotonic_s() - self._running_since_s) * 1000)
            self._go(Step.PAUSED)

    def resume(self) -> None:
        if self._step is not Step.PAUSED or self._answer is None or self._recorder is None:
            return
        self._answer.paused = False
        if self._take_id is None:
            self._continue(self._answer)
        else:
            self.opening.emit()
            self._recorder.resume()
            self._running_since_s = self._monotonic_s()
            self._go(Step.RECORDING)

    def stop(self) -> None:
        """Ends the answer; `recorded` follows when its last sound is on disk. Before it has begun, it does not begin."""
        self._cancel_countdown()
        if self._answer is None:
            return
        self._answer.stop_wanted = True
        if self._take_id is not None and self._step in (Step.RECORDING, Step.PAUSED) and self._recorder is not None:
            self._recorder.stop()
            self._go(Step.STOPPING)
        elif self._step is not Step.STOPPING:
            if self._step is Step.PAUSED:
                self._go(Step.READY)
            self._finish(self._answer)

    def close(self) -> None:
        """Ends the recorder process. What it has committed stays in the draft."""
        self._countdown.cancel()
        self._silence.stop()
        if self._recorder is not None:
            self._recorder.close()
        self._relay.close()
        self._step = Step.AWAY

    def _on_silence(self) -> None:
        """Neither alive nor dead: the clock would run on, and nothing be recorded. `Died` follows."""
        log.warning("the recorder does not answer")
        if self._recorder is not None:
            self._recorder.give_up()

    def _hear(self, event: RecorderEvent) -> None:
        if self._silence.isActive():
            self._silence.start()
        if isinstance(event, Level):
            self.levelled.emit(event)
        elif isinstance(event, Ready):
            self._on_ready(event)
        elif isinstance(event, Committed):
            self._on_committed(event)
        elif isinstance(event, TakeFinished):
            self._on_take_finished(event)
        elif isinstance(event, Failed):
            self._on_failed(event)
        elif isinstance(event, Died):
            self._on_died()

    def _on_committed(self, event: Committed) -> None:
        if event.take_id == self._take_id:
            self._committed_frames = event.frames
            if self._step is Step.PAUSED:
                self.grown.emit()

    def _on_ready(self, event: Ready) -> None:
        self._sample_rate_hz = event.sample_rate_hz
        self._deaths = 0
        self._go(Step.READY)
        if self._answer is not None and not self._answer.stop_wanted:
            if self._answer.paused:
                # The one before died in a pause or behind a page that covers hers: only she lets the recording go on.
                self._go(Step.PAUSED)
            else:
                self._continue(self._answer)

    def _continue(self, answer: _Segments) -> None:
        try:
            self._begin_segment(answer)
        except Fault as fault:
            self.faulted.emit(fault)

    def _begin_segment(self, answer: _Segments) -> None:
        assert self._recorder is not None
        take_id = self._draft.new_take(answer.subject)
        self._take_id, self._committed_frames, self._ran_ms = take_id, 0, 0
        self.opening.emit()
        self._recorder.start(take_id)
        self._running_since_s = self._monotonic_s()
        self._go(Step.RECORDING)

    def _on_take_finished(self, event: TakeFinished) -> None:
        answer = self._answer
        if answer is None or event.take_id != self._take_id:
            return
        self._close_segment(answer, event.frames, frozenset(event.report.verdicts))
        answer.lost_ms += event.lost_frames * 1000 // self._sample_rate_hz
        if self._step is Step.STOPPING:
            self._go(Step.READY)
            self._finish(answer)

    def _close_segment(self, answer: _Segments, frames: int, verdicts: frozenset[Verdict]) -> None:
        take_id = self._take_id
        assert take_id is not None
        self._take_id, self._committed_frames, self._ran_ms = None, 0, 0
        if frames:
            answer.take_ids.append(take_id)
            answer.duration_ms += frames * 1000 // self._sample_rate_hz
            answer.verdicts.append(verdicts)
            return
        try:
            self._draft.discard_take(take_id)
        except Fault as fault:
            # A full disk takes no deletion either. The take is empty; it goes with the draft.
            self.faulted.emit(fault)

    def _on_failed(self, event: Failed) -> None:
        # `TakeFinished` came before, so whatever there was of the segment is already in `_answer`.
        self._lose_recorder()
        self.faulted.emit(EnvironmentFault(event.code, event.sentence))

    def _on_died(self) -> None:
        if self._answer is not None and self._take_id is not None:
            # The process is gone without a report: its sound counts, and nobody has judged it.
            self._close_segment(self._answer, self._frames_on_disk(self._take_id), frozenset())
        self._deaths += 1
        deaths = self._deaths
        self._lose_recorder()
        if deaths >= _MOST_DEATHS:
            self._deaths = 0
            self.faulted.emit(MicrophoneFault("recorder-died", "Recording has stopped working. Please call staff."))
        elif self._answer is None or not self._answer.stop_wanted:
            self.arm()

    def _frames_on_disk(self, take_id: str) -> int:
        """The dead recorder may have committed a chunk more than it lived to tell."""
        try:
            return next(take.frames for take in self._draft.takes() if take.take_id == take_id)
        except Fault as fault:
            self.faulted.emit(fault)
            return self._committed_frames

    def _lose_recorder(self) -> None:
        self._countdown.cancel()
        self._counting_for = None
        self._go(Step.AWAY)
        if self._answer is not None and self._answer.stop_wanted:
            self._finish(self._answer)

    def _finish(self, answer: _Segments) -> None:
        self._answer = None
        self.recorded.emit(Recorded(answer.subject, answer.take_ids, answer.duration_ms, answer.lost_ms, _verdicts_of_all(answer.verdicts)))

    def _go(self, step: Step) -> None:
        if step is not self._step:
            self._step = step
            if step in _ANSWER_OWED:
                self._silence.start()
            else:
                self._silence.stop()
            self.step_changed.emit()


def _verdicts_of_all(segments: list[frozenset[Verdict]]) -> frozenset[Verdict]:
    """Clipped if any segment is; silent, blocked, short or quiet only if all are."""
    if not segments:
        return frozenset()
    everywhere = frozenset.intersection(*segments)
    anywhere = frozenset.union(*segments)
    return everywhere | (anywhere & {Verdict.CLIPPED})

"""One reading at a time, from Record to a clip in memory that staff may keep or drop."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.audio.quality import Verdict
from kiosk.audio.reading import MOST_READING_MS, Reading
from kiosk.ui.recording import Recorded, RecordingDesk, Step
from kiosk.ui.staff.voice_booth import ScratchDesk, VoiceBooth
from kiosk.ui.tasks import Tasks
from sync.contract.faults import Fault

_SUBJECT = "voice"


class Taking(Enum):
    """CLOSED: no microphone is held. OPENING: it is being opened. MAKING: what was said becomes a clip. TAKEN: it can be heard and kept."""

    CLOSED = auto()
    OPENING = auto()
    READY = auto()
    RECORDING = auto()
    MAKING = auto()
    TAKEN = auto()


@dataclass(frozen=True)
class Taken:
    """`recorded.verdicts` are those of the words alone, without the silence around them."""

    reading: Reading
    recorded: Recorded


class VoiceTaker(QObject):
    """Window's thread. The microphone is held between `open` and `close`; nothing plays while it records."""

    changed = Signal()
    """Another `state`, or another `taken`."""
    levelled = Signal(object)
    """(Level)"""
    failed = Signal(object)
    """(Fault) What was said until then may still be TAKEN."""

    def __init__(self, booth: VoiceBooth, tasks: Tasks) -> None:
        super().__init__()
        self._booth = booth
        self._tasks = tasks
        self._scratch: ScratchDesk | None = None
        self._making: Recorded | None = None
        self._record_when_ready = False
        self._fault_told = False
        self.taken: Taken | None = None
        self._most = QTimer(self)
        self._most.setSingleShot(True)
        self._most.setInterval(MOST_READING_MS)
        self._most.timeout.connect(self.stop)

    @property
    def state(self) -> Taking:
        if self._scratch is None:
            return Taking.CLOSED
        step = self._scratch.desk.step
        if step is Step.STOPPING or self._making is not None:
            return Taking.MAKING
        if self._scratch.desk.subject is not None:
            # Also while a recorder that died is replaced by another.
            return Taking.RECORDING
        if self._record_when_ready:
            return Taking.OPENING
        if self.taken is not None:
            return Taking.TAKEN
        return Taking.OPENING if step is Step.ARMING else Taking.READY

    def open(self) -> None:
        """Raises DiskFull, StorageFault; then nothing is open."""
        if self._scratch is None:
            self._scratch = self._booth.open_desk()
            self._listen_to(self._scratch.desk)
            self._scratch.desk.arm()

    def record(self) -> None:
        """Instead of what was taken before; as soon as there is a microphone."""
        desk = self._desk()
        self.taken = None
        self._record_when_ready = True
        if desk.step is Step.READY:
            self._start()
        else:
            desk.arm()
        self.changed.emit()

    def stop(self) -> None:
        self._desk().stop()

    def forget(self) -> None:
        """What was taken is gone; harmless where nothing was."""
        self.taken = self._making = None
        self._record_when_ready = False
        self.changed.emit()

    def close(self) -> None:
        """Nothing is left of any take. Raises DiskFull, StorageFault; harmless when it is closed."""
        scratch, self._scratch = self._scratch, None
        self.taken = self._making = None
        self._record_when_ready = False
        self._most.stop()
        if scratch is not None:
            scratch.desk.disconnect(self)
            self._booth.speaker.hush(False)
            scratch.close()

    def _desk(self) -> RecordingDesk:
        assert self._scratch is not None
        return self._scratch.desk

    def _listen_to(self, desk: RecordingDesk) -> None:
        desk.step_changed.connect(self._on_step)
        desk.opening.connect(self._on_opening)
        desk.levelled.connect(self.levelled)
        desk.recorded.connect(self._on_recorded)
        desk.faulted.connect(self._on_fault)

    def _start(self) -> None:
        if self._scratch is None or not self._record_when_ready:
            return
        desk = self._scratch.desk
        if desk.step is not Step.READY:
            return
        self._record_when_ready = self._fault_told = False
        try:
            desk.start(_SUBJECT)
        except Fault as fault:
            self._on_fault(fault)
            return
        self._most.start()

    def _on_opening(self) -> None:
        self._booth.speaker.hush(True)

    def _on_step(self) -> None:
        if self._desk().step is Step.READY and self._record_when_ready:
            # Not from here: the desk is still in the middle of its step.
            QTimer.singleShot(0, self, self._start)
        self.changed.emit()

    def _on_fault(self, fault: Fault) -> None:
        self._record_when_ready = False
        self._fault_told = True
        self.failed.emit(fault)
        # What was said before counts, if it was enough.
        self._desk().stop()
        self.changed.emit()

    def _on_recorded(self, recorded: Recorded) -> None:
        self._most.stop()
        self._booth.speaker.hush(False)
        assert self._scratch is not None
        if not recorded.take_ids:
            if self._fault_told:
                self.changed.emit()
            else:
                self._made(recorded, Reading(None, frozenset({Verdict.SILENT})))
            return
        self._making = recorded
        self._tasks.run(
            partial(self._scratch.reading, recorded),
            owner=self,
            done=partial(self._made, recorded),
            failed=partial(self._not_made, recorded),
        )
        self.changed.emit()

    def _made(self, recorded: Recorded, reading: Reading) -> None:
        if self._making in (recorded, None) and self._scratch is not None:
            self._making = None
            self.taken = Taken(reading, replace(recorded, verdicts=reading.verdicts))
            self.changed.emit()

    def _not_made(self, recorded: Recorded, fault: Fault) -> None:
        if self._making is recorded:
            self._making = None
            self.failed.emit(fault)
            self.changed.emit()

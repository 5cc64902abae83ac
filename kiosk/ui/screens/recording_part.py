"""The half of a prompt's page to speak into: what the microphone hears, the elapsed time, and the big button."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.audio.meter import Level
from kiosk.ui.clock_text import clock_text
from kiosk.ui.recording import Step
from kiosk.ui.space_text import NEAR_END_MS, answer_left_text, space_text
from kiosk.ui.theme import RECORD_PX, grown
from kiosk.ui.widgets.leading import align_leading
from kiosk.ui.widgets.live_label import LiveLabel
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.record_button import RecordButton
from kiosk.ui.widgets.waveform import Waveform, bar_share

_SIDE_PX = 220
_STATUS_PX = 96


class RecordingPart(QWidget):
    """Waveform, elapsed time, the record button, and a panel that says in words what is happening."""

    def __init__(self) -> None:
        super().__init__()
        self.waveform = Waveform()
        self.clock = PlainLabel("clock")
        self.clock.setWordWrap(False)
        self.clock.setAccessibleIdentifier("elapsed")
        self.space = PlainLabel("small")
        self.space.setAccessibleIdentifier("time-left")
        self.button = RecordButton()
        times = QVBoxLayout()
        times.setSpacing(0)
        times.addStretch(1)
        times.addWidget(self.clock)
        times.addWidget(self.space)
        times.addStretch(1)
        panel = QFrame()
        panel.setProperty("role", "panel")
        self.status = LiveLabel("good")
        self._hinted = ""
        self.status.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(16, 4, 16, 4)
        inside.addWidget(self.status)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(16)
        grid.addWidget(self.waveform, 0, 0, 1, 3)
        grid.addLayout(times, 1, 0)
        grid.addWidget(self.button, 1, 1)
        grid.addWidget(panel, 1, 2, Qt.AlignmentFlag.AlignVCenter)
        # Both sides are equally wide, so that the button stands in the middle whatever is said beside it.
        for column, stretch in enumerate((1, 0, 1)):
            grid.setColumnStretch(column, stretch)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)
        self._grid, self._panel = grid, panel
        self._give_room()
        self.reset()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._give_room()

    def _give_room(self) -> None:
        """As much larger as the window: the button is what the page is about."""
        for column, least_px in enumerate((_SIDE_PX, RECORD_PX, _SIDE_PX)):
            self._grid.setColumnMinimumWidth(column, grown(least_px) if column == 1 else least_px)
        self._panel.setMinimumHeight(grown(_STATUS_PX))

    def reset(self) -> None:
        self.waveform.clear()
        self.show_elapsed(0)

    def retranslate(self) -> None:
        align_leading(self.clock)
        self.waveform.setAccessibleName(QCoreApplication.translate("Prompt", "Picture of your voice"))

    def show_level(self, level: Level, *, moving: bool) -> None:
        """Before a take the bars move too, in grey: it is seen that the microphone hears."""
        self.waveform.set_moving(moving)
        self.waveform.add([level.peak_dbfs])
        self.button.show_loudness(bar_share(level.rms_dbfs) if moving else 0.0)
        if moving:
            self._show_hint(_hint(level))

    def _show_hint(self, hint: str) -> None:
        """While it can still be mended, not only when all has been said."""
        if hint != self._hinted:
            self._hinted = hint
            self.status.setText(hint or _status(Step.RECORDING))
            self.status.set_role("careful" if hint else "good")

    def show_elapsed(self, elapsed_ms: int) -> bool:
        """Whether that is another second than the one shown before."""
        words = clock_text(elapsed_ms)
        if words == self.clock.text():
            return False
        self.clock.setText(words)
        return True

    def show_space(self, free_bytes: int, left_ms: int) -> None:
        """Whichever ends first: the room on the device, or this answer, of which `left_ms` are left."""
        near_end = left_ms <= NEAR_END_MS
        words = answer_left_text(left_ms) if near_end else space_text(free_bytes)
        if words != self.space.text():
            self.space.setText(words)
            self.space.set_role("careful" if near_end else "small")

    def show_step(self, step: Step, *, recording: bool) -> None:
        if step is not Step.COUNTING:
            self.button.show_recording(recording)
        self.button.setEnabled(step not in (Step.STOPPING, Step.ARMING))

    def show_countdown(self, number: int, number_ms: int) -> None:
        self.button.show_countdown(number, number_ms)

    def say(self, step: Step, *, recording: bool) -> None:
        self.button.set_text(_button_text(step, recording=recording))
        self.status.silent = step is Step.RECORDING
        self.status.setText(_status(step))
        self.status.set_role("good")
        self._hinted = ""

    def say_marked(self, marks: int) -> None:
        self.status.setText(marked_text(marks))


def marked_text(marks: int) -> str:
    """After a press on the flag."""
    return QCoreApplication.translate("Prompt", "Marked. Names marked so far: %n", "", marks)


def _hint(level: Level) -> str:
    if level.muted:
        return QCoreApplication.translate("Microphone", "The microphone is turned off in this device's settings. Please call staff.")
    if level.blocked:
        return QCoreApplication.translate("Microphone", "The microphone is switched off or blocked. Please call staff.")
    if level.too_quiet:
        return QCoreApplication.translate("Microphone", "That is very quiet. Please come closer or speak up.")
    return ""


def _button_text(step: Step, *, recording: bool) -> str:
    if step is Step.COUNTING:
        return QCoreApplication.translate("Prompt", "Do not record yet")
    if recording:
        return QCoreApplication.translate("Prompt", "Stop recording")
    return QCoreApplication.translate("Prompt", "Start recording")


def _status(step: Step) -> str:
    return {
        Step.AWAY: QCoreApplication.translate("Prompt", "No microphone. Press the red button to try again."),
        Step.ARMING: QCoreApplication.translate("Prompt", "One moment, the microphone is being opened."),
        Step.READY: QCoreApplication.translate("Prompt", "Press the red button and speak."),
        Step.COUNTING: QCoreApplication.translate("Prompt", "Get ready. Press again to stop the countdown."),
        Step.RECORDING: QCoreApplication.translate("Prompt", "Recording. It is saved as you speak."),
        Step.PAUSED: QCoreApplication.translate("Prompt", "Paused. Nothing is recorded now."),
        Step.STOPPING: QCoreApplication.translate("Prompt", "One moment, it is being saved."),
    }[step]

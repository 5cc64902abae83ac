"""The two halves of a prompt's page: the one to speak into and the one to listen with."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from kiosk.audio.meter import Level
from kiosk.audio.quality import Verdict
from kiosk.ui.clock_text import clock_text
from kiosk.ui.recording import Recorded, Step
from kiosk.ui.speaker import Speaker
from kiosk.ui.theme import RECORD_PX
from kiosk.ui.widgets.audio_bar import AudioBar
from kiosk.ui.widgets.leading import align_leading
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.record_button import RecordButton
from kiosk.ui.widgets.sentence_list import SentenceList
from kiosk.ui.widgets.waveform import Waveform, bar_share

_LOSS_WORTH_TELLING_MS = 50
_SIDE_PX = 280
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
        self.button = RecordButton()
        times = QVBoxLayout()
        times.setSpacing(0)
        times.addStretch(1)
        times.addWidget(self.clock)
        times.addWidget(self.space)
        times.addStretch(1)
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setMinimumHeight(_STATUS_PX)
        self.status = PlainLabel("good")
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
        for column, (stretch, least_px) in enumerate(((1, _SIDE_PX), (0, RECORD_PX), (1, _SIDE_PX))):
            grid.setColumnStretch(column, stretch)
            grid.setColumnMinimumWidth(column, least_px)
        grid.setRowStretch(0, 3)
        grid.setRowStretch(1, 2)
        self.reset()

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

    def show_elapsed(self, elapsed_ms: int) -> None:
        self.clock.setText(clock_text(elapsed_ms))

    def show_step(self, step: Step, *, under_way: bool) -> None:
        self.button.show_recording(under_way)
        self.button.setEnabled(under_way or step in (Step.READY, Step.AWAY))
        if step is Step.STOPPING:
            self.button.setEnabled(False)

    def say(self, step: Step, *, under_way: bool) -> None:
        self.button.set_text(
            QCoreApplication.translate("Prompt", "Stop recording") if under_way else QCoreApplication.translate("Prompt", "Start recording")
        )
        self.status.setText(_status(step, under_way=under_way))

    def say_marked(self, marks: int) -> None:
        self.status.setText(QCoreApplication.translate("Prompt", "Marked. Names marked so far: %n", "", marks))


class ListeningPart(QWidget):
    """What was recorded, and what is worth knowing about it before going on."""

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.state = PlainLabel("good")
        self.advice = SentenceList()
        self.bar = AudioBar(speaker, "play")
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(28, 20, 28, 20)
        inside.setSpacing(14)
        inside.addWidget(self.state)
        inside.addWidget(self.bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        layout.addStretch(1)
        layout.addWidget(panel)
        layout.addWidget(self.advice)
        layout.addStretch(2)

    def retranslate(self, subject: str) -> None:
        self.bar.retranslate(subject)

    def say(self, advice: list[str], *, kept: bool) -> None:
        self.state.setText(
            QCoreApplication.translate("Prompt", "Your answer is saved on this device.")
            if kept
            else QCoreApplication.translate("Prompt", "Listen to it. Then keep it, or record again.")
        )
        self.advice.set_sentences(advice)


def verdict_sentences(recorded: Recorded) -> list[str]:
    """What is wrong with a take, and what to do; empty for a good one."""
    sentences = {
        Verdict.BLOCKED: QCoreApplication.translate("Prompt", "The microphone gave no sound at all. Please call staff, then record again."),
        Verdict.SILENT: QCoreApplication.translate("Prompt", "We heard almost nothing. Please come closer and record again."),
        Verdict.TOO_SHORT: QCoreApplication.translate("Prompt", "This is very short. You can record again if you want to say more."),
        Verdict.TOO_QUIET: QCoreApplication.translate("Prompt", "Your voice is very quiet. You can come closer and record again."),
        Verdict.CLIPPED: QCoreApplication.translate(
            "Prompt", "Some parts are too loud and may crackle. You can move back and record again."
        ),
    }
    told = [sentence for verdict, sentence in sentences.items() if verdict in recorded.verdicts]
    if recorded.lost_ms > _LOSS_WORTH_TELLING_MS:
        told.append(QCoreApplication.translate("Prompt", "A small part of the sound is missing. Please listen to it."))
    return told


def _status(step: Step, *, under_way: bool) -> str:
    if under_way and step in (Step.AWAY, Step.ARMING, Step.READY):
        return QCoreApplication.translate("Prompt", "What you said so far is saved. Recording is interrupted.")
    return {
        Step.AWAY: QCoreApplication.translate("Prompt", "No microphone. Press the red button to try again."),
        Step.ARMING: QCoreApplication.translate("Prompt", "One moment, the microphone is being opened."),
        Step.READY: QCoreApplication.translate("Prompt", "Press the red button and speak."),
        Step.RECORDING: QCoreApplication.translate("Prompt", "Recording. It is saved as you speak."),
        Step.PAUSED: QCoreApplication.translate("Prompt", "Paused. Nothing is recorded now."),
        Step.STOPPING: QCoreApplication.translate("Prompt", "One moment, it is being saved."),
    }[step]

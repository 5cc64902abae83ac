"""Speak and see it move, then hear three seconds of yourself: before the first question it is known that the microphone works."""

from __future__ import annotations

from collections import deque
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.audio.meter import Level
from kiosk.story.interview import Page
from kiosk.story.session import AnswerDraft, Session
from kiosk.ui.recording import Recorded, RecordingDesk, Step
from kiosk.ui.screens.base import Screen
from kiosk.ui.widgets import answer_player
from kiosk.ui.widgets.advice_list import AdvicePicture
from kiosk.ui.widgets.answer_player import AnswerPlayer
from kiosk.ui.widgets.buttons import QuietButton, TextButton
from kiosk.ui.widgets.level_meter import WELL_HEARD_DBFS, LevelMeter
from kiosk.ui.widgets.live_label import LiveLabel
from kiosk.ui.widgets.reflow import Arrangement, Reflow, in_columns
from kiosk.ui.words import Words
from sync.contract.faults import Fault

TRIAL_MS = 3_000
TRIAL_SUBJECT = "microphone"

_METER_PX = 190

_REMEMBERED_LEVELS = 30  # a bit more than a second, so that the sentence does not flicker between words
_TOO_LOUD_DBFS = -1.0
_HEARD_DBFS = -50.0


class Hearing(Enum):
    """What the last second tells about the microphone."""

    OPENING = auto()
    GONE = auto()
    BLOCKED = auto()
    MUTED = auto()
    STEADY = auto()
    SILENT = auto()
    TOO_QUIET = auto()
    TOO_LOUD = auto()
    WELL = auto()


# Only staff can do something about these.
_FOR_STAFF = (Hearing.BLOCKED, Hearing.MUTED, Hearing.STEADY)
_PICTURES = {
    **dict.fromkeys((*_FOR_STAFF, Hearing.GONE), "mic-off"),
    Hearing.SILENT: "own-voice",
    Hearing.TOO_QUIET: "closer",
    Hearing.TOO_LOUD: "back-off",
    Hearing.WELL: "check",
}


class MicrophoneScreen(Screen):
    """The trial is a take of the draft like any other and is deleted when the page is left. One can go on without it."""

    page = Page.MICROPHONE
    text_id = "microphone"

    trial_replaced = Signal(object)
    """(Recorded) It is not needed any more."""

    def __init__(self, words: Words, desk: RecordingDesk, hearing: answer_player.Hearing) -> None:
        super().__init__(words)
        self._desk = desk
        self._trial: Recorded | None = None
        self._levels: deque[Level] = deque(maxlen=_REMEMBERED_LEVELS)
        self._here = False
        self._heard_herself = False
        self.hearing = Hearing.OPENING
        self.meter = LevelMeter()
        self.status = LiveLabel("strong")
        self.trial = QuietButton("record")
        self.picture = AdvicePicture()
        self.bar = AnswerPlayer(hearing)
        self.ok = QuietButton("mic-ok")
        self.trial.set_picture("record")
        self.ok.set_picture("check")
        self._end_trial = QTimer(self)
        self._end_trial.setSingleShot(True)
        self._end_trial.setInterval(TRIAL_MS)
        self._end_trial.timeout.connect(desk.stop)
        self._lay_out_body()
        self._connect(desk)

    def _lay_out_body(self) -> None:
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(28, 22, 28, 22)
        inside.setSpacing(14)
        inside.addStretch(1)
        inside.addWidget(self.meter, 8)
        said = QWidget()
        row = QHBoxLayout(said)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.picture)
        row.addWidget(self.status, 1)
        beside: Arrangement = {said: (0, 0, 1, 2), self.trial: (0, 2, 1, 1)}
        inside.addWidget(Reflow([beside, in_columns([said, self.trial], 1)], 14))
        inside.addStretch(1)
        self.meter.make_big(_METER_PX)
        self.add_before_continue(self.ok)
        self.body.addWidget(panel, 3)
        self.body.addWidget(self.bar, 2)

    def _connect(self, desk: RecordingDesk) -> None:
        desk.levelled.connect(self._on_level)
        desk.step_changed.connect(self._on_step)
        desk.recorded.connect(self._on_recorded)
        desk.faulted.connect(self._on_fault)
        self.trial.clicked.connect(self._begin_trial)
        self.ok.clicked.connect(self._hear_herself)
        self.bar.failed.connect(self.show_fault)
        self.bar.playing_changed.connect(self.busy_changed)

    def enter(self, session: Session) -> None:
        self._here = True
        self._heard_herself = False
        self._levels.clear()
        self._set_hearing(Hearing.OPENING)
        super().enter(session)
        self._desk.arm()

    def leave(self) -> None:
        self._here = False
        self._end_trial.stop()
        if self._desk.subject == TRIAL_SUBJECT:
            self._desk.stop()
        self.bar.show_answer(None)
        self._forget_trial()
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        self.trial.set_text(QCoreApplication.translate("Microphone", "Record 3 seconds"))
        self.ok.set_text(QCoreApplication.translate("Microphone", "I can hear myself"))
        self.meter.setAccessibleName(QCoreApplication.translate("Microphone", "Microphone level"))
        self.bar.retranslate()
        self._say_hearing()

    def refresh(self) -> None:
        super().refresh()
        running = self._desk.busy
        self.trial.setEnabled(self._desk.step is Step.READY)
        # There is nothing to hear before she has spoken, and the page belongs to the meter.
        heard = self._trial is not None and bool(self._trial.take_ids)
        self.bar.setVisible(heard)
        self.bar.setEnabled(heard and not running)
        self.ok.setEnabled(not running)
        self._show_next_step()

    def can_continue(self) -> bool:
        return super().can_continue() and not self._desk.busy

    def _show_next_step(self) -> None:
        """One button stands out, although each may be pressed: nobody has to read to find the way."""
        following: TextButton | None
        if self.hearing is Hearing.OPENING or self.hearing in _FOR_STAFF:
            following = None
        elif self.hearing is Hearing.GONE or self._heard_herself:
            following = self.continue_
        else:
            following = self.ok if self._trial is not None and self._trial.take_ids else self.trial
        for button in (self.trial, self.ok, self.continue_):
            button.set_emphasis(button is following)

    def _hear_herself(self) -> None:
        self._heard_herself = True
        self.refresh()
        self.continue_.setFocus()

    def _begin_trial(self) -> None:
        self._heard_herself = False
        self.bar.show_answer(None)
        self._forget_trial()
        try:
            self._desk.start(TRIAL_SUBJECT)
        except Fault as fault:
            self.show_fault(fault)
            return
        self._end_trial.start()

    def _on_recorded(self, recorded: Recorded) -> None:
        if recorded.subject != TRIAL_SUBJECT:
            return
        self._trial = recorded
        if not self._here:
            self._forget_trial()
        elif recorded.take_ids:
            self.bar.show_answer(AnswerDraft(list(recorded.take_ids), [], [], recorded.duration_ms))
            self.refresh()
            self.bar.button.click()

    def _forget_trial(self) -> None:
        trial, self._trial = self._trial, None
        if trial is not None:
            self.trial_replaced.emit(trial)

    def _on_step(self) -> None:
        if self._here:
            self.busy_changed.emit(self._desk.busy)
            self.refresh()

    def _on_fault(self, fault: Fault) -> None:
        if self._here:
            self._end_trial.stop()
            self._desk.stop()
            self.meter.show_nothing()
            self._set_hearing(Hearing.GONE)
            self.show_fault(fault)

    def _on_level(self, level: Level) -> None:
        if not self._here:
            return
        self._levels.append(level)
        hearing = judge_hearing(self._levels)
        self.meter.show_level(level.rms_dbfs, too_loud=hearing is Hearing.TOO_LOUD)
        self._set_hearing(hearing)

    def _set_hearing(self, hearing: Hearing) -> None:
        if hearing is not self.hearing:
            self.hearing = hearing
            self._say_hearing()
            self._show_next_step()

    def _say_hearing(self) -> None:
        sentences = {
            Hearing.OPENING: QCoreApplication.translate("Microphone", "One moment, the microphone is being opened."),
            Hearing.GONE: QCoreApplication.translate("Microphone", "No microphone now. You can go on and try again at the first question."),
            Hearing.BLOCKED: QCoreApplication.translate("Microphone", "The microphone is switched off or blocked. Please call staff."),
            Hearing.MUTED: QCoreApplication.translate(
                "Microphone", "The microphone is turned off in this device's settings. Please call staff."
            ),
            Hearing.STEADY: QCoreApplication.translate(
                "Microphone", "We hear a steady noise and no voice yet. Say a few words, or call staff."
            ),
            Hearing.SILENT: QCoreApplication.translate("Microphone", "We hear nothing yet. Please say a few words."),
            Hearing.TOO_QUIET: QCoreApplication.translate("Microphone", "That is very quiet. Please come closer or speak up."),
            Hearing.TOO_LOUD: QCoreApplication.translate("Microphone", "That is too loud. Please move back a little."),
            Hearing.WELL: QCoreApplication.translate("Microphone", "We hear you well."),
        }
        words = sentences[self.hearing]
        if self.hearing in _FOR_STAFF:
            words = f"{words} " + QCoreApplication.translate("Microphone", "They can choose another microphone.")
        self.status.setText(words)
        self.picture.set_picture(_PICTURES.get(self.hearing, ""))
        careful = (Hearing.TOO_LOUD, *_FOR_STAFF)
        self.status.set_role("good" if self.hearing is Hearing.WELL else "careful" if self.hearing in careful else "strong")


def judge_hearing(levels: deque[Level]) -> Hearing:
    """From the levels of about the last second, the newest last; at least one."""
    if levels[-1].muted:
        return Hearing.MUTED
    if levels[-1].blocked:
        return Hearing.BLOCKED
    if max(level.peak_dbfs for level in levels) > _TOO_LOUD_DBFS:
        return Hearing.TOO_LOUD
    if levels[-1].steady:
        return Hearing.STEADY
    loudest = max(level.rms_dbfs for level in levels)
    if loudest > WELL_HEARD_DBFS:
        return Hearing.WELL
    return Hearing.TOO_QUIET if loudest > _HEARD_DBFS else Hearing.SILENT

"""When nobody has been there for a while: a warning that any touch ends, then everything is discarded."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.announce import announce
from kiosk.ui.widgets.buttons import PrimaryButton
from kiosk.ui.widgets.one_press import OnePress
from kiosk.ui.widgets.pictogram import Pictogram
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.words import Words

COUNTDOWN_S = 60
# Seconds left at which a screen reader is told how many; each single one would be all it ever says.
_TOLD_AT_S = (30, 10)
_TICK_MS = 500
# A mouse on a table that trembles is nobody.
_MOVED_PX = 12
_PRESSES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin}
_MOVEMENTS = {QEvent.Type.MouseMove, QEvent.Type.TouchUpdate}
_SIGNS_OF_LIFE = {*_PRESSES, *_MOVEMENTS, QEvent.Type.Wheel}


class IdleWatch(QObject):
    """Installed as event filter on the application. `held()` says whether she is busy without touching: recording, listening, sending."""

    warned = Signal()
    counted = Signal(int)
    """(seconds left)"""
    extended = Signal()
    expired = Signal()
    pressed = Signal(object)
    """(QEvent) A key, a button of the mouse or a finger went down, on any widget; before the widget gets it."""

    def __init__(self, idle_s: int, held: Callable[[], bool], monotonic_s: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._idle_s = idle_s
        self._held = held
        self._monotonic_s = monotonic_s
        self._touched_s = monotonic_s()
        self._mouse_at = QPointF()
        self._warning = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def warning(self) -> bool:
        return self._warning

    def start(self) -> None:
        self.touch()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._warning = False

    def touch(self) -> None:
        """Somebody is there."""
        self._touched_s = self._monotonic_s()
        if self._warning:
            self._warning = False
            self.extended.emit()

    def look(self) -> None:
        """What the timer does every half second."""
        if self._held():
            self.touch()
            return
        alone_s = self._monotonic_s() - self._touched_s
        if alone_s < self._idle_s:
            return
        left_s = int(self._idle_s + COUNTDOWN_S - alone_s)
        if left_s <= 0:
            self.stop()
            self.expired.emit()
            return
        if not self._warning:
            self._warning = True
            self.warned.emit()
        self.counted.emit(left_s)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and event.spontaneous() and self._timer.isActive():
            if not self._is_somebody(event):
                return False
            was_warning = self._warning
            self.touch()
            if event.type() in _PRESSES and watched.isWidgetType():
                self.pressed.emit(event)
            # The touch that wakes the page must not also press what lies under it, nor may a second one that follows at once.
            if was_warning and isinstance(event, QMouseEvent):
                OnePress.note_press(event.globalPosition())
            return was_warning
        return False

    def _is_somebody(self, event: QEvent) -> bool:
        """Not what leans on the keyboard, nor what makes a mouse tremble."""
        if isinstance(event, QKeyEvent):
            return not event.isAutoRepeat()
        if event.type() not in _MOVEMENTS:
            return True
        if self._warning:
            # The press that she is on the way to must fall on the warning, and not on a box of consent that lies under it.
            return False
        if isinstance(event, QMouseEvent):
            if (event.globalPosition() - self._mouse_at).manhattanLength() < _MOVED_PX:
                return False
            self._mouse_at = event.globalPosition()
        return True


class IdlePage(QWidget):
    """The whole window. `stay` is for helpers that press buttons; a finger may go anywhere."""

    stayed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleIdentifier("page-idle")
        self.title = PlainLabel("display")
        self.sentence = PlainLabel("sentence")
        self.seconds = PlainLabel("clock")
        self.seconds.setAccessibleIdentifier("idle-seconds")
        self.stay = PrimaryButton("stay")
        self.stay.make_big()
        layout = QVBoxLayout(self)
        layout.setSpacing(22)
        layout.addStretch(1)
        layout.addWidget(Pictogram(112, "wait"), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.sentence, self.seconds):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addWidget(self.stay, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.stay.clicked.connect(self.stayed)

    def retranslate(self) -> None:
        text = self._words.texts.page("idle")
        self.title.setText(text.title)
        self.setAccessibleName(text.title)
        self.sentence.setText(" ".join(text.sentences))
        self.stay.set_text(QCoreApplication.translate("Idle", "I am here"))

    def show_seconds(self, left_s: int) -> None:
        if str(left_s) == self.seconds.text():
            return
        self.seconds.setText(str(left_s))
        if left_s in _TOLD_AT_S and self.isVisible():
            announce(self, f"{self.title.text()} {left_s}", at_once=True)

    def focus_first(self) -> None:
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

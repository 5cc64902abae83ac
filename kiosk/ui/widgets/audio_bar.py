"""Play and stop one sound, see where it is, and jump by a tap or by keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from kiosk.ui import theme
from kiosk.ui.clock_text import clock_text
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.theme import TARGET_PX
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.plain_label import PlainLabel
from sync.contract.faults import Fault

_KEY_STEP_MS = 5_000
_KNOB_PX = 26


class AudioBar(QWidget):
    """Disabled while it has no sound. `identifier` names its button; the track is `<identifier>-position`."""

    playing_changed = Signal(bool)
    failed = Signal(object)
    """(Fault) The sound cannot be read or played."""

    def __init__(self, speaker: Speaker, identifier: str = "play", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaker = speaker
        self._sound: Sound | None = None
        self._subject = ""
        self.button = QuietButton(identifier)
        self.track = _Track(f"{identifier}-position")
        self.time = PlainLabel("small")
        self.time.setWordWrap(False)
        # Digits of time read left to right in every language.
        self.time.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.button)
        layout.addWidget(self.track, 1)
        layout.addWidget(self.time)
        self.button.clicked.connect(self._toggle)
        self.track.sought.connect(self._seek)
        speaker.started.connect(self._on_started)
        speaker.stopped.connect(self._on_stopped)
        speaker.moved.connect(self._on_moved)
        speaker.failed.connect(self._on_failed)
        self.set_sound(None)

    @property
    def position_ms(self) -> int:
        return self.track.value()

    @property
    def playing(self) -> bool:
        return self._speaker.is_playing(self)

    def set_sound(self, sound: Sound | None) -> None:
        """Stops the one before."""
        self.stop()
        self._sound = sound
        self.track.setRange(0, sound.duration_ms if sound else 0)
        self.track.setValue(0)
        self.setEnabled(sound is not None)
        self._show_time()

    def retranslate(self, subject: str = "") -> None:
        """`subject` tells several bars on one page apart for who cannot see them."""
        self._subject = subject
        self.track.setAccessibleName(QCoreApplication.translate("AudioBar", "Position") + (f", {subject}" if subject else ""))
        self._show_button()

    def stop(self) -> None:
        if self.playing:
            self._speaker.stop()

    def _toggle(self) -> None:
        if self.playing:
            self._speaker.stop()
        elif self._sound is not None:
            at_end = self.track.value() >= self._sound.duration_ms - 100
            self._speaker.play(self, self._sound, 0 if at_end else self.track.value())

    def _seek(self, position_ms: int) -> None:
        if self.playing and self._sound is not None:
            self._speaker.play(self, self._sound, position_ms)
        self._show_time()

    def _on_started(self, owner: object) -> None:
        if owner is self:
            self._show_button()
            self.playing_changed.emit(True)

    def _on_stopped(self, owner: object) -> None:
        if owner is self:
            self._show_button()
            self.playing_changed.emit(False)

    def _on_moved(self, owner: object, position_ms: int) -> None:
        if owner is self:
            self.track.setValue(position_ms)
            self._show_time()

    def _on_failed(self, owner: object, fault: Fault) -> None:
        if owner is self:
            self.failed.emit(fault)

    def _show_button(self) -> None:
        stop = QCoreApplication.translate("AudioBar", "Stop listening")
        listen = QCoreApplication.translate("AudioBar", "Listen to it")
        # The button keeps its place when its word changes.
        width = 0
        for label in (stop, listen):
            self.button.set_text(label)
            width = max(width, self.button.sizeHint().width())
        self.button.setMinimumWidth(width)
        self.button.set_picture("stop" if self.playing else "play")
        words = stop if self.playing else listen
        self.button.set_text(words, f"{words}, {self._subject}" if self._subject else None)

    def _show_time(self) -> None:
        self.time.setText(f"{clock_text(self.track.value())} / {clock_text(self.track.maximum())}")


class _Track(QSlider):
    """A slider that jumps to where it is touched; Qt mirrors its direction, the painting follows."""

    sought = Signal(int)
    """(position_ms) By the person, not by playing."""

    def __init__(self, identifier: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setAccessibleIdentifier(identifier)
        self.setSingleStep(_KEY_STEP_MS)
        self.setPageStep(4 * _KEY_STEP_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(lambda action: self.sought.emit(self.sliderPosition()))

    def sizeHint(self) -> QSize:
        return QSize(240, TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, TARGET_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._jump(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._jump(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _jump(self, event: QMouseEvent) -> None:
        span = max(1, self.width() - _KNOB_PX)
        share = min(1.0, max(0.0, (event.position().x() - _KNOB_PX / 2) / span))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        self.setValue(round(share * self.maximum()))
        self.sought.emit(self.value())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        share = self.value() / self.maximum() if self.maximum() else 0.0
        span, middle = self.width() - _KNOB_PX, self.height() / 2
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        knob = _KNOB_PX / 2 + (1 - share if mirrored else share) * span
        painter.setBrush(QColor(theme.OUTLINE))
        painter.drawRoundedRect(QRectF(_KNOB_PX / 2, middle - 4, span, 8), 4, 4)
        colour = QColor(theme.TEAL if self.isEnabled() else theme.OUTLINE)
        painter.setBrush(colour)
        begin = self.width() - _KNOB_PX / 2 if mirrored else _KNOB_PX / 2
        painter.drawRoundedRect(QRectF(min(begin, knob), middle - 4, abs(knob - begin), 8), 4, 4)
        painter.drawEllipse(QRectF(knob - _KNOB_PX / 2, middle - _KNOB_PX / 2, _KNOB_PX, _KNOB_PX))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.TEAL), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 8, -2, -8), 12, 12)
        painter.end()

"""Play and stop one sound, see where it is, and jump by a tap or by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.clock_text import clock_text
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.theme import TARGET_PX
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.picture_button import PictureButton
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.time_slider import TimeSlider
from sync.contract.faults import Fault

_KNOB_PX = 26
_AT_END_MS = 100


class AudioBar(QWidget):
    """Disabled while it has no sound. `identifier` names its button; the track is `<identifier>-position`."""

    playing_changed = Signal(bool)
    failed = Signal(object)
    """(Fault) The sound cannot be read or played."""

    def __init__(
        self,
        speaker: Speaker,
        identifier: str = "play",
        *,
        button: QuietButton | PictureButton | None = None,
        track: TimeSlider | None = None,
    ) -> None:
        super().__init__()
        self._speaker = speaker
        self._sound: Sound | None = None
        self._subject = ""
        self._start_ms = 0
        self._end_ms = 0
        self._interrupted = False
        self.button = button or QuietButton(identifier)
        self.track = track or _Track(f"{identifier}-position")
        self.time = PlainLabel("small")
        self.time.setWordWrap(False)
        # Digits of time read left to right in every language.
        self.time.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.time.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.button.clicked.connect(self._toggle)
        self.track.sought.connect(self._seek)
        self.track.let_go.connect(self._go_on)
        speaker.started.connect(self._on_started)
        speaker.stopped.connect(self._on_stopped)
        speaker.moved.connect(self._on_moved)
        speaker.failed.connect(self._on_failed)
        self.set_sound(None)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.button)
        layout.addWidget(self.track, 1)
        layout.addWidget(self.time)

    @property
    def position_ms(self) -> int:
        return self.track.position_ms

    @property
    def playing(self) -> bool:
        return self._speaker.is_playing(self)

    def set_sound(self, sound: Sound | None) -> None:
        """Stops the one before and goes to the beginning."""
        self.stop()
        self._sound = sound
        duration_ms = sound.duration_ms if sound else 0
        self._start_ms, self._end_ms = 0, duration_ms
        self.track.set_duration(duration_ms)
        self.setEnabled(sound is not None)
        self._show_time()

    def retranslate(self, subject: str = "") -> None:
        """`subject` tells several bars on one page apart for who cannot see them."""
        self._subject = subject
        self.track.setAccessibleName(QCoreApplication.translate("AudioBar", "Position") + (f", {subject}" if subject else ""))
        self.track.describe()
        self._show_button()

    def stop(self) -> None:
        if self.playing:
            self._speaker.stop()

    def play_from(self, position_ms: int) -> None:
        """From there to the end of what is to be heard; from a place after that end to the very end."""
        if self._sound is None:
            return
        self.track.set_position(position_ms)
        heard = self._sound
        if position_ms < self._end_ms < heard.duration_ms:
            heard = ending_at(heard, self._end_ms)
        self._speaker.play(self, heard, position_ms)

    def _toggle(self) -> None:
        if self.playing:
            self._speaker.stop()
            return
        at_end = abs(self.position_ms - self._end_ms) < _AT_END_MS or self.position_ms >= self.track.duration_ms - _AT_END_MS
        self.play_from(self._start_ms if at_end else self.position_ms)

    def _seek(self, position_ms: int) -> None:
        if self.playing and self.track.held:
            # Every step of a drag would be decrypted and decoded.
            self._interrupted = True
            self._speaker.stop()
        elif self.playing:
            self.play_from(position_ms)
        self._show_time()

    def _go_on(self) -> None:
        if self._interrupted:
            self._interrupted = False
            self.play_from(self.position_ms)

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
            self.track.set_position(position_ms)
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
        self.time.setText(f"{clock_text(self.track.position_ms)} / {clock_text(self.track.duration_ms)}")


def ending_at(sound: Sound, end_ms: int) -> Sound:
    """The beginning of a sound."""
    return replace(sound, duration_ms=end_ms, read=lambda start_ms, most_ms: sound.read(start_ms, max(0, min(most_ms, end_ms - start_ms))))


class _Track(TimeSlider):
    """A line with a knob."""

    def __init__(self, identifier: str) -> None:
        super().__init__(identifier)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, TARGET_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, TARGET_PX)

    def _left_px(self) -> float:
        return _KNOB_PX / 2

    def _span_px(self) -> float:
        return float(self.width() - _KNOB_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, knob, begin = self.height() / 2, self.x_of(self.position_ms), self.x_of(0)
        colours = theme.palette()
        painter.setBrush(QColor(colours.outline))
        painter.drawRoundedRect(QRectF(self._left_px(), middle - 4, self._span_px(), 8), 4, 4)
        painter.setBrush(QColor(colours.accent if self.isEnabled() else colours.outline))
        painter.drawRoundedRect(QRectF(min(begin, knob), middle - 4, abs(knob - begin), 8), 4, 4)
        painter.drawEllipse(QRectF(knob - _KNOB_PX / 2, middle - _KNOB_PX / 2, _KNOB_PX, _KNOB_PX))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.accent), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 8, -2, -8), 12, 12)
        painter.end()

"""Paint solid covers over faces and signs on one photo, with a finger, a mouse or the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme

_STEP = 0.03  # of the photo's shorter side, per key press
_START = 0.25
_SMALLEST = 0.04
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CoverEditor(QWidget):
    """Holds rectangles in photo pixels. A drag lays one; with keys a frame is moved (arrows), sized (Shift + arrows) and laid (Enter).

    Nothing is burnt in here: `covers` is handed to whoever changes the photo for good.
    """

    accessible_role = "canvas"

    covers_changed = Signal(int)
    """(count)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo = QImage()
        self._covers: list[QRect] = []
        self._drag_from: QPointF | None = None
        self._drag_to = QPointF()
        self._frame = QRectF()
        self.setAccessibleIdentifier("cover-editor")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def covers(self) -> list[QRect]:
        """In photo pixels, all within the photo."""
        return list(self._covers)

    def set_photo(self, photo: QImage) -> None:
        self._photo = photo
        side = min(photo.width(), photo.height()) * _START
        self._frame = QRectF(photo.width() / 2 - side / 2, photo.height() / 2 - side / 2, side, side)
        self._drag_from = None
        self._change([])

    def undo(self) -> None:
        """Takes the last cover away, while it is only drawn."""
        self._change(self._covers[:-1])

    def clear(self) -> None:
        """Keeps nothing of the photo."""
        self._photo = QImage()
        self._change([])

    def sizeHint(self) -> QSize:
        return QSize(560, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag_from = self._drag_to = self._to_photo(event.position())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is not None:
            self._drag_to = self._to_photo(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is None:
            return
        drawn = QRectF(self._drag_from, self._to_photo(event.position())).normalized()
        self._drag_from = None
        self._lay(drawn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._nudge(*_ARROWS[key], size=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._lay(self._frame)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.undo()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(theme.palette().panel))
        if self._photo.isNull():
            painter.end()
            return
        painter.drawImage(self._photo_place(), self._photo)
        for cover in self._covers:
            painter.fillRect(self._to_widget(QRectF(cover)), QColor("black"))
        if self._drag_from is not None:
            painter.fillRect(self._to_widget(QRectF(self._drag_from, self._drag_to).normalized()), QColor(0, 0, 0, 170))
        elif self.hasFocus():
            frame = self._to_widget(self._frame)
            painter.setPen(QPen(QColor("white"), 6))
            painter.drawRect(frame)
            painter.setPen(QPen(QColor(theme.palette().accent_dark), 3, Qt.PenStyle.DashLine))
            painter.drawRect(frame)
        if self.hasFocus():
            self._draw_focus(painter)
        painter.end()

    def _draw_focus(self, painter: QPainter) -> None:
        width = theme.palette().focus_px
        painter.setPen(QPen(QColor(theme.palette().accent), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))

    def _change(self, covers: list[QRect]) -> None:
        self._covers = covers
        self.covers_changed.emit(len(covers))
        self.update()

    def _lay(self, area: QRectF) -> None:
        smallest = _SMALLEST * min(self._photo.width(), self._photo.height())
        if area.width() < smallest or area.height() < smallest:  # a tap, not a drag: a square around it
            side = 3 * smallest
            area = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        cover = area.toAlignedRect().intersected(self._photo.rect())
        if not cover.isEmpty():
            self._change([*self._covers, cover])

    def _nudge(self, across: int, down: int, *, size: bool) -> None:
        step = _STEP * min(self._photo.width(), self._photo.height())
        frame = QRectF(self._frame)
        if size:
            frame.setWidth(max(step, frame.width() + across * step))
            frame.setHeight(max(step, frame.height() + down * step))
        else:
            frame.translate(across * step, down * step)
        whole = QRectF(self._photo.rect())
        if whole.contains(frame.center()):
            self._frame = frame
        self.update()

    def _photo_place(self) -> QRectF:
        size = QRectF(self._photo.rect()).size().scaled(QRectF(self.rect()).size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height())

    def _to_widget(self, area: QRectF) -> QRectF:
        place = self._photo_place()
        scale = place.width() / self._photo.width()
        return QRectF(place.x() + area.x() * scale, place.y() + area.y() * scale, area.width() * scale, area.height() * scale)

    def _to_photo(self, point: QPointF) -> QPointF:
        place = self._photo_place()
        scale = self._photo.width() / max(1.0, place.width())
        return QPointF((point.x() - place.x()) * scale, (point.y() - place.y()) * scale)

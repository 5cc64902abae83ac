"""One photo as a tile that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.icons import draw_picture
from kiosk.ui.widgets.heeds_toggling import HeedsToggling
from kiosk.ui.widgets.one_press import OnePress

# Few photos are shown larger; ten stand in two rows.
_SIDES_PX = {3: 248, 5: 166, 11: 148}
_LARGEST_PX = max(_SIDES_PX.values())
_MARK_PX = 32
_MARK_INSET_PX = 12


def side_px(tiles: int) -> int:
    """For `tiles` side by side, 1 to 11, in a window of the usual size."""
    return next(side for most, side in _SIDES_PX.items() if tiles <= most)


class PhotoTile(OnePress, HeedsToggling, QAbstractButton):
    """Checkable when `checkable`; shows its picture whole on a calm ground, or its label while there is no picture (yet)."""

    def __init__(self, identifier: str, *, checkable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self._side_px = _LARGEST_PX
        self.setCheckable(checkable)
        self.setAutoExclusive(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleIdentifier(identifier)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_words(self, label: str) -> None:
        self.setText(label)
        self.setAccessibleName(label)
        self.update()

    def set_picture(self, picture: QImage | None) -> None:
        """Scaled down here once: tiles keep no full picture."""
        self._picture = None
        if picture is not None and not picture.isNull():
            self._picture = picture.scaled(
                2 * _LARGEST_PX, 2 * _LARGEST_PX, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        self.update()

    def set_side(self, side_px: int) -> None:
        if side_px != self._side_px:
            self._side_px = side_px
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        side = theme.grown(self._side_px)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours = theme.palette()
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.panel))
        painter.drawRoundedRect(box, theme.RADIUS_PX, theme.RADIUS_PX)
        if self._picture is not None:
            clip = QPainterPath()
            clip.addRoundedRect(box, theme.RADIUS_PX, theme.RADIUS_PX)
            painter.setClipPath(clip)
            size = self._picture.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = box.center().x() - size.width() / 2, box.center().y() - size.height() / 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._picture)
            painter.setClipping(False)
        else:
            painter.setPen(QColor(colours.muted))
            painter.drawText(box.adjusted(8, 8, -8, -8), int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self.text())
        edge = 5 if self.isChecked() else colours.edge_px
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent if self.isChecked() else colours.outline), edge))
        painter.drawRoundedRect(box, theme.RADIUS_PX, theme.RADIUS_PX)
        if self.isChecked():
            self._draw_mark(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme.RADIUS_PX + 2, theme.RADIUS_PX + 2)
        painter.end()

    def _draw_mark(self, painter: QPainter) -> None:
        """Which one the tools are for, not by colour alone."""
        colours, side = theme.palette(), theme.grown(_MARK_PX)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - side - _MARK_INSET_PX if mirrored else _MARK_INSET_PX
        place = QRectF(left, _MARK_INSET_PX, side, side)
        painter.setPen(QPen(QColor(colours.on_colour), 2))
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(place)
        inset = side * 0.2
        draw_picture(painter, "check", colours.on_colour, place.adjusted(inset, inset, -inset, -inset), mirrored=False)

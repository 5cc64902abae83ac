"""One photo as a tile that can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui import theme

# Few photos are shown larger; ten stand in two rows.
_SIDES_PX = {3: 230, 5: 164, 10: 148}
_LARGEST_PX = max(_SIDES_PX.values())


def side_px(tiles: int) -> int:
    """For `tiles` side by side, 1 to 10."""
    return next(side for most, side in _SIDES_PX.items() if tiles <= most)


class PhotoTile(QAbstractButton):
    """Checkable when `checkable`; shows its picture whole on a calm ground, or its label while there is no picture (yet)."""

    def __init__(self, identifier: str, *, checkable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self._side_px = _LARGEST_PX
        self.setCheckable(checkable)
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
        return QSize(self._side_px, self._side_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.MINT))
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
            painter.setPen(QColor(theme.MUTED))
            painter.drawText(box.adjusted(8, 8, -8, -8), int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), self.text())
        edge = 5 if self.isChecked() else 2
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.TEAL if self.isChecked() else theme.OUTLINE), edge))
        painter.drawRoundedRect(box, theme.RADIUS_PX, theme.RADIUS_PX)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.INK), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), theme.RADIUS_PX + 2, theme.RADIUS_PX + 2)
        painter.end()

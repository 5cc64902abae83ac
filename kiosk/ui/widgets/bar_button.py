"""A button of the fixed row: a picture, and its word below it, so that five of them stand beside each other in every language."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.icons import picture
from kiosk.ui.theme import TARGET_PX, grown
from kiosk.ui.widgets.buttons import TextButton

_PICTURE_PX = 28
_ABOVE_PX = 9
_BETWEEN_PX = 1
_BESIDE_PX = 10


class BarButton(TextButton):
    """Without room for words it shows its picture alone (`show_word`); its accessible name stays."""

    role = "link"

    def __init__(self, identifier: str, parent: QWidget | None = None) -> None:
        self._word = ""
        self._drawn: dict[tuple[str, str, bool], QPixmap] = {}
        super().__init__(identifier, "", parent)
        self._worded = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt itself is told neither words nor picture, and so paints the ground alone.

    def set_text(self, text: str, spoken: str | None = None) -> None:
        self._word = text
        self.setAccessibleName(spoken or text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._word

    def icon(self) -> QIcon:
        return QIcon(self._pixmap(theme.palette().muted))

    def show_word(self, worded: bool) -> None:
        if worded != self._worded:
            self._worded = worded
            self.updateGeometry()
            self.update()

    def width_with_word_px(self) -> int:
        """How wide it is while it shows its word."""
        self.ensurePolished()
        return max(grown(TARGET_PX), QFontMetrics(self.font()).horizontalAdvance(self._word) + 2 * grown(_BESIDE_PX))

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        height = max(grown(TARGET_PX), grown(_ABOVE_PX) + grown(_PICTURE_PX) + _BETWEEN_PX + self._line_px() + grown(_ABOVE_PX) // 2)
        return QSize(self.width_with_word_px() if self._worded else grown(TARGET_PX), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        line_px = self._line_px() if self._worded else 0
        top = (self.height() - grown(_PICTURE_PX) - _BETWEEN_PX - line_px) // 2
        # As the style sheet has it, in every state.
        colours = theme.palette()
        colour = colours.resting if not self.isEnabled() else colours.accent if self.isChecked() else colours.muted
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(
            QRect((self.width() - grown(_PICTURE_PX)) // 2, top, grown(_PICTURE_PX), grown(_PICTURE_PX)), self._pixmap(colour)
        )
        if self._worded:
            place = QRect(0, top + grown(_PICTURE_PX) + _BETWEEN_PX, self.width(), line_px)
            painter.setPen(colour)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._word)
        painter.end()

    def _line_px(self) -> int:
        # The tallest of the bundled scripts, so that the row is as high in every language.
        return round(QFontMetrics(self.font()).height() * 1.15)

    def _pixmap(self, colour: str) -> QPixmap:
        """Drawn when it is first needed in this colour and direction."""
        key = (self._picture, colour, self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        if key not in self._drawn:
            self._drawn[key] = picture(self._picture, colour, mirrored=key[2]) if self._picture else QPixmap()
        return self._drawn[key]

    def _draw_picture(self) -> None:
        self.update()

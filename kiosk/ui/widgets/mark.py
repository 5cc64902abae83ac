"""A small picture beside a sentence, at the height of the sentence's first line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.icons import picture
from kiosk.ui.widgets.plain_label import PlainLabel

_MARK_PX = 24
_LINE_PX = 30


class Mark(QWidget):
    """`name` as in kiosk.ui.icons; `warns` colours it as sentences that warn. It tells nothing that the sentence does not."""

    def __init__(self, name: str, *, warns: bool) -> None:
        super().__init__()
        self._name = name
        self._warns = warns
        self.setFixedWidth(_MARK_PX)
        self.setMinimumHeight(_LINE_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colours = theme.palette()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        shown = picture(self._name, colours.voice_dark if self._warns else colours.accent, mirrored=mirrored)
        painter.drawPixmap(QRectF(0, (_LINE_PX - _MARK_PX) / 2, _MARK_PX, _MARK_PX), shown, QRectF(shown.rect()))
        painter.end()


def marked(mark: Mark, label: PlainLabel) -> QWidget:
    """Both as one row."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    layout.addWidget(mark)
    layout.addWidget(label, 1)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    return row

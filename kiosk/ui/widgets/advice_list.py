"""Sentences that say what to do, each with a picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.icons import draw_picture
from kiosk.ui.widgets.plain_label import PlainLabel

_SIDE_PX = 52


@dataclass(frozen=True)
class Advice:
    """`picture` as in kiosk.ui.icons."""

    picture: str
    sentence: str


class AdviceList(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleIdentifier("advice")
        self._rows: list[tuple[QWidget, AdvicePicture, PlainLabel]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.hide()

    @property
    def sentences(self) -> list[str]:
        """What is shown."""
        return [label.text() for _, _, label in self._rows if label.text()]

    def set_advice(self, advice: Sequence[Advice]) -> None:
        """May be called with another number each time."""
        while len(self._rows) < len(advice):
            self._add_row()
        for number, (row, shown, label) in enumerate(self._rows):
            used = number < len(advice)
            row.setVisible(used)
            shown.set_picture(advice[number].picture if used else "")
            label.setText(advice[number].sentence if used else "")
        self.setVisible(bool(advice))

    def _add_row(self) -> None:
        row, shown, label = QWidget(), AdvicePicture(), PlainLabel("strong")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(shown)
        line.addWidget(label, 1)
        self._layout.addWidget(row)
        self._rows.append((row, shown, label))


class AdvicePicture(QWidget):
    """In a round field of the colour of notices."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.grown(_SIDE_PX), theme.grown(_SIDE_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def set_picture(self, name: str) -> None:
        """As in kiosk.ui.icons; empty for none."""
        if name != self._name:
            self._name = name
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._name:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.palette()
        painter.setPen(QColor(colours.outline))
        painter.setBrush(QColor(colours.notice))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        inset = self.width() * 0.22
        place = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        draw_picture(painter, self._name, colours.ink, place, mirrored=self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        painter.end()

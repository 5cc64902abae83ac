"""Sentences one under the other, each with a mark before it, so that a page of text reads as a few single things."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui import theme
from kiosk.ui.widgets.plain_label import PlainLabel


class SentenceList(QWidget):
    """`set_sentences` may be called with another number each time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QWidget, PlainLabel]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(18)

    @property
    def sentences(self) -> list[str]:
        """What is shown."""
        return [label.text() for _, label in self._rows if label.text()]

    def set_sentences(self, sentences: Sequence[str]) -> None:
        while len(self._rows) < len(sentences):
            self._add_row()
        for number, (row, label) in enumerate(self._rows):
            row.setVisible(number < len(sentences))
            label.setText(sentences[number] if number < len(sentences) else "")

    def _add_row(self) -> None:
        row, label = QWidget(), PlainLabel("lead")
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(_Dot(label))
        line.addWidget(label, 1)
        self._layout.addWidget(row)
        self._rows.append((row, label))


class _Dot(QWidget):
    """Stands at the height of the label's first line, whatever script that is in."""

    def __init__(self, label: PlainLabel) -> None:
        super().__init__()
        self._label = label
        self.setFixedWidth(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.TERRACOTTA))
        painter.drawEllipse(QPointF(self.width() / 2, self._first_line_px() / 2 + 1), 6, 6)
        painter.end()

    def _first_line_px(self) -> float:
        # The font's own metrics know nothing of the taller font that stands in for another script.
        layout = QTextLayout(self._label.text(), self._label.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return line.height()

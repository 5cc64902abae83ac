"""Sentences one under the other, each with a picture of what it says, so that a page of text reads as a few single things."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.widgets.pictogram import Pictogram
from kiosk.ui.widgets.plain_label import PlainLabel

_PICTURE_PX = 56
_LEAST_BETWEEN_PX = 6


class SentenceList(QWidget):
    """Takes the height that it is given: its sentences stand evenly in it. `set_sentences` may be called with another number each time."""

    def __init__(self, picture_px: int = _PICTURE_PX, parent: QWidget | None = None) -> None:
        """`picture_px` is the side of a picture in a window of the usual size."""
        super().__init__(parent)
        self._picture_px = picture_px
        self._rows: list[tuple[QWidget, Pictogram, PlainLabel]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_LEAST_BETWEEN_PX)

    @property
    def sentences(self) -> list[str]:
        """What is shown."""
        return [label.text() for _, _, label in self._rows if label.text()]

    def set_sentences(self, sentences: Sequence[str], pictures: Sequence[str] = ()) -> None:
        """`pictures` as in kiosk.ui.icons, in the order of the sentences."""
        while len(self._rows) < len(sentences):
            self._add_row()
        for number, (row, picture, label) in enumerate(self._rows):
            row.setVisible(number < len(sentences))
            label.setText(sentences[number] if number < len(sentences) else "")
            picture.set_picture(pictures[number] if number < len(pictures) else "")
            picture.setVisible(bool(pictures))

    def _add_row(self) -> None:
        row, picture, label = QWidget(), Pictogram(self._picture_px), PlainLabel("lead")
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(20)
        line.addWidget(picture)
        line.addWidget(label, 1)
        self._layout.addWidget(row, 1)
        self._rows.append((row, picture, label))

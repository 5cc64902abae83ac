"""The row below a page: the way back, what else one can do, and the way on. Where words are long, what else one can do stands above."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.theme import TARGET_PX

_SPACING_PX = 14
_BETWEEN_LINES_PX = 8
# What a sentence beside buttons needs at least, so that it does not become a column of words.
_SENTENCE_PX = 180


class BottomRow(QWidget):
    """`back` and `onward` are always on the lower line, at its two ends."""

    def __init__(self, back: QWidget, onward: QWidget) -> None:
        super().__init__()
        self._back, self._onward = back, onward
        self._beside: list[QWidget] = []
        self._before_onward: list[QWidget] = []
        self._sentences: set[QWidget] = set()
        self._lifted = -1
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(_BETWEEN_LINES_PX)
        # Otherwise one long line would demand its own width and so never give way.
        lines.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for line in (self._upper, self._lower):
            line.setSpacing(_SPACING_PX)
            lines.addLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fill(0)

    def add(self, widget: QWidget, *, sentence: bool = False) -> None:
        """After `back`, in reading order; a sentence takes the free space."""
        self._beside.append(widget)
        if sentence:
            self._sentences.add(widget)
        self._fill(self._lifted)

    def add_before_onward(self, widget: QWidget) -> None:
        self._before_onward.append(widget)
        self._fill(self._lifted)

    def minimumSizeHint(self) -> QSize:
        ends_px = self._needed_px([self._back, self._onward])
        return QSize(ends_px, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    def _arrange(self) -> None:
        lower = [self._back, *self._before_onward, self._onward]
        if self._needed_px([*lower, *self._beside]) <= self.width() and self._sentences_fit(lower):
            lifted = 0
        else:
            lifted = 1 if self._needed_px(lower) <= self.width() else 2
        if lifted != self._lifted:
            self._fill(lifted)

    def _sentences_fit(self, lower: list[QWidget]) -> bool:
        """Whether what is free beside all buttons is enough for a sentence as high as a button."""
        buttons = [widget for widget in (*lower, *self._beside) if widget not in self._sentences]
        room_px = self.width() - self._needed_px(buttons) - _SPACING_PX
        return all(sentence.isHidden() or sentence.heightForWidth(room_px) <= TARGET_PX for sentence in self._sentences)

    def _needed_px(self, widgets: list[QWidget]) -> int:
        shown = [widget for widget in widgets if not widget.isHidden()]
        needed = (_SENTENCE_PX if widget in self._sentences else widget.sizeHint().width() for widget in shown)
        return sum(needed) + _SPACING_PX * max(0, len(shown) - 1)

    def _fill(self, lifted: int) -> None:
        """0: one line; 1: what else one can do is on a line above; 2: also what stands before the way on."""
        self._lifted = lifted
        for line in (self._upper, self._lower):
            while line.count():
                line.takeAt(0)
        free = self._upper if lifted else self._lower
        self._lower.addWidget(self._back)
        for widget in self._beside:
            free.addWidget(widget, 1000 if widget in self._sentences else 0)
        free.addStretch(1)
        if lifted:
            self._lower.addStretch(1)
        for widget in self._before_onward:
            (self._upper if lifted == 2 else self._lower).addWidget(widget)
        self._lower.addWidget(self._onward)
        self.updateGeometry()

"""A label that shows exactly the text it is given: never HTML, always wrapped."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.ui.widgets.phrases import fold, longest_phrase_px, needs_folding


class PlainLabel(QLabel):
    """`role` chooses the type from the theme: title, display, clock, code, sentence, body, small, strong, good or careful."""

    def __init__(self, role: str = "body", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        # A name or a file name with a "<" in it must be shown, not interpreted.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)

    def set_role(self, role: str) -> None:
        self.setProperty("role", role)
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().unpolish(self)
            self.style().polish(self)

    @property
    def _folds(self) -> bool:
        return self.wordWrap() and needs_folding(self.text())

    def heightForWidth(self, width_px: int) -> int:
        if not self._folds:
            return super().heightForWidth(width_px)
        inside_px = width_px - 2 * self.margin()
        folded = fold(self.text(), self.fontMetrics(), inside_px)
        # Not lines times line height: the script's own font is another than the label's, and has higher lines.
        return self._drawn_px(folded, inside_px) + 2 * self.margin()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width())) if self._folds else hint

    def minimumSizeHint(self) -> QSize:
        if not self._folds:
            return super().minimumSizeHint()
        width_px = longest_phrase_px(self.text(), self.fontMetrics()) + 2 * self.margin()
        return QSize(width_px, self._drawn_px(self.text().split()[0], width_px) + 2 * self.margin())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._folds:
            super().paintEvent(event)
            return
        # Here, because the first paint in most languages does without: Python takes long over its enums.
        from PySide6.QtWidgets import QStyle

        painter = QPainter(self)
        margin = self.margin()
        place = self.contentsRect().adjusted(margin, margin, -margin, -margin)
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        folded = fold(self.text(), self.fontMetrics(), place.width())
        self.style().drawItemText(painter, place, int(align), self.palette(), self.isEnabled(), folded, self.foregroundRole())
        painter.end()

    def _drawn_px(self, folded: str, width_px: int) -> int:
        return self.fontMetrics().boundingRect(QRect(0, 0, width_px, 10_000), int(self.alignment()), folded).height()

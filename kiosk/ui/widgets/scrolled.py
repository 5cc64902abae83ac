"""An area whose content may be higher than it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kiosk.ui.widgets.scroll_arrows import ScrollArrows


class Scrolled(QScrollArea):
    """`content` is as wide as the area.

    Whether there is a bar is decided here and not by Qt ("as needed"). The bar takes width, with less width the content needs more
    height, and so Qt can put it there and take it away again without end: it did, until the stack was full and the program died.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        ScrollArrows(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._show_or_hide_bar()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and watched is self._content:
            self._show_or_hide_bar()
        return super().eventFilter(watched, event)

    def _show_or_hide_bar(self) -> None:
        # The room there is without a bar, which does not depend on what is decided; what Qt calls the maximum does.
        room = self.size()
        needed_px = max(self._content.heightForWidth(room.width()), self._content.minimumSizeHint().height())
        fits = needed_px <= room.height()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

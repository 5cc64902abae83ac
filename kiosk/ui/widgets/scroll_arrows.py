"""Arrows at the ends of a scroll bar that a finger can hit and nobody can overlook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea

if TYPE_CHECKING:
    from kiosk.ui.widgets.picture_button import PictureButton

# Of what is seen now, so that a line of it stays in sight.
_SHARE_PER_PRESS = 0.8


class ScrollArrows(QObject):
    """Belongs to its area. The arrows are made when they are first needed; most pages never scroll."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._up: PictureButton | None = None
        self._down: PictureButton | None = None
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range)
        bar.valueChanged.connect(self._show_ends)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        return False

    def _on_range(self, least: int, most: int) -> None:
        if most > least and self._up is None:
            from kiosk.ui.widgets.picture_button import PictureButton

            self._up, self._down = PictureButton("scroll-up", "up"), PictureButton("scroll-down", "down")
            self._up.quick = self._down.quick = True
            self._up.clicked.connect(self._go_up)
            self._down.clicked.connect(self._go_down)
            self._area.addScrollBarWidget(self._up, Qt.AlignmentFlag.AlignTop)
            self._area.addScrollBarWidget(self._down, Qt.AlignmentFlag.AlignBottom)
            self._name()
        self._show_ends()

    def _go_up(self) -> None:
        self._move(-1)

    def _go_down(self) -> None:
        self._move(1)

    def _move(self, pages: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * _SHARE_PER_PRESS * self._area.viewport().height()))

    def _show_ends(self) -> None:
        bar = self._area.verticalScrollBar()
        if self._up is not None and self._down is not None:
            self._up.setEnabled(bar.value() > bar.minimum())
            self._down.setEnabled(bar.value() < bar.maximum())

    def _name(self) -> None:
        if self._up is not None and self._down is not None:
            self._up.set_text(QCoreApplication.translate("Scrolled", "Further up"))
            self._down.set_text(QCoreApplication.translate("Scrolled", "Further down"))

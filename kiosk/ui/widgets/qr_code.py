"""A QR code (ISO/IEC 18004), painted by Qt."""

from __future__ import annotations

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import theme

_QUIET_MODULES = 4  # the empty border that readers need


class QrCode(QWidget):
    """Empty until `show_text`. Dark on white in every language and theme, because readers need that."""

    accessible_role = "graphic"

    def __init__(self, identifier: str, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side_px = side_px
        self._modules: tuple[bytes, ...] = ()
        self.setAccessibleIdentifier(identifier)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """An empty text clears it."""
        self._modules = tuple(bytes(row) for row in segno.make_qr(text, error="m").matrix) if text else ()
        self.update()

    @property
    def modules(self) -> tuple[bytes, ...]:
        """Rows of 0 (light) and 1 (dark), without the border."""
        return self._modules

    def spoken_words(self) -> tuple[str, ...]:
        return (self.accessibleName(),)

    def sizeHint(self) -> QSize:
        return QSize(self._shown_px, self._shown_px)

    @property
    def _shown_px(self) -> int:
        return theme.grown(self._side_px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._modules:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(self.rect(), 10, 10)
        # Whole pixels per module: half ones would blur the edges that a camera looks for.
        module_px = self._shown_px // (len(self._modules) + 2 * _QUIET_MODULES)
        left = (self._shown_px - module_px * len(self._modules)) // 2
        painter.setBrush(QColor(theme.palette().ink))
        for y, row in enumerate(self._modules):
            for x, dark in enumerate(row):
                if dark:
                    painter.drawRect(QRectF(left + x * module_px, left + y * module_px, module_px, module_px))
        painter.end()

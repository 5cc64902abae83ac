"""The three kinds of text button. Each is at least 64 px high and carries a stable identifier."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from kiosk.ui import theme
from kiosk.ui.icons import Tints, icon, shown_size
from kiosk.ui.theme import TARGET_PX

_PICTURE_PX = 27
_BIG_PX = QSize(352, 92)
_TINTS = {
    "primary": Tints("#ffffff", "#ffffff", theme.DISABLED_INK),
    "quiet": Tints(theme.INK, theme.TEAL, theme.OUTLINE),
    "link": Tints(theme.MUTED, theme.TEAL, theme.OUTLINE),
}


class TextButton(QPushButton):
    """`identifier` is the language-independent name by which tests and helpers outside the process find it."""

    role = "quiet"

    def __init__(self, identifier: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = ""
        self._picture_trails = False
        self._least = QSize(TARGET_PX, TARGET_PX)
        self.setProperty("role", self.role)
        self.setAccessibleIdentifier(identifier)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_text(text)

    def set_text(self, text: str, spoken: str | None = None) -> None:
        """`spoken` is the accessible name where it says more than the label does."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(spoken or text)

    def set_picture(self, name: str, *, trailing: bool = False) -> None:
        """Before the words, or `trailing` after them; `name` as in kiosk.ui.icons."""
        if (name, trailing) != (self._picture, self._picture_trails):
            self._picture, self._picture_trails = name, trailing
            self._draw_picture()

    def set_emphasis(self, emphasised: bool) -> None:
        """Looks like the way on, or like everything else one can do. A page emphasises one button at most."""
        role = "primary" if emphasised else "quiet"
        if role != self.property("role"):
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
            self._draw_picture()

    def make_big(self, least_px: QSize = _BIG_PX) -> None:
        """For a page with one thing to do."""
        self.setProperty("big", True)
        self.set_least(least_px)

    def set_least(self, least_px: QSize) -> None:
        """In code and not in the style sheet: there, `min-width` would let a layout cut longer words."""
        self._least = least_px
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self._least)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if self._picture_trails:
            # Qt puts the picture where the line begins.
            mirrored = option.direction is Qt.LayoutDirection.RightToLeft
            option.direction = Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._draw_picture()

    def _draw_picture(self) -> None:
        if self._picture:
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            tints = _TINTS[self.property("role")]
            self.setIcon(icon(self._picture, tints, mirrored=mirrored, gap_on_right=mirrored is self._picture_trails))
            self.setIconSize(shown_size(_PICTURE_PX))


class PrimaryButton(TextButton):
    """The one way on: at most one on a page."""

    role = "primary"


class QuietButton(TextButton):
    """Everything else one can do on a page."""


class LinkButton(TextButton):
    """The fixed row at the top."""

    role = "link"

"""The kinds of text button. Each is at least 64 px high and carries a stable identifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kiosk.ui import theme
from kiosk.ui.palette import Palette
from kiosk.ui.theme import TARGET_PX
from kiosk.ui.widgets.heeds_toggling import HeedsToggling
from kiosk.ui.widgets.one_press import OnePress

if TYPE_CHECKING:
    # Only for types: Qt's classes cost Python time when they are first named.
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QStyleOptionButton

    from kiosk.ui.icons import Tints

_PICTURE_PX = 27
_BIG_PX = QSize(352, 92)


class TextButton(OnePress, HeedsToggling, QPushButton):
    """`identifier` is the language-independent name by which tests and helpers outside the process find it."""

    role = "quiet"
    picture_trails = False
    """The picture stands after the words."""

    def __init__(self, identifier: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = ""
        self._picture_alone = False
        self._undrawn = False
        self._drawn_in: tuple[Palette, float] | None = None
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

    def set_picture(self, name: str, *, alone: bool = False) -> None:
        """Before the words, or `alone` without any; `name` as in kiosk.ui.icons."""
        if (name, alone) != (self._picture, self._picture_alone):
            self._picture, self._picture_alone = name, alone
            self._draw_picture()

    def icon(self) -> QIcon:
        self._draw_now()
        return super().icon()

    def set_emphasis(self, emphasised: bool) -> None:
        """Looks like the way on, or like everything else one can do. A page emphasises one button at most."""
        role = "primary" if emphasised else "quiet"
        if role != self.property("role"):
            self.setProperty("role", role)
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
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
        self._draw_now()
        return super().sizeHint().expandedTo(self._least * theme.room())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        self._draw_now()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange or (
            event.type() is QEvent.Type.StyleChange and self._drawn_in != (theme.palette(), theme.room())
        ):
            self._draw_picture()

    def _draw_picture(self) -> None:
        """Now if it is seen, else when it will be: most buttons are hidden when they are made, and some for good."""
        self._undrawn = bool(self._picture)
        if self.isVisible():
            self._draw_now()

    def _draw_now(self) -> None:
        if self._undrawn:
            self._undrawn = False
            # Loaded with the first picture: Start is painted without one.
            from kiosk.ui.icons import icon, shown_size

            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self._drawn_in = theme.palette(), theme.room()
            tints = _tints(self.property("role"), theme.palette())
            gap_on_right = None if self._picture_alone else mirrored is self.picture_trails
            self.setIcon(icon(self._picture, tints, mirrored=mirrored, gap_on_right=gap_on_right))
            side = theme.grown(_PICTURE_PX)
            self.setIconSize(QSize(side, side) if self._picture_alone else shown_size(side))


def _tints(role: str, colours: Palette) -> Tints:
    from kiosk.ui.icons import Tints

    return {
        "primary": Tints(colours.on_colour, colours.on_colour, colours.disabled_ink),
        "quiet": Tints(colours.ink, colours.accent, colours.resting),
    }[role]


class PrimaryButton(TextButton):
    """The one way on: at most one on a page."""

    role = "primary"


class QuietButton(TextButton):
    """Everything else one can do on a page."""


class OnwardButton(TextButton):
    """Leads on: its picture points the way, after its words. Primary unless it is only one way of several."""

    picture_trails = True

    def __init__(self, identifier: str, text: str = "", parent: QWidget | None = None, *, primary: bool = True) -> None:
        self.role = "primary" if primary else "quiet"
        super().__init__(identifier, text, parent)
        self.set_picture("onward")

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        # Not in TextButton, for one picture among many: Python takes long to make ready for options, and Start would wait for it.
        super().initStyleOption(option)
        # Qt puts the picture where the line begins.
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        option.direction = Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft

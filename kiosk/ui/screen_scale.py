"""On a large screen everything grows, also where the desktop was never told how large it is. See docs/decisions/0012."""

from __future__ import annotations

import os
from collections.abc import Mapping

from PySide6.QtWidgets import QApplication

# Pages are drawn for screens of this size; larger ones show the same page larger.
_WIDE_PX = (1280, 720)
_TALL_PX = (800, 1280)
_STEPS_PER_ONE = 4
_VARIABLE = "QT_SCALE_FACTOR"
# By any of these somebody has already said how large things should be.
_SAID_BY = (_VARIABLE, "QT_SCREEN_SCALE_FACTORS", "QT_ENABLE_HIGHDPI_SCALING", "QT_USE_PHYSICAL_DPI", "QT_FONT_DPI")

# By arguments and not by `setStyle`, which would hand a QStyle to Python: its many enums take longer than the style itself.
_STYLE = ("-style", "Fusion")


def make_scaled(name: str) -> QApplication:
    """The application, scaled to the screen on which its window will open. Once per program, before any widget."""
    application = QApplication([name, *_STYLE])
    screen = application.primaryScreen()
    size, ratio = screen.size(), screen.devicePixelRatio()
    factor = factor_for(size.width(), size.height(), ratio, os.environ)
    if factor == 1:
        return application
    # Qt reads the factor when the application is made, and the screen can only be asked by an application.
    del screen
    application.shutdown()
    del application
    os.environ[_VARIABLE] = f"{factor:g}"
    try:
        return QApplication([name, *_STYLE])
    finally:
        # Not for the programs that this one starts.
        del os.environ[_VARIABLE]


def factor_for(width_px: int, height_px: int, ratio: float, environment: Mapping[str, str]) -> float:
    """1 for a screen that is no larger than what pages are drawn for, and wherever a scale has been set: it is right as it is."""
    if ratio != 1 or any(variable in environment for variable in _SAID_BY):
        return 1
    return room_in(width_px, height_px)


def room_in(width_px: int, height_px: int) -> float:
    """How much larger than usual a page may be in a window of that size, in quarters and at least 1."""
    drawn_for = _WIDE_PX if width_px >= height_px else _TALL_PX
    fitting = min(width_px / drawn_for[0], height_px / drawn_for[1])
    return max(1, int(fitting * _STEPS_PER_ONE) / _STEPS_PER_ONE)

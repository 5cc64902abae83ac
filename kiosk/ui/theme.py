"""How the window looks: colours, one scale of type, the bundled fonts, and what a person may change of all that.

The scale, in pixels at the normal size of text in a window of the usual size. Every role is one step; nothing else is drawn in any
other size. In a much larger window everything grows together (`room`), so that a page is never a small page in a large field.

| Role | px | For |
| --- | --- | --- |
| clock | 54 | elapsed time |
| display | 46 | the title of a page with one thing to do |
| code | 40 | digits to copy down |
| title | 31 | the title of every other page |
| start | 26 | the one big button |
| lead | 24 | sentences that are read one by one |
| sentence, body, button | 20 | what a page says below its title, and everything else |
| small | 18 | what is said beside something |
| bar | 17 | words below the pictures of the fixed row |
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from kiosk.ui.line_height import with_lines
from kiosk.ui.palette import STRONG, WARM, Palette, contrast
from kiosk.ui.style_sheet import RADIUS_PX, TARGET_PX, style_sheet

__all__ = [
    "FAMILIES",
    "RADIUS_PX",
    "RECORD_PX",
    "TARGET_PX",
    "TYPE_PX",
    "Look",
    "TextSize",
    "apply",
    "contrast",
    "font",
    "grown",
    "load_fonts",
    "look",
    "look_for",
    "make_room",
    "palette",
    "preferred_look",
    "room",
    "type_px",
]

RECORD_PX = 176

FAMILIES = ("Noto Sans", "IBM Plex Sans Arabic", "Noto Sans Myanmar")
# Above and below the baseline, for a family whose own lines are too high for a page, and one whose lines cut the dots of a last yeh.
_LINES = {"NotoSansMyanmar": (1.04, 0.56), "IBMPlexSansArabic": (1.085, 0.47)}


class TextSize(IntEnum):
    """What one can choose on the page of the Text size button."""

    NORMAL = 0
    LARGE = 1
    LARGER = 2
    LARGEST = 3


@dataclass(frozen=True)
class Look:
    """What a person may change. `less_motion`: nothing moves by itself; what follows a voice does so in steps."""

    text_size: TextSize = TextSize.NORMAL
    strong_contrast: bool = False
    less_motion: bool = False


_FACTORS = {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.15, TextSize.LARGER: 1.3, TextSize.LARGEST: 1.5}
# The fixed row must stay one row: its words are short, and read aloud by their accessible names. The clock is large as it is,
# and must leave room for the record button beside it.
_MOST_GROWTH = {"bar": 1.18, "clock": 1.1, "code": 1.25}
TYPE_PX = {
    "title": 31,
    "display": 46,
    "clock": 54,
    "code": 40,
    "start": 26,
    "lead": 24,
    "sentence": 20,
    "body": 20,
    "button": 20,
    "bar": 17,
    "small": 18,
}
# On the application and as plain values: it goes when the application goes, and nothing outlives Python.
_PROPERTY = "idr-look"
_ROOM_PROPERTY = "idr-room"


def type_px(role: str, size: TextSize) -> int:
    """Pixel height of one role's type in the window as it is now. Raises KeyError for an unknown role."""
    return grown(TYPE_PX[role] * min(_FACTORS[size], _MOST_GROWTH.get(role, _FACTORS[size])))


def grown(px: float) -> int:
    """What is `px` in a window of the usual size, in the window as it is now. Widgets ask when they paint or are laid out."""
    return round(px * room())


def room() -> float:
    """How much larger than usual everything is; 1 until `make_room`."""
    application = QApplication.instance()
    kept = application.property(_ROOM_PROPERTY) if application is not None else None
    return 1.0 if kept is None else float(kept)


def make_room(application: QApplication, room: float) -> None:
    """Everything grows or shrinks to this many times its usual size, at once."""
    application.setProperty(_ROOM_PROPERTY, room)
    apply(application, look())


def font(role: str, size: TextSize, *, bold: bool = False) -> QFont:
    """For widgets that paint their own text."""
    made = QFont(list(FAMILIES))
    made.setPixelSize(type_px(role, size))
    made.setBold(bold)
    return made


def load_fonts(folder: Path) -> None:
    """Registers every bundled font. Raises FileNotFoundError when the folder has none, ValueError when one of them is broken."""
    paths = sorted(folder.glob("*.ttf"))
    if not paths:
        raise FileNotFoundError(f"no fonts in {folder}")
    for path in paths:
        lines = _LINES.get(path.stem.split("-")[0])
        if lines is None:
            number = QFontDatabase.addApplicationFont(str(path))
        else:
            number = QFontDatabase.addApplicationFontFromData(with_lines(path.read_bytes(), *lines))
        if number < 0:
            raise ValueError(f"{path.name} is not a font Qt can read")


def preferred_look() -> Look:
    """What the system's settings ask for; every visit begins with it. Needs a QApplication."""
    hints = QApplication.styleHints()  # kept while it is asked: PySide takes what it gave away with it
    return look_for(hints.accessibility().contrastPreference())


def look_for(contrast_preference: Qt.ContrastPreference) -> Look:
    return Look(strong_contrast=contrast_preference is Qt.ContrastPreference.HighContrast)


def apply(application: QApplication, look: Look) -> None:
    """Puts type, colours and motion in place; may be called again at any time with another look."""
    application.setProperty(_PROPERTY, [int(look.text_size), look.strong_contrast, look.less_motion])
    colours = palette()
    application.setFont(font("body", look.text_size))
    application.setPalette(_qt_palette(colours))
    application.setStyleSheet(style_sheet(colours, {role: type_px(role, look.text_size) for role in TYPE_PX}, FAMILIES, room()))


def look() -> Look:
    """What was applied last."""
    application = QApplication.instance()
    kept = application.property(_PROPERTY) if application is not None else None
    return Look() if kept is None else Look(TextSize(kept[0]), bool(kept[1]), bool(kept[2]))


def palette() -> Palette:
    """The colours to paint with now."""
    return STRONG if look().strong_contrast else WARM


def _qt_palette(colours: Palette) -> QPalette:
    """For the few things that Qt paints without asking the style sheet, on systems with dark windows too."""
    made = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, colours.window),
        (QPalette.ColorRole.WindowText, colours.ink),
        (QPalette.ColorRole.Base, colours.field),
        (QPalette.ColorRole.Text, colours.ink),
        (QPalette.ColorRole.PlaceholderText, colours.muted),
        (QPalette.ColorRole.Button, colours.card),
        (QPalette.ColorRole.ButtonText, colours.ink),
        (QPalette.ColorRole.Highlight, colours.accent),
        (QPalette.ColorRole.HighlightedText, colours.on_colour),
    ):
        made.setColor(role, QColor(colour))
    return made

"""How the window looks: colours, sizes of type, the style sheet and the bundled fonts.

Contrasts follow WCAG 2.2: text at least 4.5:1 on what it stands on, the outline or fill of a control at least 3:1.
Widgets that paint themselves take their colours from here; all others are styled through the property `role`.
"""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

CREAM = "#fcf4ea"
CARD = "#fffdf9"
INK = "#2b2118"
MUTED = "#65574a"
LINE = "#e8dcc4"  # decoration only: nothing is told by it alone
OUTLINE = "#8f7b62"  # edges of controls
TERRACOTTA = "#b8432f"
TERRACOTTA_LIGHT = "#c95a3f"
TERRACOTTA_DARK = "#84301f"
BLUSH = "#f5e2dc"
TEAL = "#1f6f68"
TEAL_DARK = "#15544f"
MINT = "#edf3ee"
AMBER_PAPER = "#fbeccb"
DISABLED_PAPER = "#e6ddcf"
DISABLED_INK = "#6a5d4f"

TARGET_PX = 64  # the smallest side of anything that can be touched
RECORD_PX = 176
RADIUS_PX = 16
CARD_RADIUS_PX = 28

FAMILIES = ("Noto Sans", "IBM Plex Sans Arabic")


class TextSize(IntEnum):
    """What the Text size button steps through."""

    NORMAL = 0
    LARGE = 1
    LARGER = 2
    LARGEST = 3

    def following(self) -> TextSize:
        return TextSize((self + 1) % len(TextSize))


_FACTORS = {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.15, TextSize.LARGER: 1.3, TextSize.LARGEST: 1.5}
# The fixed row must stay one row: its words are short, and read aloud by their accessible names. The clock is large as it is,
# and must leave room for the record button beside it.
_MOST_GROWTH = {"bar": 1.1, "clock": 1.1}
# Pixels at the normal size, by role.
_TYPE_PX = {
    "title": 31,
    "display": 46,
    "clock": 54,
    "code": 40,
    "start": 26,
    "lead": 23,
    "sentence": 21,
    "body": 20,
    "button": 20,
    "bar": 20,
    "small": 18,
}


def type_px(role: str, size: TextSize) -> int:
    """Pixel height of one role's type. Raises KeyError for an unknown role."""
    return round(_TYPE_PX[role] * min(_FACTORS[size], _MOST_GROWTH.get(role, _FACTORS[size])))


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
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise ValueError(f"{path.name} is not a font Qt can read")


def apply(application: QApplication, size: TextSize) -> None:
    """Puts type and style sheet in place; may be called again at any time with another size."""
    application.setFont(font("body", size))
    application.setStyleSheet(style_sheet(size))


def contrast(first: str, second: str) -> float:
    """WCAG 2.2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def style_sheet(size: TextSize) -> str:
    px = {role: type_px(role, size) for role in _TYPE_PX}
    # Also here, because a widget that was made before the style sheet would keep the system's own letters.
    families = ", ".join(f'"{family}"' for family in FAMILIES)
    return f"""
QWidget {{ color: {INK}; font-family: {families}; }}
QWidget[role="window"] {{ background: {CREAM}; }}
QFrame[role="card"] {{ background: {CARD}; border: 1px solid {LINE}; border-radius: {CARD_RADIUS_PX}px; }}
QFrame[role="notice"] {{ background: {AMBER_PAPER}; border: 2px solid {OUTLINE}; border-radius: {RADIUS_PX}px; }}
QFrame[role="panel"] {{ background: {MINT}; border: none; border-radius: {RADIUS_PX}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="body"] {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 32px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {OUTLINE}; border-radius: 8px; min-height: 64px; margin: 2px 7px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; height: 0; }}
QLabel {{ background: transparent; font-size: {px["body"]}px; }}
QLabel[role="title"] {{ font-size: {px["title"]}px; font-weight: 700; }}
QLabel[role="display"] {{ font-size: {px["display"]}px; font-weight: 700; }}
QLabel[role="clock"] {{ font-size: {px["clock"]}px; font-weight: 700; }}
QLabel[role="code"] {{ font-size: {px["code"]}px; font-weight: 700; }}
QLabel[role="lead"] {{ font-size: {px["lead"]}px; }}
QLabel[role="sentence"] {{ font-size: {px["sentence"]}px; color: {MUTED}; }}
QLabel[role="small"] {{ font-size: {px["small"]}px; color: {MUTED}; }}
QLabel[role="strong"] {{ font-weight: 700; }}
QLabel[role="good"] {{ color: {TEAL}; font-weight: 700; }}
QLabel[role="careful"] {{ color: {TERRACOTTA_DARK}; font-weight: 700; }}
QPushButton {{
    font-size: {px["button"]}px; font-weight: 700; padding: 2px 20px; border-radius: {RADIUS_PX}px; outline: none;
}}
QPushButton[role="primary"] {{ background: {TEAL}; color: white; border: 2px solid {TEAL}; }}
QPushButton[role="primary"]:pressed {{ background: {TEAL_DARK}; }}
QPushButton[role="primary"]:focus {{ border: 4px solid {INK}; padding: 0 18px; }}
QPushButton[role="primary"]:disabled {{ background: {DISABLED_PAPER}; border-color: {DISABLED_PAPER}; color: {DISABLED_INK}; }}
QPushButton[role="quiet"] {{ background: {CARD}; color: {INK}; border: 2px solid {OUTLINE}; }}
QPushButton[role="quiet"]:pressed {{ background: {LINE}; }}
QPushButton[role="quiet"]:focus {{ border: 4px solid {TEAL}; padding: 0 18px; }}
QPushButton[role="quiet"]:checked {{ background: {MINT}; border-color: {TEAL}; }}
QPushButton[role="quiet"]:disabled {{ color: {DISABLED_INK}; border-color: {LINE}; }}
QPushButton[role="primary"][big="true"] {{ font-size: {px["start"]}px; }}
QPushButton[role="quiet"][big="true"] {{ font-size: {px["start"]}px; }}
QPushButton[role="link"] {{
    font-size: {px["bar"]}px; background: transparent; color: {MUTED}; border: 4px solid transparent; padding: 0 5px;
}}
QPushButton[role="link"]:pressed {{ background: {LINE}; }}
QPushButton[role="link"]:focus {{ border-color: {TEAL}; }}
QPushButton[role="link"]:checked {{ color: {TEAL}; }}
QPushButton[role="link"]:disabled {{ color: {OUTLINE}; }}
QLineEdit, QPlainTextEdit {{
    font-size: {px["body"]}px; background: white; border: 2px solid {OUTLINE}; border-radius: {RADIUS_PX}px;
    padding: 8px 16px; min-height: {TARGET_PX - 20}px; selection-background-color: {TEAL}; selection-color: white;
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 4px solid {TEAL}; padding: 6px 14px; }}
"""

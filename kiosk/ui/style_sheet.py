"""The style sheet of the window, for one palette and the sizes of type by role. Widgets are styled through the property `role`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kiosk.ui.palette import Palette

TARGET_PX = 64  # the smallest side of anything that can be touched
RADIUS_PX = 16
CARD_RADIUS_PX = 28


def style_sheet(colours: Palette, px: Mapping[str, int], families: Sequence[str], room: float = 1.0) -> str:
    """`px` maps every role of type to its height in pixels; what can be touched is `room` times its usual size."""
    target_px = round(TARGET_PX * room)
    c, edge, focus = colours, colours.edge_px, colours.focus_px
    # Also here, because a widget that was made before the style sheet would keep the system's own letters.
    letters = ", ".join(f'"{family}"' for family in families)
    return f"""
QWidget {{ color: {c.ink}; font-family: {letters}; }}
QWidget[role="window"] {{ background: {c.window}; }}
QFrame[role="card"] {{ background: {c.card}; border: {edge - 1}px solid {c.line}; border-radius: {CARD_RADIUS_PX}px; }}
QFrame[role="notice"] {{ background: {c.notice}; border: {edge}px solid {c.outline}; border-radius: {RADIUS_PX}px; }}
QFrame[role="panel"] {{ background: {c.panel}; border: none; border-radius: {RADIUS_PX}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="body"] {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {TARGET_PX}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.outline}; border-radius: 8px; min-height: {TARGET_PX}px; margin: 6px 20px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; height: 0; }}
QLabel {{ background: transparent; font-size: {px["body"]}px; }}
QLabel[role="title"] {{ font-size: {px["title"]}px; font-weight: 700; }}
QLabel[role="display"] {{ font-size: {px["display"]}px; font-weight: 700; }}
QLabel[role="clock"] {{ font-size: {px["clock"]}px; font-weight: 700; }}
QLabel[role="code"] {{ font-size: {px["code"]}px; font-weight: 700; }}
QLabel[role="lead"] {{ font-size: {px["lead"]}px; }}
QLabel[role="sentence"] {{ font-size: {px["sentence"]}px; color: {c.muted}; }}
QLabel[role="small"] {{ font-size: {px["small"]}px; color: {c.muted}; }}
QLabel[role="strong"] {{ font-weight: 700; }}
QLabel[role="good"] {{ color: {c.accent}; font-weight: 700; }}
QLabel[role="careful"] {{ color: {c.voice_dark}; font-weight: 700; }}
QPushButton {{
    font-size: {px["button"]}px; font-weight: 700; padding: {_padding(focus - edge, 20)}; border-radius: {RADIUS_PX}px; outline: none;
}}
QPushButton[role="primary"] {{ background: {c.accent}; color: {c.on_colour}; border: {edge}px solid {c.accent}; }}
QPushButton[role="primary"]:pressed {{ background: {c.accent_dark}; }}
QPushButton[role="primary"]:focus {{ border: {focus}px solid {c.ink}; padding: {_padding(0, 20 - focus + edge)}; }}
QPushButton[role="primary"]:disabled {{ background: {c.disabled_paper}; border-color: {c.disabled_paper}; color: {c.disabled_ink}; }}
QPushButton[role="quiet"] {{ background: {c.card}; color: {c.ink}; border: {edge}px solid {c.outline}; }}
QPushButton[role="quiet"]:pressed {{ background: {c.line}; }}
QPushButton[role="quiet"]:focus {{ border: {focus}px solid {c.accent}; padding: {_padding(0, 20 - focus + edge)}; }}
QPushButton[role="quiet"]:checked {{ background: {c.panel}; border-color: {c.accent}; }}
QPushButton[role="quiet"]:disabled {{ color: {c.disabled_ink}; border-color: {c.line}; }}
QPushButton[role="primary"][big="true"] {{ font-size: {px["start"]}px; }}
QPushButton[role="quiet"][big="true"] {{ font-size: {px["start"]}px; }}
QPushButton[role="link"] {{
    font-size: {px["bar"]}px; background: transparent; border: {focus}px solid transparent; padding: 0;
}}
QPushButton[role="link"]:pressed {{ background: {c.line}; }}
QPushButton[role="link"]:focus {{ border-color: {c.accent}; }}
QLineEdit, QPlainTextEdit {{
    font-size: {px["body"]}px; background: {c.field}; border: {edge}px solid {c.outline}; border-radius: {RADIUS_PX}px;
    padding: {_padding(8, 16)}; min-height: {target_px - 16 - 2 * edge}px;
    selection-background-color: {c.accent}; selection-color: {c.on_colour};
}}
QLineEdit:focus, QPlainTextEdit:focus {{ border: {focus}px solid {c.accent}; padding: {_padding(8 - focus + edge, 16 - focus + edge)}; }}
"""


def _padding(vertical_px: int, horizontal_px: int) -> str:
    """A thicker edge takes its room from the padding, so that nothing moves when the focus does."""
    return f"{vertical_px}px {horizontal_px}px"

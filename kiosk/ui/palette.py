"""The colours of the window: a warm palette, and one of strong contrast.

Contrasts follow WCAG 2.2. In the warm palette text stands at least 4.5:1 on its ground, the outline or fill of a control at least
3:1. In the strong one it is 7:1 and 4.5:1, and every outline is thicker.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Palette:
    """Colours as `#rrggbb`, by what they are for. Widgets that paint themselves ask `theme.palette()` while they paint."""

    window: str
    card: str
    panel: str
    """A part of a card that belongs together; also what is chosen."""
    notice: str
    field: str
    """Where one types."""
    ink: str
    muted: str
    """Text that says less than the text beside it."""
    line: str
    """Decoration only: nothing is told by it alone."""
    outline: str
    """Edges of controls."""
    accent: str
    """The way on, what is chosen, what has the focus."""
    accent_dark: str
    on_colour: str
    """Text and marks on `accent` and on the record button."""
    voice: str
    """Everything that is sound being made."""
    voice_light: str
    voice_dark: str
    """Also text that warns."""
    halo: str
    halo_inner: str
    picture: str
    """Behind the picture of a choice or a sentence."""
    disabled_paper: str
    disabled_ink: str
    resting: str
    """Words and pictures of controls that cannot be used now and have no paper of their own."""
    edge_px: int
    focus_px: int


WARM = Palette(
    window="#fcf4ea",
    card="#fffdf9",
    panel="#edf3ee",
    notice="#fbeccb",
    field="#ffffff",
    ink="#2b2118",
    muted="#65574a",
    line="#e8dcc4",
    outline="#8f7b62",
    accent="#1f6f68",
    accent_dark="#15544f",
    on_colour="#ffffff",
    voice="#b8432f",
    voice_light="#c95a3f",
    voice_dark="#84301f",
    halo="#f5e2dc",
    halo_inner="#e4bdb2",
    picture="#f9e6d2",
    disabled_paper="#e6ddcf",
    disabled_ink="#6a5d4f",
    resting="#8f7b62",
    edge_px=2,
    focus_px=4,
)

STRONG = Palette(
    window="#ffffff",
    card="#ffffff",
    panel="#eef5f4",
    notice="#fff3c2",
    field="#ffffff",
    ink="#000000",
    muted="#1c1c1c",
    line="#d0d0d0",
    outline="#000000",
    accent="#00443e",
    accent_dark="#002b27",
    on_colour="#ffffff",
    voice="#8c1500",
    voice_light="#8c1500",
    voice_dark="#6b1000",
    halo="#ffffff",
    halo_inner="#000000",
    picture="#ececec",
    disabled_paper="#e4e4e4",
    disabled_ink="#404040",
    resting="#6b6b6b",
    edge_px=3,
    focus_px=6,
)


def contrast(first: str, second: str) -> float:
    """WCAG 2.2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(name: str) -> float:
    colour = QColor(name)
    shares = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

"""The bundled pictures, in the colour of the words beside them: for who cannot read those words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk.ui import theme

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
# Drawn larger than shown, so that edges stay sharp on screens with more dots per inch.
_DRAWN_PX = 96
# Qt leaves hardly any room between a picture and its words, so it is part of the picture.
_GAP_PX = 24
# The others look the same in a language that runs the other way.
_POINTING = {"leave", "onward", "back"}


@dataclass(frozen=True)
class Tints:
    """Colours of one picture: usual, checked, and while its button rests."""

    usual: str
    checked: str
    resting: str


def shown_size(height_px: int) -> QSize:
    """What `icon` needs to be that high: as wide, and the gap."""
    return QSize(height_px * (_DRAWN_PX + _GAP_PX) // _DRAWN_PX, height_px)


def icon(name: str, tints: Tints, *, mirrored: bool, gap_on_right: bool) -> QIcon:
    """The picture in `resources/icons/<name>.svg`. Raises FileNotFoundError. Needs a QGuiApplication."""
    drawn = (_FOLDER / f"{name}.svg").read_text("utf-8")
    turned = mirrored and name in _POINTING
    made = QIcon()
    for colour, mode, state in (
        (tints.usual, QIcon.Mode.Normal, QIcon.State.Off),
        (tints.checked, QIcon.Mode.Normal, QIcon.State.On),
        (tints.resting, QIcon.Mode.Disabled, QIcon.State.Off),
    ):
        made.addPixmap(_painted(drawn.replace(theme.INK, colour), turned, gap_on_right), mode, state)
    return made


def _painted(drawn: str, turned: bool, gap_on_right: bool) -> QPixmap:
    pixmap = QPixmap(_DRAWN_PX + _GAP_PX, _DRAWN_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0 if gap_on_right else _GAP_PX, 0)
    if turned:
        painter.translate(_DRAWN_PX, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, _DRAWN_PX, _DRAWN_PX))
    painter.end()
    return pixmap

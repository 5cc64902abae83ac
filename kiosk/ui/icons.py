"""The bundled pictures, in the colour of the words beside them: for who cannot read those words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

# What every file is drawn in.
_INK = "#2b2118"
_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "icons"
# Drawn larger than shown, so that edges stay sharp on screens with more dots per inch.
_DRAWN_PX = 96
# Qt leaves hardly any room between a picture and its words, so it is part of the picture.
_GAP_PX = 24
# The others look the same in a language that runs the other way.
_POINTING = {"leave", "onward", "back", "begins", "ends", "skip", "way-out", "travels", "told-to"}


@dataclass(frozen=True)
class Tints:
    """Colours of one picture: usual, checked, and while its button rests."""

    usual: str
    checked: str
    resting: str


def shown_size(height_px: int) -> QSize:
    """What `icon` needs to be that high: as wide, and the gap."""
    return QSize(height_px * (_DRAWN_PX + _GAP_PX) // _DRAWN_PX, height_px)


def icon(name: str, tints: Tints, *, mirrored: bool, gap_on_right: bool | None = None) -> QIcon:
    """The picture in `resources/icons/<name>.svg`, without a gap unless a side is given for it. Raises FileNotFoundError.

    Needs a QGuiApplication.
    """
    drawn = (_FOLDER / f"{name}.svg").read_text("utf-8")
    turned = mirrored and name in _POINTING
    made = QIcon()
    for colour, mode, state in (
        (tints.usual, QIcon.Mode.Normal, QIcon.State.Off),
        (tints.checked, QIcon.Mode.Normal, QIcon.State.On),
        (tints.resting, QIcon.Mode.Disabled, QIcon.State.Off),
    ):
        made.addPixmap(_painted(drawn.replace(_INK, colour), turned, gap_on_right), mode, state)
    return made


def picture(name: str, colour: str, *, mirrored: bool) -> QPixmap:
    """The same as a square without room for words beside it, for widgets that paint themselves. Raises FileNotFoundError."""
    drawn = (_FOLDER / f"{name}.svg").read_text("utf-8").replace(_INK, colour)
    return _painted(drawn, mirrored and name in _POINTING, gap_on_right=None)


def draw_picture(painter: QPainter, name: str, colour: str, place: QRectF, *, mirrored: bool) -> None:
    """The same at any size, as sharp as the screen can show it. Raises FileNotFoundError."""
    drawn = (_FOLDER / f"{name}.svg").read_text("utf-8").replace(_INK, colour)
    painter.save()
    if mirrored and name in _POINTING:
        painter.translate(place.left() + place.right(), 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, place)
    painter.restore()


def _painted(drawn: str, turned: bool, gap_on_right: bool | None) -> QPixmap:
    pixmap = QPixmap(_DRAWN_PX if gap_on_right is None else _DRAWN_PX + _GAP_PX, _DRAWN_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(_GAP_PX if gap_on_right is False else 0, 0)
    if turned:
        painter.translate(_DRAWN_PX, 0)
        painter.scale(-1, 1)
    QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, _DRAWN_PX, _DRAWN_PX))
    painter.end()
    return pixmap

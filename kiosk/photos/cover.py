"""Turning a photo and covering faces or signs: both leave no way back, because only the new pixels are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image, ImageDraw

from kiosk.photos.photo import CleanPhoto, photo_from_image, pixels_of

COVER_RGB = (32, 32, 32)
MARGIN_PERCENT = 30
# A JPEG mixes pixels within 16x16 blocks, and its smoothed colour reaches one pixel further: what was to be hidden has left
# traces up to there, and covers grow until they hold them.
_BLOCK_PX = 16


class Rect(NamedTuple):
    """An area of the full photo, in its pixels; half-open: `right_px` and `bottom_px` lie just outside."""

    left_px: int
    top_px: int
    right_px: int
    bottom_px: int


def grown(rect: Rect, width_px: int, height_px: int) -> Rect:
    """What is really painted for `rect`: 30 % more on every side, out to whole JPEG blocks, clamped to the photo.

    Raises ValueError for a rect of no size or off the photo.
    """
    if not (rect.left_px < rect.right_px and rect.top_px < rect.bottom_px):
        raise ValueError("a cover has a width and a height")
    if not (rect.left_px < width_px and rect.top_px < height_px and rect.right_px > 0 and rect.bottom_px > 0):
        raise ValueError("a cover lies on the photo")
    margin_x = -(-(rect.right_px - rect.left_px) * MARGIN_PERCENT // 100) + 1
    margin_y = -(-(rect.bottom_px - rect.top_px) * MARGIN_PERCENT // 100) + 1
    return Rect(
        max(0, (rect.left_px - margin_x) // _BLOCK_PX * _BLOCK_PX),
        max(0, (rect.top_px - margin_y) // _BLOCK_PX * _BLOCK_PX),
        min(width_px, -(-(rect.right_px + margin_x) // _BLOCK_PX) * _BLOCK_PX),
        min(height_px, -(-(rect.bottom_px + margin_y) // _BLOCK_PX) * _BLOCK_PX),
    )


def apply_covers(full_jpeg: bytes, rects_px: Iterable[Rect | tuple[int, int, int, int]]) -> CleanPhoto:
    """Paints every rect, grown, in one solid colour over our own `full_jpeg`, and makes both JPEGs anew.

    Rects are (left, top, right, bottom) in pixels of the full photo. The caller lets go of the uncovered photo, small one included.
    Some 100 ms for 12 megapixels; call from a background thread. Raises ValueError for a rect of no size or off the photo: our bug.
    """
    image = pixels_of(full_jpeg)
    draw = ImageDraw.Draw(image)
    for rect in rects_px:
        area = grown(Rect(*rect), image.width, image.height)
        # Pillow's rectangles include their last row and column.
        draw.rectangle((area.left_px, area.top_px, area.right_px - 1, area.bottom_px - 1), fill=COVER_RGB)
    return photo_from_image(image)


def rotate_quarter(full_jpeg: bytes) -> CleanPhoto:
    """A quarter turn clockwise of our own `full_jpeg`, both JPEGs made anew. Call from a background thread."""
    return photo_from_image(pixels_of(full_jpeg).transpose(Image.Transpose.ROTATE_270))

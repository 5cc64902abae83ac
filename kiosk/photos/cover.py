"""Turning a photo and covering faces or signs: both leave no way back, because only the new pixels are kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image, ImageDraw

from kiosk.photos.photo import CleanPhoto, photo_from_image, pixels_of

COVER_RGB = (32, 32, 32)
MARGIN_PERCENT = 30
# A JPEG mixes pixels within blocks of 16x16, and its smoothed colour reaches one pixel into the next block. What is to be hidden
# has left traces up to there: in the camera's own file, whose blocks may lie elsewhere, in ours, and once more where the photo was
# turned. So a cover reaches over all blocks it touches and two further.
_BLOCK_PX = 16
_BLOCKS_FURTHER = 2


class Rect(NamedTuple):
    """An area of the full photo, in its pixels; half-open: `right_px` and `bottom_px` lie just outside."""

    left_px: int
    top_px: int
    right_px: int
    bottom_px: int


def grown(rect: Rect, width_px: int, height_px: int) -> Rect:
    """What is really painted for `rect`: at least 30 % more on every side, clamped to the photo.

    Raises ValueError for a rect of no size or off the photo.
    """
    if not (rect.left_px < rect.right_px and rect.top_px < rect.bottom_px):
        raise ValueError("a cover has a width and a height")
    if not (rect.left_px < width_px and rect.top_px < height_px and rect.right_px > 0 and rect.bottom_px > 0):
        raise ValueError("a cover lies on the photo")
    left_px, right_px = _grown_side(rect.left_px, rect.right_px)
    top_px, bottom_px = _grown_side(rect.top_px, rect.bottom_px)
    return Rect(max(0, left_px), max(0, top_px), min(width_px, right_px), min(height_px, bottom_px))


def _grown_side(start_px: int, end_px: int) -> tuple[int, int]:
    margin_px = -(-(end_px - start_px) * MARGIN_PERCENT // 100)
    first_block, block_after = start_px // _BLOCK_PX - _BLOCKS_FURTHER, -(-end_px // _BLOCK_PX) + _BLOCKS_FURTHER
    return min(start_px - margin_px, first_block * _BLOCK_PX), max(end_px + margin_px, block_after * _BLOCK_PX)


def cover_photo(photo: CleanPhoto, rects: Iterable[Rect]) -> CleanPhoto:
    """Paints every rect, grown, in one solid colour over the full photo, and makes both JPEGs anew from the result.

    The caller lets go of the uncovered photo. Some 100 ms for 12 megapixels; call from a background thread.
    Raises ValueError for a rect of no size or off the photo: our bug.
    """
    image = pixels_of(photo.full_jpeg)
    draw = ImageDraw.Draw(image)
    for rect in rects:
        area = grown(rect, image.width, image.height)
        # Pillow's rectangles include their last row and column.
        draw.rectangle((area.left_px, area.top_px, area.right_px - 1, area.bottom_px - 1), fill=COVER_RGB)
    return photo_from_image(image)


def rotate_photo(photo: CleanPhoto) -> CleanPhoto:
    """A quarter turn clockwise, both JPEGs made anew. Call from a background thread."""
    return photo_from_image(pixels_of(photo.full_jpeg).transpose(Image.Transpose.ROTATE_270))

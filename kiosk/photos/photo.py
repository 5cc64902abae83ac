"""A photo as the kiosk keeps it: two JPEGs made from nothing but pixels."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

FULL_LONG_SIDE_PX = 4096
SMALL_LONG_SIDE_PX = 1280
_QUALITY = 88


@dataclass(frozen=True)
class CleanPhoto:
    """`full_jpeg` has a long side of at most 4096 px, `small_jpeg` of 1280. `width_px` and `height_px` are those of `full_jpeg`.

    Both are baseline JPEG, sRGB, without any metadata, profile, comment or thumbnail.
    """

    full_jpeg: bytes
    small_jpeg: bytes
    width_px: int
    height_px: int


def photo_from_pixels(width_px: int, height_px: int, rgb: bytes) -> CleanPhoto:
    """`rgb` holds three bytes per pixel, rows from the top. Some 100 ms for 12 megapixels; call from a background thread."""
    return photo_from_image(Image.frombytes("RGB", (width_px, height_px), rgb))


def photo_from_image(image: Image.Image) -> CleanPhoto:
    """Both JPEGs of an RGB image that carries no `info` (an `Image.save` would write out what it finds there)."""
    small = image.copy()
    small.thumbnail((SMALL_LONG_SIDE_PX, SMALL_LONG_SIDE_PX), Image.Resampling.LANCZOS)
    return CleanPhoto(_encode(image), _encode(small), image.width, image.height)


def pixels_of(jpeg: bytes) -> Image.Image:
    """The pixels of one of our own JPEGs, without the `info` that decoding adds."""
    with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as opened:
        return Image.frombytes("RGB", opened.size, opened.convert("RGB").tobytes())


def _encode(image: Image.Image) -> bytes:
    encoded = io.BytesIO()
    image.save(encoded, "JPEG", quality=_QUALITY, optimize=True, exif=b"", icc_profile=None, comment=b"")
    return encoded.getvalue()

"""The process in which a stranger's photo is decoded: bytes in on stdin, raw pixels out on stdout, then it ends.

Image decoders are C code, and what they are fed may be made to break them. So they run here, without keys, files or patience: bounded
memory and time, no file may be written, no core dump. Only pixels go back, so that whatever this process becomes, it cannot hand
the kiosk a file format to misread. An unexpected error ends the process; the parent tells the person that the file is damaged.

Protocol: one ASCII line, `OK <width> <height>` followed by the RGB bytes, or `NO <code>`.
"""

from __future__ import annotations

import io
import sys

import pillow_heif
from PIL import Image, ImageCms, JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin

from kiosk.photos.photo import FULL_LONG_SIDE_PX
from kiosk.photos.sniff import PhotoKind, sniff

try:
    import resource
except ImportError:  # Windows has none: there the parent's time limit is the bound
    resource = None  # type: ignore[assignment]

MEMORY_BYTES = 1_500_000_000
CPU_S = 20
MAX_PIXELS = 64_000_000
MAX_WEBP_PIXELS = 24_000_000  # libwebp needs 953 MB for 48 megapixels
MAX_SIDE_PX = 16_384

# Named here so that they are loaded before the limits; Pillow would import them at the first file.
_PLUGINS = (JpegImagePlugin, MpoImagePlugin, PngImagePlugin, WebPImagePlugin)

_EXIF_ORIENTATION = 0x0112
# EXIF 2.32, tag 274: what turns the stored picture upright.
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Refusal(Exception):
    """`args[0]` is the code for the parent."""


def limit_this_process() -> None:
    """Memory, processor time, no written files, no core dump. (Threads stay allowed: libheif decodes in one.)"""
    if resource is not None:
        for what, most in (
            (resource.RLIMIT_AS, MEMORY_BYTES),
            (resource.RLIMIT_CPU, CPU_S),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
        ):
            resource.setrlimit(what, (most, most))


def decode(raw: bytes) -> Image.Image:
    """The first picture in `raw`, upright, sRGB, on white, at most 4096 px long. Raises Refusal, and whatever decoders raise."""
    kind = sniff(raw)
    if kind is None:
        raise Refusal("photo-kind")
    with Image.open(io.BytesIO(raw), formats=(kind,)) as opened:
        _check_size(opened, kind)
        if kind is PhotoKind.JPEG:
            # Decodes at half, quarter or eighth size as long as that is still enough.
            opened.draft(None, (FULL_LONG_SIDE_PX, FULL_LONG_SIDE_PX))
        opened.load()
        upright = _UPRIGHT.get(opened.getexif().get(_EXIF_ORIENTATION, 1))
        profile = opened.info.get("icc_profile")
        image = _plain(opened)
        # Before anything else is copied: 64 megapixels with alpha are 256 MB a copy.
        image.thumbnail((FULL_LONG_SIDE_PX, FULL_LONG_SIDE_PX), Image.Resampling.LANCZOS)
    image = _to_srgb(_on_white(image), profile)
    return image if upright is None else image.transpose(upright)


def _check_size(opened: Image.Image, kind: PhotoKind) -> None:
    most = MAX_WEBP_PIXELS if kind is PhotoKind.WEBP else MAX_PIXELS
    if opened.width * opened.height > most or max(opened.size) > MAX_SIDE_PX:
        raise Refusal("photo-pixels")


def _plain(image: Image.Image) -> Image.Image:
    """The same picture as RGBA, RGB, L or CMYK, the modes that can be made smaller without loss of colours."""
    if image.mode.startswith("I"):
        # 16-bit grey: Pillow's own conversion to 8 bit clips instead of scaling.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """Colours that lay hidden under full transparency are gone afterwards."""
    if image.mode != "RGBA":
        return image
    return Image.alpha_composite(Image.new("RGBA", image.size, (255, 255, 255, 255)), image).convert("RGB")


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            # A broken profile, or one for another kind of picture: colours may be slightly off, the photo is still hers.
            return image.convert("RGB")
        assert converted is not None
        return converted
    return image.convert("RGB")


def answer(raw: bytes) -> bytes:
    try:
        image = decode(raw)
        return f"OK {image.width} {image.height}\n".encode() + image.tobytes()
    except Refusal as refusal:
        return f"NO {refusal.args[0]}\n".encode()
    except MemoryError:
        return b"NO photo-pixels\n"


def make_ready() -> None:
    """All that must be loaded and set before the limits."""
    # Pillow would warn and refuse in its own way; `_check_size` does so before anything is decoded.
    Image.MAX_IMAGE_PIXELS = None
    pillow_heif.register_heif_opener(thumbnails=False, decode_threads=1)


def main() -> None:
    make_ready()
    limit_this_process()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()

"""Photos full of things that must not travel, and files that only pretend to be photos."""

from __future__ import annotations

import io
import struct
import zlib

import pillow_heif
from PIL import Image, ImageCms, PngImagePlugin

CANARY = "CANARY-Nour-51.5007"

pillow_heif.register_heif_opener()


def canary_spellings() -> list[bytes]:
    return [CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be")]


def gradient(width_px: int = 640, height_px: int = 480) -> Image.Image:
    """A picture without symmetry and without flat areas."""
    red = Image.linear_gradient("L").resize((width_px, height_px))
    green = Image.linear_gradient("L").rotate(90).resize((width_px, height_px))
    blue = Image.radial_gradient("L").resize((width_px, height_px))
    return Image.merge("RGB", (red, green, blue))


def exif_with_canaries(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = CANARY  # ImageDescription
    exif[0x010F] = CANARY  # Make
    exif[0x013B] = CANARY  # Artist
    camera = exif.get_ifd(0x8769)
    camera[0x9003] = "2026:03:14 12:00:00"
    camera[0x927C] = CANARY.encode()  # MakerNote
    camera[0x9286] = b"UNICODE\0" + CANARY.encode("utf-16-le")  # UserComment
    camera[0xA431] = CANARY  # BodySerialNumber
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (51.0, 30.0, 2.0)
    gps[27] = CANARY.encode()  # GPSProcessingMethod
    return exif


def xmp_with_canary() -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{CANARY}</dc:creator></x:xmpmeta>'.encode()


def icc_with_canary() -> bytes:
    """A real sRGB profile whose description says the canary."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    name = CANARY.encode("utf-16-be")
    tag = b"mluc" + bytes(4) + struct.pack(">II", 1, 12) + b"enUS" + struct.pack(">II", len(name), 28) + name
    count = struct.unpack(">I", profile[128:132])[0]
    table = bytearray(profile[132 : 132 + 12 * count])
    for place in range(0, len(table), 12):
        if table[place : place + 4] == b"desc":
            table[place + 4 : place + 12] = struct.pack(">II", len(profile), len(tag))
    changed = bytearray(profile[:132] + table + profile[132 + 12 * count :] + tag)
    changed[0:4] = struct.pack(">I", len(changed))
    return bytes(changed)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    raw = io.BytesIO()
    image.save(raw, kind, **options)
    return raw.getvalue()


def laden_jpeg(image: Image.Image | None = None, orientation: int = 1) -> bytes:
    raw = encoded(
        image or gradient(),
        "JPEG",
        quality=95,
        exif=exif_with_canaries(orientation),
        icc_profile=icc_with_canary(),
        xmp=xmp_with_canary(),
        comment=CANARY,
    )
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + CANARY.encode()
    app13 = b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc
    return raw[:2] + app13 + raw[2:] + b"trailing " + CANARY.encode()


def laden_png() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", CANARY)
    texts.add_text("Comment", CANARY, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", xmp_with_canary().decode())
    picture = gradient().convert("RGBA")
    # The canary as colours that full transparency hides.
    for place, letter in enumerate(CANARY.encode()):
        picture.putpixel((place, 0), (letter, letter, letter, 0))
    raw = encoded(picture, "PNG", pnginfo=texts, exif=exif_with_canaries(), icc_profile=icc_with_canary())
    return raw + CANARY.encode()


def laden_webp() -> bytes:
    raw = encoded(gradient(), "WEBP", exif=exif_with_canaries(), icc_profile=icc_with_canary(), xmp=xmp_with_canary())
    return raw + CANARY.encode()


def laden_heic() -> bytes:
    raw = encoded(gradient(), "HEIF", exif=exif_with_canaries().tobytes(), xmp=xmp_with_canary())
    return raw + CANARY.encode()


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_that_claims(width_px: int, height_px: int, *between: bytes) -> bytes:
    """A PNG of few bytes whose header promises any size; `between` are further chunks."""
    head = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width_px, height_px, 8, 2, 0, 0, 0))
    rows = zlib.compress(bytes(1 + 3 * min(width_px, 1000)) * min(height_px, 1000), 9)
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(between) + png_chunk(b"IDAT", rows) + png_chunk(b"IEND", b"")


def markers(jpeg: bytes) -> list[int]:
    """The markers of a JPEG in order; asserts that nothing follows its end."""
    found, place = [], 2
    assert jpeg[:2] == b"\xff\xd8"
    while True:
        assert jpeg[place] == 0xFF
        found.append(jpeg[place + 1])
        place += 2 + struct.unpack(">H", jpeg[place + 2 : place + 4])[0]
        if found[-1] == 0xDA:
            break
    end = jpeg.index(b"\xff\xd9", place)
    assert end + 2 == len(jpeg), "bytes after the end of the image"
    return found

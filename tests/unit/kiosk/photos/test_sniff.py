from __future__ import annotations

import struct

import pytest
from photo_samples import encoded, gradient, laden_heic, laden_jpeg, laden_png, laden_webp

from kiosk.photos.sniff import PhotoKind, sniff


def ftyp(major: bytes, *compatible: bytes) -> bytes:
    return struct.pack(">I", 16 + 4 * len(compatible)) + b"ftyp" + major + bytes(4) + b"".join(compatible)


def test_real_photos_are_told_by_content() -> None:
    assert [sniff(make()) for make in (laden_jpeg, laden_png, laden_webp, laden_heic)] == list(PhotoKind)


@pytest.mark.parametrize("raw", [ftyp(b"heic"), ftyp(b"heix", b"mif1"), ftyp(b"mif1", b"mif1", b"heic"), ftyp(b"msf1", b"hevc")])
def test_the_brands_of_heic(raw: bytes) -> None:
    assert sniff(raw) is PhotoKind.HEIC


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xd8",
        ftyp(b"avif", b"mif1"),
        ftyp(b"mif1", b"avif", b"heic"),
        ftyp(b"mif1", b"mif1"),
        ftyp(b"isom", b"heic"),
        ftyp(b"qt  "),
        ftyp(b"heic")[:-1],
        b"\xff\xff\xff\xffftypheic" + bytes(100),
        b"RIFF\0\0\0\0WAVE",
        encoded(gradient(8, 8), "GIF"),
    ],
)
def test_everything_else_is_none(raw: bytes) -> None:
    assert sniff(raw) is None

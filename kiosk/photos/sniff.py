"""What a file is by its first bytes. Names and endings are never asked: they are the attacker's."""

from __future__ import annotations

from enum import StrEnum

_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
_GENERAL_BRANDS = {b"mif1", b"msf1"}
_AVIF_BRANDS = {b"avif", b"avis"}


class PhotoKind(StrEnum):
    """The values are the names of Pillow's decoders."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"
    HEIC = "HEIF"


def sniff(raw: bytes) -> PhotoKind | None:
    """The kind of photo, or None for everything the kiosk does not take."""
    if raw[:3] == b"\xff\xd8\xff":
        return PhotoKind.JPEG
    if raw[:8] == b"\x89PNG\r\n\x1a\n":
        return PhotoKind.PNG
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return PhotoKind.WEBP
    if raw[4:8] == b"ftyp" and _is_heic(raw):
        return PhotoKind.HEIC
    return None


def _is_heic(raw: bytes) -> bool:
    """ISO/IEC 23008-12: a HEIC names itself as the major brand, or, behind a general one, among the compatible brands."""
    box_bytes = int.from_bytes(raw[:4], "big")
    if not 16 <= box_bytes <= 512 or len(raw) < box_bytes:
        return False
    major, compatible = raw[8:12], {raw[place : place + 4] for place in range(16, box_bytes, 4)}
    if major in _AVIF_BRANDS or compatible & _AVIF_BRANDS:
        return False
    return major in _HEIC_BRANDS or (major in _GENERAL_BRANDS and bool(compatible & _HEIC_BRANDS))

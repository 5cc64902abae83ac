"""Closer lines for letters whose font asks for very high ones.

Noto Sans Arabic reserves 2.1 em a line for stacked marks of scripture that our words never have: the lines of a paragraph fall apart and
a page does not fit its window. The font's own "UI" variant was drawn for this and is discontinued; it differs in these numbers only.
The numbers are changed in memory while the font is loaded (OpenType 1.9, tables `hhea` and `OS/2`); the file stays as it was published.
"""

from __future__ import annotations

import struct

_TABLE_RECORD = struct.Struct(">4sIII")  # tag, checksum, offset, length
_FIRST_RECORD = 12
_UNITS_PER_EM_AT = 18  # in head
_HHEA_ASCENDER_AT = 4  # ascender, descender
_OS2_TYPO_AT = 68  # sTypoAscender, sTypoDescender, sTypoLineGap, usWinAscent, usWinDescent
HIGHEST_EM = 1.6
_ASCENT_SHARE = 0.66


def with_closer_lines(font: bytes) -> bytes:
    """The same font with lines of at most HIGHEST_EM; one that asks for less comes back as it is. Raises ValueError for another format."""
    tables = _tables(font)
    if not {b"head", b"hhea", b"OS/2"} <= tables.keys():
        raise ValueError("not a TrueType font")
    (em,) = struct.unpack_from(">H", font, tables[b"head"] + _UNITS_PER_EM_AT)
    ascender, descender = struct.unpack_from(">hh", font, tables[b"hhea"] + _HHEA_ASCENDER_AT)
    if ascender - descender <= HIGHEST_EM * em:
        return font
    up = round(HIGHEST_EM * em * _ASCENT_SHARE)
    down = round(HIGHEST_EM * em) - up
    changed = bytearray(font)
    struct.pack_into(">hh", changed, tables[b"hhea"] + _HHEA_ASCENDER_AT, up, -down)
    struct.pack_into(">hhhHH", changed, tables[b"OS/2"] + _OS2_TYPO_AT, up, -down, 0, up, down)
    return bytes(changed)


def _tables(font: bytes) -> dict[bytes, int]:
    """Offset of each table."""
    if len(font) < _FIRST_RECORD or font[:4] not in (b"\x00\x01\x00\x00", b"true"):
        raise ValueError("not a TrueType font")
    (count,) = struct.unpack_from(">H", font, 4)
    records = (_TABLE_RECORD.unpack_from(font, _FIRST_RECORD + number * _TABLE_RECORD.size) for number in range(count))
    return {tag: offset for tag, _, offset, _ in records}

"""A font whose lines would stand too far apart, with shorter ones. Only the numbers for the line are changed, and only in memory.

Noto Sans Myanmar reserves 2.18 times the size of the type for a line, for stacks of letters that Burmese does not have; what
Burmese draws needs 1.6. See docs/decisions/0011.
"""

from __future__ import annotations

import struct

_TABLE = struct.Struct(">4sIII")


def with_lines(font: bytes, ascent: float, descent: float) -> bytes:
    """`font` (TrueType, one face) with lines of that much above and below the baseline, in shares of the size of the type.

    Raises ValueError for what is no such font. OpenType 1.9.1: tables `head`, `hhea` and `OS/2`.
    """
    try:
        places = _tables(font)
        made = bytearray(font)
        (units,) = struct.unpack_from(">H", font, places[b"head"] + 18)
        above, below = round(ascent * units), round(descent * units)
        # Ascender, descender, line gap: of the font as a whole, as its typographer meant them, and as a part of Windows reads them.
        struct.pack_into(">hhh", made, places[b"hhea"] + 4, above, -below, 0)
        struct.pack_into(">hhhHH", made, places[b"OS/2"] + 68, above, -below, 0, above, below)
    except (struct.error, KeyError) as error:
        raise ValueError("not a TrueType font") from error
    return bytes(made)


def _tables(font: bytes) -> dict[bytes, int]:
    """Offset of every table."""
    (count,) = struct.unpack_from(">H", font, 4)
    rows = (_TABLE.unpack_from(font, 12 + number * _TABLE.size) for number in range(count))
    return {tag: offset for tag, _, offset, _ in rows}

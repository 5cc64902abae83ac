"""By what a withdrawal code finds its story on this laptop, offline, while no code and nothing like it lies here.

A mark is 32 bits of a hash over the group and the verifier that the sealed package carries. Short on purpose: a code that somebody
types either fits or does not (a foreign one fits by chance once in four thousand million), but who seizes the laptop and could try
all 10^15 codes, at 0.15 s and 64 MiB each, is left with some 230,000 that fit equally well. See docs/decisions/0014.
"""

from __future__ import annotations

import hashlib

MARK_HEX_DIGITS = 8
_CONTEXT = b"idr outbox mark 1\n"


def withdrawal_mark(group_id: str, verifier: str) -> str:
    """8 hex digits. The same code leaves another mark on another story, so marks cannot be compared."""
    return hashlib.sha256(_CONTEXT + group_id.encode() + b"\n" + bytes.fromhex(verifier)).hexdigest()[:MARK_HEX_DIGITS]

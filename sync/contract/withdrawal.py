"""Withdrawal codes: 16 digits, 15 random and a Luhn check digit, grouped by four like a telephone or card number.

The verifier that a package carries is derived in `sync.package.verifier`; the code itself is never stored.
"""

from __future__ import annotations

import re
import secrets

from sync.contract.faults import BadCode


def new_withdrawal_code() -> str:
    """16 digits, 49.8 bits of them random."""
    digits = "".join(secrets.choice("0123456789") for _ in range(15))
    return digits + luhn_digit(digits)


def luhn_digit(digits: str) -> str:
    """The check digit of ISO/IEC 7812-1 annex B for `digits`."""
    total = 0
    for place, character in enumerate(reversed(digits)):
        value = int(character)
        if place % 2 == 0:
            value = value * 2 - 9 * (value > 4)
        total += value
    return str(-total % 10)


def read_withdrawal_code(text: str) -> str:
    """The 16 digits of what a person typed: any script's digits, spaces and dashes allowed. Raises BadCode."""
    digits = "".join(str(int(c)) for c in re.sub(r"[\s\-\u2010-\u2015]", "", text) if c.isdecimal())
    stripped = re.sub(r"[\s\-\u2010-\u2015]", "", text)
    if len(digits) != 16 or len(stripped) != 16 or luhn_digit(digits[:15]) != digits[15]:
        raise BadCode("withdrawal-mistyped", "This code is not complete or has a typing mistake. It has 16 digits.")
    return digits


def spoken_groups(code: str) -> str:
    """`1234 5678 9012 3456`, as it is shown and read aloud."""
    return " ".join(code[i : i + 4] for i in range(0, 16, 4))

"""What a package carries instead of the withdrawal code, so that the code proves itself without being stored anywhere.

Argon2id (RFC 9106) makes trying all 10^15 codes against a seized archive cost millions of core-years.
"""

from __future__ import annotations

import hashlib

from nacl.pwhash import argon2id

from sync.contract.withdrawal import read_withdrawal_code

_SALT_CONTEXT = b"idr withdrawal 1\n"
_PASSES = 3
_MEMORY_BYTES = 64 * 1024 * 1024


def withdrawal_verifier(code: str, receipt_key_hex: str) -> str:
    """64 hex digits: SHA-256 of Argon2id(code; salt from the archive's receipt key; 64 MiB, t=3, p=1).

    Takes about 0.15 s and 64 MiB. Raises BadCode for a code with a typing mistake.
    """
    salt = hashlib.sha256(_SALT_CONTEXT + bytes.fromhex(receipt_key_hex)).digest()[: argon2id.SALTBYTES]
    digits = read_withdrawal_code(code).encode()
    return hashlib.sha256(argon2id.kdf(32, digits, salt, opslimit=_PASSES, memlimit=_MEMORY_BYTES)).hexdigest()

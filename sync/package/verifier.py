"""What a package carries instead of the withdrawal code, so that the code proves itself without being stored anywhere.

    code → proof (Argon2id, RFC 9106) → verifier (SHA-256)

The proof is what takes a story back; the verifier only recognises it. So whoever reads a package, the archive's database or a
laptop finds nothing to take a story back with. Trying all 10^15 codes costs millions of core-years.
"""

from __future__ import annotations

import hashlib

from nacl.pwhash import argon2id

from sync.contract.withdrawal import read_withdrawal_code

_SALT_CONTEXT = b"idr withdrawal 1\n"
_PASSES = 3
_MEMORY_BYTES = 64 * 1024 * 1024


def withdrawal_proof(code: str, receipt_key_hex: str) -> str:
    """64 hex digits: Argon2id(code; salt from the archive's receipt key; 64 MiB, t=3, p=1).

    Takes about 0.15 s and 64 MiB. Raises BadCode for a code with a typing mistake.
    """
    salt = hashlib.sha256(_SALT_CONTEXT + bytes.fromhex(receipt_key_hex)).digest()[: argon2id.SALTBYTES]
    digits = read_withdrawal_code(code).encode()
    return bytes(argon2id.kdf(32, digits, salt, opslimit=_PASSES, memlimit=_MEMORY_BYTES)).hex()


def verifier_of_proof(proof: str) -> str:
    """64 hex digits: SHA-256 of the proof's 32 bytes."""
    return hashlib.sha256(bytes.fromhex(proof)).hexdigest()


def withdrawal_verifier(code: str, receipt_key_hex: str) -> str:
    """The verifier of a code, as slow as `withdrawal_proof`. Raises BadCode for a code with a typing mistake."""
    return verifier_of_proof(withdrawal_proof(code, receipt_key_hex))

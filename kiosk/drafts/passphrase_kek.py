"""The key-encryption key behind a passphrase that staff choose: for laptops without a keyring, or whose keyring opens by itself.

The key is random and lies wrapped in one small file, with what Argon2id needs to make the wrapping key out of the words:

    "IDRPASS1" | opslimit (4, little endian) | memlimit in KiB (4) | salt (16) | nonce (24) | wrapped key and tag (48)

All that comes before the nonce is bound to it. Until the words are typed there is no key, and nobody is given a weaker one instead.
"""

from __future__ import annotations

import struct
import threading
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import nacl.pwhash.argon2id as argon2id
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt, crypto_aead_xchacha20poly1305_ietf_encrypt
from nacl.exceptions import CryptoError
from nacl.utils import random as random_bytes

from kiosk.drafts.database import storage_faults
from kiosk.drafts.sealing import KEY_BYTES, NONCE_BYTES
from kiosk.errors import KeyFault
from sync.contract.faults import BadInput
from sync.durable import erase_file, replace_file

PASSPHRASE_FILE = "passphrase.key"
MIN_CHARACTERS = 16
_MAX_CHARACTERS = 1_000
_HEADER = struct.Struct("<8sII16s")
_MAGIC = b"IDRPASS1"
_FILE_BYTES = _HEADER.size + NONCE_BYTES + KEY_BYTES + 16
# What a planted file may ask for: neither so little that words can be guessed, nor so much that the laptop stands still.
_OPS_RANGE = (3, 10)
_MEMORY_KIB_RANGE = (64 * 1024, 1024 * 1024)


class PassphraseMissing(KeyFault):
    """Staff have not typed the passphrase since the program started, or none was ever chosen."""

    def __init__(self) -> None:
        super().__init__("passphrase-missing", "The staff passphrase has not been typed yet. Please call staff.")


class WrongPassphrase(BadInput):
    """Not the words that were chosen."""

    def __init__(self) -> None:
        super().__init__("passphrase-wrong", "This passphrase is not right.")


class UnfitPassphrase(BadInput):
    """Not a passphrase that can be chosen."""

    def __init__(self) -> None:
        super().__init__("passphrase-unfit", f"A passphrase has at least {MIN_CHARACTERS} characters: six words, for one.")


@dataclass(frozen=True)
class Cost:
    """Argon2id's price for each try: with these about half a second and 128 MiB."""

    opslimit: int = 4
    memory_kib: int = 128 * 1024


class PassphraseKek:
    """A `KekSource`. Any thread; `choose` and `unlock` take half a second, so not the window's."""

    def __init__(self, path: Path, cost: Cost | None = None) -> None:
        self._path = path
        self._cost = cost or Cost()
        self._lock = threading.Lock()
        self._kek: bytes | None = None

    @property
    def chosen(self) -> bool:
        """Whether there is a passphrase at all."""
        return self._path.exists()

    @property
    def unlocked(self) -> bool:
        return self._kek is not None

    def kek(self) -> bytes:
        """Raises PassphraseMissing."""
        if self._kek is None:
            raise PassphraseMissing
        return self._kek

    def choose(self, passphrase: str) -> None:
        """Makes a new key, which is lost with the words. What was recoverable with the one before is so no longer.

        Raises UnfitPassphrase, DiskFull, StorageFault.
        """
        words = _words(passphrase)
        if len(words) < MIN_CHARACTERS:
            raise UnfitPassphrase
        kek = random_bytes(KEY_BYTES)
        header = _HEADER.pack(_MAGIC, self._cost.opslimit, self._cost.memory_kib, random_bytes(argon2id.SALTBYTES))
        nonce = random_bytes(NONCE_BYTES)
        box = crypto_aead_xchacha20poly1305_ietf_encrypt(kek, header, nonce, _wrapping_key(words, header))
        with storage_faults():
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if self.chosen:
                erase_file(self._path)  # else whoever finds the old file on the disk needs only the old words
            replace_file(self._path, header + nonce + box)
        with self._lock:
            self._kek = kek

    def unlock(self, passphrase: str) -> None:
        """Raises WrongPassphrase, PassphraseMissing where none was ever chosen, KeyFault for a damaged file, StorageFault."""
        if not self.chosen:
            raise PassphraseMissing
        with storage_faults():
            kept = self._path.read_bytes()
        header, nonce, box = kept[: _HEADER.size], kept[_HEADER.size :][:NONCE_BYTES], kept[_HEADER.size + NONCE_BYTES :]
        if len(kept) != _FILE_BYTES or not _is_sound(header):
            raise KeyFault("passphrase-damaged", "What the passphrase opens is damaged. Choose a new one with idr-kiosk passphrase.")
        try:
            kek = crypto_aead_xchacha20poly1305_ietf_decrypt(box, header, nonce, _wrapping_key(_words(passphrase), header))
        except CryptoError as error:
            raise WrongPassphrase from error
        with self._lock:
            self._kek = kek


def _words(passphrase: str) -> str:
    """However many spaces somebody types between the words, and however her keyboard makes its letters."""
    return unicodedata.normalize("NFKC", " ".join(passphrase[:_MAX_CHARACTERS].split()))


def _is_sound(header: bytes) -> bool:
    magic, opslimit, memory_kib, _ = _HEADER.unpack(header)
    in_bounds = _OPS_RANGE[0] <= opslimit <= _OPS_RANGE[1] and _MEMORY_KIB_RANGE[0] <= memory_kib <= _MEMORY_KIB_RANGE[1]
    return magic == _MAGIC and in_bounds


def _wrapping_key(words: str, header: bytes) -> bytes:
    _, opslimit, memory_kib, salt = _HEADER.unpack(header)
    return argon2id.kdf(KEY_BYTES, words.encode(), salt, opslimit=opslimit, memlimit=memory_kib * 1024)

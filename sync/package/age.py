"""age v1 (C2SP age.md) streams through pyrage, with nothing lost on the way.

pyrage 1.4.0 does not flush its output buffer: on a full disk `encrypt_io` returns as if all were well while up to the last
8 KiB are lost, and it turns the exceptions of the objects it reads from and writes to into texts. So those objects remember
their own errors and count their bytes, and the length of what came out is worked out and compared.
"""

from __future__ import annotations

import errno
import hashlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import pyrage

from sync.contract.faults import BrokenPackage, EnvironmentFault

_CHUNK_BYTES = 64 * 1024
_TAG_BYTES = 16
_NONCE_BYTES = 16
_LARGEST_HEADER_BYTES = 64 * 1024


class PieceReader:
    """Gives an iterator of pieces the `read` that pyrage pulls from. Holds one piece; counts; keeps its own exception."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._piece = memoryview(b"")
        self.read_bytes = 0
        self.error: BaseException | None = None

    def read(self, size: int) -> bytes:
        try:
            while not self._piece:
                self._piece = memoryview(b"")
                piece = next(self._pieces, None)
                if piece is None:
                    return b""
                self._piece = memoryview(piece)
                del piece
        except BaseException as error:
            # pyrage would turn it into a text; the caller raises the original.
            self.error = error
            raise
        taken = bytes(self._piece[:size])
        self._piece = self._piece[size:]
        self.read_bytes += len(taken)
        return taken


class SealWriter:
    """Hashes, counts and passes on to `write`, which may write less than it was given. Remembers its first error.

    After an error nothing more is written: pyrage goes on to empty its buffer after a failed write.
    """

    def __init__(self, write: Callable[[memoryview], int]) -> None:
        self._write = write
        self._hash = hashlib.sha256()
        self._head = bytearray()
        self.written_bytes = 0
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        if self.error is not None:
            raise self.error
        try:
            view = memoryview(data)
            while view:
                view = view[self._write(view) :]
        except BaseException as error:
            self.error = error
            raise
        self._hash.update(data)
        self._head += data[: _LARGEST_HEADER_BYTES - len(self._head)]
        self.written_bytes += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back here; fsync comes later."""

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()

    @property
    def header_bytes(self) -> int:
        """Length of the age header, the line with its MAC included; 0 when there is none yet."""
        last_line = self._head.find(b"\n--- ")
        return self._head.find(b"\n", last_line + 1) + 1 if last_line >= 0 else 0


def sealed_size(header_bytes: int, plaintext_bytes: int) -> int:
    """The length of an age v1 file: header, payload nonce, and one tag for each chunk of 64 KiB (at least one)."""
    chunks = max(1, -(-plaintext_bytes // _CHUNK_BYTES))
    return header_bytes + _NONCE_BYTES + plaintext_bytes + chunks * _TAG_BYTES


def encrypt_pieces(source: PieceReader, writer: SealWriter, keys: list[pyrage.x25519.Recipient]) -> None:
    """Encrypts all of `source` into `writer`. Raises what either of them raised, and OSError if bytes went missing."""
    try:
        pyrage.encrypt_io(source, writer, keys)
    except (pyrage.EncryptError, OSError) as error:
        raise source.error or writer.error or OSError(errno.EIO, "encryption stopped") from error
    if writer.error is not None:
        raise writer.error
    if not writer.header_bytes or writer.written_bytes != sealed_size(writer.header_bytes, source.read_bytes):
        raise OSError(errno.EIO, "the sealed file is shorter or longer than its content asks for")


class _RememberingReader:
    """A file whose read error can be told from damaged ciphertext: pyrage raises OSError for both."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.error: OSError | None = None

    def read(self, size: int) -> bytes:
        try:
            return self._file.read(size)
        except OSError as error:
            self.error = error
            raise


class _Feed:
    """Pushes plaintext on and keeps the first refusal: pyrage swallows one that comes with the last bytes."""

    def __init__(self, take: Callable[[bytes], None]) -> None:
        self._take = take
        self.error: BaseException | None = None

    def write(self, data: bytes) -> int:
        if self.error is not None:
            raise self.error
        try:
            self._take(data)
        except BaseException as error:
            self.error = error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back here."""


def decrypt_file(file: BinaryIO, take: Callable[[bytes], None], keys: list[pyrage.x25519.Identity]) -> None:
    """Hands the plaintext to `take` piece by piece. Only when this returns was it all of it.

    Raises BrokenPackage for a cut, damaged or foreign file, EnvironmentFault if `file` cannot be read, and unchanged whatever
    `take` raises.
    """
    source, feed = _RememberingReader(file), _Feed(take)
    try:
        pyrage.decrypt_io(source, feed, keys)
    except (pyrage.DecryptError, OSError) as error:
        if feed.error is not None:
            raise feed.error from error
        if source.error is not None:
            raise EnvironmentFault("storage", "The package cannot be read from this disk. Nothing was changed.") from source.error
        if "No matching keys" in str(error):
            raise BrokenPackage("sealed-other-key", "This package was sealed for somebody else's key.") from error
        raise BrokenPackage("sealed-damaged", "The package is cut or damaged and cannot be opened.") from error
    if feed.error is not None:
        raise feed.error

"""The guards around pyrage, on real full devices and on writers that fail wherever they like."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator

import pyrage
import pytest

from sync.contract.faults import BrokenPackage, EnvironmentFault
from sync.package.age import PieceReader, SealWriter, decrypt_file, encrypt_pieces, sealed_size

IDENTITY = pyrage.x25519.Identity.generate()
KEYS = [IDENTITY.to_public()]
BOUNDARY_SIZES = (0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_003)


def seal_into(write: object, size_bytes: int) -> SealWriter:
    writer = SealWriter(write)  # type: ignore[arg-type]
    encrypt_pieces(PieceReader(iter([b"x" * size_bytes])), writer, KEYS)
    return writer


@pytest.mark.parametrize("size_bytes", BOUNDARY_SIZES)
def test_what_was_sealed_opens_and_is_as_long_as_the_format_says(size_bytes: int) -> None:
    sealed = bytearray()

    def write(view: memoryview) -> int:
        sealed.extend(view)
        return len(view)

    writer = seal_into(write, size_bytes)
    assert len(sealed) == writer.written_bytes == sealed_size(writer.header_bytes, size_bytes)
    assert bytes(sealed).index(b"\n---") < writer.header_bytes < 1_000
    opened: list[bytes] = []
    decrypt_file(io.BytesIO(sealed), opened.append, [IDENTITY])
    assert b"".join(opened) == b"x" * size_bytes


@pytest.mark.parametrize("size_bytes", [0, 1, 3_000, 8_192, 65_536, 200_000])
def test_a_full_device_is_never_success(size_bytes: int) -> None:
    with open("/dev/full", "wb", buffering=0) as full, pytest.raises(OSError) as caught:
        seal_into(lambda view: os.write(full.fileno(), view), size_bytes)
    assert caught.value.errno == errno.ENOSPC


def test_a_disk_that_fills_at_any_byte_is_never_success() -> None:
    for room_bytes in range(0, 70_000, 331):
        written = 0

        def write(view: memoryview, room: int = room_bytes) -> int:
            nonlocal written
            taken = min(len(view), room - written)
            if not taken:
                raise OSError(errno.ENOSPC, "full")
            written += taken
            return taken

        with pytest.raises(OSError) as caught:
            seal_into(write, 70_000)
        assert caught.value.errno == errno.ENOSPC
        assert written == room_bytes


def test_a_writer_that_takes_a_little_at_a_time_gets_everything() -> None:
    sealed = bytearray()

    def write(view: memoryview) -> int:
        sealed.extend(view[:777])
        return len(view[:777])

    assert seal_into(write, 70_000).written_bytes == len(sealed)


def test_after_an_error_nothing_more_is_written() -> None:
    calls = 0

    def write(view: memoryview) -> int:
        nonlocal calls
        calls += 1
        raise OSError(errno.EIO, "broken")

    writer = SealWriter(write)
    for _ in range(2):
        with pytest.raises(OSError, match="broken"):
            writer.write(b"data")
    assert calls == 1


def test_what_the_pieces_raise_reaches_the_caller_unchanged() -> None:
    class OwnError(RuntimeError):
        pass

    def pieces() -> Iterator[bytes]:
        yield b"x" * 100_000
        raise OwnError("the draft is gone")

    source = PieceReader(pieces())
    with pytest.raises(OwnError, match="the draft is gone"):
        encrypt_pieces(source, SealWriter(len), KEYS)
    assert isinstance(source.error, OwnError)


def test_pieces_of_any_size_arrive_whole() -> None:
    reader = PieceReader(iter([b"", b"ab", b"", b"cdefg", b""]))
    assert [reader.read(3) for _ in range(5)] == [b"ab", b"cde", b"fg", b"", b""]
    assert reader.read_bytes == 7


def test_what_the_taker_raises_reaches_the_caller_even_with_the_last_bytes() -> None:
    class Refused(RuntimeError):
        pass

    sealed = bytearray()

    def write(view: memoryview) -> int:
        sealed.extend(view)
        return len(view)

    seal_into(write, 100_000)
    for refuse_after_bytes in range(0, 100_000, 9_973):
        taken_bytes = 0

        def take(data: bytes, most: int = refuse_after_bytes) -> None:
            nonlocal taken_bytes
            taken_bytes += len(data)
            if taken_bytes > most:
                raise Refused

        with pytest.raises(Refused):
            decrypt_file(io.BytesIO(sealed), take, [IDENTITY])


def test_a_disk_that_cannot_be_read_is_not_taken_for_a_damaged_package() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(errno.EIO, "bad sector")

    with pytest.raises(EnvironmentFault) as caught:
        decrypt_file(Broken(), lambda data: None, [IDENTITY])
    assert caught.value.code == "storage"


@pytest.mark.parametrize(
    "raw",
    [b"", b"hello", b"age-encryption.org/v1\n", b"age-encryption.org/v1\n-> X25519 \n---\n", b"\xff" * 500, b"age-encryption.org/v2\n" * 9],
)
def test_what_is_no_age_file_is_refused(raw: bytes) -> None:
    with pytest.raises(BrokenPackage):
        decrypt_file(io.BytesIO(raw), lambda data: None, [IDENTITY])

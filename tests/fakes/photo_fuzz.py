"""Damaged and hostile photos by the thousand, each decoded in a process of its own under the worker's own limits.

    python -m photo_fuzz 10000          all of them, with what they took, as one JSON line; exit code 1 if anything was out of bounds

Starting Python for each would take an hour. So one process has the decoders loaded and forks for every photo; what runs in the fork is
`decode_worker` as it is, its limits set before a byte is read. Every file follows from its number alone.
"""

from __future__ import annotations

import json
import os
import random
import signal
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

from photo_samples import (
    encoded,
    gradient,
    laden_heic,
    laden_jpeg,
    laden_png,
    laden_webp,
    markers,
    png_chunk,
    png_that_claims,
)

from kiosk.errors import PhotoRefused
from kiosk.photos import decode_worker
from kiosk.photos.clean import TIMEOUT_S, photo_of
from kiosk.photos.photo import CleanPhoto

ROOT = Path(__file__).resolve().parents[2]
_EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_ASKED = struct.Struct("<I")
_ANSWERED = struct.Struct("<iddI")  # exit status as of waitpid, seconds, peak MB, length of the answer
# APP0, DQT, SOF0, DHT, SOS: what a JPEG is made of that carries no word about where it came from.
MARKERS = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}


def samples() -> list[bytes]:
    """Whole photos of every kind and build: the material that is damaged."""
    small = gradient(96, 72)
    moving = [small, small.rotate(180)]
    return [
        laden_jpeg(small),
        laden_jpeg(small, orientation=6),
        encoded(small, "JPEG", progressive=True),
        encoded(small.convert("CMYK"), "JPEG"),
        encoded(small.convert("L"), "JPEG"),
        laden_png(),
        encoded(small.convert("P"), "PNG"),
        encoded(small.convert("L").convert("I").point(lambda value: value * 256).convert("I;16"), "PNG"),
        encoded(small.convert("1"), "PNG"),
        encoded(moving[0], "PNG", save_all=True, append_images=moving[1:]),
        png_that_claims(40, 30, png_chunk(b"tEXt", b"a\0b"), png_chunk(b"iCCP", b"n\0\0broken")),
        laden_webp(),
        encoded(small, "WEBP", lossless=True),
        encoded(small.convert("RGBA"), "WEBP"),
        encoded(moving[0], "WEBP", save_all=True, append_images=moving[1:]),
        laden_heic(),
        encoded(gradient(64, 64), "HEIF"),
    ]


class Mutations:
    """`file(number)` is always the same for the same number."""

    def __init__(self) -> None:
        self._samples = samples()
        self._ways: tuple[Callable[[random.Random, bytearray], None], ...] = (_flip, _set, _cut, _insert, _repeat, _extreme, self._splice)

    def file(self, number: int) -> bytes:
        chance = random.Random(number)
        raw = bytearray(self._samples[number % len(self._samples)])
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            chance.choice(self._ways)(chance, raw)
        # Else the check sums of a PNG would keep nearly all of the damage from its decoder.
        return _summed_anew(bytes(raw)) if chance.random() < 0.7 else bytes(raw)

    def _splice(self, chance: random.Random, raw: bytearray) -> None:
        other = chance.choice(self._samples)
        place = chance.randrange(len(raw) + 1)
        begin = chance.randrange(len(other))
        raw[place:] = other[begin:]


def _where(chance: random.Random, raw: bytearray) -> int:
    """The first bytes, where lengths and sizes lie, as often as all others together."""
    return chance.randrange(min(len(raw), 256) if chance.random() < 0.5 else len(raw)) if raw else 0


def _flip(chance: random.Random, raw: bytearray) -> None:
    for _ in range(chance.choice((1, 1, 4, 32))):
        if raw:
            raw[_where(chance, raw)] ^= 1 << chance.randrange(8)


def _set(chance: random.Random, raw: bytearray) -> None:
    for _ in range(chance.choice((1, 4, 64))):
        if raw:
            raw[_where(chance, raw)] = chance.randrange(256)


def _cut(chance: random.Random, raw: bytearray) -> None:
    del raw[_where(chance, raw) :]


def _insert(chance: random.Random, raw: bytearray) -> None:
    place = _where(chance, raw)
    raw[place:place] = chance.randbytes(chance.choice((1, 2, 16, 4_096)))


def _repeat(chance: random.Random, raw: bytearray) -> None:
    begin = _where(chance, raw)
    piece = raw[begin : begin + chance.choice((4, 64, 1_024))]
    raw[begin:begin] = piece * chance.choice((1, 2, 50))


def _extreme(chance: random.Random, raw: bytearray) -> None:
    width, order = chance.choice((1, 2, 4)), chance.choice(("big", "little"))
    place = _where(chance, raw)
    raw[place : place + width] = (chance.choice(_EXTREMES) & (256**width - 1)).to_bytes(width, order)


def _summed_anew(raw: bytes) -> bytes:
    """A PNG with right check sums as far as its chunks go; anything else as it is."""
    if not raw.startswith(b"\x89PNG"):
        return raw
    done, place = bytearray(raw[:8]), 8
    while place + 12 <= len(raw) and (end := place + 12 + int.from_bytes(raw[place : place + 4], "big")) <= len(raw):
        body = raw[place + 4 : end - 4]
        done += raw[place : place + 4] + body + zlib.crc32(body).to_bytes(4, "big")
        place = end
    return bytes(done) + raw[place:]


@dataclass(frozen=True)
class Answered:
    """`signal` is 0 unless the decoder was killed by one."""

    answer: bytes
    signal: int
    took_s: float
    peak_mb: float


class Decoders:
    """The process that forks. Ends with the block."""

    def __init__(self) -> None:
        env = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'fakes'}"}
        command = [sys.executable, "-m", "photo_fuzz", "host"]
        self._process = subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __enter__(self) -> Decoders:
        return self

    def __exit__(self, *_: object) -> None:
        stdin, stdout = self._pipes()
        stdin.close()
        stdout.close()
        assert self._process.wait(60) == 0

    def ask(self, raw: bytes) -> Answered:
        stdin, stdout = self._pipes()
        stdin.write(_ASKED.pack(len(raw)) + raw)
        stdin.flush()
        status, took_s, peak_mb, length = _ANSWERED.unpack(stdout.read(_ANSWERED.size))
        return Answered(stdout.read(length), os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, took_s, peak_mb)

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        return self._process.stdin, self._process.stdout


def host() -> None:
    decode_worker.make_ready()
    while head := sys.stdin.buffer.read(_ASKED.size):
        raw = sys.stdin.buffer.read(*_ASKED.unpack(head))
        began_s = time.monotonic()
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            _decode(raw, writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
        _, status, used = os.wait4(child, 0)
        told = _ANSWERED.pack(status, time.monotonic() - began_s, used.ru_maxrss / 1_024, len(answer))
        sys.stdout.buffer.write(told + answer)
        sys.stdout.buffer.flush()


def _decode(raw: bytes, writing: int) -> None:
    """In the fork; does not come back."""
    signal.setitimer(signal.ITIMER_REAL, TIMEOUT_S)  # what the parent's timer does to the real worker
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    code = 1
    try:
        decode_worker.limit_this_process()
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(decode_worker.answer(raw))
        code = 0
    finally:
        os._exit(code)


@dataclass
class Tally:
    """What many photos came to. `killed` counts decoders that died of a signal, which the kiosk takes for a damaged photo."""

    files: int = 0
    photos: int = 0
    refused: int = 0
    killed: dict[int, int] = field(default_factory=dict)
    slowest_s: float = 0.0
    peak_mb: float = 0.0
    broken: list[str] = field(default_factory=list)

    @property
    def in_bounds(self) -> bool:
        return not self.broken and self.slowest_s < TIMEOUT_S and self.peak_mb * 2**20 <= decode_worker.MEMORY_BYTES


def fuzz(numbers: range, keep: Callable[[int, CleanPhoto], None] = lambda number, photo: None) -> Tally:
    """Each of the files, to the photo that the kiosk would keep. `keep` gets those that were taken."""
    tally, mutations = Tally(), Mutations()
    with Decoders() as decoders:
        for number in numbers:
            answered = decoders.ask(mutations.file(number))
            tally.files += 1
            tally.slowest_s = max(tally.slowest_s, answered.took_s)
            tally.peak_mb = max(tally.peak_mb, answered.peak_mb)
            if answered.signal:
                tally.killed[answered.signal] = tally.killed.get(answered.signal, 0) + 1
            try:
                photo = photo_of(answered.answer)
            except PhotoRefused:
                tally.refused += 1
                continue
            except Exception as error:  # noqa: BLE001 -- what would have reached the window's top level is what is looked for
                tally.broken.append(f"{number}: {error!r}")
                continue
            tally.photos += 1
            if any(set(markers(jpeg)) != MARKERS for jpeg in (photo.full_jpeg, photo.small_jpeg)):
                tally.broken.append(f"{number}: more than pixels")
            keep(number, photo)
    return tally


def answers(numbers: range) -> Iterator[bytes]:
    """What a worker that was taken over might answer."""
    for number in numbers:
        chance = random.Random(number)
        sides = [chance.choice((0, 1, 7, 4_096, 4_097, 2**31, -1, 10**30)) for _ in range(2)]
        honest = bytearray(f"OK {sides[0]} {sides[1]}\n".encode() + chance.randbytes(chance.choice((0, 3, 147, 148))))
        for _ in range(chance.choice((0, 1, 3))):
            chance.choice((_flip, _set, _cut, _insert))(chance, honest)
        yield bytes(honest)


if __name__ == "__main__":
    if sys.argv[1] == "host":
        host()
    else:
        total = fuzz(range(int(sys.argv[1])))
        print(json.dumps(asdict(total)))
        sys.exit(0 if total.in_bounds else 1)

"""A stranger's file in, a photo of nothing but pixels out."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import kiosk
from kiosk.errors import PhotoRefused
from kiosk.photos.photo import FULL_LONG_SIDE_PX, CleanPhoto, photo_from_pixels

MAX_FILE_BYTES = 64 * 1024 * 1024
TIMEOUT_S = 20.0

# -P and -s: what somebody put into the working folder or the user's own packages is not imported.
WORKER = (sys.executable, "-P", "-s", "-m", "kiosk.photos.decode_worker")

_LONGEST_LINE_BYTES = 64
_LONGEST_ANSWER_BYTES = _LONGEST_LINE_BYTES + 3 * FULL_LONG_SIDE_PX**2
_READ_BYTES = 1024 * 1024
_SENTENCES = {
    "photo-empty": "This file is empty. Please choose another one.",
    "photo-bytes": "This file is too large for a photo. Please choose another one.",
    "photo-kind": "This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC.",
    "photo-pixels": "This picture is larger than we can take. Please choose a smaller one.",
    "photo-damaged": "This photo is damaged and cannot be opened. Please choose another one.",
    "photo-worker": "Photos cannot be opened on this device just now. Please call staff.",
    "photo-slow": "This photo took too long to open. Please choose another one.",
}


def clean_photo(raw: bytes, *, worker: Sequence[str] = WORKER, timeout_s: float = TIMEOUT_S) -> CleanPhoto:
    """Decodes `raw` in a process of its own that is gone when this returns, and encodes the pixels anew.

    Takes JPEG, PNG, WebP and HEIC, told by content. Applies the orientation, converts to sRGB, puts transparency on white.
    Nothing touches a disk. Blocking, 0.2 to 2 s; call from a background thread.

    Raises PhotoRefused for everything that is not a photo we can take, a worker that died or took too long included.
    """
    if not raw:
        raise _refused("photo-empty")
    if len(raw) > MAX_FILE_BYTES:
        raise _refused("photo-bytes")
    return photo_of(_ask(worker, raw, timeout_s))


def photo_of(answer: bytes) -> CleanPhoto:
    """What the worker meant; whatever it may have become, nothing but pixels is taken from it. Raises PhotoRefused."""
    line, found, pixels = answer.partition(b"\n")
    words = line[:_LONGEST_LINE_BYTES].decode("ascii", errors="replace").split(" ")
    if len(words) == 2 and words[0] == "NO" and words[1] in _SENTENCES:
        raise _refused(words[1])
    if not found or len(words) != 3 or words[0] != "OK" or not all(word.isascii() and word.isdigit() for word in words[1:]):
        raise _refused("photo-damaged")
    width_px, height_px = int(words[1]), int(words[2])
    if not (0 < width_px <= FULL_LONG_SIDE_PX and 0 < height_px <= FULL_LONG_SIDE_PX and len(pixels) == 3 * width_px * height_px):
        raise _refused("photo-damaged")
    return photo_from_pixels(width_px, height_px, pixels)


def _ask(worker: Sequence[str], raw: bytes, timeout_s: float) -> bytes:
    """Everything the worker answered; it has ended when this returns."""
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(worker, bufsize=0, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=_environment())
    except OSError as error:
        raise _refused("photo-worker") from error
    timed_out = threading.Event()
    with process:

        def give_up() -> None:
            timed_out.set()
            process.kill()

        # Killing the worker is what ends both the write and the read below, however it misbehaves.
        timer = threading.Timer(timeout_s, give_up)
        timer.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            _feed(process.stdin, raw)
            answer = _drain(process.stdout)
        finally:
            timer.cancel()
            timer.join()
            process.kill()
    if timed_out.is_set():
        raise _refused("photo-slow")
    return answer


def _feed(stdin: IO[bytes], raw: bytes) -> None:
    view = memoryview(raw)
    try:
        while view:
            view = view[stdin.write(view) :]
    except OSError as error:
        # The worker ended before it had read all (Windows says EINVAL); its answer, or that it gave none, tells the rest.
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise
    stdin.close()


def _drain(stdout: IO[bytes]) -> bytes:
    """Up to the end, but never more than the largest photo: the worker may not be itself any more."""
    answer = bytearray()
    while len(answer) <= _LONGEST_ANSWER_BYTES and (piece := stdout.read(_READ_BYTES)):
        answer += piece
    return bytes(answer)


def _environment() -> dict[str, str]:
    """Just enough to start Python: no proxy, token or folder of the kiosk's own is handed on."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "PYTHONPATH": str(Path(kiosk.__file__).parents[1]), "PYTHONDONTWRITEBYTECODE": "1"}


def _refused(code: str) -> PhotoRefused:
    return PhotoRefused(code, _SENTENCES[code])

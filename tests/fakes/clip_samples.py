"""A reading as a clip.

Also the script of a child process that keeps one and is killed at the moment at which it gets its name: `python -m clip_samples FOLDER
WORDS before|after`.
"""

from __future__ import annotations

import os
import signal
import sys
from functools import cache
from pathlib import Path

import numpy as np

from kiosk.audio.clip_file import is_clip
from kiosk.audio.codec import encode_flac_chunk, encode_opus
from kiosk.audio.source import SAMPLE_RATE_HZ
from kiosk.drafts.store import Chunk
from kiosk.staff.voice_store import VoiceStore


@cache
def clip(seconds: int = 1) -> bytes:
    samples = (0.1 * np.sin(np.arange(seconds * SAMPLE_RATE_HZ) * 0.05)).astype(np.float32)
    chunk = Chunk(0, len(samples), SAMPLE_RATE_HZ, encode_flac_chunk(samples))
    return encode_opus(lambda: [chunk], ()).data


def main(folder: Path, words: str, moment: str) -> None:
    rename = os.replace

    def dying(source: Path, target: Path) -> None:
        if moment == "after":
            rename(source, target)
        os.kill(os.getpid(), signal.SIGKILL)

    os.replace = dying  # type: ignore[assignment]
    VoiceStore(folder, folder, is_clip).keep("en", words, clip(seconds=2))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])

"""Makes one of the two files of an hour's answer, as a program; prints how much memory that took at most as one JSON line.

hour_files.py DATA_DIR opus|flac
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

import numpy as np
import soundfile
from told_story import close_storage, open_storage

from kiosk.audio.codec import encode_flac_chunk
from kiosk.audio.listening_copy import listening_copy, master
from kiosk.drafts.store import Chunk, Draft
from kiosk.story.session import AnswerDraft

SPEECH = Path(__file__).resolve().parent.parent / "resources" / "demo"
RATE_HZ = 48_000
SECONDS = 3_600


def tell(draft: Draft, prompt: str, seconds: int) -> AnswerDraft:
    """An answer of the demo's speech, over and over, in chunks of one second."""
    speech, rate_hz = soundfile.read(sorted(SPEECH.glob("*.flac"))[0], dtype="float32")
    assert rate_hz == RATE_HZ
    blocks = [encode_flac_chunk(block) for block in np.split(speech, range(RATE_HZ, len(speech), RATE_HZ))[:-1]]
    take_id = draft.new_take(prompt)
    for number in range(seconds):
        draft.append_chunk(take_id, number, Chunk(number * RATE_HZ, RATE_HZ, RATE_HZ, blocks[number % len(blocks)]))
    return AnswerDraft([take_id], duration_ms=seconds * 1000)


def most_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main(data_dir: Path, kind: str) -> None:
    storage = open_storage(data_dir)
    draft_id = storage.drafts.create()
    draft = storage.drafts.open(draft_id, storage.keys.create(draft_id))
    encode = {"opus": listening_copy, "flac": master}[kind]
    encode(draft, tell(draft, "challenge", 5))  # what every encoder takes once
    answer = tell(draft, "why", SECONDS)
    before = most_bytes()
    encoded = encode(draft, answer)
    assert encoded.duration_ms == SECONDS * 1000
    print(json.dumps({"file_mb": len(encoded.data) / 1e6, "most_mb": (most_bytes() - before) / 1e6}))
    close_storage(storage)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

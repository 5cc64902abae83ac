"""A story that has been told, in a data folder: a real draft with real chunks, ready for Send.

Also the script of a child process that sends it and kills itself at a named step: `python -m told_story DATA_DIR STEP`.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy
import pyrage

from kiosk.audio.codec import encode_flac_chunk
from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.drafts.store import Chunk, Draft, DraftStore
from kiosk.story.session import PhotoDraft, Question, Session
from kiosk.submission import Destination, Storage, submit
from sync.contract.prompts import PROMPT_IDS
from sync.contract.story import HelpRequest, Identity, IdentityKind, Need, Span, Use, Voice
from sync.outbox import Outbox

CHUNK_FRAMES = 24_000
RECEIPT_KEY = "ab" * 32
MONTH = "2026-11"
STEPS = ("planned", "listen-sealed", "master-sealed", "queued", "key-destroyed")


class FixedKek:
    """Stands for the OS keyring: the same key in every process."""

    def kek(self) -> bytes:
        return b"k" * 32


def open_storage(data_dir: Path) -> Storage:
    packages_dir = data_dir / "packages"
    packages_dir.mkdir(parents=True, exist_ok=True)
    return Storage(
        drafts=DraftStore(data_dir / "drafts.sqlite3"),
        keys=DraftKeys(KeyPolicy.KEYRING, data_dir / "keyslots", FixedKek()),
        outbox=Outbox(data_dir / "outbox.sqlite3"),
        packages_dir=packages_dir,
    )


def close_storage(storage: Storage) -> None:
    storage.drafts.close()
    storage.outbox.close()


def samples(seed: int, frames: int) -> numpy.ndarray:
    """Sixteen-bit noise as float32: any place in it can be found again."""
    noise = numpy.random.default_rng(seed).integers(-8_000, 8_001, frames, dtype=numpy.int16)
    return noise.astype(numpy.float32) / 32_768


def record(draft: Draft, prompt: str, pcm: numpy.ndarray) -> str:
    """What the recorder process does, without the process."""
    take_id = draft.new_take(prompt)
    for number, first in enumerate(range(0, len(pcm), CHUNK_FRAMES)):
        block = pcm[first : first + CHUNK_FRAMES]
        draft.append_chunk(take_id, number, Chunk(first, len(block), 48_000, encode_flac_chunk(block)))
    return take_id


@dataclass
class ToldStory:
    draft: Draft
    session: Session
    identity: str
    destination: Destination


def told_story(storage: Storage, *, seconds: float = 2.0) -> ToldStory:
    """Two answers (the first of two segments), one skipped, one photo, no name, one cut, a request for help."""
    draft_id = storage.drafts.create()
    draft = storage.drafts.open(draft_id, storage.keys.create(draft_id))
    frames = int(seconds * 48_000)
    session = Session(language="ar")
    first, second = record(draft, "why", samples(1, frames)), record(draft, "why", samples(2, frames))
    session.keep_take("why", [first, second], 2 * frames // 48, [Span(500, 900)])
    session.keep_take("inspiration", [record(draft, PROMPT_IDS[2], samples(3, frames))], frames // 48, [])
    session.answers["challenge"].skipped = True
    session.answers["why"].cuts = [Span(500, 900)]
    session.photos.append(PhotoDraft(draft.put_blob(b"\xff\xd8full\xff\xd9"), draft.put_blob(b"\xff\xd8small\xff\xd9"), "a school", 1))
    session.choose_identity(Identity(IdentityKind.NONE))
    session.name_checked, session.voice, session.uses = True, Voice.OWN, {Use.ONLINE}
    session.help = HelpRequest((Need.LAW,), "ar", "through the office", "")
    session.own_wish, session.adult, session.understood = True, True, Question.PUBLIC
    session.agree("about", "0" * 64, "ar")
    draft.save_session(session.to_record())
    identity = pyrage.x25519.Identity.generate()
    return ToldStory(draft, session, str(identity), Destination((str(identity.to_public()),), RECEIPT_KEY, "workshop-1"))


def main() -> None:
    data_dir, step_to_die_at = Path(sys.argv[1]), sys.argv[2]
    storage = open_storage(data_dir)
    told = told_story(storage)
    (data_dir / "identity").write_text(told.identity)
    (data_dir / "draft_id").write_text(told.draft.draft_id)

    def on_step(step: str) -> None:
        if step == step_to_die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH, on_step=on_step)


if __name__ == "__main__":
    main()

"""Visits told in one process: microphone, window and keyring are stood in for, everything that writes is real.

    python -m marked_visits DATA_DIR RECIPIENT '[["sent", 1], ["left", 2], ["dies-telling", 3]]'

Takes up what an earlier run left unfinished first: sends what was being sent, throws away what was not kept, leaves the rest.
Says in JSON lines what must be found nowhere, before it could be on the disk: `{"secret": {"key 1": hex, …}}`, and of the draft that
is left unfinished `{"left": hex of its wrapped key}`.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import numpy
from told_story import CHUNK_FRAMES, MONTH, RECEIPT_KEY, open_storage, samples
from watermarks import MARK, marked_photo, marked_sound, middle

from kiosk.audio.codec import encode_flac_chunk
from kiosk.audio.listening_copy import listening_copy, master
from kiosk.drafts.recovery import discard
from kiosk.drafts.store import Chunk, Draft
from kiosk.photos.clean import clean_photo
from kiosk.story.session import PhotoDraft, Question, Session
from kiosk.submission import Destination, Storage, finish_interrupted, submit
from sync.contract.prompts import PROMPT_IDS
from sync.contract.story import HelpRequest, Identity, IdentityKind, Need, Span, Use, Voice
from sync.contract.withdrawal import spoken_groups

_BOX_BYTES = 73  # a wrapped key in its slot
DIES = ("dies-telling", "dies-told", "dies-planned", "dies-listen-sealed", "dies-master-sealed", "dies-queued", "dies-key-destroyed")


def say(**line: object) -> None:
    print(json.dumps(line), flush=True)


def tell(storage: Storage, data_dir: Path, number: int, how: str) -> tuple[Draft, Session]:
    draft_id = storage.drafts.create()
    key = storage.keys.create(draft_id)
    wrapped = (data_dir / "keyslots" / f"{draft_id}.slot").read_bytes()[:_BOX_BYTES]
    kept = how == "dies-told"
    say(**({"left": {draft_id: middle(wrapped).hex()}} if kept else {"secret": {f"wrapped key {number}": middle(wrapped).hex()}}))
    say(secret={f"key {number}": key.hex()})
    draft = storage.drafts.open(draft_id, key)
    session = Session(language="en")
    take_id = draft.new_take("why")
    sound = numpy.concatenate([marked_sound(), samples(number, 2 * CHUNK_FRAMES)])
    for place, first in enumerate(range(0, len(sound), CHUNK_FRAMES)):
        block = sound[first : first + CHUNK_FRAMES]
        draft.append_chunk(take_id, place, Chunk(first, len(block), 48_000, encode_flac_chunk(block)))
        if how == "dies-telling" and place == 1:
            os.kill(os.getpid(), signal.SIGKILL)
    session.keep_take("why", [take_id], len(sound) // 48, [Span(500, 900)])
    for prompt in PROMPT_IDS[1:]:
        session.answers[prompt].skipped = True
    session.answers["why"].cuts = [Span(500, 900)]
    photo = clean_photo(marked_photo())
    caption = f"{MARK}-{number} before the house"
    session.photos.append(PhotoDraft(draft.put_blob(photo.full_jpeg), draft.put_blob(photo.small_jpeg), caption))
    session.choose_identity(Identity(IdentityKind.OWN, f"{MARK}-{number}"))
    session.name_checked, session.voice, session.uses = True, Voice.OWN, {Use.ONLINE}
    session.help = HelpRequest((Need.LAW,), "en", f"ask for {MARK}-{number}", f"{MARK}-{number} wants no letters")
    session.own_wish, session.adult, session.understood = True, True, Question.PUBLIC
    session.agree("about", "0" * 64, "en")
    draft.save_session(session.to_record())
    answer = session.answers["why"]
    plain = {"master": master(draft, answer).data, "listening copy": listening_copy(draft, answer).data, "photo": photo.full_jpeg}
    say(secret={f"{word} {number}": middle(data).hex() for word, data in plain.items()})
    return draft, session


def send(storage: Storage, draft: Draft, session: Session, recipient: str, die_at: str = "") -> None:
    def on_step(step: str) -> None:
        if step == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    destination = Destination((recipient,), RECEIPT_KEY, "workshop-1")
    code = submit(draft, session, destination=destination, storage=storage, month=MONTH, on_step=on_step).withdrawal_code
    say(secret={f"code {code[:2]}…": code.encode().hex(), f"spoken code {code[:2]}…": spoken_groups(code).encode().hex()})


def take_up(storage: Storage, recipient: str) -> None:
    for draft_id in finish_interrupted(storage):
        key = storage.keys.recover(draft_id)
        assert key is not None
        draft = storage.drafts.open(draft_id, key)
        record = draft.load_session()
        if record is None:
            discard(storage.drafts, storage.keys, draft_id)  # killed before anything was kept
            say(recovered="thrown away")
        elif record["group_id"] is not None:
            send(storage, draft, Session.from_record(record), recipient)
            say(recovered="sent")
        else:
            say(recovered="still unfinished")


def main() -> None:
    data_dir, recipient = Path(sys.argv[1]), sys.argv[2]
    storage = open_storage(data_dir)
    take_up(storage, recipient)
    for how, number in json.loads(sys.argv[3]):
        draft, session = tell(storage, data_dir, number, how)
        if how == "dies-told":
            os.kill(os.getpid(), signal.SIGKILL)
        elif how == "left":
            discard(storage.drafts, storage.keys, draft.draft_id)
        else:
            send(storage, draft, session, recipient, how.removeprefix("dies-"))
    storage.drafts.close()
    storage.outbox.close()
    say(ended=True)


if __name__ == "__main__":
    main()

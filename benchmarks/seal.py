"""From Send to sealed and queued, for half an hour of speech; beside `ffmpeg`, `tar` and `age` making the same files.

The first row is the whole wait: reading the draft's chunks, taking the Opus copies that were made while she went on, making one FLAC
per answer, measuring loudness, sealing two packages, every fsync. The second is the same where no copy was there yet. The third is the
sealing alone, beside `tar | age` over the very same files.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import soundfile
from row import Row, say
from told_story import MONTH, RECEIPT_KEY, close_storage, open_storage

from kiosk.audio.codec import OPUS_KBIT_PER_S, encode_flac_chunk
from kiosk.audio.listening_copy import Gate, make_ahead
from kiosk.drafts.store import Chunk, Draft
from kiosk.story.session import Question, Session
from kiosk.submission import Destination, Storage, submit
from sync.contract.story import PROMPT_IDS, Identity, IdentityKind, Use, Voice
from sync.package import Member, seal_package
from sync.package.folder import open_into_folder
from sync.package.identity import new_age_key

SPEECH = Path(__file__).resolve().parent.parent / "resources" / "demo"
SAMPLE_RATE_HZ = 48_000
ANSWER_S = 10 * 60


def main() -> None:
    keys = [new_age_key(), new_age_key()]
    recipients = tuple(key.recipient for key in keys)
    with tempfile.TemporaryDirectory(prefix="seal-") as name:
        folder = Path(name)
        storage = open_storage(folder)
        try:
            destination = Destination(recipients, RECEIPT_KEY, None)
            draft, session = told(storage)
            unprepared_s = seconds(lambda: submit(draft, session, destination=destination, storage=storage, month=MONTH))
            for package in (folder / "packages").glob("*.age"):
                package.unlink()
            draft, session = told(storage)
            prepare(draft, session)
            ours_s = seconds(lambda: submit(draft, session, destination=destination, storage=storage, month=MONTH))
        finally:
            close_storage(storage)
        opened = [unpack(package, keys[0].identity, folder) for package in sorted((folder / "packages").glob("*.age"))]
        sealing_s = sum(seconds(lambda bag=bag: seal_again(bag, recipients)) for bag in opened)
        plain_sealing_s = sum(seconds(lambda bag=bag: tar_and_age(bag, recipients)) for bag in opened)
        plain_s = plain_sealing_s + seconds(lambda: listening_copies([path for bag in opened for path in bag.rglob("*.flac")], folder))
    minutes = len(PROMPT_IDS) * ANSWER_S // 60
    beside = "ffmpeg, tar and age from finished FLAC"
    say(Row(f"Send to sealed, {minutes} minutes of speech", "s", round(ours_s, 2), beside, round(plain_s, 2)))
    say(Row("The same without listening copies made ahead", "s", round(unprepared_s, 2), beside, round(plain_s, 2)))
    say(Row("Of it sealing, fsync and checking", "s", round(sealing_s, 2), "tar and age", round(plain_sealing_s, 2)))


def seconds(work: Callable[[], object]) -> float:
    began_s = time.monotonic()
    work()
    return time.monotonic() - began_s


def told(storage: Storage) -> tuple[Draft, Session]:
    """Three answers of the demo's speech, over and over, in chunks of one second."""
    draft_id = storage.drafts.create()
    draft = storage.drafts.open(draft_id, storage.keys.create(draft_id))
    session = Session()
    for prompt, path in zip(PROMPT_IDS, sorted(SPEECH.glob("*.flac")), strict=True):
        speech, rate_hz = soundfile.read(path, dtype="float32")
        assert rate_hz == SAMPLE_RATE_HZ
        blocks = [encode_flac_chunk(block) for block in np.split(speech, range(SAMPLE_RATE_HZ, len(speech), SAMPLE_RATE_HZ))[:-1]]
        take_id = draft.new_take(prompt)
        for number in range(ANSWER_S):
            draft.append_chunk(
                take_id, number, Chunk(number * SAMPLE_RATE_HZ, SAMPLE_RATE_HZ, SAMPLE_RATE_HZ, blocks[number % len(blocks)])
            )
        session.keep_take(prompt, [take_id], ANSWER_S * 1000, [])
    session.choose_identity(Identity(IdentityKind.NONE))
    session.name_checked, session.voice, session.uses, session.texts = True, Voice.OWN, {Use.ONLINE}, {"about": "0" * 64}
    session.own_wish, session.adult, session.understood = True, True, Question.PUBLIC
    draft.save_session(session.to_record())
    return draft, session


def prepare(draft: Draft, session: Session) -> None:
    """What the window does while she goes on (kiosk.ui.listening_copies). In a thread of its own: it lowers its own priority."""
    with ThreadPoolExecutor(1) as pool:
        for answer in session.answers.values():
            answer.listening_copy = pool.submit(make_ahead, draft, answer, Gate()).result()
    draft.save_session(session.to_record())


def unpack(package: Path, identity: str, folder: Path) -> Path:
    """The package's files as they would lie on a disk, for `tar`."""
    out = folder / "opened"
    out.mkdir(exist_ok=True)
    return out / open_into_folder(package, [identity], out).bag_name


def listening_copies(masters: list[Path], folder: Path) -> None:
    """Opus at our bit rate, and the loudness, of each answer."""
    for number, master in enumerate(masters):
        rates = ["-filter:a", "ebur128", "-c:a", "libopus", "-b:a", f"{OPUS_KBIT_PER_S}k"]
        subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-i", str(master), *rates, str(folder / f"{number}.opus")], check=True)


def tar_and_age(bag: Path, recipients: tuple[str, ...]) -> None:
    sealed = bag.with_suffix(".tar.age")
    wanted = [word for recipient in recipients for word in ("-r", recipient)]
    with subprocess.Popen(["tar", "-C", str(bag), "-cf", "-", "."], stdout=subprocess.PIPE) as tar:
        subprocess.run(["age", *wanted, "-o", str(sealed)], stdin=tar.stdout, check=True)
    subprocess.run(["sync", str(sealed)], check=True)


def seal_again(bag: Path, recipients: tuple[str, ...]) -> None:
    members = (Member(str(path.relative_to(bag)), path.read_bytes()) for path in sorted((bag / "data").rglob("*")) if path.is_file())
    seal_package(members, bag_name="again", recipients=recipients, destination=bag.with_suffix(".age"))


if __name__ == "__main__":
    main()

"""The real parts of the window: this laptop's disk, microphone, loudspeaker, archive and keyring.

Imported after the first paint: through it come numpy, the audio libraries, the draft store and the outbox.
"""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kiosk.audio.player import Player, PortAudioPlayer, SilentPlayer, has_loudspeaker
from kiosk.audio.recorder import Recorder
from kiosk.config import KioskConfig
from kiosk.drafts.keyring_kek import KeyringKek
from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.drafts.store import Draft, DraftStore
from kiosk.errors import NotEnrolled
from kiosk.microphone import MicrophoneChoice
from kiosk.photos.clean import clean_photo
from kiosk.photos.cover import Rect, cover_photo, rotate_photo
from kiosk.photos.photo import CleanPhoto
from kiosk.staff_actions import staff_actions
from kiosk.story.session import Session
from kiosk.submission import Destination, Storage, Submitted, submit
from kiosk.ui.parts import Parts
from kiosk.ui.photo_places import find_places
from kiosk.ui.photo_shelf import PhotoTools
from kiosk.ui.staff.pages import StaffPages
from kiosk.unfinished import UnfinishedStories
from kiosk.worker import WorkerKeeper
from sync.contract.faults import Fault
from sync.enrolled import load_enrolled
from sync.outbox import Outbox
from sync.status import OUTBOX_FILE, PACKAGES_DIR, PlainState, read_status

DRAFTS_FILE = "drafts.sqlite3"
KEYSLOTS_DIR = "keyslots"

log = logging.getLogger("kiosk")


def open_parts(config: KioskConfig, worker: WorkerKeeper) -> Parts:
    """Opens drafts and outbox, and ends what a crash cut short. Raises EnvironmentFault, BadInput."""
    folder = config.data_dir
    policy = KeyPolicy(config.draft_policy)
    keyring = KeyringKek() if policy is KeyPolicy.KEYRING else None
    with ExitStack() as opening:
        drafts = opening.enter_context(DraftStore(folder / DRAFTS_FILE))
        outbox = opening.enter_context(Outbox(folder / OUTBOX_FILE))
        keys = DraftKeys(policy, folder / KEYSLOTS_DIR, keyring)
        packages_dir = folder / PACKAGES_DIR
        packages_dir.mkdir(mode=0o700, exist_ok=True)
        storage = Storage(drafts, keys, outbox, packages_dir)
        closing = opening.pop_all()
    microphone = MicrophoneChoice(folder, config.microphone)
    unfinished = UnfinishedStories(storage)
    actions = staff_actions(folder, storage, microphone, unfinished, worker)
    return Parts(
        drafts=drafts,
        keys=keys,
        open_recorder=lambda listener: Recorder(microphone.spec(), folder / DRAFTS_FILE, listener),
        player=_player(config.player),
        photo_tools=PhotoTools(clean_photo, rotate_photo, _cover),
        find_photo_places=partial(find_places, config.photo_folder),
        submit=partial(_submit, folder, storage),
        waiting_for_internet=partial(_waiting, folder),
        free_bytes=lambda: shutil.disk_usage(folder).free,
        most_answer_ms=config.max_answer_minutes * 60_000,
        make_staff_pages=lambda tasks: StaffPages(actions, tasks),
        monotonic_s=time.monotonic,
        tidy=unfinished.expire,
        resumed=unfinished.take,
        prepare=partial(_prepare, keyring, unfinished),
        close=closing.close,
    )


def _prepare(keyring: KeyringKek | None, unfinished: UnfinishedStories) -> None:
    # Asked here, in a worker thread: a locked keyring may put up a dialog, and the first draft must not wait for it in the window's.
    if keyring is not None:
        keyring.kek()
    unfinished.find()


def _cover(photo: CleanPhoto, rects: Sequence[Rect]) -> CleanPhoto:
    return cover_photo(photo, rects)


def _submit(data_dir: Path, storage: Storage, draft: Draft, session: Session) -> Submitted:
    enrolled = load_enrolled(data_dir)
    if enrolled is None:
        raise NotEnrolled
    destination = Destination(enrolled.recipients, enrolled.receipt_key, enrolled.event_id)
    return submit(draft, session, destination=destination, storage=storage, month=f"{datetime.now(UTC):%Y-%m}")


def _waiting(data_dir: Path) -> bool:
    try:
        status = read_status(data_dir)
    except Fault as fault:
        log.warning("outbox unreadable after Send: %s", fault.code)
        return True
    return status.counts[PlainState.ARCHIVED] < sum(status.counts.values())


def _player(choice: str) -> Player:
    """`auto` is silent only where there is nothing to play through, which staff see on the health page."""
    if choice == "silent" or (choice == "auto" and not has_loudspeaker()):
        return SilentPlayer()
    return PortAudioPlayer()

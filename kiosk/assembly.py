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

from kiosk.audio.clip_file import is_clip
from kiosk.audio.player import Player, PortAudioPlayer, SilentPlayer, has_loudspeaker
from kiosk.audio.recorder import Recorder
from kiosk.config import KioskConfig
from kiosk.drafts.keyring_kek import KeyringKek
from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.drafts.passphrase_kek import PASSPHRASE_FILE, PassphraseKek, PassphraseMissing
from kiosk.drafts.store import Draft, DraftStore
from kiosk.errors import NotEnrolled
from kiosk.microphone import MicrophoneChoice
from kiosk.photos.clean import clean_photo
from kiosk.photos.cover import Rect, cover_photo, rotate_photo
from kiosk.photos.photo import CleanPhoto
from kiosk.resources import RESOURCES
from kiosk.staff.voice_store import VoiceStore
from kiosk.staff_actions import staff_actions
from kiosk.story.session import Session
from kiosk.submission import Destination, Storage, Submitted, submit
from kiosk.ui.network_hint import NetworkHint
from kiosk.ui.parts import Parts
from kiosk.ui.photo_places import find_places
from kiosk.ui.photo_shelf import PhotoTools
from kiosk.ui.staff.pages import StaffPages
from kiosk.unfinished import UnfinishedStories
from kiosk.withdrawal import TakenBack, Tries, take_back
from kiosk.worker import WorkerKeeper
from sync.awake import SystemAwake
from sync.contract.faults import EnvironmentFault, Fault
from sync.enrolled import load_enrolled
from sync.outbox import Outbox
from sync.status import OUTBOX_FILE, PACKAGES_DIR, PlainState, read_status

DRAFTS_FILE = "drafts.sqlite3"
KEYSLOTS_DIR = "keyslots"
_COUNTDOWN_NUMBER_MS = 1_000

log = logging.getLogger("kiosk")


def open_parts(config: KioskConfig) -> Parts:
    """Opens drafts and outbox, and starts the worker where there is an archive to send to. Raises EnvironmentFault, BadInput."""
    folder = config.data_dir
    worker = WorkerKeeper(folder)
    policy = KeyPolicy(config.draft_policy)
    keyring = KeyringKek() if policy is KeyPolicy.KEYRING else None
    passphrase = PassphraseKek(folder / PASSPHRASE_FILE) if policy is KeyPolicy.PASSPHRASE else None
    with ExitStack() as opening:
        drafts = opening.enter_context(DraftStore(folder / DRAFTS_FILE))
        outbox = opening.enter_context(Outbox(folder / OUTBOX_FILE))
        keys = DraftKeys(policy, folder / KEYSLOTS_DIR, keyring or passphrase)
        packages_dir = folder / PACKAGES_DIR
        packages_dir.mkdir(mode=0o700, exist_ok=True)
        storage = Storage(drafts, keys, outbox, packages_dir)
        awake = SystemAwake(with_screen=True)
        opening.callback(awake.close)
        opening.callback(worker.stop)
        hint = NetworkHint(outbox, time.time)
        opening.callback(hint.close)
        hint.start()
        if read_status(folder).enrolled:
            worker.start()
        closing = opening.pop_all()
    microphone = MicrophoneChoice(folder, config.microphone)
    unfinished = UnfinishedStories(storage)
    voices = VoiceStore(config.own_voices, RESOURCES / "voices", is_clip)
    actions = staff_actions(folder, storage, microphone, unfinished, worker, awake, voices, passphrase)
    return Parts(
        drafts=drafts,
        keys=keys,
        open_recorder=lambda listener: Recorder(microphone.spec(), folder / DRAFTS_FILE, listener),
        player=_player(config.player),
        photo_tools=PhotoTools(clean_photo, rotate_photo, _cover),
        find_photo_places=partial(find_places, config.photo_folder),
        submit=partial(_submit, folder, storage),
        take_back=partial(_take_back, folder, storage, Tries(time.monotonic)),
        waiting_for_internet=partial(_waiting, folder),
        free_bytes=lambda: shutil.disk_usage(folder).free,
        most_answer_ms=_longest_answer_minutes(config) * 60_000,
        countdown_number_ms=_COUNTDOWN_NUMBER_MS if config.countdown else 0,
        voices=voices,
        make_staff_pages=lambda tasks, booth: StaffPages(actions, tasks, booth),
        monotonic_s=time.monotonic,
        awake=awake,
        tidy=unfinished.expire,
        resumed=unfinished.take,
        prepare=partial(_prepare, keyring, unfinished),
        close=closing.close,
    )


def _longest_answer_minutes(config: KioskConfig) -> int:
    """The archive's policy may ask for less than this laptop allows, never for more. A newer one holds from the next start on."""
    try:
        enrolled = load_enrolled(config.data_dir)
    except EnvironmentFault as fault:
        log.warning("enrolment unreadable: %s", fault.code)  # the staff page shows it, and Send refuses
        return config.max_answer_minutes
    return config.max_answer_minutes if enrolled is None else enrolled.longest_answer_minutes(config.max_answer_minutes)


def _prepare(keyring: KeyringKek | None, unfinished: UnfinishedStories) -> None:
    # Asked here, in a worker thread: a locked keyring may put up a dialog, and the first draft must not wait for it in the window's.
    if keyring is not None:
        keyring.kek()
    try:
        unfinished.find()
    except PassphraseMissing:
        log.info("unfinished stories wait for the passphrase")  # looked for again when staff have typed it


def _cover(photo: CleanPhoto, rects: Sequence[Rect]) -> CleanPhoto:
    return cover_photo(photo, rects)


def _submit(data_dir: Path, storage: Storage, draft: Draft, session: Session) -> Submitted:
    enrolled = load_enrolled(data_dir)
    if enrolled is None:
        raise NotEnrolled
    destination = Destination(enrolled.recipients, enrolled.receipt_key, enrolled.event_id)
    return submit(draft, session, destination=destination, storage=storage, month=f"{datetime.now(UTC):%Y-%m}")


def _take_back(data_dir: Path, storage: Storage, tries: Tries, code: str) -> TakenBack:
    enrolled = load_enrolled(data_dir)
    if enrolled is None:
        raise NotEnrolled
    tries.count()
    return take_back(
        code,
        receipt_key=enrolled.receipt_key,
        recipients=enrolled.recipients,
        outbox=storage.outbox,
        packages_dir=storage.packages_dir,
    )


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

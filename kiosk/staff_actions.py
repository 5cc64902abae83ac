"""What the staff side may ask for, on this laptop's real parts. Everything here runs in worker threads."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from kiosk.audio.player import has_loudspeaker
from kiosk.drafts.keyring_kek import KeyringKek
from kiosk.enrolment import enrol
from kiosk.errors import KeyFault, MicrophoneFault, StorageFault
from kiosk.microphone import MicrophoneChoice
from kiosk.staff import health
from kiosk.staff.health import Finding
from kiosk.staff.pin import StaffPin
from kiosk.submission import Storage
from kiosk.ui.staff.actions import Microphones, StaffActions
from kiosk.unfinished import UnfinishedStories
from kiosk.worker import WorkerKeeper
from sync.status import read_status

PIN_FILE = "staff.json"


def staff_actions(
    data_dir: Path, storage: Storage, microphone: MicrophoneChoice, unfinished: UnfinishedStories, worker: WorkerKeeper
) -> StaffActions:
    return StaffActions(
        pin=StaffPin(data_dir / PIN_FILE, time.time),
        health=partial(_health, data_dir, microphone, worker),
        status=partial(read_status, data_dir),
        enrol=partial(_enrol, data_dir, worker),
        microphones=lambda: Microphones(microphone.names(), microphone.device_name),
        choose_microphone=_writing(microphone.choose),
        send_now=storage.outbox.try_now,
        unfinished=unfinished.list,
        delete_unfinished=unfinished.delete,
    )


def _health(data_dir: Path, microphone: MicrophoneChoice, worker: WorkerKeeper) -> Sequence[Finding]:
    enrolled = read_status(data_dir).enrolled
    findings = [
        health.disk(shutil.disk_usage(data_dir).free),
        health.microphones(_names(microphone), microphone.device_name),
        health.loudspeaker(has_loudspeaker()),
        health.clock(time.time()),
        health.keyring(_keyring_works()),
        health.enrolment(enrolled),
    ]
    return [*findings, health.worker(worker.alive)] if enrolled else findings


def _names(microphone: MicrophoneChoice) -> Sequence[str]:
    try:
        return microphone.names()
    except MicrophoneFault:
        # For the health page a list that cannot be had is the same finding as an empty one.
        return ()


def _keyring_works() -> bool:
    try:
        KeyringKek().probe()
    except KeyFault:
        return False
    return True


def _enrol(data_dir: Path, worker: WorkerKeeper, code: str) -> None:
    enrol(data_dir, code)
    worker.start()


def _writing(change: Callable[[str | None], None]) -> Callable[[str | None], None]:
    def write(value: str | None) -> None:
        try:
            change(value)
        except OSError as error:
            raise StorageFault("settings-unwritable", "The settings of this device cannot be written.") from error

    return write

"""What the staff side may ask for, on this laptop's real parts. Everything here runs in worker threads."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from kiosk.audio.player import has_loudspeaker
from kiosk.courier import Courier
from kiosk.drafts.keyring_kek import KeyringKek
from kiosk.drafts.passphrase_kek import PassphraseKek
from kiosk.enrolment import enrol
from kiosk.errors import KeyFault, MicrophoneFault, StorageFault
from kiosk.microphone import MicrophoneChoice
from kiosk.staff import health
from kiosk.staff.health import Finding
from kiosk.staff.laptop_facts import LaptopFacts
from kiosk.staff.pin import StaffPin
from kiosk.staff.voice_store import VoiceStore
from kiosk.submission import Storage
from kiosk.ui.removable import find_sticks
from kiosk.ui.staff.actions import Microphones, StaffActions
from kiosk.unfinished import UnfinishedStories
from kiosk.worker import WorkerKeeper
from sync.awake import Awake
from sync.status import read_status

PIN_FILE = "staff.json"


def staff_actions(
    data_dir: Path,
    storage: Storage,
    microphone: MicrophoneChoice,
    unfinished: UnfinishedStories,
    worker: WorkerKeeper,
    awake: Awake,
    voices: VoiceStore,
    passphrase: PassphraseKek | None,
) -> StaffActions:
    """`passphrase` is None where it does not guard unfinished stories."""
    courier = Courier(data_dir)
    return StaffActions(
        pin=StaffPin(data_dir / PIN_FILE, time.time),
        health=partial(_health, data_dir, microphone, worker, awake, voices, passphrase),
        status=partial(read_status, data_dir),
        enrol=partial(_enrol, data_dir, worker),
        microphones=lambda: Microphones(microphone.names(), microphone.device_name),
        choose_microphone=_writing(microphone.choose),
        send_now=storage.outbox.try_now,
        sticks=find_sticks,
        export=courier.export,
        import_receipts=courier.import_receipts,
        unfinished=unfinished.list,
        delete_unfinished=unfinished.delete,
        unlock=None if passphrase is None else partial(_unlock, passphrase, unfinished),
    )


def _unlock(passphrase: PassphraseKek, unfinished: UnfinishedStories, words: str) -> None:
    """What an earlier run left can be found only now."""
    if not passphrase.unlocked:
        passphrase.unlock(words)
        unfinished.find_with_passphrase()


def _health(
    data_dir: Path, microphone: MicrophoneChoice, worker: WorkerKeeper, awake: Awake, voices: VoiceStore, passphrase: PassphraseKek | None
) -> Sequence[Finding]:
    enrolled = read_status(data_dir).enrolled
    findings = [
        health.disk(shutil.disk_usage(data_dir).free),
        _microphones(microphone),
        health.loudspeaker(has_loudspeaker()),
        health.clock(time.time()),
        health.awake(awake.works()),
        _keeping(passphrase),
        *_protection(LaptopFacts(), data_dir),
        health.enrolment(enrolled),
    ]
    if enrolled:
        findings.append(health.worker(worker.working))
    return [*findings, *health.voices(len(voices.unusable()))]


def _microphones(microphone: MicrophoneChoice) -> Finding:
    try:
        present = microphone.present()
    except MicrophoneFault:
        # For the health page a list that cannot be had is the same finding as an empty one.
        present = []
    chosen = microphone.device_name
    muted = [found.name for found in present if found.muted and (found.is_default if chosen is None else found.name == chosen)]
    return health.microphones([found.name for found in present], chosen, muted)


def _keeping(passphrase: PassphraseKek | None) -> Finding:
    if passphrase is not None:
        return health.passphrase(chosen=passphrase.chosen, typed=passphrase.unlocked)
    return health.keyring(_keyring_works())


def _protection(facts: LaptopFacts, data_dir: Path) -> Sequence[Finding]:
    open_memory = health.memory_on_disk(swap_in_clear=facts.swap_in_clear(), hibernates_in_clear=facts.hibernates_in_clear())
    return [health.disk_protection(facts.disk_encrypted(data_dir)), *open_memory]


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

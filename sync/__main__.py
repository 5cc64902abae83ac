"""`idr-sync`: the composition root of the sync worker.

    idr-sync run [--once] [--while-stdin-open]    exit 0 stopped or done, 2 cannot run, 3 another worker runs
    idr-sync status [--json]                      one JSON object per line
    idr-sync export DIR [--json]                  stories onto a USB stick; exit 0, or 2 when not all were copied
    idr-sync import-receipts DIR [--json]         what the archive has signed for, from a USB stick; exit 0 or 2
    idr-sync enrol CODE                           CODE or - for standard input; one JSON line; exit 0 or 2

On standard error: codes of events, and sentences for whoever typed the command. Never an id, an address or a token.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import secrets
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from sync.awake import SystemAwake
from sync.config import SyncConfig, load_config
from sync.contract.enrolment import Enrolment, decode_enrolment
from sync.contract.faults import EnvironmentFault, Fault
from sync.courier_commands import COMMANDS as COURIER_COMMANDS
from sync.courier_commands import add_courier_commands, run_courier
from sync.data_folder import data_dir, make_data_dir
from sync.enrolled import FILE_NAME as ENROLMENT_FILE
from sync.enrolled import Enrolled, load_enrolled, save_enrolled
from sync.outbox import Outbox
from sync.outbox.lock import FileLock
from sync.package.signatures import new_signing_key
from sync.quiet_errors import QuietFormatter, die_quietly
from sync.schedule import SystemClock
from sync.status import LOCK_FILE, OUTBOX_FILE, PACKAGES_DIR, read_status
from sync.status_text import status_text
from sync.transport import archive
from sync.transport.limiter import TokenBucket
from sync.transport.session import HardenedSession
from sync.upkeep import Upkeep
from sync.worker import Stop, Summary, Worker, has_route

EXIT_FAULT = 2
EXIT_SECOND_WORKER = 3
_LOCK_TRIES = 10
_LOCK_WAIT_S = 0.1
_GRACE_S = 5.0

log = logging.getLogger("sync")


def main(argv: list[str] | None = None) -> int:
    if argv is None:
        die_quietly()
    arguments = _parser().parse_args(argv)
    folder = data_dir()
    try:
        if arguments.command == "run":
            return _run(folder, once=arguments.once, while_stdin_open=arguments.while_stdin_open)
        if arguments.command == "enrol":
            return _enrol(arguments.code, folder)
        if arguments.command in COURIER_COMMANDS:
            return run_courier(arguments, folder)
        return _status(folder, as_json=arguments.json)
    except Fault as fault:
        print(fault.sentence, file=sys.stderr)
        return EXIT_FAULT


def enrol(code: str, folder: Path) -> Enrolled:
    """Connects this kiosk to the archive that gave `code`, and lets what was blocked try again.

    Raises BadCode, and EnvironmentFault also while stories for another archive wait here; the code can then be used later.
    """
    enrolment = decode_enrolment(code)
    config = load_config(folder)
    make_data_dir(folder)
    _keep_from_stranding(folder, enrolment)
    with _session(enrolment.pins, config) as session:
        enrolled = archive.enrol(session, enrolment, secrets.token_hex(16), new_signing_key()[0])
    try:
        # The token is new today: the worker asks for another one tomorrow.
        save_enrolled(folder, replace(enrolled, token_day=f"{datetime.now(UTC):%Y-%m-%d}"))
    except OSError as error:
        raise EnvironmentFault("disk-error", "The enrolment could not be written to this device. It needs a new code.") from error
    with Outbox(folder / OUTBOX_FILE) as outbox:
        outbox.try_again()
    return enrolled


def _keep_from_stranding(folder: Path, enrolment: Enrolment) -> None:
    """What waits here is sealed for the archive before. Another one would take it, sign for it, and never be able to open it."""
    try:
        before = load_enrolled(folder)
    except EnvironmentFault as fault:
        # Only a new enrolment mends this one, and nobody can tell any more which archive it was.
        log.warning("%s", fault.code)
        return
    if before is None or before.receipt_key == enrolment.receipt_key:
        return
    with Outbox(folder / OUTBOX_FILE) as outbox:
        if outbox.keeps_stories():
            raise EnvironmentFault(
                "stories-waiting",
                "Stories for the archive before still wait here, and only that archive can open them. Send them first.",
            )


def work(
    folder: Path, enrolled: Enrolled, config: SyncConfig, stop: Stop, *, once: bool, on_step: Callable[[str], None] = lambda step: None
) -> Summary | None:
    """Builds a worker for `enrolled` and lets it work until `stop`, or for one pass. The caller holds the worker's lock."""
    clock = SystemClock()
    packages = folder / PACKAGES_DIR
    packages.mkdir(mode=0o700, exist_ok=True)
    awake = SystemAwake(with_screen=False)
    with closing(awake), Outbox(folder / OUTBOX_FILE) as outbox, _session(enrolled.pins, config) as session:
        cap = TokenBucket()
        client = archive.ArchiveClient(session, enrolled, clock, expected_bytes_per_s=outbox.link().rate_bytes_per_s, limiter=cap)
        rng = random.SystemRandom()
        upkeep = Upkeep(folder, enrolled, client, clock, rng, on_step)
        worker = Worker(
            outbox,
            client,
            packages,
            enrolled,
            clock,
            rng,
            on_step,
            awake=awake,
            upkeep=upkeep,
            limits=config.limits,
            online=has_route,
            set_cap=cap.set_rate,
        )
        if once:
            return worker.run_once(stop)
        worker.run(stop)
        return None


class UntilReenrolled:
    """Set when `stop` is set, or when `enrolment.json` speaks of another enrolment than it did: then the worker is built anew.

    A newer token or policy is no other enrolment: the worker wrote them itself.
    """

    def __init__(self, stop: Stop, folder: Path) -> None:
        self._stop = stop
        self._folder = folder
        self._path = folder / ENROLMENT_FILE
        self._seen = self._identity()
        self._kiosk_id = self._read_kiosk_id()

    def is_set(self) -> bool:
        return self._stop.is_set() or self._reenrolled()

    def wait(self, timeout: float | None = None) -> bool:
        return self._stop.wait(timeout) or self.is_set()

    def _reenrolled(self) -> bool:
        found = self._identity()
        if found == self._seen:
            return False
        if self._read_kiosk_id() != self._kiosk_id:
            return True
        self._seen = found
        return False

    def _read_kiosk_id(self) -> str | None:
        try:
            enrolled = load_enrolled(self._folder)
        except EnvironmentFault:
            return None
        return None if enrolled is None else enrolled.kiosk_id

    def _identity(self) -> tuple[int, int, int] | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def _run(folder: Path, *, once: bool, while_stdin_open: bool) -> int:
    config = load_config(folder)
    make_data_dir(folder)
    lock = FileLock(folder / LOCK_FILE)
    if not _acquire(lock):
        print("Another sync worker already runs for this data folder.", file=sys.stderr)
        return EXIT_SECOND_WORKER
    try:
        with _logging_to_stderr(), _stop_on_signals(while_stdin_open) as stop:
            return _run_once(folder, config, stop) if once else _run_on(folder, config, stop)
    finally:
        lock.release()


def _run_once(folder: Path, config: SyncConfig, stop: Stop) -> int:
    enrolled = load_enrolled(folder)
    if enrolled is None:
        raise EnvironmentFault("not-enrolled", "This device is not connected to an archive yet.")
    summary = work(folder, enrolled, config, stop, once=True)
    if summary is not None:
        print(json.dumps(asdict(summary)), flush=True)
    return 0


def _run_on(folder: Path, config: SyncConfig, stop: Stop) -> int:
    log.info("started")
    while not stop.is_set():
        until = UntilReenrolled(stop, folder)
        try:
            enrolled = load_enrolled(folder)
        except EnvironmentFault as fault:
            log.error("%s", fault.code)
            enrolled = None
        if enrolled is not None:
            work(folder, enrolled, config, until, once=False)
        while not until.is_set():
            until.wait(1.0)
    log.info("stopped")
    return 0


def _enrol(code: str, folder: Path) -> int:
    """The kiosk starts this as a child: what it needs to know comes as one line."""
    try:
        enrolled = enrol(sys.stdin.readline() if code == "-" else code, folder)
    except Fault as fault:
        print(json.dumps({"ok": False, "error": fault.code, "sentence": fault.sentence}))
        return EXIT_FAULT
    answer = {"ok": True, "kiosk_id": enrolled.kiosk_id, "event_id": enrolled.event_id, "fingerprint": enrolled.fingerprint}
    print(json.dumps(answer))
    return 0


def _status(folder: Path, *, as_json: bool) -> int:
    status = read_status(folder)
    if as_json:
        for line in status.to_lines():
            print(json.dumps(line))
        return 0
    for text in status_text(status):
        print(text)
    return 0


def _session(pins: tuple[str, ...], config: SyncConfig) -> HardenedSession:
    return HardenedSession(
        pins=pins,
        ca_file=config.ca_file,
        proxy=config.proxy,
        connect_timeout_s=config.connect_timeout_s,
        answer_timeout_s=config.answer_timeout_s,
    )


def _acquire(lock: FileLock) -> bool:
    """A look at the status holds the lock for microseconds, so one refusal proves nothing. Raises EnvironmentFault."""
    try:
        for _ in range(_LOCK_TRIES):
            if lock.acquire():
                return True
            time.sleep(_LOCK_WAIT_S)
    except OSError as error:
        raise EnvironmentFault(
            "data-folder", "This account may not use the data folder. Sign in as the one that records, or check IDR_DATA_DIR and the disk."
        ) from error
    return False


@contextmanager
def _logging_to_stderr() -> Iterator[None]:
    """Our codes only. urllib3 would name addresses in its warnings."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(QuietFormatter("%(levelname)s %(message)s"))
    theirs, level = logging.getLogger("urllib3"), log.level
    silent = logging.NullHandler()
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    theirs.addHandler(silent)
    theirs.propagate = False
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.setLevel(level)
        theirs.removeHandler(silent)
        theirs.propagate = True


@contextmanager
def _stop_on_signals(while_stdin_open: bool) -> Iterator[threading.Event]:
    """An event set by SIGTERM, SIGINT or the end of standard input. Who then still waits for a dead link after a
    grace is ended: a kill at any moment is safe by design, so a booth never waits for a network time-out to shut down.
    """
    stop, ended = threading.Event(), threading.Event()
    stoppers: list[threading.Thread] = []

    def ask_to_stop() -> None:
        stop.set()
        if not ended.wait(_GRACE_S):
            os._exit(0)

    def on_signal(*_: object) -> None:
        # Not here: the interrupted thread may be inside `stop.wait` and hold the lock that `stop.set` needs.
        stoppers.append(threading.Thread(target=ask_to_stop, name="stopper", daemon=True))
        stoppers[-1].start()

    def watch_stdin() -> None:
        # The raw descriptor: a thread inside sys.stdin would hold a lock that the interpreter's end needs.
        while os.read(0, 4096):
            continue
        ask_to_stop()

    if while_stdin_open:
        threading.Thread(target=watch_stdin, name="stdin", daemon=True).start()
    before = {number: signal.signal(number, on_signal) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        ended.set()
        for stopper in stoppers:
            stopper.join()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="idr-sync", description="Carries sealed stories from this device to its archive.")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="work until told to stop")
    run.add_argument("--once", action="store_true", help="one pass over everything due, then end with one JSON line")
    run.add_argument("--while-stdin-open", action="store_true", help="stop when standard input closes")
    status = commands.add_parser("status", help="what waits, what was sent, what the archive has")
    status.add_argument("--json", action="store_true", help="one object per line")
    add_courier_commands(commands)
    enrolment = commands.add_parser("enrol", help="connect this device to an archive")
    enrolment.add_argument("code", help="the enrolment code, or - to read it from standard input")
    return parser


if __name__ == "__main__":
    sys.exit(main())

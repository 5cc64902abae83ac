"""`idr-kiosk`: the composition root of the window.

    idr-kiosk                                        open the window
    idr-kiosk enrol CODE                             connect to an archive; CODE or - for standard input
    idr-kiosk status [--json]                        what waits and what has arrived
    idr-kiosk demo [--unattended] [--speech DIR] [--photos DIR] [--language CODE]

Exit code 0 done, 1 the unattended walk stuck, 2 cannot run, 3 another window runs on this data folder.
"""

from __future__ import annotations

import argparse
import json
import logging
import multiprocessing
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication

from kiosk.audio.undumpable import make_undumpable
from kiosk.config import KioskConfig, load_config
from kiosk.resources import RESOURCES, languages
from kiosk.ui import theme
from kiosk.ui.languages import Languages
from kiosk.ui.shell import Loaded, Shell, ShellSettings
from kiosk.ui.tasks import Tasks
from kiosk.worker import WorkerKeeper
from sync.config import make_data_dir
from sync.contract.faults import EnvironmentFault, Fault
from sync.status import read_status

if TYPE_CHECKING:
    from kiosk.ui.parts import Parts

NAME = "idr-kiosk"
LOCK_FILE = "kiosk.lock"
EXIT_STUCK, EXIT_FAULT, EXIT_SECOND = 1, 2, 3
DEMO = RESOURCES / "demo"

log = logging.getLogger("kiosk")


def main(argv: list[str] | None = None) -> int:
    multiprocessing.freeze_support()
    arguments = _parser().parse_args(argv)
    logging.basicConfig(format="%(levelname)s %(name)s %(message)s")
    try:
        config = load_config()
        make_data_dir(config.data_dir)
        if arguments.command == "enrol":
            return _enrol(config, arguments.code)
        if arguments.command == "status":
            return _status(config, as_json=arguments.json)
        if arguments.command == "demo":
            return _demo(config, arguments)
        return _open_window(config, lambda shell: None)
    except Fault as fault:
        print(fault.sentence, file=sys.stderr)
        return EXIT_FAULT


def build_window(config: KioskConfig, open_parts: Callable[[], Parts], *, monotonic_s: Callable[[], float] = time.monotonic) -> Shell:
    """The window for these settings. `open_parts` is called right after the first paint, or at the first touch if that is earlier.

    Needs a QApplication (see `make_application`). The caller shows the window, and calls its `shut_down` at the end.
    """

    def load(tasks: Tasks, languages: Languages) -> Loaded:
        # Here and not at the top of the file: numpy and the audio libraries take longer to load than the first paint takes.
        from kiosk.ui.conductor import Conductor
        from kiosk.ui.walk import Walk

        walk = Walk(open_parts(), languages.words, tasks)
        return Loaded(walk, Conductor(walk, tasks))

    settings = ShellSettings(RESOURCES, config.languages, config.idle_minutes * 60, locked=config.full_screen)
    return Shell(settings, load, monotonic_s)


def make_application() -> QApplication:
    """With the bundled letters and a look that is the same on every system. Builds translations that were never built."""
    application = QApplication([NAME])
    application.setApplicationName(NAME)
    application.setStyle("Fusion")
    # One window, and it decides itself when the program ends.
    application.setQuitOnLastWindowClosed(False)
    theme.load_fonts(RESOURCES / "fonts")
    build_translations(RESOURCES / "translations")
    return application


def build_translations(folder: Path) -> None:
    """Makes the .qm files in a checkout where they are missing or older than their words; an installed program comes with them."""
    if all(_is_built(source, source.with_suffix(".qm")) for source in folder.glob("*.ts")):
        return
    built = subprocess.run([sys.executable, str(folder / "build.py"), "compile"], check=False)
    if built.returncode != 0:
        raise EnvironmentFault("translations", "The translations could not be built. Run resources/translations/build.py compile.")


def _is_built(source: Path, built: Path) -> bool:
    return built.exists() and built.stat().st_mtime >= source.stat().st_mtime


def _open_window(config: KioskConfig, begin: Callable[[Shell], None]) -> int:
    """Runs the window until it is closed. `begin` is called once it is shown."""
    lock = QLockFile(str(config.data_dir / LOCK_FILE))
    # Never stale by age: the lock of a killed window is taken over because its process is gone.
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() is not QLockFile.LockError.LockFailedError:
            raise EnvironmentFault("data-folder", "The data folder cannot be written. Please check IDR_DATA_DIR and the disk.")
        print("The kiosk is already open on this device.", file=sys.stderr)
        return EXIT_SECOND
    make_undumpable()  # from here on drafts' keys and what people type may be in memory
    application = make_application()
    worker = _worker(config)
    shell = build_window(config, lambda: _real_parts(config, worker))
    try:
        # Not `quit`: that would ask the window to close once more.
        shell.closed.connect(lambda: application.exit(0))
        with _ending_on_signals(application):
            if config.full_screen:
                # Without the hint some Wayland compositors draw a title bar with a close button.
                shell.setWindowFlag(Qt.WindowType.FramelessWindowHint)
                shell.showFullScreen()
            else:
                shell.resize(1280, 800)
                shell.show()
            begin(shell)
            return application.exec()
    finally:
        shell.shut_down()
        worker.stop()
        lock.unlock()


def _enrol(config: KioskConfig, code: str) -> int:
    from kiosk.enrolment import enrol

    connected = enrol(config.data_dir, sys.stdin.readline().strip() if code == "-" else code)
    print("Connected. Compare this with what the archive shows:")
    print(connected.fingerprint)
    if connected.keyring_fault is None:
        print("Unfinished stories: a crash does not lose them, they can be resumed for a day (draft_policy = keyring).")
    else:
        print(f"Unfinished stories: a crash loses them (draft_policy = ram). {connected.keyring_fault.sentence}")
    return 0


def _status(config: KioskConfig, *, as_json: bool) -> int:
    status = read_status(config.data_dir)
    if as_json:
        for line in status.to_lines():
            print(json.dumps(line))
        return 0
    print(f"archive: {status.fingerprint or status.fault or 'not enrolled'}")
    for state, count in status.counts.items():
        print(f"{state}: {count}")
    return 0


def _demo(config: KioskConfig, arguments: argparse.Namespace) -> int:
    # Here and not at the top of the file: it loads what measures recorded speech.
    from kiosk.demo import UnattendedWalk, demo_config

    demo = demo_config(config, arguments.language, arguments.speech, arguments.photos)
    if not arguments.unattended:
        return _open_window(demo, lambda shell: None)
    walk = UnattendedWalk(arguments.language, arguments.speech, arguments.photos)
    exit_code = _open_window(demo, walk.begin)
    if exit_code:
        return exit_code
    if walk.stuck is not None:
        print(f"The walk stuck at {walk.stuck}.", file=sys.stderr)
        return EXIT_STUCK
    print(json.dumps({"withdrawal_code": walk.withdrawal_code}), flush=True)
    return 0


def _real_parts(config: KioskConfig, worker: WorkerKeeper) -> Parts:
    # Here and not at the top of the file: see build_window.
    from kiosk.assembly import open_parts

    return open_parts(config, worker)


def _worker(config: KioskConfig) -> WorkerKeeper:
    worker = WorkerKeeper(config.data_dir)
    if read_status(config.data_dir).enrolled:
        worker.start()
    return worker


@contextmanager
def _ending_on_signals(application: QApplication) -> Iterator[None]:
    """SIGTERM and SIGINT end the event loop. Python's own handler would only run when the loop next enters Python."""
    reading, writing = socket.socketpair()
    for end in (reading, writing):
        end.setblocking(False)
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    before_fd = signal.set_wakeup_fd(writing.fileno())
    notifier = QSocketNotifier(reading.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: application.exit(0))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(before_fd)
        for number, handler in before.items():
            signal.signal(number, handler)
        reading.close()
        writing.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=NAME, description="A kiosk in which people tell why they defend human rights.")
    commands = parser.add_subparsers(dest="command")
    enrol = commands.add_parser("enrol", help="connect this device to an archive")
    enrol.add_argument("code", metavar="CODE", help="the archive's enrolment code, or - to read it from standard input")
    status = commands.add_parser("status", help="what waits here and what has arrived")
    status.add_argument("--json", action="store_true", help="one JSON object per line")
    demo = commands.add_parser("demo", help="the window with recorded speech and prepared photos")
    demo.add_argument("--unattended", action="store_true", help="walk one whole story without anybody, and print one JSON line")
    demo.add_argument("--speech", type=Path, default=DEMO, metavar="DIR", help="three utterances, 48 kHz mono FLAC or WAV")
    demo.add_argument("--photos", type=Path, default=DEMO, metavar="DIR", help="photos to add")
    demo.add_argument("--language", default="en", choices=tuple(languages()), help="spoken at Start (default: en)")
    return parser


if __name__ == "__main__":
    sys.exit(main())

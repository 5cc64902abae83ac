"""`idr-kiosk`: the composition root of the window.

    idr-kiosk                                        open the window
    idr-kiosk enrol CODE                             connect to an archive; CODE or - for standard input
    idr-kiosk passphrase                             choose the staff passphrase that guards unfinished stories
    idr-kiosk status [--json]                        what waits and what has arrived
    idr-kiosk demo [--unattended] [--speech DIR] [--photos DIR] [--language CODE]

Exit code 0 done, 1 the unattended walk stuck, 2 cannot run, 3 another window runs on this data folder.
"""

from __future__ import annotations

import gc
import logging
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QSize, Qt
from PySide6.QtWidgets import QApplication

from kiosk.config import KioskConfig, load_config
from kiosk.resources import RESOURCES, languages
from kiosk.ui import theme
from kiosk.ui.accessible_roles import install_roles
from kiosk.ui.languages import Languages
from kiosk.ui.screen_scale import make_scaled
from kiosk.ui.shell import Loaded, Shell, ShellSettings
from kiosk.ui.tasks import Tasks
from sync.contract.faults import EnvironmentFault, Fault
from sync.data_folder import make_data_dir
from sync.quiet_errors import die_quietly, log_to_stderr

if TYPE_CHECKING:
    import argparse

    from kiosk.ui.parts import Parts

# Imports inside functions below: everything that the first paint does not need is loaded after it (see benchmarks/first_paint.py).

NAME = "idr-kiosk"
LOCK_FILE = "kiosk.lock"
EXIT_STUCK, EXIT_FAULT, EXIT_SECOND = 1, 2, 3
DEMO = RESOURCES / "demo"

log = logging.getLogger("kiosk")


def main(argv: list[str] | None = None) -> int:
    given = sys.argv[1:] if argv is None else argv
    # Most starts are without a word, and need no parser for it.
    arguments = _parser().parse_args(given) if given else SimpleNamespace(command=None)
    if argv is None:
        die_quietly()  # what is said on stderr may end in a file of the system's
    log_to_stderr("%(levelname)s %(name)s %(message)s")
    try:
        config = load_config()
        make_data_dir(config.data_dir)
        if arguments.command == "passphrase":
            from getpass import getpass

            from kiosk.commands import run_passphrase

            return run_passphrase(config, getpass("New passphrase: ") if sys.stdin.isatty() else sys.stdin.readline())
        if arguments.command in ("enrol", "status"):
            from kiosk.commands import run_enrol, run_status

            return run_enrol(config, arguments.code) if arguments.command == "enrol" else run_status(config, as_json=arguments.json)
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
        # numpy and the audio libraries take longer to load than the first paint takes.
        from kiosk.ui.conductor import Conductor
        from kiosk.ui.wakefulness import Wakefulness
        from kiosk.ui.walk import Walk

        parts = open_parts()
        walk = Walk(parts, languages.words, tasks)
        conductor = Conductor(walk, tasks)
        Wakefulness(parts.awake, conductor, walk.speaker)
        return Loaded(walk, conductor)

    # Before the first widget: who asks for one is given the same answer ever after.
    install_roles()
    settings = ShellSettings(
        RESOURCES,
        config.own_voices,
        config.languages,
        config.idle_minutes * 60,
        locked=config.full_screen,
        reads_aloud=config.read_aloud == "auto",
    )
    return Shell(settings, load, monotonic_s)


def make_application() -> QApplication:
    """With the bundled letters and a look that is the same on every system. Builds translations that were never built."""
    application = make_scaled(NAME)
    application.setApplicationName(NAME)
    # One window, and it decides itself when the program ends.
    application.setQuitOnLastWindowClosed(False)
    theme.load_fonts(RESOURCES / "fonts")
    build_translations(RESOURCES / "translations")
    return application


def build_translations(folder: Path) -> None:
    """Makes the .qm files in a checkout where they are missing or older than their words; an installed program comes with them."""
    if all(_is_built(source, source.with_suffix(".qm")) for source in folder.glob("*.ts")):
        return
    import subprocess

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
        from kiosk.ui.one_window import knock

        print("The kiosk is already open on this device.", file=sys.stderr)
        knock(config.data_dir)
        return EXIT_SECOND
    application = make_application()
    running = ExitStack()
    shell = build_window(config, lambda: _come_alive(config, shell, running))
    try:
        # Not `quit`: that would ask the window to close once more.
        shell.closed.connect(lambda: application.exit(0))
        if config.full_screen:
            # Without the first hint some Wayland compositors draw a title bar with a close button.
            shell.setWindowFlags(shell.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
            # Where no window manager runs, nobody else makes it as large as the screen.
            shell.setGeometry(application.primaryScreen().geometry())
            shell.showFullScreen()
        else:
            shell.resize(QSize(1280, 800).boundedTo(application.primaryScreen().availableSize()))
            shell.show()
        begin(shell)
        return application.exec()
    finally:
        shell.shut_down()
        running.close()
        lock.unlock()


def _come_alive(config: KioskConfig, shell: Shell, running: ExitStack) -> Parts:
    """After the first paint. What it opens beside the parts is closed with `running`."""
    gc.enable()  # see kiosk.__main__
    gc.freeze()
    from kiosk.audio.undumpable import make_undumpable
    from kiosk.ui.one_window import FirstWindow
    from kiosk.ui.signals import EndingOnSignals

    application = QApplication.instance()
    assert application is not None
    running.callback(EndingOnSignals(application).close)
    make_undumpable()  # from here on drafts' keys and what people type may be in memory
    first = FirstWindow(config.data_dir)
    first.knocked.connect(shell.come_to_front)
    running.callback(first.close)

    from kiosk.assembly import open_parts

    return open_parts(config)


def _demo(config: KioskConfig, arguments: argparse.Namespace | SimpleNamespace) -> int:
    import json

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


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(prog=NAME, description="A kiosk in which people tell why they defend human rights.")
    commands = parser.add_subparsers(dest="command")
    enrol = commands.add_parser("enrol", help="connect this device to an archive")
    enrol.add_argument("code", metavar="CODE", help="the archive's enrolment code, or - to read it from standard input")
    commands.add_parser(
        "passphrase", help="choose the staff passphrase that guards unfinished stories; typed, or one line on standard input"
    )
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

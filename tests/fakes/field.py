"""One kiosk as it stands in the field: its own data folder, its real programs as child processes, and somebody at its window.

kiosk = FieldKiosk(tmp_path, desktop.env)
kiosk.enrol(archive.enrol()["code"])
with kiosk.open() as window:
    tell(window, speak)
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from processes import poll
from window import Window

from sync.outbox import Outbox, PackageRow, State

ROOT = Path(__file__).resolve().parents[2]


class FieldKiosk:
    """`env` is the desktop's and, where there is one, the microphone's. Settings are those of `[kiosk]` as `IDR_KIOSK_*`."""

    def __init__(self, folder: Path, env: dict[str, str], **settings: str) -> None:
        self.data_dir = folder / "kiosk"
        self.env = {
            **env,
            "IDR_DATA_DIR": str(self.data_dir),
            "PYTHONPATH": str(ROOT),
            **{f"IDR_KIOSK_{key.upper()}": value for key, value in settings.items()},
        }
        self.process: subprocess.Popen[bytes] | None = None

    def run(self, module: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """One of the kiosk's programs to its end."""
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments], env=self.env, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
        )
        if check and done.returncode != 0:
            raise AssertionError(f"{module} {' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done

    def enrol(self, code: str) -> None:
        self.run("kiosk.app", "enrol", code)

    @contextmanager
    def open(self) -> Iterator[Window]:
        """The window, driven from outside; ended with SIGTERM if the test has not ended it."""
        self.start()
        assert self.process is not None
        try:
            with Window(self.process.pid) as window:
                yield window
        finally:
            self.end()

    def start(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-m", "kiosk.app"], env=self.env, cwd=ROOT)

    def end(self) -> int:
        """SIGTERM and the exit code; what a test has killed already is only waited for."""
        process, self.process = self.process, None
        if process is None:
            return 0
        if process.poll() is None:
            process.terminate()
        return process.wait(30)

    def packages(self) -> list[PackageRow]:
        with Outbox(self.data_dir / "outbox.sqlite3") as outbox:
            return outbox.packages()

    def wait_erased(self, packages: int, timeout_s: float = 60.0) -> list[PackageRow]:
        """Until the archive has signed for that many packages and the laptop has erased them."""
        arrived = poll(lambda: [row.state for row in self.packages()] == [State.ERASED] * packages, timeout_s)
        assert arrived, self.packages()
        return self.packages()

    def files(self) -> Iterator[Path]:
        return (path for path in self.data_dir.rglob("*") if path.is_file())


def tell(window: Window, speak: Callable[[int], None], language: str = "en") -> str:
    """Walks one story from Start to Sent: three answers, no name, own voice, online. Returns the withdrawal code.

    `speak(number)` is called while answer `number` (1 to 3) is being recorded, and returns when everything was said.
    """
    window.press(f"language-{language}")
    window.press("start")
    window.wait_page("about")
    window.press("continue")
    answer_first_questions(window)
    window.wait_page("microphone")
    window.press("mic-ok", timeout_s=20)
    window.press("continue")
    for number in (1, 2, 3):
        window.wait_page(f"prompt-{number}")
        window.press("record")
        window.element("stop")
        speak(number)
        window.press("stop")
        window.press("keep")
        window.press("continue")
    window.wait_page("photos")
    window.press("continue")
    choose_no_name(window)
    window.wait_page("check")
    window.press("send", timeout_s=20)
    window.wait_page("sent", timeout_s=60)
    code = window.element("receipt-code").name
    window.press("done")
    window.wait_page("start")
    return "".join(character for character in code if character.isdigit())


def answer_first_questions(window: Window) -> None:
    """From the question about her own wish to the microphone."""
    for page, yes in (("own-will", "will-own"), ("age", "age-adult")):
        window.wait_page(page)
        window.press(yes)
        window.press("continue")


def choose_no_name(window: Window) -> None:
    """From Name to Check."""
    window.wait_page("name")
    window.press("name-none")
    window.press("continue")
    window.wait_page("name-check")
    window.press("no-name-said")
    window.press("continue")
    window.wait_page("voice")
    window.press("voice-own")
    window.press("continue")
    window.wait_page("uses")
    window.press("use-online")
    window.press("continue")
    window.wait_page("help")
    window.press("continue")
    window.wait_page("understood")
    window.press("understood-2")
    window.press("continue")


def open_story(package: Path, identity: Path, out: Path) -> Path:
    """Unpacks a sealed package with other people's programs, `age` and `tar`; returns the bag's folder."""
    out.mkdir(parents=True)
    opened = subprocess.run(["age", "-d", "-i", str(identity), str(package)], capture_output=True, check=True)
    subprocess.run(["tar", "-x", "-C", str(out)], input=opened.stdout, check=True)
    (bag,) = out.iterdir()
    return bag


def without_kiosk_settings() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if not key.startswith("IDR_")}

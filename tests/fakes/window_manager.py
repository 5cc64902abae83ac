"""A window manager for the private desktop, and a keyboard and a look at it from outside. Needs `openbox` and `xdotool`."""

from __future__ import annotations

import re
import subprocess
from types import TracebackType

from desktop import Desktop
from processes import poll

_START_S = 10.0


class WindowManager:
    """`with WindowManager(desktop):` openbox runs there, with the keys it comes with: Alt+F4 asks a window to close."""

    def __init__(self, desktop: Desktop) -> None:
        self._env = desktop.env

    def __enter__(self) -> WindowManager:
        self._process = subprocess.Popen(["openbox", "--sm-disable"], env=self._env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # It says so by a property of the root window (EWMH).
        assert poll(lambda: self._ask("get_desktop") is not None, _START_S), "openbox did not start"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._process.terminate()
        self._process.wait(_START_S)

    def press(self, keys: str) -> None:
        """`keys` as xdotool writes them: `alt+F4`."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", keys], env=self._env, check=True)

    def active_pid(self) -> int | None:
        """The process whose window has the keyboard."""
        answer = self._ask("getactivewindow", "getwindowpid")
        return int(answer) if answer else None

    def geometry(self, pid: int) -> tuple[int, int, int, int] | None:
        """(x, y, width, height) of the visible window of that process on the screen; None while there is none."""
        found = self._ask("search", "--onlyvisible", "--pid", str(pid))
        if not found:
            return None
        answer = self._ask("getwindowgeometry", found.split()[-1]) or ""
        numbers = re.search(r"Position: (-?\d+),(-?\d+).*Geometry: (\d+)x(\d+)", answer, re.DOTALL)
        return (int(numbers[1]), int(numbers[2]), int(numbers[3]), int(numbers[4])) if numbers else None

    def _ask(self, *words: str) -> str | None:
        done = subprocess.run(["xdotool", *words], env=self._env, capture_output=True, text=True)
        return done.stdout.strip() if done.returncode == 0 else None

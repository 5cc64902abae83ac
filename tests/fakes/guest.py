"""A kiosk with nobody and nothing around it: no screen, recorded speech, and steps that come as JSON on the command line.

    python -m guest '[["press", "start"], ["pass", 500], ["read", "notice"], ["write", "name-field", "Dawn"]]'

Says each thing it does as one JSON line: `["pressed", "start"]`, `["read", "notice", "…"]`, at the end `["arrived"]` or
`["stuck", "record"]`. The OS keyring is the one thing that is stood in for (`FixedKek`), so that a test can open what was left.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from processes import poll

ROOT = Path(__file__).resolve().parents[2]
SPEECH = ROOT / "resources" / "demo"

TO_FIRST_PROMPT = [
    *[["press", "language-en"], ["press", "start"], ["press", "continue"]],
    *[["press", "will-own"], ["press", "continue"], ["press", "age-adult"], ["press", "continue"]],
    *[["press", "mic-ok"], ["press", "continue"]],
]
UNDERSTOOD = [["press", "understood-2"], ["press", "continue"]]
CHOICES = [
    *[["press", "name-none"], ["press", "continue"], ["press", "no-name-said"], ["press", "continue"]],
    *[["press", "voice-own"], ["press", "continue"], ["press", "use-online"], ["press", "continue"], ["press", "continue"]],
    *UNDERSTOOD,
]
SEND = [["press", "send"], ["read", "receipt-code"]]


def answer(ms: int) -> list[list[object]]:
    return [["press", "record"], ["pass", ms], ["press", "stop"], ["press", "keep"], ["press", "continue"]]


def whole_story(ms: int = 2_000) -> list[list[object]]:
    """From Start to Sent, without photos."""
    return [*TO_FIRST_PROMPT, *answer(ms), *answer(ms), *answer(ms), ["press", "continue"], *CHOICES, *SEND]


class Guest:
    """The running program, as a context that ends it. `env` needs IDR_DATA_DIR."""

    def __init__(self, env: dict[str, str], steps: list[list[object]]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "guest", json.dumps(steps)],
            env={**env, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'fakes'}"},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Guest:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def said(self) -> Iterator[list[str]]:
        """Line by line until the program ends."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            yield json.loads(line)

    def until(self, *wanted: str) -> list[str]:
        """Waits for a line that begins with `wanted`, and fails if the walk gets stuck or ends before."""
        for line in self.said():
            if tuple(line[: len(wanted)]) == wanted:
                return line
            assert line[0] != "stuck", line
        raise AssertionError(f"the program ended before {wanted}")

    def end(self) -> int:
        if self.process.poll() is None:
            self.process.terminate()
        assert self.process.stdout is not None
        self.process.stdout.close()
        return self.process.wait(30)

    def recorder_pid(self) -> int:
        """The recorder process, a grandchild by way of nobody: Python's spawn marks its command line."""
        found: list[int] = []

        def look() -> bool:
            found[:] = [pid for pid in _children(self.process.pid) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
            return bool(found)

        assert poll(look, 10)
        return found[0]


def _children(pid: int) -> list[int]:
    children = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        children += [int(child) for child in (task / "children").read_text().split()]
    return children


def main() -> None:
    # Here: the tests that start this program must not load Qt and the audio libraries themselves.
    from told_story import FixedKek

    import kiosk.assembly
    from kiosk.app import _open_window
    from kiosk.config import load_config
    from kiosk.demo import demo_config
    from kiosk.ui.shell import Shell
    from kiosk.ui.walker import Pass, Press, Read, Walker, Write

    kiosk.assembly.KeyringKek = FixedKek
    kinds = {"press": Press, "pass": Pass, "read": Read, "write": Write}
    steps = [kinds[kind](*arguments) for kind, *arguments in json.loads(sys.argv[1])]

    def say(*words: str) -> None:
        print(json.dumps(words), flush=True)

    def begin(shell: Shell) -> None:
        walker = Walker(shell, steps)
        walker.pressed.connect(lambda identifier: say("pressed", identifier))
        walker.was_read.connect(lambda identifier, text: say("read", identifier, text))
        walker.arrived.connect(lambda: (say("arrived"), shell.exit()))
        walker.stuck.connect(lambda identifier: (say("stuck", identifier), shell.exit()))
        walker.start()

    # Without the countdown, so that a test knows from the press on when sound is kept.
    config = replace(demo_config(load_config(), "en", SPEECH, SPEECH), countdown=False)
    config.data_dir.mkdir(parents=True, exist_ok=True)
    sys.exit(_open_window(config, begin))


if __name__ == "__main__":
    main()

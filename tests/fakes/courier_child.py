"""A program that speaks like `idr-sync export DIR --json` and `import-receipts DIR --json`, as the test has planned it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

_PROGRAM = """
import json, os, pathlib, sys, time
verb, folder, how = sys.argv[1:]
assert how == "--json"
home = pathlib.Path(os.environ["IDR_DATA_DIR"])
(home / "asked.json").write_text(json.dumps([verb, folder]))
plan = json.loads((home / "plan.json").read_text())
for line in plan["before"]:
    print(line, flush=True)
while plan["waits"] and not (home / "go").exists():
    time.sleep(0.01)
for line in plan["after"]:
    print(line, flush=True)
sys.exit(plan["exit"])
"""
COMMAND = (sys.executable, "-c", _PROGRAM)


class CourierChild:
    """`folder` is its data folder. What it says before `go` and afterwards; without `waits` it says everything at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.plan(stories=1)

    def plan(self, *after: str | dict[str, Any], before: tuple[str | dict[str, Any], ...] = (), waits: bool = False, **result: Any) -> None:
        """`result` makes a last line of it, ok unless it says otherwise; without any there is none."""
        lines = [*after, {"kind": "result", "ok": True, **result}] if result else list(after)
        said = {"before": [_line(line) for line in before], "after": [_line(line) for line in lines]}
        (self._folder / "plan.json").write_text(json.dumps({**said, "waits": waits, "exit": 0 if result.get("ok", True) else 2}))

    def go(self) -> None:
        (self._folder / "go").touch()

    @property
    def asked(self) -> list[str]:
        """The verb and the folder; empty before."""
        found = self._folder / "asked.json"
        return json.loads(found.read_text()) if found.exists() else []


def progress(done: int, total: int) -> dict[str, Any]:
    return {"kind": "progress", "done_bytes": done, "total_bytes": total}


def _line(line: str | dict[str, Any]) -> str:
    return line if isinstance(line, str) else json.dumps(line)

"""Twenty-six visits (sent, left, killed and taken up again), and then every byte of the disk they were told on, deleted ones too.

Marks are in the sound, the name, the caption, the request for help and the photo's metadata, and are looked for as UTF-8, UTF-16, hex and
base64; so are the drafts' keys, the wrapped ones that were destroyed, and the codes. Two controls say that the scan sees what is there:
the wrapped key of a story that *is* still unfinished, and the same stories written and deleted without any care on the same disk.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest
from guest import TO_FIRST_PROMPT, Guest, whole_story
from marked_visits import DIES
from raw_disk import RawDisk
from told_story import RECEIPT_KEY
from watermarks import MARK, count, hits, marks, text_spellings, written_plainly

from sync.enrolled import Enrolled, save_enrolled

ROOT = Path(__file__).resolve().parents[2]
DISK_BYTES = 64 * 1024 * 1024
LEFT = [*TO_FIRST_PROMPT, ["press", "record"], ["pass", 800], ["press", "leave"], ["press", "leave-confirm"], ["press", "start"]]
KILLED = [*TO_FIRST_PROMPT, ["press", "record"], ["pass", 600_000]]
SENT_TOLD, LEFT_TOLD = 9, 7


class Laptop:
    """Data, home and temp folder on the one disk. `secrets` must be nowhere on it, `unfinished` is a wrapped key that must be there."""

    def __init__(self, disk: Path, recipient: str) -> None:
        self.data, self.home, self.tmp = disk / "data", disk / "home", disk / "tmp"
        for folder in (self.data, self.home, self.tmp):
            folder.mkdir()
        self.secrets: dict[str, bytes] = {}
        self.unfinished: list[bytes] = []
        self.taken_up: list[str] = []
        self._recipient = recipient
        save_enrolled(self.data, Enrolled("http://127.0.0.1:9", "kiosk", "kiosk.secret", RECEIPT_KEY, (recipient,), (), None))

    @property
    def env(self) -> dict[str, str]:
        own = {"HOME": str(self.home), "TMPDIR": str(self.tmp), "IDR_DATA_DIR": str(self.data), "IDR_KIOSK_DRAFT_POLICY": "keyring"}
        return {**os.environ, **own, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests' / 'fakes'}", "PYTHONDONTWRITEBYTECODE": "1"}

    def told(self, *visits: tuple[str, int]) -> int:
        command = [sys.executable, "-m", "marked_visits", str(self.data), self._recipient, json.dumps(visits)]
        done = subprocess.run(command, env=self.env, stdout=subprocess.PIPE, timeout=120, check=False)
        for line in map(json.loads, done.stdout.splitlines()):
            self.secrets |= {word: bytes.fromhex(told) for word, told in line.get("secret", {}).items()}
            self.unfinished += [bytes.fromhex(wrapped) for wrapped in line.get("left", {}).values()]
            self.taken_up += [line["recovered"]] if "recovered" in line else []
        return done.returncode

    def visited(self) -> None:
        """Three visits at the program itself: one sent, one left, one killed while she speaks."""
        with Guest(self.env, [*whole_story(800), ["press", "done"], *LEFT]) as guest:
            code = guest.until("read", "receipt-code")[2]
            guest.until("arrived")
        self.secrets["code of a guest"] = code.encode()
        with Guest(self.env, KILLED) as guest:
            guest.until("pressed", "record")
            os.kill(guest.recorder_pid(), signal.SIGKILL)
            guest.process.kill()


@pytest.mark.timeout(300)
def test_nothing_of_the_visits_is_on_the_disk(tmp_path: Path) -> None:
    disk = RawDisk(tmp_path, DISK_BYTES)
    with disk.mounted() as folder:
        laptop = Laptop(folder, str(pyrage.x25519.Identity.generate().to_public()))
        ordinary = [*(("sent", number) for number in range(SENT_TOLD)), *(("left", 100 + number) for number in range(LEFT_TOLD))]
        assert laptop.told(*ordinary) == 0
        laptop.visited()
        for number, how in enumerate(DIES, start=200):
            assert laptop.told((how, number)) == -signal.SIGKILL
        assert laptop.told() == 0
        # Those that died while being sent were sent at the next start or had been; the one that died untold was thrown away.
        assert laptop.taken_up.count("sent") == 3
        assert laptop.taken_up.count("still unfinished") >= 1
        assert len(list(laptop.tmp.iterdir())) == 0
        packages = list((laptop.data / "packages").iterdir())
        assert len(packages) == 2 * (SENT_TOLD + 1 + 5)
        names = [str(path) for path in folder.rglob("*")]
        assert [name for name in names if MARK in name] == []
    content = disk.content()
    assert len(laptop.secrets) >= 100
    assert hits(content, marks() | laptop.secrets) == []
    assert [wrapped in content for wrapped in laptop.unfinished] == [True]

    with disk.mounted() as folder:
        careless = {name: data for number in range(24) for name, data in written_plainly(number).items()}
        for name, data in careless.items():
            (folder / name).write_bytes(data)
        os.sync()
        for name in careless:
            (folder / name).unlink()
    content = disk.content()
    assert set(hits(content, marks())) == set(marks())
    assert count(content, text_spellings(MARK)) >= 24 * len(text_spellings(MARK))

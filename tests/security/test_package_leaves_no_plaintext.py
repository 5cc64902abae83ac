"""While a package is sealed or opened, nothing but its own sealed file is opened for writing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import sync
from sync.package.identity import new_age_key

CHILD = """
import os, sys
from pathlib import Path
from sync.package.bag import Member
from sync.package.seal import open_package, seal_package

opened_for_writing = []

def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) or any(letter in (mode or "") for letter in "wax+"):
            opened_for_writing.append(os.fsdecode(path))

class Nowhere:
    def open(self, path):
        return self
    def write(self, data):
        return len(data)
    def close(self):
        pass

identity, recipient, destination = sys.argv[1:]
sys.addaudithook(watch)
seal_package([Member("data/a", b"CANARY" * 50_000)], bag_name="b", recipients=[recipient], destination=Path(destination))
open_package(Path(destination), [identity], Nowhere())
print("\\n".join(opened_for_writing))
"""


def test_sealing_and_opening_write_one_file_and_leave_no_plaintext(tmp_path: Path) -> None:
    key = new_age_key()
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "packages").mkdir()
    environment = {
        "PYTHONPATH": str(Path(sync.__file__).parents[1]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TMPDIR": str(home),
        "HOME": str(home),
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "-c", CHILD, key.identity, key.recipient, str(tmp_path / "packages" / "p.age")]
    written = subprocess.run(command, env=environment, cwd=home, check=True, capture_output=True, text=True, timeout=60).stdout.split()
    assert written == [str(tmp_path / "packages" / "p.age.partial")]
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left == [tmp_path / "packages" / "p.age"]
    assert b"CANARY" not in left[0].read_bytes()

"""What a process does to keep its memory to itself, asked of the kernel."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import ctypes, resource
from kiosk.audio.undumpable import make_undumpable
make_undumpable()
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), *resource.getrlimit(resource.RLIMIT_CORE))  # 3: PR_GET_DUMPABLE
"""


def test_no_dumps_and_no_readers() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["0", "0", "0"]

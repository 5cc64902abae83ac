from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk

ENVIRONMENT = {"PYTHONPATH": str(Path(kiosk.__file__).parents[1]), "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ["PATH"]}


def run_limited(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    prelude = "import resource, sys\nfrom kiosk.photos.decode_worker import limit_this_process\nlimit_this_process()\n"
    command = [sys.executable, "-c", prelude + script, *arguments]
    return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no resource limits")
def test_the_worker_can_neither_write_a_file_nor_leave_a_core_nor_take_all_memory(tmp_path: Path) -> None:
    written = run_limited("open(sys.argv[1], 'wb', buffering=0).write(b'x')", str(tmp_path / "file"))
    assert "File too large" in written.stderr
    assert (tmp_path / "file").stat().st_size == 0
    assert "MemoryError" in run_limited("bytearray(2_000_000_000)").stderr
    limits = run_limited("print([resource.getrlimit(what) for what in (resource.RLIMIT_CORE, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)])")
    assert limits.stdout.strip() == "[(0, 0), (20, 20), (0, 0)]"


def test_a_picture_that_does_not_fit_into_memory_is_called_too_large() -> None:
    script = (
        "from kiosk.photos import decode_worker\n"
        "def decode(raw): bytearray(2_000_000_000)\n"
        "decode_worker.decode = decode\n"
        "print(decode_worker.answer(b'anything'))"
    )
    assert run_limited(script).stdout.strip() == r"b'NO photo-pixels\n'"

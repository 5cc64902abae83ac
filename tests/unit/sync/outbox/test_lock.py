from __future__ import annotations

import stat
from pathlib import Path

from sync.outbox.lock import FileLock, is_held


def test_one_holder_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "worker.lock"
    first, second = FileLock(path), FileLock(path)
    assert not is_held(path)
    assert first.acquire()
    assert not second.acquire()
    assert is_held(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first.release()
    assert not is_held(path)
    assert second.acquire()
    second.release()


def test_looking_does_not_take_it(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "worker.lock")
    assert lock.acquire()
    lock.release()
    assert not is_held(tmp_path / "worker.lock")
    assert lock.acquire()
    lock.release()

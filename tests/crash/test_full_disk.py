"""A full disk while recording and while sealing: a clear sentence, nothing lost that was said, and no false thanks.

On a small file system of its own, which only root can mount; `packaging/test` runs as root in continuous integration.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from field import without_kiosk_settings
from guest import CHOICES, SEND, TO_FIRST_PROMPT, Guest, answer
from told_story import close_storage, open_storage

from kiosk.submission import finish_interrupted

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system")

DISK_BYTES = 4 * 1024**2
SAMPLE_RATE_HZ = 48_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES},mode=0700", "tmpfs", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def environment(disk: Path) -> dict[str, str]:
    return {**without_kiosk_settings(), "IDR_DATA_DIR": str(disk), "IDR_KIOSK_DRAFT_POLICY": "keyring"}


def fill(disk: Path, leave_bytes: int) -> Path:
    """A file that leaves about that much."""
    filler = disk / "filler"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    filler.write_bytes(bytes(max(0, free - leave_bytes)))
    return filler


def test_while_recording(disk: Path) -> None:
    walk = [*TO_FIRST_PROMPT, ["press", "record"], ["read", "notice"], ["press", "stop"], ["press", "keep"]]
    with Guest(environment(disk), walk) as guest:
        guest.until("pressed", "record")
        fill(disk, leave_bytes=512 * 1024)
        _, _, sentence = guest.until("read", "notice")
        assert sentence == "This device is full. What you have said so far is safe. Please call staff."
        guest.until("pressed", "keep")
    (disk / "filler").unlink()
    storage = open_storage(disk)
    try:
        [draft_id] = finish_interrupted(storage)
        [take] = [take for take in storage.drafts.open(draft_id, storage.keys.recover(draft_id)).takes() if take.prompt_id == "why"]
        assert take.frames >= SAMPLE_RATE_HZ // 2
    finally:
        close_storage(storage)


def test_while_sealing(disk: Path, enrolled_data_dir: None) -> None:
    told = [*TO_FIRST_PROMPT, *answer(2_000), ["press", "skip"], ["press", "skip"], ["press", "continue"], *CHOICES]
    walk = [*told, ["pass", 2_000], ["press", "send"], ["pass", 3_000], ["read", "notice"], ["pass", 2_000], *SEND]
    with Guest(environment(disk), walk) as guest:
        guest.until("pressed", "use-online")
        filler = fill(disk, leave_bytes=64 * 1024)
        _, _, sentence = guest.until("read", "notice")
        assert "full" in sentence
        storage = open_storage(disk)
        try:
            assert storage.outbox.packages() == []
            assert list(storage.packages_dir.iterdir()) == []
        finally:
            close_storage(storage)
            filler.unlink()
        guest.until("read", "receipt-code")
    storage = open_storage(disk)
    try:
        assert [row.part for row in storage.outbox.packages()] == ["listen", "master"]
    finally:
        close_storage(storage)


@pytest.fixture
def enrolled_data_dir(disk: Path) -> None:
    """Enrolled with an archive that is out of reach."""
    import pyrage

    from sync.enrolled import Enrolled, save_enrolled

    recipient = str(pyrage.x25519.Identity.generate().to_public())
    save_enrolled(disk, Enrolled("http://127.0.0.1:9", "kiosk", "kiosk.secret", "ab" * 32, (recipient,), (), None))

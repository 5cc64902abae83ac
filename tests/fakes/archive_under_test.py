"""The archives that the protocol's contract is held against: the fake that other tests lean on, and the real one as its own process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fake_archive import FakeArchive


@dataclass(frozen=True)
class ArchiveUnderTest:
    """`new_code` gives a fresh enrolment code; `copies` counts how often the archive holds these bytes as a stored package."""

    url: str
    new_code: Callable[[], str]
    copies: Callable[[bytes], int]


@contextmanager
def fake_archive() -> Iterator[ArchiveUnderTest]:
    running = FakeArchive()

    def copies(content: bytes) -> int:
        return sum(running.stores[package_id] for package_id, held in running.stored.items() if held == content)

    try:
        yield ArchiveUnderTest(running.url, running.new_code, copies)
    finally:
        running.close()


@contextmanager
def real_archive(folder: Path) -> Iterator[ArchiveUnderTest]:
    environment = {**os.environ, "IDR_ARCHIVE_DIR": str(folder / "archive")}
    command = [sys.executable, "-m", "archive"]

    def ask(*arguments: str) -> str:
        done = subprocess.run([*command, *arguments], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    ask("init")
    serving = subprocess.Popen(
        [*command, "serve", "--port", "0", "--json"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert serving.stdout is not None
        listening = json.loads(serving.stdout.readline())
        url = listening["url"]
        yield ArchiveUnderTest(
            url,
            lambda: json.loads(ask("enrol", "--name", "contract", "--url", url, "--json"))["code"],
            lambda content: sum(path.read_bytes() == content for path in (folder / "archive" / "packages").rglob("*") if path.is_file()),
        )
    finally:
        serving.send_signal(signal.SIGTERM)
        assert serving.stdout is not None
        serving.stdout.close()
        serving.wait(timeout=20)

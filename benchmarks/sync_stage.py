"""What the benchmarks of the worker share: a real archive that speaks TLS, and kiosks that are enrolled with it.

On loopback, or each kiosk at its own end of a shaped link (`shaped_link`) with the archive at the other. Kiosks run `idr-sync` itself.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from live_archive import LiveArchive, live_archive
from shaped_link import ADDRESS, Link, Namespace, far_end
from tls_server import Certificate, make_certificate

from sync.contract.package import Part, new_package_id
from sync.enrolled import Enrolled, load_enrolled
from sync.outbox import NewPackage, Outbox
from sync.status import OUTBOX_FILE, PACKAGES_DIR

ROOT = Path(__file__).resolve().parent.parent
_BLOCK_BYTES = 1024 * 1024
_GRACE_S = 15
_SETTLE_S = 0.05


class Stage:
    """An archive and its certificate; `far` is None on loopback."""

    def __init__(self, folder: Path, archive: LiveArchive, certificate: Certificate, far: Namespace | None) -> None:
        self.folder, self.archive, self.certificate = folder, archive, certificate
        self._far = far
        self._links = 0
        self._uploads: dict[int, Path] = {}

    def link(self, *, cubic_only: bool = False) -> Link:
        """A link of its own to the archive. Close it."""
        if self._far is None:
            raise ValueError("on loopback there is no link")
        self._links += 1
        return Link(self._far, self._links, cubic_only=cubic_only)

    def spool_bytes(self, size_bytes: int) -> int:
        """How many bytes the archive has of the one upload of this size, durable or not; all of them once it is stored."""
        if size_bytes not in self._uploads:
            upload_id, _ = self.upload(size_bytes)
            if not upload_id:
                return 0
            self._uploads[size_bytes] = self.archive.dir / "uploads" / upload_id
        try:
            return self._uploads[size_bytes].stat().st_size
        except FileNotFoundError:
            return size_bytes if self.upload(size_bytes)[1] == "stored" else 0

    def upload(self, size_bytes: int) -> tuple[str, str]:
        """Id and state of the upload of this size; ("", "") when there is none yet."""
        rows = self.ask("SELECT upload_id, state FROM intake_upload WHERE size_bytes = ?", size_bytes)
        return (str(rows[0][0]), str(rows[0][1])) if rows else ("", "")

    def ask(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """A look into the archive's database."""
        connection = sqlite3.connect(f"file:{self.archive.dir / 'archive.sqlite3'}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()


@contextmanager
def shaped_stage(folder: Path) -> Iterator[Stage]:
    """The archive at the far end of any number of links."""
    with (
        far_end() as far,
        _served(folder, ADDRESS, [str(ROOT / "benchmarks" / "far_server.py"), far.prefix[1], ADDRESS]) as (archive, pair),
    ):
        yield Stage(folder, archive, pair, far)


@contextmanager
def loopback_stage(folder: Path) -> Iterator[Stage]:
    """The archive on this machine, with no link to speak of."""
    with _served(folder, "127.0.0.1", ["-m", "archive"]) as (archive, pair):
        yield Stage(folder, archive, pair, None)


@contextmanager
def _served(folder: Path, address: str, server: list[str]) -> Iterator[tuple[LiveArchive, Certificate]]:
    certificate = make_certificate(folder, "server", host=address)
    with live_archive(
        folder,
        server=server,
        tls_certificate=str(certificate.certificate),
        tls_key=str(certificate.key),
        allowed_hosts=address,
        disk_reserve_bytes="0",
    ) as archive:
        yield archive, certificate


class Kiosk:
    """An enrolled data folder with an outbox, at the near end of `link` or on loopback. Close it."""

    def __init__(self, stage: Stage, name: str, link: Link | None = None) -> None:
        self.folder = stage.folder / name
        self.stage, self.link = stage, link
        self._stack = ExitStack()
        (self.folder / PACKAGES_DIR).mkdir(parents=True)
        self.outbox = self._stack.enter_context(Outbox(self.folder / OUTBOX_FILE))
        self._log = self._stack.enter_context((stage.folder / f"{name}.log").open("wb"))
        self.run("enrol", stage.archive.enrol(name)["code"])

    def close(self) -> None:
        self._stack.close()

    def __enter__(self) -> Kiosk:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def enrolled(self) -> Enrolled:
        enrolled = load_enrolled(self.folder)
        assert enrolled is not None
        return enrolled

    @property
    def prefix(self) -> tuple[str, ...]:
        return () if self.link is None else self.link.near.prefix

    def new_package(self, size_bytes: int, part: Part = Part.LISTEN) -> NewPackage:
        """A file of random bytes, which is what a sealed one looks like. Not yet queued."""
        name, digest = f"{new_package_id()}.age", hashlib.sha256()
        with (self.folder / PACKAGES_DIR / name).open("wb") as file:
            for begin in range(0, size_bytes, _BLOCK_BYTES):
                block = os.urandom(min(_BLOCK_BYTES, size_bytes - begin))
                digest.update(block)
                file.write(block)
        return NewPackage(new_package_id(), part, name, digest.hexdigest(), size_bytes)

    def queue(self, *packages: NewPackage) -> None:
        """As one story."""
        self.outbox.add(new_package_id(), packages)

    def path(self, package: NewPackage) -> Path:
        return self.folder / PACKAGES_DIR / package.file_name

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """`idr-sync` with these arguments. Whoever starts it ends it (`ended`)."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("IDR_")}
        environment |= {"IDR_DATA_DIR": str(self.folder), "PYTHONPATH": str(ROOT)}
        words = [*self.prefix, sys.executable, "-m", "sync", *command]
        return subprocess.Popen(words, env=environment, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log)

    def run(self, *command: str, longest_s: float = 120) -> None:
        """The same to its end. Raises CalledProcessError, TimeoutExpired."""
        process = self.start(*command)
        try:
            if process.wait(longest_s) != 0:
                raise subprocess.CalledProcessError(process.returncode, command)
        finally:
            ended(process)


def ended(process: subprocess.Popen[bytes]) -> None:
    """Ends a process that may still run, gently and then not."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(_GRACE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def until(true: Callable[[], bool], longest_s: float, every_s: float = _SETTLE_S) -> float:
    """Seconds until `true()`. Raises TimeoutError."""
    began_s = time.monotonic()
    while not true():
        if time.monotonic() - began_s > longest_s:
            raise TimeoutError(f"not within {longest_s:.0f} s")
        time.sleep(every_s)
    return time.monotonic() - began_s


def most_memory_mb(process: subprocess.Popen[bytes], longest_s: float) -> float:
    """The most memory (VmHWM) that a process has held when it ends. Linux. Raises TimeoutError."""
    most_kb = 0
    path = Path(f"/proc/{process.pid}/status")
    began_s = time.monotonic()
    while process.poll() is None:
        if time.monotonic() - began_s > longest_s:
            raise TimeoutError(f"not within {longest_s:.0f} s")
        try:
            lines = path.read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError):
            break
        most_kb = max([most_kb, *(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))])
        time.sleep(_SETTLE_S)
    process.wait(_GRACE_S)
    return most_kb * 1024 / 1e6

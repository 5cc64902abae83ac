"""A kiosk and an archive to be hurt: both real, both in processes that are cheap enough to be killed by the thousand.

    with fault_trial("kill -9 of the worker", tmp_path) as trial:
        trial.queue(1_200_000)
        assert trial.pass_once(die_at=["slice", 1]) == -signal.SIGKILL
        trial.look()
        trial.settle()
        trial.audit.close(trial.booth, rounds=1)

What was sealed is random bytes, so there is nothing for the archive's opener to open: something that only waits stands in its place.
"""

from __future__ import annotations

import dataclasses
import json
import os
import random
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from booth import SLOW_BYTES_PER_S, Booth
from live_archive import LiveArchive, live_archive
from tus_client import TusClient
from upload_audit import UploadAudit
from zygote import Zygote, zygote

from sync.__main__ import enrol
from sync.contract.package import Part, new_package_id
from sync.contract.withdrawal_request import PACKAGES_NAMED, WithdrawalRequest
from sync.enrolled import FILE_NAME as ENROLMENT_FILE
from sync.enrolled import Enrolled, load_enrolled, save_enrolled
from sync.outbox import NewPackage, State
from sync.package.withdrawal import seal_withdrawal

# Below the range from which systems give ports to clients: a client that dials an archive that is down must not meet itself.
_PORTS = range(20_000, 30_000)
# For links that fall silent: a worker is to notice within seconds, so that a round takes no minute.
HASTE = {"IDR_SYNC_CONNECT_TIMEOUT_S": "2", "IDR_SYNC_ANSWER_TIMEOUT_S": "2"}
_SETTLING_PASSES = 60
KILLED = -signal.SIGKILL
# More than the smallest slice, which is what a worker begins with on a link that was slow before.
TWO_SLICES_BYTES = 1_100_000


def free_port() -> int:
    """A port of this machine that no system will give to somebody else meanwhile."""
    for port in random.sample(_PORTS, 100):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")


# Where `prepared` has put an archive and an enrolment to be copied.
_prepared: list[Path] = []


@contextmanager
def prepared(folder: Path) -> Iterator[None]:
    """One new archive with one enrolled kiosk, of which every trial gets a copy: making them anew takes seconds each time."""
    with live_archive(folder) as archive:
        enrol(archive.enrol("kiosk")["code"], folder)
    _prepared.append(folder)
    try:
        yield
    finally:
        _prepared.pop()


def _stage() -> Path:
    assert _prepared, "nobody has prepared an archive"
    return _prepared[-1]


class QuickArchive(LiveArchive):
    """A live archive whose server is forked. Always on the same port: its kiosks find it again after every death."""

    def __init__(self, folder: Path, zygotes: ExitStack, settings: dict[str, str], environ: dict[str, str]) -> None:
        super().__init__(folder, settings=settings, server=[])
        self._environment |= environ
        self.port = free_port()
        # In the opener's place: a program that does nothing until its server is gone.
        self._opener = folder.with_name("no-opener")
        self._opener.write_text("#!/bin/sh\nexec cat > /dev/null\n")
        self._opener.chmod(0o700)
        self._zygotes = zygotes
        self._zygote: Zygote | None = None
        self._forked = 0

    def start(self, *, port: int = 0, die_at: list[Any] | None = None, careless: str | None = None) -> None:
        """Raises AssertionError when it dies before it listens."""
        if self._zygote is None:
            self._zygote = self._zygotes.enter_context(zygote("archive", self._log_path, self._environment))
        opener = str(self._opener)
        self._forked = self._zygote.start(port=port or self.port, die_at=die_at, opener=opener, careless=careless)
        said = self._zygote.first_line(self._forked)
        if not said:
            code = self.wait()
            raise AssertionError(f"the archive did not start: {code} {self._zygote.tail()}")
        hello = json.loads(said)
        self.url, self.pid, self.archive_id = hello["url"], hello["pid"], hello["archive_id"]

    @property
    def running(self) -> bool:
        return self._forked != 0

    def _end(self, signal_number: int) -> int:
        pid, self._forked = self._forked, 0
        if pid == 0 or self._zygote is None:
            return 0
        if signal_number:
            os.kill(pid, signal_number)
        return self._zygote.wait(pid)


class Trial:
    """`leads_to` is the address in the kiosk's enrolment: the archive's own, or that of something between the two."""

    def __init__(self, folder: Path, archive: QuickArchive, workers: Zygote, audit: UploadAudit, leads_to: str, booth_dir: Path) -> None:
        self.folder = folder
        self.archive = archive
        self.workers = workers
        self.audit = audit
        self.leads_to = leads_to
        self.booth = self.new_booth(booth_dir, (_stage() / ENROLMENT_FILE).read_bytes())
        # `IDR_SYNC_*` for the workers that are started.
        self.worker_settings: dict[str, str] = {}
        self.rounds_done = 0

    def new_booth(self, folder: Path, enrolment: bytes | None = None) -> Booth:
        """A kiosk of this archive, enrolled anew if need be. Its maker closes it."""
        booth = Booth(folder)
        booth.outbox.set_rate(SLOW_BYTES_PER_S)
        if enrolment is None:
            enrol(self.archive.enrol(folder.name)["code"], folder)
        else:
            (folder / ENROLMENT_FILE).write_bytes(enrolment)
        save_enrolled(folder, dataclasses.replace(self.enrolled(booth), url=self.leads_to))
        return booth

    def enrolled(self, booth: Booth | None = None) -> Enrolled:
        found = load_enrolled((booth or self.booth).folder)
        assert found is not None
        return found

    def client(self) -> TusClient:
        """A bare client that speaks for the kiosk."""
        return TusClient(self.archive.url, self.enrolled().kiosk_token)

    def queue(self, size_bytes: int = 50_000, part: Part = Part.LISTEN, booth: Booth | None = None) -> NewPackage:
        return self.audit.queue(booth or self.booth, size_bytes, part)

    def queue_upkeep(self) -> None:
        """A token that is due for rotation, and a policy to be fetched."""
        save_enrolled(self.booth.folder, dataclasses.replace(self.enrolled(), token_day="2026-01-01", policy=None))

    def queue_withdrawal(self) -> None:
        """A request of somebody whose story never lay here."""
        request = WithdrawalRequest(os.urandom(32).hex(), tuple(new_package_id() for _ in range(PACKAGES_NAMED)))
        self.booth.outbox.withdrawals.take_back(
            os.urandom(32).hex(), lambda package_ids: seal_withdrawal(request, self.enrolled().recipients)
        )

    def start_worker(self, *arguments: str, booth: Booth | None = None, **more: Any) -> int:
        """`idr-sync run` with `arguments`; its process id."""
        return self.workers.start(
            data_dir=str((booth or self.booth).folder), arguments=list(arguments), environ=self.worker_settings, **more
        )

    def pass_once(self, booth: Booth | None = None, **more: Any) -> int:
        """One pass of a worker over everything that waits; its exit code."""
        outbox = (booth or self.booth).outbox
        outbox.try_now()
        outbox.set_rate(SLOW_BYTES_PER_S)
        return self.workers.wait(self.start_worker("--once", booth=booth, **more))

    def reopen(self) -> None:
        """After the booth's disk was gone for a moment."""
        self.booth = Booth(self.booth.folder)

    def pass_when_due(self) -> int:
        """The same without anybody's "send now": only what the worker itself finds due."""
        return self.workers.wait(self.start_worker("--once"))

    def look(self) -> None:
        """See `UploadAudit.look`."""
        self.audit.look(self.booth)

    def waiting(self, booth: Booth | None = None) -> int:
        """What is not yet at its end: sent, signed for and erased here. What stepped aside is not counted."""
        outbox = (booth or self.booth).outbox
        at_end = (State.ERASED, State.WITHDRAWN, State.QUARANTINED)
        return sum(row.state not in at_end for row in outbox.packages()) + outbox.withdrawals.count()

    def settle_with_staff(self) -> None:
        """The same where packages step aside, after three damaged tries or with a file that could not be read: staff send them round
        again, as often as it takes.
        """
        for _ in range(_SETTLING_PASSES):
            self.settle()
            if not self.booth.outbox.requeue_quarantined():
                return
        raise AssertionError("something steps aside for ever")

    def settle(self, booth: Booth | None = None) -> None:
        """Nothing is hurt any more: after a few passes nothing waits."""
        for number in range(_SETTLING_PASSES):
            if self.waiting(booth) == 0:
                return
            code = self.pass_once(booth)
            assert code == 0, f"a worker ended with {code}: {self.workers.tail()}"
            time.sleep(min(0.02 * number, 0.5))
        rows = [row for row in (booth or self.booth).outbox.packages() if row.state is not State.ERASED]
        raise AssertionError(f"something never arrives: {rows} {self.workers.tail()} {self.archive.log()[-2000:]}")


@contextmanager
def fault_trial(
    fault: str,
    folder: Path,
    *,
    leads_to: str = "",
    archive_dir: Path | None = None,
    booth_dir: Path | None = None,
    worker_environ: dict[str, str] | None = None,
    archive_environ: dict[str, str] | None = None,
    **settings: str,
) -> Iterator[Trial]:
    """A new archive, running, and a kiosk enrolled with it. `settings` are the archive's; the folders may be disks of their own."""
    with ExitStack() as stack:
        shutil.copytree(_stage() / "archive", archive_dir or folder / "archive", dirs_exist_ok=True)
        archive = QuickArchive(archive_dir or folder / "archive", stack, {"disk_reserve_bytes": "0", **settings}, archive_environ or {})
        archive.start()
        stack.callback(archive.kill)
        workers = stack.enter_context(zygote("worker", folder / "workers.log", {**os.environ, **(worker_environ or {})}))
        audit = UploadAudit(fault, archive.dir)
        trial = Trial(folder, archive, workers, audit, leads_to or archive.url, booth_dir or folder / "kiosk")
        stack.callback(lambda: trial.booth.close())
        yield trial

"""Bytes on the wire against bytes in the packages: the real worker and the real archive, with a counting relay between them.

Counted is what the programs hand to TCP in both directions, enrolment aside: requests, receipts and whatever is sent twice. The last
row cuts the connection while the package travels.
"""

from __future__ import annotations

import os
import select
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import ExitStack
from pathlib import Path

from booth import Booth
from live_archive import LiveArchive, live_archive
from row import Row, say

from sync.contract.package import Part
from sync.outbox import State

LISTEN_BYTES = 2_000_000  # ten minutes of Opus
MASTER_BYTES = 30_000_000  # ten minutes of FLAC
_BLOCK_BYTES = 64 * 1024
_PASSES = 60


class Relay:
    """Passes everything on and counts it. After `cut_after_bytes` of one connection that connection is dropped, `cuts` times."""

    def __init__(self, target: tuple[str, int]) -> None:
        self.sent_bytes = self.received_bytes = 0
        self.cuts, self.cut_after_bytes = 0, 0
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return  # closed
            thread = threading.Thread(target=self._relay, args=(near,))
            self._threads.append(thread)
            thread.start()

    def _relay(self, near: socket.socket) -> None:
        upwards_bytes = 0
        with near, socket.create_connection(self._target) as far:
            while True:
                for source in select.select([near, far], [], [])[0]:
                    block = _read(source)
                    if source is near:
                        self.sent_bytes += len(block)
                        upwards_bytes += len(block)
                    else:
                        self.received_bytes += len(block)
                    if not block:
                        return
                    if self.cuts and upwards_bytes > self.cut_after_bytes:
                        self.cuts -= 1
                        return
                    (far if source is near else near).sendall(block)


def _read(source: socket.socket) -> bytes:
    """Empty when the other end has gone, however it went."""
    try:
        return source.recv(_BLOCK_BYTES)
    except ConnectionResetError:
        return b""


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="upload-") as name, ExitStack() as stack:
        folder = Path(name)
        archive = stack.enter_context(live_archive(folder))
        relay = Relay(("127.0.0.1", int(archive.url.rsplit(":", 1)[1])))
        stack.callback(relay.close)
        booth = Booth(folder / "kiosk")
        stack.callback(booth.close)
        enrol(archive, relay, booth)
        for what, size_bytes, part, cuts in (
            ("Upload of a listen part", LISTEN_BYTES, Part.LISTEN, 0),
            ("Upload of a master part", MASTER_BYTES, Part.MASTER, 0),
            ("Upload of a master part, link cut 3 times", MASTER_BYTES, Part.MASTER, 3),
        ):
            relay.sent_bytes = relay.received_bytes = 0
            relay.cuts, relay.cut_after_bytes = cuts, size_bytes // (cuts + 1)
            booth.queue(size_bytes, part)
            work(booth)
            wire_bytes = relay.sent_bytes + relay.received_bytes
            say(Row(f"{what}, both ways", "kB", round(wire_bytes / 1000, 1), "the package itself", size_bytes / 1000))


def enrol(archive: LiveArchive, relay: Relay, booth: Booth) -> None:
    direct, archive.url = archive.url, f"http://127.0.0.1:{relay.port}"
    code = archive.enrol()["code"]
    archive.url = direct
    sync(booth, "enrol", code)


def work(booth: Booth) -> None:
    """Passes of the worker until everything is erased here, that is, signed for there."""
    for _ in range(_PASSES):
        sync(booth, "run", "--once")
        if all(row.state is State.ERASED for row in booth.outbox.packages()):
            return
        booth.outbox.try_now()  # the person at the staff screen, instead of waiting out the back-off
    raise RuntimeError(f"the upload did not finish: {[row.state for row in booth.outbox.packages()]}")


def sync(booth: Booth, *command: str) -> None:
    environment = {**os.environ, "IDR_DATA_DIR": str(booth.folder)}
    subprocess.run([sys.executable, "-m", "sync", *command], env=environment, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()

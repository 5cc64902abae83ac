"""Many simulated kiosks at once against one archive, and a bystander who measures what everybody else gets meanwhile.

    report = run_herd(archive, kiosks=1000)         # `archive`: a `live_archive.LiveArchive` that runs

Each kiosk does what a worker does after an outage: signed ping, next token, policy, then creation, HEAD and PATCH of one small package,
receipt; on one connection, over bare sockets, and it comes again when it is told to, no sooner. Herd and bystander are processes of their
own, so that the one's work is not the other's delay.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import random
import secrets
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from live_archive import LiveArchive

UPLOADS = "/api/v1/uploads/"
_FAKES = Path(__file__).resolve().parent
# Answers that mean: keep it, come again.
_COME_AGAIN = (408, 423, 429, 503, 507)
_MOST_TRIES = 60
_PATIENCE_S = 60.0
_LONGEST_RUN_S = 600
# Between two of the bystander's questions of one kind: some forty a second in all.
_PAUSE_S = 0.1


@dataclass
class Report:
    """Times in milliseconds, in the order in which they were taken. `errors` says what went wrong, never more than 20 of them."""

    stored: int = 0
    told_to_come_again: int = 0
    took_s: float = 0.0
    errors: list[str] = field(default_factory=list)
    herd_ms: dict[str, list[float]] = field(default_factory=dict)
    bystander_ms: dict[str, list[float]] = field(default_factory=dict)

    def all_bystander_ms(self) -> list[float]:
        return [each for times in self.bystander_ms.values() for each in times]


def percentile(times: Sequence[float], share: float) -> float:
    """The smallest of `times` that at least `share` of them do not exceed."""
    ordered = sorted(times)
    return ordered[max(0, -(-len(ordered) * round(share * 1000) // 1000) - 1)]


def run_herd(archive: LiveArchive, *, kiosks: int, package_bytes: int = 20_000, jitter_s: float = 3.0, seed: int = 1) -> Report:
    """All of them at once, each beginning within `jitter_s`. Raises AssertionError when a program of the test fails."""
    tokens = json.loads(_checked(archive.run_python("-m", "herd_kiosks", str(kiosks + 1))))
    plan = {"url": archive.url, "package_bytes": package_bytes, "jitter_s": jitter_s, "seed": seed}
    watching = _start({**plan, "role": "bystander", "tokens": tokens[-1:]})
    assert watching.stdout is not None
    assert watching.stdin is not None
    watching.stdout.readline()  # it has seen the archive idle and begins to count
    done = subprocess.run(
        _command(),
        input=json.dumps({**plan, "role": "herd", "tokens": tokens[:-1]}),
        capture_output=True,
        text=True,
        timeout=_LONGEST_RUN_S,
    )
    watching.stdin.close()
    seen = watching.stdout.read()
    watching.stdout.close()
    assert watching.wait(_PATIENCE_S) == 0
    report = Report(**json.loads(_checked(done)))
    bystander = Report(**json.loads(seen))
    report.bystander_ms = bystander.bystander_ms
    report.errors += [f"bystander: {error}" for error in bystander.errors]
    return report


def _command() -> list[str]:
    return [sys.executable, str(_FAKES / "kiosk_herd.py")]


def _start(plan: dict[str, Any]) -> subprocess.Popen[str]:
    process = subprocess.Popen(_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    process.stdin.write(json.dumps(plan) + "\n")
    process.stdin.flush()
    return process


def _checked(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- inside the two programs ---


class Line:
    """One connection to the archive that is opened again when it was closed. Times go to `times_ms` by what was asked."""

    def __init__(self, url: str, token: str, times_ms: dict[str, list[float]]) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._token, self._times_ms = token, times_ms
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(
        self, what: str, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
    ) -> tuple[int, dict[str, str], bytes]:
        """Raises OSError, EOFError and TimeoutError of a link that failed."""
        began_s = time.monotonic()
        async with asyncio.timeout(_PATIENCE_S):
            if self._writer is None:
                self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
            assert self._reader is not None
            lines = {"Host": f"{self._host}:{self._port}", "Authorization": f"Bearer {self._token}", **(headers or {})}
            if body or method in ("POST", "PATCH"):
                lines["Content-Length"] = str(len(body))
            head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
            self._writer.write(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
            await self._writer.drain()
            status, answered = _parse(await self._reader.readuntil(b"\r\n\r\n"))
            size_bytes = int(answered.get("content-length", "0")) if method != "HEAD" else 0
            content = await self._reader.readexactly(size_bytes)
            if answered.get("connection") == "close" or "transfer-encoding" in answered:
                await self.close()
        self._times_ms.setdefault(what, []).append(round((time.monotonic() - began_s) * 1000, 2))
        return status, answered, content

    def renew(self, secret: str) -> None:
        """From here on with the next token, whose first use ends the one before."""
        self._token = f"{self._token.partition('.')[0]}.{secret}"

    async def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
            self._reader = self._writer = None


def _parse(head: bytes) -> tuple[int, dict[str, str]]:
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines if line)
    return int(first.split(" ", 2)[1]), {name.strip().lower(): value.strip().lower() for name, _, value in pairs}


class SimulatedKiosk:
    def __init__(self, plan: dict[str, Any], token: str, number: int, report: Report) -> None:
        self._rng = random.Random(f"{plan['seed']} {number}")
        self._data = self._rng.randbytes(plan["package_bytes"])
        self._package_id = secrets.token_hex(16)
        self._jitter_s: float = plan["jitter_s"]
        self._report = report
        self._line = Line(plan["url"], token, report.herd_ms)

    async def live(self) -> None:
        await asyncio.sleep(self._rng.uniform(0, self._jitter_s))
        try:
            await self._send_package()
            self._report.stored += 1
        except (OSError, EOFError, TimeoutError, _Wrong) as error:
            self._report.errors.append(f"{type(error).__name__} {error}"[:200])
        finally:
            await self._line.close()

    async def _send_package(self) -> None:
        await self._insist("ping", "GET", f"/api/v1/ping?nonce={secrets.token_hex(16)}", expect=200)
        await self._keep_up()
        facts = {"package_id": self._package_id, "sha256": hashlib.sha256(self._data).hexdigest(), "part": "listen"}
        metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in facts.items())
        tus = {"Tus-Resumable": "1.0.0"}
        created = await self._insist(
            "create", "POST", UPLOADS, {**tus, "Upload-Length": str(len(self._data)), "Upload-Metadata": metadata}, expect=201
        )
        path = created["location"]
        offset = int((await self._insist("head", "HEAD", path, tus, expect=200))["upload-offset"])
        body = {**tus, "Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)}
        await self._insist("patch", "PATCH", path, body, self._data[offset:], expect=204)
        await self._insist("receipt", "GET", f"/api/v1/receipts/{self._package_id}", expect=200)

    async def _keep_up(self) -> None:
        """What a worker does once a day, and so first of all after an outage of a day."""
        secret = secrets.token_urlsafe(32)
        announced = json.dumps({"next_sha256": hashlib.sha256(secret.encode()).hexdigest()}).encode()
        await self._insist("token", "POST", "/api/v1/token", {"Content-Type": "application/json"}, announced, expect=204)
        self._line.renew(secret)
        await self._insist("policy", "GET", "/api/v1/policy", expect=200)

    async def _insist(
        self, what: str, method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b"", *, expect: int
    ) -> dict[str, str]:
        for _ in range(_MOST_TRIES):
            status, answered, _ = await self._line.ask(what, method, path, headers, body)
            if status == expect:
                return answered
            if status not in _COME_AGAIN:
                raise _Wrong(f"{what}: {status}")
            self._report.told_to_come_again += 1
            await asyncio.sleep(float(answered.get("retry-after", "1")) * self._rng.uniform(1, 1.5))
        raise _Wrong(f"{what}: told to come again {_MOST_TRIES} times")


class _Wrong(Exception):
    """An answer that no kiosk should get here."""


async def _herd(plan: dict[str, Any]) -> Report:
    report = Report()
    began_s = time.monotonic()
    await asyncio.gather(*(SimulatedKiosk(plan, token, number, report).live() for number, token in enumerate(plan["tokens"])))
    report.took_s = round(time.monotonic() - began_s, 2)
    report.errors = report.errors[:20]
    return report


async def _bystander(plan: dict[str, Any]) -> Report:
    """Until standard input closes: asks for a ping, a receipt, a page, what the door speaks, an offset."""
    report = Report()
    rng = random.Random(plan["seed"])
    data = rng.randbytes(1000)
    token = plan["tokens"][0]
    setup = Line(plan["url"], token, {})
    package_id = secrets.token_hex(16)
    facts = {"package_id": package_id, "sha256": hashlib.sha256(data).hexdigest(), "part": "listen"}
    metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in facts.items())
    tus = {"Tus-Resumable": "1.0.0"}
    _, created, _ = await setup.ask("create", "POST", UPLOADS, {**tus, "Upload-Length": "1000", "Upload-Metadata": metadata})
    await setup.close()
    questions = (
        ("ping", "GET", f"/api/v1/ping?nonce={secrets.token_hex(16)}", {}, 200),
        ("receipt", "GET", f"/api/v1/receipts/{package_id}", {}, 404),
        ("page", "GET", "/", {}, 200),
        ("options", "OPTIONS", UPLOADS, {}, 204),
        ("head", "HEAD", created["location"], tus, 200),
    )
    over = asyncio.Event()
    print("watching", flush=True)
    # Each question has its own line and its own rhythm: one that waits must not keep the others from being asked.
    watching = [asyncio.ensure_future(_watch(plan, question, report, over)) for question in questions]
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    over.set()
    await asyncio.gather(*watching)
    report.errors = report.errors[:20]
    return report


async def _watch(plan: dict[str, Any], question: tuple[str, str, str, dict[str, str], int], report: Report, over: asyncio.Event) -> None:
    what, method, path, headers, expected = question
    line = Line(plan["url"], plan["tokens"][0], report.bystander_ms)
    while not over.is_set():
        try:
            status, _, _ = await line.ask(what, method, path, headers)
        except (OSError, EOFError, TimeoutError) as error:
            report.errors.append(f"{what}: {type(error).__name__}")
            await line.close()
        else:
            if status != expected:
                report.errors.append(f"{what}: {status}")
        await asyncio.sleep(_PAUSE_S)
    await line.close()


def main() -> None:
    plan = json.loads(sys.stdin.readline())
    report = asyncio.run(_herd(plan) if plan["role"] == "herd" else _bystander(plan))
    print(json.dumps(asdict(report)))


if __name__ == "__main__":
    main()

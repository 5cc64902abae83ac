"""A thousand receipts that are not the archive's word about the file at hand, against the real worker: nothing is ever erased.

Whoever serves them has proved to be the archive (or relays its proof), so the signature over package, hash and size is all there is.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from booth import Booth
from fake_archive import DAY, FakeArchive
from no_upkeep import NothingToKeep
from recording_awake import RecordingAwake
from sync_clock import FakeClock
from worker_checks import assert_arrived

from sync.contract.receipt import Receipt
from sync.outbox import State
from sync.package.signatures import new_signing_key, sign_bytes, sign_ping, sign_receipt
from sync.transport.archive import ArchiveClient
from sync.transport.session import HardenedSession
from sync.worker import Worker

pytestmark = pytest.mark.allow_logs("sync")

FORGERIES = 1000
STRANGER, _ = new_signing_key()
Signed = dict[str, Any]
Forge = Callable[[Signed, random.Random, FakeArchive, list[Signed]], Any]


def inner(signed: Signed, **changes: Any) -> Signed:
    return {**signed, "receipt": {**signed["receipt"], **changes}}


def receipt_of(signed: Signed, **changes: Any) -> Receipt:
    return Receipt(**{**signed["receipt"], **changes})


def without(value: Signed, key: str) -> Signed:
    return {name: held for name, held in value.items() if name != key}


def flipped(text: str, rng: random.Random) -> str:
    """One bit of a hex string turned over."""
    place = rng.randrange(len(text))
    return text[:place] + f"{int(text[place], 16) ^ (1 << rng.randrange(4)):x}" + text[place + 1 :]


def another(mine: Signed, others: list[Signed], rng: random.Random) -> Signed:
    return rng.choice([other for other in others if other["receipt"]["package_id"] != mine["receipt"]["package_id"]])


KINDS: dict[str, Forge] = {
    "bit of the signature": lambda signed, rng, _a, _o: {**signed, "signature": flipped(signed["signature"], rng)},
    "bit of the hash": lambda signed, rng, _a, _o: inner(signed, sha256=flipped(signed["receipt"]["sha256"], rng)),
    "bit of the id": lambda signed, rng, _a, _o: inner(signed, package_id=flipped(signed["receipt"]["package_id"], rng)),
    "another size": lambda signed, rng, _a, _o: inner(signed, size_bytes=signed["receipt"]["size_bytes"] + rng.choice([-1, 1, 512])),
    "another day": lambda signed, rng, _a, _o: inner(signed, received_day=f"2026-0{rng.randint(4, 9)}-1{rng.randint(0, 9)}"),
    "a stranger's key": lambda signed, rng, _a, _o: sign_receipt(receipt_of(signed), STRANGER).to_json(),
    "another package's": lambda signed, rng, _a, others: another(signed, others, rng),
    "another package's, renamed": lambda signed, rng, _a, others: inner(
        another(signed, others, rng), package_id=signed["receipt"]["package_id"]
    ),
    "another's signature": lambda signed, rng, _a, others: {**signed, "signature": another(signed, others, rng)["signature"]},
    "truly signed, other hash": lambda signed, rng, archive, _o: archive.sign(
        receipt_of(signed, sha256=flipped(signed["receipt"]["sha256"], rng))
    ),
    "truly signed, other size": lambda signed, rng, archive, _o: archive.sign(
        receipt_of(signed, size_bytes=signed["receipt"]["size_bytes"] + rng.choice([-1, 1]))
    ),
    "truly signed, other id": lambda signed, rng, archive, _o: archive.sign(
        receipt_of(signed, package_id=flipped(signed["receipt"]["package_id"], rng))
    ),
    "a signed ping": lambda signed, rng, archive, _o: {**signed, "signature": archive.pong(f"{rng.getrandbits(128):032x}")["signature"]},
    "a ping by a stranger": lambda signed, rng, _a, _o: {**signed, "signature": sign_ping(f"{rng.getrandbits(128):032x}", STRANGER)},
    "another context": lambda signed, rng, _a, _o: {
        **signed,
        "signature": sign_bytes(b"idr ping 1\n", receipt_of(signed).signed_bytes(), STRANGER),
    },
    "cut": lambda signed, rng, _a, _o: json.dumps(signed).encode()[: rng.randrange(len(json.dumps(signed)))],
    "cut signature": lambda signed, rng, _a, _o: {**signed, "signature": signed["signature"][: rng.randrange(128)]},
    "longer signature": lambda signed, rng, _a, _o: {**signed, "signature": signed["signature"] + "0" * rng.randint(1, 9)},
    "loud signature": lambda signed, rng, _a, _o: {**signed, "signature": signed["signature"].upper() + " " * rng.randint(0, 1)},
    "no signature": lambda signed, rng, _a, _o: {**signed, "signature": rng.choice([None, "", 0, [], {}, "0" * 128])},
    "a field is missing": lambda signed, rng, _a, _o: {
        **signed,
        "receipt": without(signed["receipt"], rng.choice(list(signed["receipt"]))),
    },
    "a field too many": lambda signed, rng, _a, _o: inner(signed, **{rng.choice(["kiosk_id", "erase", "at"]): rng.randint(0, 9)}),
    "another type": lambda signed, rng, _a, _o: inner(
        signed,
        size_bytes=rng.choice(
            [str(signed["receipt"]["size_bytes"]), float(signed["receipt"]["size_bytes"]), True, None, [signed["receipt"]["size_bytes"]]]
        ),
    ),
    "a receipt within": lambda signed, rng, _a, _o: {"receipt": signed, "signature": signed["signature"]},
    "no object": lambda signed, rng, _a, _o: rng.choice([[signed], None, 7, "receipt", True]),
    "no JSON": lambda signed, rng, _a, _o: rng.choice([b"", b"\xff\xfe", b"<html>received, thank you</html>", b"{" * 500]),
    "noise": lambda signed, rng, _a, _o: rng.randbytes(rng.randint(1, 400)),
}


@pytest.fixture
def archive() -> Iterator[FakeArchive]:
    running = FakeArchive()
    yield running
    running.close()


@pytest.fixture
def booth(tmp_path: Any) -> Iterator[Booth]:
    opened = Booth(tmp_path / "data")
    yield opened
    opened.close()


def test_a_thousand_receipts_that_are_none_erase_nothing_and_the_true_ones_do(archive: FakeArchive, booth: Booth) -> None:
    rng, clock = random.Random(20261120), FakeClock()
    who = archive.enrolled()
    packages = [booth.queue(20_000 + number) for number in range(12)]
    with HardenedSession(answer_timeout_s=10) as session:
        client = ArchiveClient(session, who, clock)
        worker = Worker(
            booth.outbox, client, booth.packages_dir, who, clock, random.Random(1), awake=RecordingAwake(), upkeep=NothingToKeep()
        )
        archive.switches.receipts = "pending"
        worker.run_once()
        assert {booth.row(package).state for package in packages} == {State.DELIVERED}
        archive.switches.receipts = "signed"
        true = [archive.sign(Receipt(each.package_id, each.sha256, each.size_bytes, DAY)) for each in packages]
        served: Counter[str] = Counter()

        def forge(signed: Signed) -> Any:
            assert signed in true, "the forger starts from the true one"
            kind = list(KINDS)[served.total() % len(KINDS)]
            served[kind] += 1
            forged = KINDS[kind](signed, rng, archive, true)
            assert isinstance(forged, bytes) or json.dumps(forged) != json.dumps(signed), kind
            return forged

        archive.switches.spoil_receipt = forge
        while served.total() < FORGERIES:
            before = served.total()
            summary = worker.run_once()
            clock.advance(1000)
            assert (summary.confirmed, summary.erased) == (0, 0), served
            assert len(booth.files()) == len(packages), served
            assert served.total() > before or summary.waiting
        assert booth.files() == {package.file_name for package in packages}
        assert {(booth.packages_dir / package.file_name).read_bytes() for package in packages} == set(booth.content.values())
        assert {booth.row(package).receipt for package in packages} == {None}
        assert min(served.values()) >= FORGERIES // len(KINDS)

        archive.switches.spoil_receipt = None
        for _ in range(5):
            worker.run_once()
            clock.advance(24 * 3600)
    assert_arrived(archive, booth, *packages)

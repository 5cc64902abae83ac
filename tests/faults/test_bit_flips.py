"""Bits that turn over, on a wire without TLS and in the sealed file: found out before anything is signed for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from fault_trial import fault_trial
from meddling_proxy import MeddlingProxy, meddling_proxy
from upload_audit import rounds

from sync.outbox import State
from sync.sealed_file import check_sealed
from sync.transport.faults import FileFault


@pytest.fixture
def between() -> Iterator[MeddlingProxy]:
    with meddling_proxy(0) as running:
        yield running


class Flips:
    """Turns a bit over in some pieces of the kinds it is told."""

    def __init__(self, kinds: set[str], share: float, seed: int) -> None:
        self.flipped = 0
        self._kinds, self._share, self._rng = kinds, share, random.Random(seed)

    def __call__(self, kind: str, piece: bytes) -> bytes:
        if not piece or kind not in self._kinds or self._rng.random() >= self._share:
            return piece
        self.flipped += 1
        changed = bytearray(piece)
        changed[self._rng.randrange(len(changed))] ^= 1 << self._rng.randrange(8)
        return bytes(changed)


def test_in_what_is_sent(between: MeddlingProxy, tmp_path: Path) -> None:
    with fault_trial("bit flips in bodies on the wire", tmp_path, leads_to=between.url) as trial:
        between.archive_port, count = trial.archive.port, rounds(5)
        between.change_body = flips = Flips({"patch"}, 0.2, 21)
        for _ in range(count):
            trial.queue(random.Random(flips.flipped).randrange(1_000, 400_000))
            trial.pass_once()
            trial.look()
        between.change_body = lambda kind, piece: piece
        trial.settle_with_staff()
        assert flips.flipped > 0
        trial.audit.close(trial.booth, rounds=count, notes=f"{flips.flipped} bits")


def test_in_what_is_answered(between: MeddlingProxy, tmp_path: Path) -> None:
    """Receipts, proofs and policies with one bit turned over are not believed, and nothing is erased for them."""
    with fault_trial("bit flips in answers on the wire", tmp_path, leads_to=between.url) as trial:
        between.archive_port, count = trial.archive.port, rounds(3)
        between.change_answer = flips = Flips({"receipt", "ping", "policy", "withdrawal"}, 0.3, 22)
        for _ in range(count):
            trial.queue(20_000)
            trial.queue_upkeep()
            trial.queue_withdrawal()
            trial.pass_once()
            trial.look()
        between.change_answer = lambda kind, body: body
        trial.settle_with_staff()
        assert flips.flipped > 0
        trial.audit.close(trial.booth, rounds=count, notes=f"{flips.flipped} bits")


def test_in_the_sealed_file(tmp_path: Path) -> None:
    """It steps aside and says why; with its own bytes back (from a copy) it arrives."""
    with fault_trial("bit flips in the sealed file", tmp_path) as trial:
        rng, count = random.Random(23), rounds(3)
        for _ in range(count):
            package = trial.queue(rng.randrange(1_000, 400_000))
            path = trial.booth.packages_dir / package.file_name
            whole = path.read_bytes()
            changed = bytearray(whole)
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
            path.write_bytes(changed)
            for _ in range(5):
                trial.pass_once()
            row = trial.booth.row(package)
            assert (row.state, row.reason) == (State.QUARANTINED, "file-changed")
            with pytest.raises(FileFault):
                check_sealed(path, package.size_bytes, package.sha256)
            path.write_bytes(whole)
            trial.look()
            trial.booth.outbox.requeue_quarantined()
            trial.settle()
        trial.audit.close(trial.booth, rounds=count)

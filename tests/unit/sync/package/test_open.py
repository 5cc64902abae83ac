"""Opening: damage anywhere in a sealed file is refused, and nothing counts before the last byte."""

from __future__ import annotations

import os
from pathlib import Path

import pyrage
import pytest
from package_samples import BAG_NAME, MemorySink, bag_tar, sample_members, sealed_sample

from sync.contract.faults import BadInput, BrokenPackage, EnvironmentFault
from sync.contract.package import Limits
from sync.package.bag import Member
from sync.package.identity import AgeKey, new_age_key
from sync.package.seal import open_package


def refusal(path: Path, key: AgeKey, limits: Limits | None = None) -> str:
    sink = MemorySink()
    with pytest.raises(BrokenPackage) as refused:
        open_package(path, [key.identity], sink, limits or Limits())
    assert sink.open_writers == 0
    return refused.value.code


@pytest.fixture
def large(tmp_path: Path) -> tuple[Path, AgeKey, bytes]:
    """Three and a half age chunks, so that damage falls into first, middle and last ones."""
    sealed, key = sealed_sample(tmp_path, [Member("data/a", os.urandom(130_000)), Member("data/b", os.urandom(90_000))])
    return sealed.path, key, sealed.path.read_bytes()


def test_every_cut_is_refused(large: tuple[Path, AgeKey, bytes]) -> None:
    path, key, raw = large
    header_end = raw.index(b"\n", raw.index(b"\n---") + 1) + 1
    chunk_ends = [header_end + 16 + number * 65_552 for number in range(1, 4)]
    lengths = {0, 1, header_end, header_end + 16, len(raw) - 1, *chunk_ends, *range(7, len(raw), 2_003)}
    for length in sorted(lengths - {len(raw)}):
        path.write_bytes(raw[:length])
        assert refusal(path, key) in {"sealed-damaged", "sealed-other-key"}


def test_every_flipped_bit_is_refused(large: tuple[Path, AgeKey, bytes]) -> None:
    path, key, raw = large
    header_end = raw.index(b"\n", raw.index(b"\n---") + 1) + 1
    places = [*range(header_end + 40), *range(header_end + 40, len(raw), 1_999), len(raw) - 1]
    for place in places:
        changed = bytearray(raw)
        changed[place] ^= 1 << (place % 8)
        path.write_bytes(changed)
        assert refusal(path, key) in {"sealed-damaged", "sealed-other-key"}


def test_anything_behind_the_end_is_refused(large: tuple[Path, AgeKey, bytes]) -> None:
    path, key, raw = large
    for tail in (b"\0", b"\n", b"x" * 70_000, raw):
        path.write_bytes(raw + tail)
        assert refusal(path, key) == "sealed-damaged"


def test_somebody_elses_package_says_so(tmp_path: Path) -> None:
    sealed, _ = sealed_sample(tmp_path)
    assert refusal(sealed.path, new_age_key()) == "sealed-other-key"


def test_one_right_key_among_several_opens(tmp_path: Path) -> None:
    sealed, key = sealed_sample(tmp_path)
    assert open_package(sealed.path, [new_age_key().identity, key.identity], MemorySink()).bag_name == BAG_NAME


@pytest.mark.parametrize("identities", [[], ["AGE-SECRET-KEY-1NONSENSE"], [""]])
def test_an_identity_that_is_none_is_refused(tmp_path: Path, identities: list[str]) -> None:
    sealed, _ = sealed_sample(tmp_path)
    with pytest.raises(BadInput) as refused:
        open_package(sealed.path, identities, MemorySink())
    assert refused.value.code == "identity"


def test_a_file_that_is_not_there_is_no_broken_package(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as caught:
        open_package(tmp_path / "missing.age", [new_age_key().identity], MemorySink())
    assert caught.value.code == "storage"


def seal_raw(path: Path, plaintext: bytes) -> AgeKey:
    """An authentic age file around anything: what somebody with the public key alone can make."""
    key = new_age_key()
    path.write_bytes(pyrage.encrypt(plaintext, [pyrage.x25519.Recipient.from_str(key.recipient)]))
    return key


@pytest.mark.parametrize("keep_bytes", [0, 511, 512, 5_000, 12_000])
def test_a_whole_age_file_around_half_a_bag_is_refused(tmp_path: Path, keep_bytes: int) -> None:
    key = seal_raw(tmp_path / "p.age", bag_tar(sample_members())[:keep_bytes])
    assert refusal(tmp_path / "p.age", key) == "tar-cut"


def test_bytes_hidden_in_the_very_last_block_are_refused(tmp_path: Path) -> None:
    tar = bytearray(bag_tar(sample_members()[1:]))
    tar[-1] = 1
    key = seal_raw(tmp_path / "p.age", bytes(tar))
    assert refusal(tmp_path / "p.age", key) == "tar-padding"


def test_a_bag_that_is_too_large_is_refused_while_it_streams(tmp_path: Path) -> None:
    key = seal_raw(tmp_path / "p.age", bag_tar([Member("data/a", bytes(500_000))]))
    assert refusal(tmp_path / "p.age", key, Limits(package_bytes=100_000)) == "tar-too-long"


def test_what_the_sink_raises_reaches_the_caller_unchanged(tmp_path: Path) -> None:
    class FullSink(MemorySink):
        def open(self, path: str) -> object:  # type: ignore[override]
            raise OSError(28, "No space left on device")

    sealed, key = sealed_sample(tmp_path)
    with pytest.raises(OSError, match="No space left"):
        open_package(sealed.path, [key.identity], FullSink())  # type: ignore[arg-type]

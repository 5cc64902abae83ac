"""The tus client against the fake archive: what is resumed, what is refused, and how much memory it takes."""

from __future__ import annotations

import hashlib
import io
import random
import tracemalloc
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from booth import SLOW_BYTES_PER_S
from fake_archive import FakeArchive
from sync_clock import FakeClock

from sync.transport.archive import ArchiveClient
from sync.transport.faults import Blocked, Cancelled, FileFault, HashMismatch, OffsetConflict, Refused, RetryLater, UploadGone
from sync.transport.session import Answer, HardenedSession
from sync.transport.slices import MAX_SLICE_BYTES, MIN_SLICE_BYTES
from sync.transport.tus import TusClient

CONTENT = random.Random(7).randbytes(3 * MIN_SLICE_BYTES + 12_345)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
PACKAGE_ID = "ab" * 16


@pytest.fixture
def tus(archive: FakeArchive, clock: FakeClock) -> Iterator[TusClient]:
    with HardenedSession(answer_timeout_s=10) as session:
        yield ArchiveClient(session, archive.enrolled(), clock, expected_bytes_per_s=SLOW_BYTES_PER_S).tus


def create(tus: TusClient, content: bytes = CONTENT) -> str:
    upload = tus.create(len(content), {"package_id": PACKAGE_ID, "sha256": hashlib.sha256(content).hexdigest(), "part": "listen"})
    return upload.url


def send(tus: TusClient, url: str, offset: int, content: bytes = CONTENT) -> int:
    return tus.send_slice(url, io.BytesIO(content), offset, len(content), lambda sent: None, lambda: False)


def send_rest(tus: TusClient, url: str, offset: int) -> None:
    while offset < len(CONTENT):
        offset = send(tus, url, offset)


def test_a_file_arrives_slice_by_slice(archive: FakeArchive, tus: TusClient) -> None:
    send_rest(tus, create(tus), 0)
    assert archive.stored == {PACKAGE_ID: CONTENT}
    # The first slice is small, because the link was slow before; after it the fake clock says the link is infinitely fast.
    assert [seen.body_bytes for seen in archive.requests if seen.method == "PATCH"] == [MIN_SLICE_BYTES, len(CONTENT) - MIN_SLICE_BYTES]


def test_creating_twice_gives_the_same_upload_and_says_what_is_there(archive: FakeArchive, tus: TusClient) -> None:
    metadata = {"package_id": PACKAGE_ID, "sha256": SHA256, "part": "listen"}
    first = tus.create(len(CONTENT), metadata)
    offset = send(tus, first.url, 0)
    again = tus.create(len(CONTENT), metadata)
    assert (first.offset_bytes, again.url, again.offset_bytes) == (0, first.url, offset)


def test_after_a_cut_it_goes_on_where_the_archive_is(archive: FakeArchive, tus: TusClient) -> None:
    url = create(tus)
    archive.switches.cut_after_bytes = [300_000]
    with pytest.raises(RetryLater):
        send(tus, url, 0)
    offset = tus.offset(url, len(CONTENT))
    assert offset == 300_000
    send_rest(tus, url, offset)
    assert archive.stored == {PACKAGE_ID: CONTENT}


def test_a_lost_answer_is_found_out_by_asking(archive: FakeArchive, tus: TusClient) -> None:
    url = create(tus)
    archive.switches.lose_answers = {"PATCH"}
    with pytest.raises(RetryLater):
        send(tus, url, 0)
    with pytest.raises(OffsetConflict):
        send(tus, url, 0)
    send_rest(tus, url, tus.offset(url, len(CONTENT)))
    assert archive.stored == {PACKAGE_ID: CONTENT}


def test_a_forgotten_upload_is_told(archive: FakeArchive, tus: TusClient) -> None:
    url = create(tus)
    archive.forget_uploads()
    with pytest.raises(UploadGone):
        tus.offset(url, len(CONTENT))
    with pytest.raises(UploadGone):
        send(tus, url, 0)


def test_an_upload_of_another_length_is_not_ours(archive: FakeArchive, tus: TusClient) -> None:
    url = create(tus)
    with pytest.raises(UploadGone):
        tus.offset(url, len(CONTENT) + 1)


def test_damage_on_the_way_is_told(archive: FakeArchive, tus: TusClient) -> None:
    archive.switches.corrupt = 1
    with pytest.raises(HashMismatch):
        send(tus, create(tus, b"small"), 0, b"small")


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (400, Refused),
        (413, Refused),
        (422, HashMismatch),
        (460, HashMismatch),
        (412, Blocked),
        (415, Blocked),
        (418, RetryLater),
        (503, RetryLater),
    ],
)
def test_statuses_say_what_to_do(archive: FakeArchive, tus: TusClient, status: int, fault: type[Exception]) -> None:
    url = create(tus)
    archive.switches.answer_with = [(status, {})] * 3
    with pytest.raises(fault):
        tus.create(1, {})
    with pytest.raises(fault):
        tus.offset(url, len(CONTENT))
    with pytest.raises((fault, RetryLater)):  # who answers before it has read everything may be heard or not
        send(tus, url, 0)


def test_another_package_of_the_same_id_is_refused(archive: FakeArchive, tus: TusClient) -> None:
    create(tus)
    with pytest.raises(Refused):
        create(tus, b"something else")


def test_progress_never_runs_backwards_nor_past_the_end(archive: FakeArchive, tus: TusClient) -> None:
    told: list[int] = []
    tus.send_slice(create(tus), io.BytesIO(CONTENT), 0, len(CONTENT), told.append, lambda: False)
    assert told == sorted(told)
    assert told[0] == 0
    assert MIN_SLICE_BYTES // 2 < told[-1] <= MIN_SLICE_BYTES


def test_it_can_be_stopped_in_the_middle_and_goes_on_later(archive: FakeArchive, tus: TusClient) -> None:
    url, sent = create(tus), [0]
    with pytest.raises(Cancelled):
        tus.send_slice(url, io.BytesIO(CONTENT), 0, len(CONTENT), lambda count: sent.append(count), lambda: sent[-1] > 200_000)
    offset = tus.offset(url, len(CONTENT))
    assert 0 <= offset < MIN_SLICE_BYTES
    send_rest(tus, url, offset)
    assert archive.stored == {PACKAGE_ID: CONTENT}


def test_a_file_that_shrank_or_cannot_be_read_is_not_a_broken_link(archive: FakeArchive, tus: TusClient) -> None:
    url = create(tus)
    with pytest.raises(FileFault) as shrunk:
        tus.send_slice(url, io.BytesIO(CONTENT[:100_000]), 0, len(CONTENT), lambda sent: None, lambda: False)
    assert shrunk.value.code == "file-changed"

    class Unreadable(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(FileFault) as unreadable:
        tus.send_slice(url, Unreadable(), 0, len(CONTENT), lambda sent: None, lambda: False)
    assert unreadable.value.code == "file-unreadable"


def test_memory_does_not_grow_with_the_file(archive: FakeArchive, clock: FakeClock, tmp_path: Path) -> None:
    size_bytes = 40 * 1024 * 1024
    with (tmp_path / "sealed").open("wb") as file:
        file.truncate(size_bytes)

    class Draining:
        """Takes the body as the connection would, and keeps none of it."""

        def address(self, path: str, relative_to: str | None = None) -> str:
            return path

        def request(self, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: Any = None) -> Answer:
            taken = 0
            while block := body.read(16 * 1024):
                taken += len(block)
            assert headers is not None
            return Answer(204, {"Upload-Offset": str(int(headers["Upload-Offset"]) + taken)}, b"")

    client, offset = TusClient(Draining(), "uploads/", clock), 0
    tracemalloc.start()
    with (tmp_path / "sealed").open("rb") as file:
        while offset < size_bytes:
            offset = client.send_slice("u", file, offset, size_bytes, lambda sent: None, lambda: False)
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak_bytes < 2 * 1024 * 1024


@pytest.mark.parametrize(
    ("took_s", "wanted"), [(1.0, MAX_SLICE_BYTES), (10.0, 9 * MIN_SLICE_BYTES), (1000.0, MIN_SLICE_BYTES)], ids=["fast", "middling", "slow"]
)
def test_a_slice_is_ninety_seconds_of_the_measured_rate(clock: FakeClock, took_s: float, wanted: int) -> None:
    class Slow:
        def address(self, path: str, relative_to: str | None = None) -> str:
            return path

        def request(self, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: Any = None) -> Answer:
            clock.advance(took_s)
            return Answer(204, {"Upload-Offset": str(len(body))}, b"")

    client = TusClient(Slow(), "uploads/", clock, expected_bytes_per_s=SLOW_BYTES_PER_S)
    assert client.slice_bytes() == MIN_SLICE_BYTES
    client.send_slice("u", io.BytesIO(CONTENT), 0, len(CONTENT), lambda sent: None, lambda: False)
    assert client.slice_bytes() == wanted


def test_blocks_are_small_until_the_link_is_known_to_be_fast(clock: FakeClock) -> None:
    blocks: list[int] = []

    class Counting:
        took_s = 100.0

        def address(self, path: str, relative_to: str | None = None) -> str:
            return path

        def request(self, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: Any = None) -> Answer:
            blocks.append(max(len(block) for block in iter(lambda: body.read(16 * 1024), b"")))
            clock.advance(self.took_s)
            return Answer(204, {"Upload-Offset": str(len(body))}, b"")

    door = Counting()
    client = TusClient(door, "uploads/", clock)
    for took_s in (100.0, 0.1, 100.0, 100.0):
        door.took_s = took_s
        client.send_slice("u", io.BytesIO(CONTENT), 0, len(CONTENT), lambda sent: None, lambda: False)
    assert blocks == [8 * 1024, 8 * 1024, 16 * 1024, 8 * 1024]


@pytest.mark.parametrize("told", [None, "", "x", "-1", "0", "999999999999", "٣"])
def test_an_acknowledgement_that_makes_no_sense_is_not_believed(clock: FakeClock, told: str | None) -> None:
    class Odd:
        def address(self, path: str, relative_to: str | None = None) -> str:
            return path

        def request(self, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: Any = None) -> Answer:
            return Answer(204, {} if told is None else {"Upload-Offset": told}, b"")

    with pytest.raises(Blocked):
        TusClient(Odd(), "uploads/", clock).send_slice("u", io.BytesIO(b"abc"), 0, 3, lambda sent: None, lambda: False)

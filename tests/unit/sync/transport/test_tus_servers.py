"""The tus client at servers that are not our archive, and behind things that are in its way: what each answer makes it do."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pytest
from booth import SLOW_BYTES_PER_S
from foreign_door import ForeignDoor
from sync_clock import FakeClock

from sync.schedule import Cause
from sync.transport.door import ArchiveDoor
from sync.transport.faults import Blocked, OffsetConflict, Refused, RetryLater, SliceTooLarge, UploadGone
from sync.transport.session import Answer
from sync.transport.slices import MIN_SLICE_BYTES, SMALLEST_SLICE_BYTES
from sync.transport.tus import FIRST_BYTES, Abilities, TusClient, Upload

URL = "http://127.0.0.1:1080/files/"
KIB = 1024
FILE_BYTES = 8 * 1024 * KIB


class Scripted:
    """A session that gives prepared answers, takes every body in whole, and remembers what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.asked: list[tuple[str, str, dict[str, str], int]] = []
        self._answers = list(answers)

    def request(self, method: str, url: str, *, headers: Mapping[str, str], body: Any = None) -> Answer:
        taken = 0
        while body is not None and (block := body.read(16 * KIB)):
            taken += len(block)
        self.asked.append((method, url, dict(headers), taken))
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    @property
    def bodies(self) -> list[int]:
        return [taken for *_, taken in self.asked]


def answer(status: int, **headers: str) -> Answer:
    return Answer(status, {name.replace("_", "-"): value for name, value in headers.items()}, b"")


def client(session: Scripted, clock: FakeClock, **options: Any) -> TusClient:
    return TusClient(ForeignDoor(session, URL), URL, clock, **{"expected_bytes_per_s": SLOW_BYTES_PER_S, **options})  # type: ignore[arg-type]


def send(tus: TusClient, offset: int = 0, size_bytes: int = FILE_BYTES) -> int:
    return tus.send_slice(URL + "1", io.BytesIO(bytes(size_bytes)), offset, size_bytes, lambda sent: None, lambda: False)


# --- creation ---


@pytest.mark.parametrize("location", ["1", "/files/1", "http://127.0.0.1:1080/files/1", "../files/1"])
def test_an_address_may_be_relative(clock: FakeClock, location: str) -> None:
    session = Scripted(answer(201, Location=location))
    assert client(session, clock).create(7, {"filename": "a"}) == Upload(URL + "1", 0)


def test_small_packages_are_there_after_one_request(clock: FakeClock) -> None:
    session, told = Scripted(answer(201, Location="1", Upload_Offset="5")), []
    upload = client(session, clock).create_with_upload(5, {"part": "listen"}, io.BytesIO(b"abcde"), told.append, lambda: False)
    (method, url, headers, taken), *others = session.asked
    assert (upload, method, url, taken, others) == (Upload(URL + "1", 5), "POST", URL, 5, [])
    assert (headers["Upload-Length"], headers["Content-Type"]) == ("5", "application/offset+octet-stream")
    assert told[-1] == 5


def test_of_a_large_package_only_the_first_bytes_go_with_the_creation(clock: FakeClock) -> None:
    session = Scripted(answer(201, Location="1", Upload_Offset=str(FIRST_BYTES)))
    upload = client(session, clock).create_with_upload(FILE_BYTES, {}, io.BytesIO(bytes(FILE_BYTES)), lambda sent: None, lambda: False)
    assert (upload.offset_bytes, session.bodies) == (FIRST_BYTES, [FIRST_BYTES])


def test_a_server_that_took_nothing_with_the_creation_is_believed(clock: FakeClock) -> None:
    for created in (answer(201, Location="1"), answer(201, Location="1", Upload_Offset="0")):
        upload = client(Scripted(created), clock).create_with_upload(5, {}, io.BytesIO(b"abcde"), lambda sent: None, lambda: False)
        assert upload.offset_bytes == 0


def test_what_it_can_do_is_asked_for_only_when_wanted(clock: FakeClock) -> None:
    session = Scripted(answer(204, Tus_Extension="creation, termination,,checksum", Tus_Max_Size="1000"))
    assert client(session, clock).abilities() == Abilities(frozenset({"creation", "termination", "checksum"}), 1000)
    assert [method for method, *_ in session.asked] == ["OPTIONS"]
    assert client(Scripted(answer(200)), clock).abilities() == Abilities(frozenset(), None)


# --- data ---


@pytest.mark.parametrize("status", [200, 204])
def test_two_hundred_is_as_good_as_no_content(clock: FakeClock, status: int) -> None:
    assert send(client(Scripted(answer(status, Upload_Offset="9")), clock), 0, 9) == 9


@pytest.mark.parametrize("status", [403, 404, 410])
def test_an_upload_that_is_no_more_begins_anew(clock: FakeClock, status: int) -> None:
    tus = client(Scripted(answer(status)), clock)
    with pytest.raises(UploadGone):
        tus.offset(URL + "1", 9)
    with pytest.raises(UploadGone):
        send(tus)


@pytest.mark.parametrize("status", [408, 423, 425, 429, 500, 503])
def test_a_busy_server_is_waited_for_as_long_as_it_likes(clock: FakeClock, status: int) -> None:
    tus = client(Scripted(answer(status, Retry_After="9")), clock)
    for ask in (lambda: tus.offset(URL + "1", 9), lambda: send(tus), lambda: tus.create(9, {}), lambda: tus.terminate(URL + "1")):
        with pytest.raises(RetryLater) as fault:
            ask()
        assert (fault.value.code, fault.value.cause, fault.value.retry_after_s) == ("archive-busy", Cause.SERVER, 9)


def test_another_writer_was_there(clock: FakeClock) -> None:
    with pytest.raises(OffsetConflict):
        send(client(Scripted(answer(409)), clock))


def test_fixed_chunks_are_fixed_to_the_last_but_one(clock: FakeClock) -> None:
    chunk_bytes = 5 * 1024 * KIB
    session = Scripted(answer(204, Upload_Offset=str(chunk_bytes)), answer(204, Upload_Offset=str(FILE_BYTES)))
    tus = client(session, clock, chunk_bytes=chunk_bytes)
    assert send(tus, send(tus)) == FILE_BYTES
    assert session.bodies == [chunk_bytes, FILE_BYTES - chunk_bytes]


def test_what_is_too_large_for_a_proxy_comes_smaller_and_larger_again(clock: FakeClock) -> None:
    smaller = MIN_SLICE_BYTES // 2
    session = Scripted(answer(413), answer(204, Upload_Offset=str(smaller)), answer(204, Upload_Offset=str(smaller + MIN_SLICE_BYTES)))
    tus = client(session, clock)
    with pytest.raises(SliceTooLarge) as fault:
        send(tus)
    assert fault.value.cause is Cause.NETWORK
    send(tus, send(tus))
    assert session.bodies == [MIN_SLICE_BYTES, smaller, MIN_SLICE_BYTES]


def test_a_proxy_that_takes_nothing_at_all_is_for_people(clock: FakeClock) -> None:
    session = Scripted(answer(413))
    tus = client(session, clock)
    for _ in range(4):
        with pytest.raises(SliceTooLarge):
            send(tus)
    with pytest.raises(Blocked) as fault:
        send(tus)
    assert (fault.value.code, session.bodies[-1]) == ("protocol", SMALLEST_SLICE_BYTES)
    fixed = client(session, clock, chunk_bytes=MIN_SLICE_BYTES)
    with pytest.raises(Blocked):
        send(fixed)


def test_the_archives_own_413_means_the_package(clock: FakeClock) -> None:
    """Without the archive's name on it, it is somebody's in front of the archive."""
    for headers, fault in (({"X-Archive-Id": "ours"}, Refused), ({}, SliceTooLarge)):
        door = ArchiveDoor(Scripted(Answer(413, headers, b"")), URL, "ours", "token")  # type: ignore[arg-type]
        with pytest.raises(fault):
            send(TusClient(door, "", clock))


# --- cuts ---


class Cutting(Scripted):
    """Cuts every body; of each it keeps `kept` bytes."""

    def __init__(self, kept: int) -> None:
        super().__init__(answer(200))
        self._kept = kept
        self._held = 0

    def request(self, method: str, url: str, *, headers: Mapping[str, str], body: Any = None) -> Answer:
        super().request(method, url, headers=headers, body=body)
        if method == "HEAD":
            return answer(200, Upload_Offset=str(self._held))
        self._held += self._kept
        raise RetryLater("unreachable", "", Cause.NETWORK)


@pytest.mark.parametrize(("kept", "sizes"), [(0, [1024, 1024, 512, 512, 256, 256]), (100_000, [1024] * 6)])
def test_cuts_make_slices_smaller_only_where_they_cost_everything(clock: FakeClock, kept: int, sizes: list[int]) -> None:
    session = Cutting(kept)
    tus = client(session, clock)
    offset = 0
    for _ in sizes:
        with pytest.raises(RetryLater):
            send(tus, offset)
        offset = tus.offset(URL + "1", FILE_BYTES)
    assert [taken // KIB for taken in session.bodies if taken] == sizes


def test_the_rate_is_known_after_the_first_slice(clock: FakeClock) -> None:
    class Timed(Scripted):
        def request(self, method: str, url: str, *, headers: Mapping[str, str], body: Any = None) -> Answer:
            clock.advance(10)
            return super().request(method, url, headers=headers, body=body)

    tus = client(Timed(answer(204, Upload_Offset=str(MIN_SLICE_BYTES))), clock)
    assert tus.rate_bytes_per_s is None
    send(tus)
    assert tus.rate_bytes_per_s == MIN_SLICE_BYTES / 10


# --- termination ---


@pytest.mark.parametrize("status", [200, 204, 404, 410])
def test_an_upload_that_is_not_wanted_any_more_is_gone(clock: FakeClock, status: int) -> None:
    session = Scripted(answer(status))
    client(session, clock).terminate(URL + "1")
    assert [(method, url, headers) for method, url, headers, _ in session.asked] == [("DELETE", URL + "1", {"Tus-Resumable": "1.0.0"})]


@pytest.mark.parametrize("status", [400, 403, 405])
def test_one_that_the_server_keeps_is_told(clock: FakeClock, status: int) -> None:
    with pytest.raises(Refused):
        client(Scripted(answer(status)), clock).terminate(URL + "1")

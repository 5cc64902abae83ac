"""What the system says of a connection, held against what both ends of a real one did."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator

import pytest
from processes import poll

from sync.transport.tcp_facts import TcpFacts, forget_unsent, read_facts, retry_at_least_every, send_buffer_bytes

PATIENCE_S = 10


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    """A sender, and a reader whose buffer is small."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 16 * 1024)
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        with socket.create_connection(listener.getsockname()) as sender:
            reader, _ = listener.accept()
            with reader:
                yield sender, reader


def facts(connection: socket.socket) -> TcpFacts:
    found = read_facts(connection)
    assert found is not None
    return found


def send_endlessly(sender: socket.socket) -> None:
    for _ in range(10_000):
        sender.send(bytes(16 * 1024))


def read_to_the_end(reader: socket.socket) -> int:
    taken = 0
    while piece := reader.recv(65536):
        taken += len(piece)
    return taken


def test_the_sum_is_what_was_handed_over_and_one_for_the_beginning(ends: tuple[socket.socket, socket.socket]) -> None:
    sender, reader = ends
    sender.setblocking(False)
    handed = 0
    for _ in range(50):
        try:
            handed += sender.send(bytes(16 * 1024))
        except BlockingIOError:
            reader.recv(8 * 1024)
        found = facts(sender)
        assert found.acked_bytes + found.queued_bytes >= handed + 1
    settled = []

    def quiet() -> bool:
        settled[:] = [facts(sender), facts(sender)]
        return settled[0] == settled[1]

    assert poll(quiet, PATIENCE_S)
    assert settled[0].acked_bytes + settled[0].queued_bytes == handed + 1
    assert settled[0].queued_bytes > 0
    assert settled[0].round_trip_s < 1


def test_what_the_reader_takes_is_acknowledged_in_the_end(ends: tuple[socket.socket, socket.socket]) -> None:
    sender, reader = ends
    sender.sendall(b"x" * 5_000)
    taken = b""
    while len(taken) < 5_000:
        taken += reader.recv(5_000)
    assert poll(lambda: (facts(sender).acked_bytes, facts(sender).queued_bytes) == (5_001, 0), PATIENCE_S)
    assert facts(sender).delivered > 0


def test_of_a_closed_connection_nothing_is_known(ends: tuple[socket.socket, socket.socket]) -> None:
    sender, _ = ends
    sender.close()
    assert read_facts(sender) is None
    assert send_buffer_bytes(sender) == 0
    forget_unsent(sender)


@pytest.mark.parametrize(("seconds", "kept_ms"), [(0.0, 1_000), (4.5, 4_500), (1e9, 120_000)])
def test_how_seldom_tcp_tries_again_is_bounded_where_the_system_knows_how(
    ends: tuple[socket.socket, socket.socket], seconds: float, kept_ms: int
) -> None:
    retry_at_least_every(ends[0], seconds)
    try:
        assert ends[0].getsockopt(socket.IPPROTO_TCP, 44) == kept_ms
    except OSError:
        pytest.skip("a kernel before 6.15, where nothing is to happen")


def test_on_other_systems_nobody_is_asked(ends: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert read_facts(ends[0]) is None


def test_what_was_never_acknowledged_is_gone_with_its_connection(ends: tuple[socket.socket, socket.socket]) -> None:
    """The other end is told at once (RST), and what was still queued here is not sent after it."""
    sender, reader = ends
    sender.setblocking(False)
    with pytest.raises(BlockingIOError):
        send_endlessly(sender)
    forget_unsent(sender)
    assert struct.unpack("ii", sender.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)) == (1, 0)
    sender.close()
    with pytest.raises(ConnectionResetError):
        read_to_the_end(reader)

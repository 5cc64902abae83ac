"""Keeps the tests' own process on this machine: any connection or name look-up beyond loopback is refused and remembered."""

from __future__ import annotations

import ipaddress
import socket
import sys

# Names that RFC 6761 and RFC 2606 set aside never resolve: tests use them for an archive that is not there.
_NOWHERE = (".invalid", ".test", ".example", "example.com", "example.org", "example.net")


class OutsideConnection(RuntimeError):
    """Not an OSError, so that code which takes a lost link in its stride does not hide it."""


class OutsideGuard:
    """`attempts` holds what was refused since it was last cleared. Any thread."""

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def install(self) -> None:
        """For the rest of the process: audit hooks cannot be taken away."""
        sys.addaudithook(self._audit)

    def _audit(self, event: str, args: tuple[object, ...]) -> None:
        if event in ("socket.connect", "socket.sendto"):
            connection, address = args
            assert isinstance(connection, socket.socket)
            if connection.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple):
                self._check(event, str(address[0]), look_up=False)
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            host = args[0]
            self._check(event, host.decode() if isinstance(host, bytes) else str(host or ""), look_up=True)

    def _check(self, event: str, host: str, *, look_up: bool) -> None:
        if host in ("", "localhost", socket.gethostname()):
            return
        try:
            address = ipaddress.ip_address(host.partition("%")[0])
        except ValueError:
            if host.rstrip(".").endswith(_NOWHERE):
                raise socket.gaierror(socket.EAI_NONAME, "this name never resolves") from None
        else:
            if address.is_loopback or look_up:
                return
        self.attempts.append(f"{event} {host}")
        raise OutsideConnection(f"a test reached for {host}: only loopback is allowed")

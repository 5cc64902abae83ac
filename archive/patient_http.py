"""HTTP/1.1 for the archive's server: uvicorn's, with an end to its patience before a request has been said.

Uvicorn waits for ever for a request line and its headers, so a few thousand connections that say nothing would use up the
process's file descriptors. What comes after the headers is the doors' own business: they know how slow a body may be.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_S = 30.0


class PatientProtocol(HttpToolsProtocol):
    """One connection. Ends it when the head of a request takes longer than `HEAD_S`, counted from the connection or its first byte."""

    _head_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._head_is_here()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._expect_head()

    def on_headers_complete(self) -> None:
        self._head_is_here()
        super().on_headers_complete()

    def _expect_head(self) -> None:
        if self._head_timer is None:
            self._head_timer = self.loop.call_later(HEAD_S, self._lose_patience)

    def _head_is_here(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _lose_patience(self) -> None:
        self._head_timer = None
        if self.cycle is not None and not self.cycle.response_complete:
            # The beginning of a pipelined request; nothing is read before the one in front of it is answered.
            self._expect_head()
        elif not self.transport.is_closing():
            self.transport.close()

"""A question on a second connection while the first is silent: is there a way to the archive at all?"""

from __future__ import annotations

import threading
from collections.abc import Callable

from sync.contract.faults import Fault
from sync.schedule import Cause
from sync.transport.door import Session
from sync.transport.faults import RetryLater

# The first packet of a connection is sent again every second for about so long, and then ever more seldom: with a new connection in
# time a way that opens is found within a second. Where round trips take longer, so may the question.
_PATIENCE_S = 4.0
_PATIENCE_ROUND_TRIPS = 3


class SecondConnection:
    """Keeps `passage.Probe`'s promises over a session beside `session`: its own thread, connection and way through a proxy.

    `ping` sends one small request on the session it is given, and raises a Fault if no good answer comes. Any answer at all, a
    refusal or somebody else's, says that there is a way; what it is worth is found out by whoever asks the archive next.
    """

    def __init__(self, session: Session, ping: Callable[[Session], None]) -> None:
        self._session = session
        self._ping = ping
        self._question: _Question | None = None

    @property
    def answered(self) -> bool:
        return self._question is not None and self._question.answered()

    def ask(self, round_trip_s: float) -> bool:
        if self._question is not None and self._question.runs():
            return False
        self.leave()
        patience_s = max(_PATIENCE_S, _PATIENCE_ROUND_TRIPS * round_trip_s)
        self._question = _Question(self._session.second(patience_s), self._ping)
        return True

    def wait(self, seconds: float) -> bool:
        return self._question is None or self._question.wait(seconds)

    def switch(self) -> bool:
        proven = False
        if self._question is not None and (session := self._question.take()) is not None:
            self._session.go_on_with(session)
            proven = self._question.proven()
        self._question = None
        return proven

    def leave(self) -> None:
        if self._question is not None:
            self._question.leave()
        self._question = None


class _Question:
    """One question on a thread of its own, which ends by the session's own time-outs. Whoever is last to need the session closes it."""

    def __init__(self, session: Session, ping: Callable[[Session], None]) -> None:
        self._session: Session | None = session
        self._lock = threading.Lock()
        self._left = False
        self._answer: bool | None = None
        self._proven = False
        self._bug: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(session, ping), name="stall probe", daemon=True)
        self._thread.start()

    def runs(self) -> bool:
        with self._lock:
            return self._answer is None

    def wait(self, seconds: float) -> bool:
        self._thread.join(seconds)
        return not self.runs()

    def answered(self) -> bool:
        """Raises what was no Fault: a bug of ours must reach the top."""
        with self._lock:
            if self._bug is not None:
                raise self._bug
            return bool(self._answer)

    def proven(self) -> bool:
        with self._lock:
            return self._proven

    def take(self) -> Session | None:
        """The session, if it was answered on; the caller closes it."""
        with self._lock:
            session = self._session if self._answer else None
            if session is not None:
                self._session = None
            return session

    def leave(self) -> None:
        with self._lock:
            self._left = True
            if self._answer is not None:
                self._close()

    def _run(self, session: Session, ping: Callable[[Session], None]) -> None:
        answer, proven, bug = False, False, None
        try:
            ping(session)
            answer = proven = True
        except RetryLater as fault:
            answer = fault.cause is not Cause.NETWORK
        except Fault:
            answer = True
        except Exception as error:  # noqa: BLE001 -- raised again by `answered`, on the thread that sends
            bug = error
        with self._lock:
            self._answer, self._proven, self._bug = answer, proven, bug
            if self._left:
                self._close()

    def _close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None

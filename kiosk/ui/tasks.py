"""The one way from the window to another thread and back.

`Tasks.run` runs a callable in a worker thread; `Relay` brings values from any thread. Whatever they deliver arrives on the window's
thread, and never at a widget that is already gone. A failure that is not a Fault is our bug: it is raised on the window's thread,
where the top level sees it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from sync.contract.faults import Fault

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")


class _Post(QObject):
    """Lives on the window's thread; its signal may be emitted from any."""

    posted = Signal(object)

    def __init__(self, receive: Callable[[Any], None]) -> None:
        # The application owns it, so that it never dies on the thread that happens to drop the last Python reference.
        super().__init__(QCoreApplication.instance())
        self._receive = receive
        self.posted.connect(self._arrive, Qt.ConnectionType.QueuedConnection)

    def _arrive(self, value: Any) -> None:
        self._receive(value)


class Relay(Generic[T]):
    """A function that any thread may call; `receive` is called with its argument on the thread that made the Relay.

    Values keep their order. Nothing is delivered once `owner` has been destroyed or `close` was called; calls are harmless then.
    Make it and close it on the window's thread.
    """

    def __init__(self, owner: QObject, receive: Callable[[T], None]) -> None:
        self._owner = owner
        self._receive = receive
        self._lock = threading.Lock()
        self._post: _Post | None = _Post(self._deliver)

    def __call__(self, value: T) -> None:
        with self._lock:
            if self._post is not None:
                self._post.posted.emit(value)

    def close(self) -> None:
        with self._lock:
            post, self._post = self._post, None
        if post is not None:
            post.deleteLater()

    def _deliver(self, value: T) -> None:
        if self._post is not None and isValid(self._owner):
            self._receive(value)


class Tasks:
    """A few worker threads. Make, use and close it on the window's thread."""

    def __init__(self, workers: int = 2) -> None:
        self._workers = workers
        self._pool: ThreadPoolExecutor | None = None
        self._home = QObject()
        self._running: set[Relay[Any]] = set()

    @property
    def busy(self) -> bool:
        """Whether anything still runs or waits to be delivered."""
        return bool(self._running)

    def run(
        self,
        work: Callable[[], T],
        *,
        owner: QObject,
        done: Callable[[T], None],
        failed: Callable[[Fault], None],
    ) -> None:
        """Calls `work` in a worker thread, then exactly one of `done` and `failed` on this one, unless `owner` is gone by then."""

        def deliver(future: Future[T]) -> None:
            self._running.discard(relay)
            relay.close()
            if not isValid(owner):
                return
            error = future.exception()
            if error is None:
                done(future.result())
            elif isinstance(error, Fault):
                failed(error)
            else:
                raise error

        # A task whose widget is gone must still leave the set, so the relay belongs to no widget.
        relay: Relay[Future[T]] = Relay(self._home, deliver)
        self._running.add(relay)
        self._threads().submit(work).add_done_callback(relay)

    def close(self) -> None:
        """Waits for what runs; what only waited is not begun, and nothing is delivered any more."""
        for relay in self._running:
            relay.close()
        self._running.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _threads(self) -> ThreadPoolExecutor:
        if self._pool is None:
            # Made, and loaded, for the first task: the first paint needs none.
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(self._workers, thread_name_prefix="kiosk-task")
        return self._pool

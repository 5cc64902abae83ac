"""SIGTERM and SIGINT end the event loop. Python's own handler would only run when the loop next enters Python."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QCoreApplication, QSocketNotifier

_NUMBERS = (signal.SIGTERM, signal.SIGINT)


class EndingOnSignals:
    """From its making until `close`. Main thread only, and with the application there."""

    def __init__(self, application: QCoreApplication) -> None:
        self._reading, self._writing = socket.socketpair()
        for end in (self._reading, self._writing):
            end.setblocking(False)
        self._before = {number: signal.signal(number, lambda *_: None) for number in _NUMBERS}
        self._before_fd = signal.set_wakeup_fd(self._writing.fileno())
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read)
        # Not `quit`: that would ask the window to close, which a locked window refuses.
        self._notifier.activated.connect(lambda: application.exit(0))

    def close(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reading.close()
        self._writing.close()

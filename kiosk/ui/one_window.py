"""One window per data folder: a second start brings the first window to the front.

They meet at a socket of the local machine inside the data folder (on Windows a named pipe), which only this account can open. Nothing
is said over it: to knock is the whole message.
"""

from __future__ import annotations

import hashlib
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

SOCKET_FILE = "kiosk.socket"
_KNOCK_MS = 2_000
# A Unix socket's path has at most 107 bytes, on macOS 103.
_LONGEST_PATH_BYTES = 100

log = logging.getLogger("kiosk")


class FirstWindow(QObject):
    """Listens from its making until `close`. The caller holds the lock of the data folder. Window's thread."""

    knocked = Signal()
    """Somebody started the program again: show the window."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(data_dir)
        if name is None:
            log.info("the data folder's path is too long for a second start to bring this window to the front")
            return
        # Left by a window that was killed; the lock says that no other one lives.
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            log.info("a second start cannot bring this window to the front: %s", self._server.serverError().name)

    def close(self) -> None:
        self._server.close()

    def _answer(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
            self.knocked.emit()


def knock(data_dir: Path) -> bool:
    """Asks the window that runs on this folder to show itself. False where it does not answer. Needs no application."""
    name = _name(data_dir)
    if name is None:
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    heard = socket.waitForConnected(_KNOCK_MS)
    socket.abort()
    return heard


def _name(data_dir: Path) -> str | None:
    """None where the path is too long for a socket."""
    if sys.platform == "win32":
        return "i-defend-rights-" + hashlib.sha256(str(data_dir.resolve()).encode()).hexdigest()[:32]
    path = str(data_dir.resolve() / SOCKET_FILE)
    return path if len(path.encode()) <= _LONGEST_PATH_BYTES else None

"""The measured process of `first_paint.py`: `kiosk` is the program as it is, `empty` a bare window; both with their event loop watched.

Imports nothing but PySide6 and, for `kiosk`, the program: what else came in here would be measured with both.
"""

from __future__ import annotations

import sys
import time

if sys.argv[1] == "kiosk":
    # As the program does it: before Qt. Not in the other process, which must not pay for it.
    from kiosk import __main__ as program

    program.get_ready()

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Prints the time at which the first frame was done, and ends the program."""

    def __init__(self) -> None:
        super().__init__()
        self._seen = False
        # Not on the application: every event of every widget would pass through here, and that would be measured too.
        for window in QApplication.topLevelWidgets():
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            # Delivered as soon as the event that paints the whole window has been dealt with.
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, event: QEvent) -> None:
        print(time.monotonic(), flush=True)
        QApplication.exit(0)


def main(which: str) -> int:
    loop = QApplication.exec
    watchers = []

    def watched_loop(*_: object) -> int:
        watchers.append(FirstPaint())
        return loop()

    QApplication.exec = watched_loop
    if which == "kiosk":
        del sys.argv[1:]
        return program.main()
    application = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

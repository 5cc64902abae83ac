"""Every state of the page of finished stories and of its stick, one after the other, in the window of `kiosk_window`."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from courier_child import CourierChild, progress
from every_page import settle
from kiosk_window import PIN, KioskWindow
from outbox_samples import many, some_of_everything, status
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui.removable import Stick
from kiosk.ui.staff.outbox_page import OutboxPage
from sync.link import LinkState

STICKS = [Stick("KINGSTON 32", Path("/media/kingston"), 28_400_000_000), Stick("Zahra's stick", Path("/media/zahra"), 120_000_000)]


class OutboxOnShow:
    """Opens the page with the PIN. `show` puts a status on it, as if it had been read."""

    def __init__(self, kiosk: KioskWindow, qtbot: QtBot) -> None:
        self.kiosk = kiosk
        self._qtbot = qtbot
        self.child = CourierChild(kiosk.config.data_dir)
        kiosk.shell.open_staff()
        self.settle()
        for digit in PIN:
            kiosk.press(f"pin-{digit}")
        kiosk.press("pin-enter")
        self._qtbot.waitUntil(lambda: "door-outbox" in kiosk.visible(), timeout=20_000)

    @property
    def page(self) -> OutboxPage:
        pages = self.kiosk.shell.staff_door.pages
        assert pages is not None
        return pages.outbox

    def show(self, **wanted: object) -> None:
        self.kiosk.status = status(*wanted.pop("stories", ()), **wanted)  # type: ignore[arg-type,misc]
        self.press("door-outbox")

    def press(self, identifier: str) -> None:
        self.kiosk.press(identifier)
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.kiosk.shell.tasks.busy, timeout=20_000)
        settle()


def outbox_states(on_show: OutboxOnShow, links: Iterable[LinkState] = LinkState) -> Iterator[tuple[str, QWidget]]:
    """A name, and the window."""
    shell = on_show.kiosk.shell
    on_show.show(worker_running=True)
    yield "outbox empty", shell
    on_show.show(stories=some_of_everything())
    yield "outbox of everything", shell
    on_show.show(stories=many(200), withdrawals_waiting=2)
    yield "outbox of many", shell
    for state in links:
        on_show.show(stories=many(3), link=state, next_try_at_s=time.time() + 290)
        yield f"outbox {state}", shell
    on_show.show(stories=many(3), enrolled=False)
    yield "outbox not enrolled", shell
    on_show.show(stories=many(3), worker_running=False)
    yield "outbox without a worker", shell
    on_show.show(stories=many(3), fault="enrolment-file")
    yield "outbox with a damaged enrolment", shell
    yield from _stick(on_show)


def _stick(on_show: OutboxOnShow) -> Iterator[tuple[str, QWidget]]:
    kiosk, shell, child = on_show.kiosk, on_show.kiosk.shell, on_show.child
    on_show.show(stories=many(3))
    kiosk.sticks = []
    on_show.press("outbox-export")
    yield "stick missing", shell
    on_show.press("stick-back")
    kiosk.sticks = list(STICKS)
    on_show.press("outbox-export")
    yield "stick to choose", shell
    child.plan(before=(progress(4_000_000, 28_000_000),), waits=True, stories=3, packages=6, size_bytes=28_000_000)
    kiosk.press("stick-1")
    on_show._qtbot.waitUntil(lambda: bool(on_show.page.stick.amount.text()), timeout=20_000)
    settle()
    yield "stick copying", shell
    child.go()
    on_show.settle()
    yield "stick copied", shell
    child.plan(ok=False, error="file-too-large", sentence="A story is too large for the stick.")
    on_show.press("stick-again")
    on_show.press("stick-2")
    yield "stick refused", shell
    on_show.press("stick-back")
    on_show.press("outbox-receipts")
    yield "stick with receipts to choose", shell
    child.plan(confirmed=4, already=2, foreign=1, refused=1)
    on_show.press("stick-1")
    yield "stick with receipts read", shell
    on_show.press("stick-back")

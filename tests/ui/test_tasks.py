"""Worker threads deliver on the window's thread, and only to who is still there."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kiosk.errors import DiskFull
from kiosk.ui.tasks import Relay, Tasks
from sync.contract.faults import Fault


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def unexpected(value: object) -> None:
    raise AssertionError(value)


def test_success_arrives_on_this_thread(tasks: Tasks, qtbot: QtBot) -> None:
    arrived: list[tuple[str, threading.Thread]] = []
    work_thread: list[threading.Thread] = []

    def work() -> str:
        work_thread.append(threading.current_thread())
        return "done"

    owner = QObject()
    tasks.run(work, owner=owner, done=lambda value: arrived.append((value, threading.current_thread())), failed=unexpected)
    assert tasks.busy
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [("done", threading.main_thread())]
    assert work_thread[0] is not threading.main_thread()
    assert not tasks.busy


def test_a_fault_arrives_as_a_fault(tasks: Tasks, qtbot: QtBot) -> None:
    faults: list[Fault] = []

    def work() -> None:
        raise DiskFull

    owner = QObject()
    tasks.run(work, owner=owner, done=unexpected, failed=faults.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert faults[0].code == "disk-full"


def test_our_own_bug_reaches_the_top(tasks: Tasks, qtbot: QtBot) -> None:
    def work() -> None:
        raise ZeroDivisionError

    owner = QObject()
    with qtbot.captureExceptions() as caught:
        tasks.run(work, owner=owner, done=unexpected, failed=unexpected)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_nothing_is_delivered_to_a_widget_that_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    let_go = threading.Event()
    owner = QObject()
    tasks.run(lambda: let_go.wait(10), owner=owner, done=unexpected, failed=unexpected)
    delete(owner)
    let_go.set()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_closing_waits_for_what_runs_and_delivers_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    tasks = Tasks()
    began, finished = threading.Event(), threading.Event()

    def work() -> None:
        began.set()
        finished.wait(0.2)
        finished.set()

    owner = QObject()
    tasks.run(work, owner=owner, done=unexpected, failed=unexpected)
    assert began.wait(10)
    tasks.close()
    assert finished.is_set()
    qapp.processEvents()


def test_a_relay_keeps_the_order_of_another_thread(qapp: QApplication, qtbot: QtBot) -> None:
    arrived: list[int] = []
    owner = QObject()
    relay: Relay[int] = Relay(owner, arrived.append)
    thread = threading.Thread(target=lambda: [relay(number) for number in range(100)])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(arrived) == 100)
    assert arrived == list(range(100))
    relay(100)
    relay.close()
    relay(101)
    qapp.processEvents()
    assert len(arrived) == 100

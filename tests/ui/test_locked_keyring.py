"""A keyring that is locked when the window opens: the window stays alive, and begins once staff have unlocked it."""

from __future__ import annotations

import threading
from functools import partial

from kiosk_window import KioskWindow, OpenKiosk
from pytestqt.qtbot import QtBot

from kiosk.errors import KeyFault


class Keyring:
    """`answers` are what it gives, one after the other, and the last one for ever."""

    def __init__(self, *answers: KeyFault | None) -> None:
        self._answers = list(answers)
        self.asked_on: list[str] = []
        self.let_through = threading.Event()
        self.let_through.set()

    def __call__(self) -> None:
        assert self.let_through.wait(30)
        self.asked_on.append(threading.current_thread().name)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if answer is not None:
            raise answer


LOCKED = KeyFault("keyring-locked", "The keyring of this device is locked or refuses. Please call staff.")


def asked(kiosk: KioskWindow, keyring: Keyring, tries: int) -> bool:
    return len(keyring.asked_on) == tries and kiosk.find("start").isEnabled()


def said(kiosk: KioskWindow) -> str:
    return kiosk.find("notice").accessibleName()


def test_it_is_never_asked_on_the_windows_thread(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    keyring = Keyring(LOCKED)
    kiosk = open_kiosk(prepare=keyring)
    assert said(kiosk)
    for tries in (2, 3):
        kiosk.press("start")
        qtbot.waitUntil(partial(asked, kiosk, keyring, tries))
        assert kiosk.page == "start"
        assert said(kiosk)
    assert all(name.startswith("kiosk-task") for name in keyring.asked_on)
    assert kiosk.draft_ids() == []


def test_a_visit_begins_by_the_first_touch_after_it_was_unlocked(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    keyring = Keyring(LOCKED, None)
    kiosk = open_kiosk(prepare=keyring)
    keyring.let_through.clear()
    kiosk.press("start")
    assert not kiosk.find("start").isEnabled()
    keyring.let_through.set()
    qtbot.waitUntil(lambda: kiosk.page == "about")
    kiosk.press("leave")
    kiosk.press("start")
    assert kiosk.page == "about"
    assert len(keyring.asked_on) == 2


def test_who_has_gone_to_another_page_meanwhile_is_left_there(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    keyring = Keyring(LOCKED, None)
    kiosk = open_kiosk(prepare=keyring)
    keyring.let_through.clear()
    kiosk.press("start")
    kiosk.press("help")
    keyring.let_through.set()
    qtbot.waitUntil(lambda: not kiosk.shell.tasks.busy)
    assert kiosk.page == "how-to"
    assert kiosk.draft_ids() == []
    kiosk.press("return")
    kiosk.press("start")
    assert kiosk.page == "about"

"""What is said, chosen or gone wrong at an awkward moment is neither lost nor kept without a word."""

from __future__ import annotations

import pytest
from kiosk_window import WITHDRAWAL_CODE, KioskWindow
from pytestqt.qtbot import QtBot

from kiosk.errors import DiskFull, KeyFault, StorageFault
from kiosk.ui.screens.check import CheckScreen
from kiosk.ui.visit import begin_visit


def record(kiosk: KioskWindow, qtbot: QtBot, said_ms: int) -> None:
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(said_ms)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())


@pytest.fixture
def at_check(kiosk: KioskWindow, qtbot: QtBot) -> KioskWindow:
    """One answer of two seconds, no name, everything chosen."""
    kiosk.begin()
    kiosk.press("continue")
    record(kiosk, qtbot, 2_000)
    kiosk.press("keep")
    for press in ("continue", "skip", "skip", "continue", "name-none", "continue", "no-name-said", "continue", "voice-own"):
        kiosk.press(press)
    for press in ("continue", "use-online", "continue", "continue", "understood-2", "continue"):
        kiosk.press(press)
    assert kiosk.page == "check"
    return kiosk


def sent(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.press("send")
    qtbot.waitUntil(lambda: kiosk.page == "sent")


def test_a_recording_that_she_has_not_decided_about_is_asked_about_before_send(at_check: KioskWindow, qtbot: QtBot) -> None:
    """She told the answer anew and went back without keeping it: the new one would be gone, and the old one sent."""
    at_check.press("change-prompt-1")
    at_check.press("rerecord")
    record(at_check, qtbot, 4_000)
    at_check.press("back")
    assert at_check.page == "check"
    at_check.press("send")
    assert at_check.page == "prompt-1"
    at_check.press("keep")
    at_check.press("continue")
    assert at_check.page == "name-check"
    at_check.press("no-name-said")
    at_check.press("continue")
    sent(at_check, qtbot)
    assert at_check.sent[0].answers["why"].duration_ms == 4_000


def test_a_recording_from_before_a_crash_is_asked_about_before_send(at_check: KioskWindow, qtbot: QtBot) -> None:
    at_check.press("change-prompt-2")
    record(at_check, qtbot, 3_000)
    at_check.press("back")
    assert at_check.shell.visit is not None
    draft_id = at_check.shell.visit.visit.draft.draft_id
    at_check.shell.conductor.close()  # type: ignore[union-attr]
    at_check.shell._end(None)
    at_check.shell._resume(draft_id)
    qtbot.waitUntil(lambda: at_check.page == "check")
    at_check.press("send")
    assert at_check.page == "prompt-2"
    qtbot.waitUntil(lambda: at_check.find("keep").isEnabled())
    at_check.press("keep")
    assert at_check.session.answers["challenge"].duration_ms == 3_000


def test_send_is_heard_once(at_check: KioskWindow, qtbot: QtBot) -> None:
    check = at_check.shell.current
    assert isinstance(check, CheckScreen)
    check.send_asked.emit()
    check.send_asked.emit()
    qtbot.waitUntil(lambda: at_check.page == "sent")
    qtbot.waitUntil(lambda: not at_check.shell.tasks.busy)
    assert len(at_check.sent) == 1


def test_a_question_about_leaving_ends_with_send(at_check: KioskWindow, qtbot: QtBot) -> None:
    at_check.press("leave")
    assert "leave-confirm" in at_check.visible()
    check = at_check.shell.current
    assert isinstance(check, CheckScreen)
    check.finish()
    assert "leave-confirm" not in at_check.visible()
    qtbot.waitUntil(lambda: at_check.page == "sent")


@pytest.mark.allow_logs("kiosk.ui")
def test_the_code_is_shown_whatever_else_cannot_be_read(at_check: KioskWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The story is sent: a disk that fails right then must not cost her the only way to take it back."""

    def refuse() -> bool:
        raise OSError("Input/output error")

    assert at_check.shell.conductor is not None
    monkeypatch.setattr(at_check.shell.conductor._walk, "waiting_for_internet", refuse)
    sent(at_check, qtbot)
    assert at_check.find("receipt-code").accessibleName().replace(" ", "") == WITHDRAWAL_CODE


def test_a_fault_behind_another_page_is_told_on_her_own(kiosk: KioskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    kiosk.press("start")
    assert kiosk.shell.visit is not None

    def refuse(record: object) -> None:
        raise DiskFull

    monkeypatch.setattr(kiosk.shell.visit.visit.draft, "save_session", refuse)
    kiosk.press("language")
    kiosk.press("language-es")
    assert kiosk.page == "about"
    assert kiosk.find("notice").accessibleName()


@pytest.mark.allow_logs("kiosk.ui")
def test_who_leaves_a_broken_disk_is_not_told_that_her_words_are_safe(kiosk: KioskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """She has just asked for them to be deleted."""
    kiosk.press("start")

    def refuse(draft_id: str) -> None:
        raise StorageFault("storage", "no")

    monkeypatch.setattr(kiosk.drafts, "delete", refuse)
    kiosk.press("leave")
    assert kiosk.page == "start"
    told = kiosk.find("notice").accessibleName()
    assert "disk" in told
    assert "safe" not in told


@pytest.mark.parametrize("fault", [KeyFault("keyring-locked", "no"), DiskFull()])
def test_a_visit_that_cannot_begin_leaves_no_draft(kiosk: KioskWindow, monkeypatch: pytest.MonkeyPatch, fault: KeyFault | DiskFull) -> None:
    def refuse(*_: object) -> bytes:
        raise fault

    if isinstance(fault, KeyFault):
        monkeypatch.setattr(kiosk.keys, "create", refuse)
    else:
        monkeypatch.setattr("kiosk.drafts.store.Draft.save_session", refuse)
    kiosk.press("start")
    assert kiosk.page == "start"
    assert kiosk.draft_ids() == []
    assert kiosk.keys.held() == set()


def test_staff_hear_that_a_story_cannot_be_taken_up_any_more(kiosk: KioskWindow) -> None:
    visit = begin_visit(kiosk.drafts, kiosk.keys, "en")
    kiosk.keys.destroy(visit.draft.draft_id)
    kiosk.shell._resume(visit.draft.draft_id)
    assert kiosk.page == "start"
    assert kiosk.find("notice").accessibleName()

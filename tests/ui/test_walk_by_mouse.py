"""From Start to the thank-you, pressed; what is sent is what was said and chosen."""

from __future__ import annotations

from pathlib import Path

from kiosk_window import WITHDRAWAL_CODE, KioskWindow, OpenKiosk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from whole_walk import pages

from kiosk.errors import DiskFull
from kiosk.story.session import Question
from kiosk.story.texts import CONSENT_TEXT_IDS
from sync.contract.story import IdentityKind, Use, Voice


def test_the_whole_walk(open_kiosk: OpenKiosk, photo_folder: Path, qtbot: QtBot) -> None:
    kiosk: KioskWindow = open_kiosk(photo_folder=photo_folder)
    seen = []
    for page in pages(kiosk, qtbot):
        seen.append(page)
        if page == "sent":
            code = kiosk.find("receipt-code")
            assert isinstance(code, QLabel)
            assert code.text().replace(" ", "") == WITHDRAWAL_CODE
    assert len(seen) == len(set(seen))
    assert kiosk.page == "start"
    (session,) = kiosk.sent
    assert session.answers["why"].duration_ms == session.answers["challenge"].duration_ms == 3_000
    assert session.answers["inspiration"].skipped
    assert session.identity is not None
    assert session.identity.kind is IdentityKind.NONE
    assert (session.voice, session.uses, len(session.photos)) == (Voice.OWN, {Use.ONLINE}, 1)
    assert set(session.texts) == set(CONSENT_TEXT_IDS) - {"understood-archive"}
    assert set(session.text_languages.values()) == {"en"}
    assert (session.own_wish, session.adult, session.understood) == (True, True, Question.PUBLIC)
    assert session.texts["about"] == kiosk.shell.languages.words.texts.text_hash("about")
    assert not session.heard_aloud
    assert kiosk.draft_ids() == []


def test_a_click_on_the_button_begins(kiosk: KioskWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(kiosk.find("start"), Qt.MouseButton.LeftButton)
    assert kiosk.page == "about"


def test_a_story_that_cannot_be_saved_is_not_thanked_for(open_kiosk: OpenKiosk, photo_folder: Path, qtbot: QtBot) -> None:
    kiosk: KioskWindow = open_kiosk(photo_folder=photo_folder)
    assert next(page for page in pages(kiosk, qtbot) if page == "check")
    kiosk.send_fault = DiskFull()
    kiosk.press("send")
    qtbot.waitUntil(lambda: "notice" in kiosk.visible() and kiosk.find("send").isEnabled())
    assert kiosk.page == "check"
    assert kiosk.find("notice").accessibleName() == DiskFull().sentence
    assert len(kiosk.draft_ids()) == 1
    kiosk.send_fault = None
    kiosk.press("send")
    qtbot.waitUntil(lambda: kiosk.page == "sent")


def test_a_bug_while_sending_does_not_lock_her_in(open_kiosk: OpenKiosk, photo_folder: Path, qtbot: QtBot) -> None:
    kiosk: KioskWindow = open_kiosk(photo_folder=photo_folder)
    assert next(page for page in pages(kiosk, qtbot) if page == "check")
    kiosk.send_bug = RuntimeError("a bug")
    with qtbot.captureExceptions() as raised:
        kiosk.press("send")
        qtbot.waitUntil(lambda: bool(raised) and kiosk.find("send").isEnabled())
    assert [kind for kind, _, _ in raised] == [RuntimeError]
    assert "notice" in kiosk.visible()
    assert kiosk.find("leave").isEnabled()
    kiosk.send_bug = None
    kiosk.press("send")
    qtbot.waitUntil(lambda: kiosk.page == "sent")


def test_going_back_keeps_every_answer(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(2_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    kiosk.press("keep")
    for page in ("microphone", "age", "own-will", "about"):
        kiosk.press("back")
        assert kiosk.page == page
        assert kiosk.session.answers["why"].duration_ms == 2_000
    kiosk.press("back")
    assert kiosk.page == "about"
    kiosk.press("leave-cancel")
    assert kiosk.session.answers["why"].duration_ms == 2_000
    kiosk.press("back")
    kiosk.press("leave-confirm")
    assert kiosk.page == "start"


def test_what_she_says_is_in_the_draft_before_she_goes_on(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    for press in ("continue", "skip"):
        kiosk.press(press)
    assert kiosk.shell.visit is not None
    record = kiosk.shell.visit.visit.draft.load_session()
    assert record is not None
    assert record["answers"]["why"]["skipped"]
    assert record["page"] == "prompt-2"

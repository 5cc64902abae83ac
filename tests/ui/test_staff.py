"""The staff side: the PIN before everything, then what staff need, on real PIN files and states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import pytest
from choice_stage import HEIGHT_PX, LANGUAGES, WIDTH_PX, Stage, find, open_stage, press, type_key
from fake_recorder import FakeRecorder
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from kiosk.audio.clip_file import is_clip
from kiosk.courier import Exported, ReceiptsRead
from kiosk.drafts.passphrase_kek import WrongPassphrase
from kiosk.drafts.store import DraftStore
from kiosk.resources import RESOURCES
from kiosk.staff import health
from kiosk.staff.pin import FIRST_WAIT_S, Cost, StaffPin
from kiosk.staff.unfinished import UnfinishedStory
from kiosk.staff.voice_store import VoiceStore
from kiosk.ui import theme
from kiosk.ui.staff.actions import Microphones, StaffActions
from kiosk.ui.staff.pages import StaffPages
from kiosk.ui.staff.voice_booth import VoiceBooth
from sync.contract.enrolment import Enrolment, encode_enrolment
from sync.contract.faults import EnvironmentFault
from sync.status import PlainState, Status, StoryStatus

PIN = "271828"
OTHER_PIN = "314159"
FINGERPRINT = "01234 56789 11111 22222 33333 44444"
CODE = encode_enrolment(Enrolment("https://archive.example", "token", 2_000_000_000, (), "ab" * 32, ("age1" + "q" * 58,)))


@dataclass
class Laptop:
    """What the staff side is given, in the test's hands."""

    folder: Path
    now_s: float = 1_000.0
    status: Status = field(default_factory=lambda: status_of())
    enrolled: list[str] = field(default_factory=list)
    enrol_fault: EnvironmentFault | None = None
    microphone: str | None = None
    sends: int = 0
    unfinished: list[UnfinishedStory] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.drafts = DraftStore(self.folder / "drafts.sqlite3")
        self.pin = StaffPin(self.folder / "staff.json", lambda: self.now_s, Cost(opslimit=1, memlimit_bytes=8192))

    def actions(self) -> StaffActions:
        return StaffActions(
            pin=self.pin,
            health=lambda: [health.disk(90 * 10**9), health.microphones((), None)],
            status=lambda: self.status,
            enrol=self._enrol,
            microphones=lambda: Microphones(["Built-in", "USB"], self.microphone),
            choose_microphone=lambda name: setattr(self, "microphone", name),
            send_now=lambda: setattr(self, "sends", self.sends + 1),
            sticks=list,
            export=lambda folder, on_progress, stopped: Exported(0, 0, 0),
            import_receipts=lambda folder, stopped: ReceiptsRead(0, 0, 0, 0),
            unfinished=lambda: list(self.unfinished),
            delete_unfinished=lambda draft_id: self.unfinished.remove(next(s for s in self.unfinished if s.draft_id == draft_id)),
        )

    def booth(self, stage: Stage) -> VoiceBooth:
        """Nobody records here (see test_staff_voices)."""
        store = VoiceStore(self.folder / "voices", RESOURCES / "voices", is_clip)
        return VoiceBooth(
            RESOURCES, store, stage.speaker, self.drafts, partial(FakeRecorder, self.folder), lambda: self.now_s, lambda: False
        )

    def _enrol(self, code: str) -> None:
        if self.enrol_fault is not None:
            raise self.enrol_fault
        self.enrolled.append(code)


def status_of(*stories: StoryStatus) -> Status:
    return Status(True, "https://archive.example", FINGERPRINT, None, True, None, {}, 0, (), stories=stories)


def story(group: str, state: PlainState) -> StoryStatus:
    return StoryStatus(group, state, 4_000_000, 1_000_000, False, None, None, None)


@pytest.fixture(params=LANGUAGES)
def stage(request: pytest.FixtureRequest, looks: QApplication) -> Iterator[Stage]:
    yield from open_stage(request.param, looks)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    laptop = Laptop(tmp_path)
    laptop.pin.set(PIN)
    yield laptop
    laptop.drafts.close()


def opened(stage: Stage, laptop: Laptop) -> StaffPages:
    pages = StaffPages(laptop.actions(), stage.tasks, laptop.booth(stage))
    pages.open()
    return stage.show(pages)


def entered(stage: Stage, laptop: Laptop) -> StaffPages:
    pages = opened(stage, laptop)
    enter_pin(stage, pages, PIN)
    return pages


def enter_pin(stage: Stage, pages: StaffPages, digits: str) -> None:
    for digit in digits:
        press(pages, f"pin-{digit}")
    press(pages, "pin-enter")
    stage.settle()


def inside(pages: StaffPages) -> bool:
    return not pages.pin.isVisible()


def texts(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


# The PIN


def test_the_pin_opens_by_touch(stage: Stage, laptop: Laptop) -> None:
    pages = opened(stage, laptop)
    assert find(pages, "staff-pin").isVisible()
    enter_pin(stage, pages, PIN)
    assert inside(pages)


def test_the_pin_opens_by_keyboard_in_any_digits(stage: Stage, laptop: Laptop) -> None:
    pages = opened(stage, laptop)
    QTest.keyClicks(pages.pin.pad, PIN[:3])
    for digit in PIN[3:]:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, pages.pin.pad, Qt.Key.Key_unknown, chr(0x0660 + int(digit)), Qt.KeyboardModifier.NoModifier
        )
    QTest.keyClick(pages.pin.pad, Qt.Key.Key_Return)
    stage.settle()
    assert inside(pages)


def test_a_wrong_pin_does_not_open_and_says_how_many_chances_are_left(stage: Stage, laptop: Laptop) -> None:
    pages = opened(stage, laptop)
    enter_pin(stage, pages, OTHER_PIN)
    assert not inside(pages)
    assert pages.pin.notice.sentence
    assert pages.pin.pad.isEnabled()


def test_after_five_wrong_tries_the_pad_rests_even_after_a_restart(stage: Stage, laptop: Laptop) -> None:
    pages = opened(stage, laptop)
    for _ in range(5):
        enter_pin(stage, pages, OTHER_PIN)
    assert not pages.pin.pad.isEnabled()
    assert str(FIRST_WAIT_S) in pages.pin.notice.sentence
    again = opened(stage, laptop)
    assert not again.pin.pad.isEnabled()
    for _ in range(FIRST_WAIT_S):
        again.pin._timer.timeout.emit()
    assert again.pin.pad.isEnabled()
    laptop.now_s += FIRST_WAIT_S + 1
    enter_pin(stage, again, PIN)
    assert inside(again)
    pages.pin.leave()


def test_digits_can_be_erased_and_are_never_shown(stage: Stage, laptop: Laptop) -> None:
    pages = opened(stage, laptop)
    for digit in ("2", "7", "9"):
        press(pages, f"pin-{digit}")
    press(pages, "pin-erase")
    assert not any(digit in texts(pages) for digit in ("27", "279"))
    for digit in "1828":
        press(pages, f"pin-{digit}")
    press(pages, "pin-enter")
    stage.settle()
    assert inside(pages)


def test_first_use_sets_the_pin_twice_the_same(stage: Stage, tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    pages = opened(stage, laptop)
    enter_pin(stage, pages, PIN)
    enter_pin(stage, pages, OTHER_PIN)
    assert not laptop.pin.is_set
    assert pages.pin.notice.sentence
    enter_pin(stage, pages, PIN)
    enter_pin(stage, pages, PIN)
    assert inside(pages)
    laptop.pin.check(PIN)


def test_an_unfit_pin_is_refused_with_a_sentence(stage: Stage, tmp_path: Path) -> None:
    laptop = Laptop(tmp_path)
    pages = opened(stage, laptop)
    for _ in range(2):
        enter_pin(stage, pages, "111111")
    assert not laptop.pin.is_set
    assert pages.pin.notice.sentence


def test_changing_the_pin_asks_for_the_current_one_first(stage: Stage, laptop: Laptop) -> None:
    pages = entered(stage, laptop)
    press(pages, "staff-change-pin")
    stage.settle()
    enter_pin(stage, pages, PIN)
    assert not inside(pages)
    for _ in range(2):
        enter_pin(stage, pages, OTHER_PIN)
    assert inside(pages)
    laptop.pin.check(OTHER_PIN)


def test_closing_and_opening_asks_again(stage: Stage, laptop: Laptop) -> None:
    pages = entered(stage, laptop)
    closed: list[bool] = []
    pages.closed.connect(lambda: closed.append(True))
    press(pages, "staff-close")
    assert closed == [True]
    pages.open()
    stage.settle()
    assert not inside(pages)
    press(pages, "staff-pin-close")
    assert closed == [True, True]


# Ready?


def test_findings_and_the_fingerprint_are_shown(stage: Stage, laptop: Laptop) -> None:
    pages = entered(stage, laptop)
    stage.settle()
    assert find(pages, "health-disk-good").isVisible()
    bad = find(pages, "health-microphone-none")
    assert bad.property("role") == "careful"
    fingerprint = find(pages, "archive-fingerprint")
    assert isinstance(fingerprint, QLabel)
    assert fingerprint.text() == FINGERPRINT


def test_a_pasted_code_is_checked_before_anyone_is_asked(stage: Stage, laptop: Laptop) -> None:
    pages = entered(stage, laptop)
    stage.settle()
    pages.status.code.setText(CODE[:-6] + "AAAAAA")
    press(pages, "enrol")
    stage.settle()
    assert laptop.enrolled == []
    assert pages.status.notice.sentence
    pages.status.code.setText(CODE)
    press(pages, "enrol")
    stage.settle()
    assert laptop.enrolled == [CODE]
    assert pages.status.code.text() == ""


def test_a_refused_code_can_be_tried_again(stage: Stage, laptop: Laptop) -> None:
    laptop.enrol_fault = EnvironmentFault("no-answer", "The archive does not answer.")
    pages = entered(stage, laptop)
    pages.status.code.setText(CODE)
    press(pages, "enrol")
    stage.settle()
    assert pages.status.notice.sentence == "The archive does not answer."
    assert find(pages, "enrol").isEnabled()


def test_the_passphrase_is_asked_for_until_it_is_right_and_then_no_more(stage: Stage, laptop: Laptop) -> None:
    typed: list[str] = []

    def unlock(words: str) -> None:
        typed.append(words)
        if words != "eleven patient herons":
            raise WrongPassphrase

    def findings() -> list[health.Finding]:
        return [health.passphrase(chosen=True, typed="eleven patient herons" in typed)]

    pages = StaffPages(replace(laptop.actions(), health=findings, unlock=unlock), stage.tasks, laptop.booth(stage))
    pages.open()
    stage.show(pages)
    enter_pin(stage, pages, PIN)
    stage.settle()
    page = pages.status
    assert page.passphrase.isVisible()
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Password
    assert page.passphrase.accessibleName()
    assert not page.unlock.isEnabled()
    for words, asked_still in (("eleven patient heroes", True), ("eleven patient herons", False)):
        page.passphrase.setText(words)
        press(pages, "unlock")
        assert page.passphrase.text() == ""
        stage.settle()
        assert page.passphrase.isVisible() is asked_still
        assert page.notice.isVisible() is asked_still
    assert typed == ["eleven patient heroes", "eleven patient herons"]


def test_where_no_passphrase_is_used_none_is_asked_for(stage: Stage, laptop: Laptop) -> None:
    page = entered(stage, laptop).status
    assert not page.passphrase.isVisible()
    assert not page.unlock.isVisible()


def test_choosing_a_microphone(stage: Stage, laptop: Laptop) -> None:
    pages = entered(stage, laptop)
    stage.settle()
    chosen = [card for card in pages.findChildren(QAbstractButton) if card.isChecked() and "microphone" in card.accessibleIdentifier()]
    assert [card.accessibleIdentifier() for card in chosen] == ["microphone-0"]
    type_key(pages, "microphone-2")
    stage.settle()
    assert laptop.microphone == "USB"


# Unfinished


def test_resuming_and_deleting_unfinished_stories(stage: Stage, laptop: Laptop) -> None:
    laptop.unfinished = [UnfinishedStory("first", 2, 154_000), UnfinishedStory("second", 1, 4_000)]
    pages = entered(stage, laptop)
    resumed: list[str] = []
    pages.resume_asked.connect(resumed.append)
    press(pages, "door-unfinished")
    stage.settle()
    assert "02:34" in texts(pages)
    press(pages, "delete-2")
    stage.settle()
    assert len(laptop.unfinished) == 2  # asks once more
    press(pages, "delete-confirm-2")
    stage.settle()
    assert [story.draft_id for story in laptop.unfinished] == ["first"]
    press(pages, "resume-1")
    assert resumed == ["first"]


def test_a_question_before_deleting_is_taken_back_by_looking_elsewhere(stage: Stage, laptop: Laptop) -> None:
    laptop.unfinished = [UnfinishedStory("first", 2, 154_000)]
    pages = entered(stage, laptop)
    press(pages, "door-unfinished")
    stage.settle()
    press(pages, "delete-1")
    press(pages, "door-status")
    press(pages, "door-unfinished")
    stage.settle()
    assert find(pages, "delete-1").isVisible()
    assert laptop.unfinished


# Everywhere


def test_exit_is_asked_for_and_left_to_the_window(stage: Stage, laptop: Laptop) -> None:
    pages = entered(stage, laptop)
    asked: list[bool] = []
    pages.exit_asked.connect(lambda: asked.append(True))
    press(pages, "staff-exit")
    assert asked == [True]


def test_every_page_fits_and_shows_text_as_text(stage: Stage, laptop: Laptop) -> None:
    laptop.status = status_of(story("a", PlainState.WAITING))
    laptop.unfinished = [UnfinishedStory("first", 2, 154_000)]
    pages = entered(stage, laptop)
    for door in ("door-status", "door-outbox", "door-unfinished", "door-voices"):
        press(pages, door)
        stage.settle()
        assert pages.minimumSizeHint().width() <= WIDTH_PX
        assert pages.minimumSizeHint().height() <= HEIGHT_PX
        assert pages.size().toTuple() == (WIDTH_PX, HEIGHT_PX)
        for label in pages.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText
        for button in pages.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.accessibleIdentifier()
                assert button.accessibleName()
                assert button.height() >= theme.TARGET_PX

"""Stories onto a stick and receipts from one, as staff do it: with a child program that speaks like the real one."""

from __future__ import annotations

import pytest
from kiosk_window import KioskWindow
from outbox_samples import many
from outbox_states import STICKS, OutboxOnShow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.staff.outbox_words import stick_fault_sentence, stick_label
from kiosk.ui.staff.stick_panel import Errand, Step
from sync.contract.faults import Fault

STICK_CODES = (
    "stick-full",
    "stick-read-only",
    "stick-gone",
    "stick-unreadable",
    "stick-links",
    "file-too-large",
    "not-enrolled",
    "nothing-to-export",
    "no-receipts",
    "courier-busy",
    "disk-error",
    "courier-stopped",
    "courier-failed",
)


@pytest.fixture
def on_show(kiosk: KioskWindow, qtbot: QtBot) -> OutboxOnShow:
    return OutboxOnShow(kiosk, qtbot)


@pytest.fixture
def with_sticks(on_show: OutboxOnShow) -> OutboxOnShow:
    on_show.kiosk.sticks = list(STICKS)
    on_show.show(stories=many(3))
    return on_show


def test_a_stick_appears_when_it_is_plugged_in_and_goes_when_it_is_pulled(on_show: OutboxOnShow) -> None:
    on_show.show(stories=many(3))
    on_show.press("outbox-export")
    page = on_show.page
    assert page.title.text() == "Copy to a stick"
    assert page.stick.sentence.text() == "Plug in a USB stick. It appears here after a moment."
    on_show.kiosk.sticks = list(STICKS)
    page._timer.timeout.emit()
    on_show.settle()
    assert [button.text() for button in page.stick.sticks] == [
        "\u2066KINGSTON 32\u2069 (\u206628.4 GB\u2069 free)",
        "\u2066Zahra's stick\u2069 (\u2066120.0 MB\u2069 free)",
    ]
    assert QApplication.focusWidget() is page.stick.sticks[0]
    on_show.kiosk.sticks = []
    page._timer.timeout.emit()
    on_show.settle()
    assert page.stick.sticks == []


def test_an_export_says_when_the_stick_may_be_pulled_and_not_before(with_sticks: OutboxOnShow, qtbot: QtBot) -> None:
    on_show, page = with_sticks, with_sticks.page
    on_show.child.plan(progress_at(4_000_000), before=(progress_at(0),), waits=True, stories=3, packages=6, size_bytes=28_000_000)
    on_show.press("outbox-export")
    on_show.kiosk.press("stick-1")
    qtbot.waitUntil(lambda: "28.0 MB" in page.stick.amount.text(), timeout=20_000)
    assert page.stick.sentence.text() == "The stories are being copied. Leave the stick in."
    assert page.stick.bar.isVisible()
    assert "pull" not in page.stick.more.text()
    assert page.stick.sticks[0].isHidden()
    on_show.child.go()
    on_show.settle()
    assert on_show.child.asked == ["export", "/media/kingston"]
    assert page.stick.sentence.text() == "3 stories copied. You can pull the stick out now."
    assert not page.stick.bar.isVisible()
    assert QApplication.focusWidget() is page.stick.back
    on_show.press("stick-back")
    assert page.title.text() == "Stories on their way"
    assert QApplication.focusWidget() is page.to_stick


def test_copying_goes_on_while_staff_look_elsewhere(with_sticks: OutboxOnShow, qtbot: QtBot) -> None:
    on_show, page = with_sticks, with_sticks.page
    on_show.child.plan(before=(progress_at(1),), waits=True, stories=1, packages=2, size_bytes=9)
    on_show.press("outbox-export")
    on_show.kiosk.press("stick-1")
    qtbot.waitUntil(lambda: bool(page.stick.amount.text()), timeout=20_000)
    on_show.kiosk.press("door-status")
    on_show.kiosk.press("door-outbox")
    assert page.stick.isVisible()
    assert page.stick.working
    on_show.child.go()
    on_show.settle()
    assert page.stick.sentence.text() == "1 story copied. You can pull the stick out now."


def test_copying_can_be_stopped(with_sticks: OutboxOnShow, qtbot: QtBot) -> None:
    on_show, page = with_sticks, with_sticks.page
    on_show.child.plan(before=(progress_at(1),), waits=True, stories=1, packages=2, size_bytes=9)
    on_show.press("outbox-export")
    on_show.kiosk.press("stick-1")
    qtbot.waitUntil(lambda: bool(page.stick.amount.text()), timeout=20_000)
    on_show.press("stick-stop")
    assert page.stick.sentence.text() == "Copying was stopped. What is on the stick is not complete."
    assert page.stick.more.text() == "Every story is still safe on this device."
    # And begun anew.
    on_show.child.plan(stories=1, packages=2, size_bytes=9)
    on_show.press("stick-again")
    on_show.press("stick-2")
    assert page.stick.step is Step.DONE
    assert page.stick.sentence.text().startswith("1 story copied")


def test_the_end_of_the_program_ends_the_copying(with_sticks: OutboxOnShow, qtbot: QtBot) -> None:
    on_show = with_sticks
    on_show.child.plan(before=(progress_at(1),), waits=True, stories=1, packages=2, size_bytes=9)
    on_show.press("outbox-export")
    on_show.kiosk.press("stick-1")
    qtbot.waitUntil(lambda: bool(on_show.page.stick.amount.text()), timeout=20_000)
    # As the first thing of all when the window closes; without this word it would wait for the stick.
    on_show.kiosk.shell.staff_door.shut()
    on_show.settle()
    assert on_show.page.stick.step is Step.DONE
    assert not on_show.page.stick.working


@pytest.mark.parametrize("code", STICK_CODES)
def test_each_fault_has_its_own_sentence(with_sticks: OutboxOnShow, code: str) -> None:
    on_show = with_sticks
    on_show.child.plan(ok=False, error=code, sentence=f"English words of {code}.")
    on_show.press("outbox-export")
    on_show.press("stick-1")
    shown = on_show.page.stick.sentence.text()
    assert "English words" not in shown
    assert shown == stick_fault_sentence(Fault(code, ""))
    # With a disk that is broken nobody knows whether every story is safe.
    assert on_show.page.stick.more.isVisible() is (code != "disk-error")


def test_no_two_faults_say_the_same_and_an_unknown_one_keeps_its_words(kiosk: KioskWindow) -> None:
    sentences = [stick_fault_sentence(Fault(code, "")) for code in STICK_CODES]
    assert len(set(sentences)) == len(sentences)
    assert stick_fault_sentence(Fault("zx-81", "What the program said.")) == "What the program said."


@pytest.mark.parametrize(
    ("counts", "first", "more"),
    [
        ((4, 0, 0, 0), "The archive has signed for 4 more parts of stories.", ()),
        ((0, 3, 0, 0), "Nothing is new: these receipts were read before.", ()),
        ((0, 0, 0, 0), "There is no receipt for this device on the stick.", ()),
        ((0, 0, 2, 0), "There is no receipt for this device on the stick.", ("2 receipts are for another device, and were left alone.",)),
        ((0, 0, 0, 1), "1 receipt is not genuine. Nothing was erased for it.", ("Tell the archive's people.",)),
    ],
)
def test_what_receipts_came_to(with_sticks: OutboxOnShow, counts: tuple[int, int, int, int], first: str, more: tuple[str, ...]) -> None:
    on_show = with_sticks
    on_show.child.plan(**dict(zip(("confirmed", "already", "foreign", "refused"), counts, strict=True)))
    on_show.press("outbox-receipts")
    assert on_show.page.title.text() == "Read receipts"
    on_show.press("stick-1")
    assert on_show.child.asked[0] == "import-receipts"
    assert on_show.page.stick.sentence.text() == first
    assert on_show.page.stick.more.text().split("\n") == [*more, "You can pull the stick out now."]


def test_a_name_that_no_stick_has_does_not_make_the_page_wider(kiosk: KioskWindow) -> None:
    assert stick_label("A" * 400, 0).strip("\u2066").startswith("A" * 19 + "…")


def test_a_stick_that_holds_up_the_listing_is_asked_once(with_sticks: OutboxOnShow) -> None:
    panel = with_sticks.page.stick
    panel._looking = True
    panel.begin(Errand.EXPORT)
    panel.look()
    with_sticks.settle()
    assert panel.sticks == []


def progress_at(done_bytes: int) -> dict[str, object]:
    return {"kind": "progress", "done_bytes": done_bytes, "total_bytes": 28_000_000}

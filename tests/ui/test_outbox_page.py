"""The page of finished stories: how far each is, how the way to the archive is and the way out, and what a stick does."""

from __future__ import annotations

import pytest
from every_page import settle
from kiosk_window import KioskWindow, OpenKiosk
from outbox_samples import SIZE_BYTES, many, some_of_everything, status, story
from outbox_states import OutboxOnShow
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.ui.staff.outbox_page import LOOK_EVERY_MS, OutboxPage
from kiosk.ui.staff.outbox_words import amount, link_words, next_try_words, time_left_words
from kiosk.ui.staff.story_rows import rows_of
from sync.contract.faults import EnvironmentFault
from sync.link import LinkState
from sync.status import PlainState

NOW_S = 1_800_000_000.0


@pytest.fixture
def on_show(kiosk: KioskWindow, qtbot: QtBot) -> OutboxOnShow:
    return OutboxOnShow(kiosk, qtbot)


def page_of(on_show: OutboxOnShow) -> OutboxPage:
    return on_show.page


def said(page: OutboxPage) -> list[str]:
    """Of each row, as a screen reader has it."""
    model = page.stories.model()
    return [str(model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for place in range(model.rowCount())]


# How far each story is


def test_no_story_is_said_and_nothing_can_be_sent(on_show: OutboxOnShow) -> None:
    on_show.show()
    page = on_show.page
    assert page.summary.text() == "There is no finished story on this device."
    assert not page.stories.isVisible()
    assert not page.send_now.isEnabled()
    assert not page.to_stick.isEnabled()
    # A stick that was at the archive may still come back.
    assert page.from_stick.isEnabled()


def test_one_story_tells_its_bytes_and_its_time(on_show: OutboxOnShow) -> None:
    on_show.show(stories=(story(sent_bytes=2_100_000, seconds_left=170, listen_archived=True, exported_day="2026-11-19"),))
    (row,) = said(on_show.page)
    assert row.replace("\u2066", "").replace("\u2069", "") == (
        "Story 1: waiting. 2.1 MB of 9.4 MB, about 3 minutes left, the archive can listen to it already, copied to a stick on 2026-11-19"
    )
    assert on_show.page.send_now.isEnabled()


def test_what_still_has_to_arrive_comes_first_and_keeps_its_number(on_show: OutboxOnShow) -> None:
    on_show.show(stories=some_of_everything())
    numbers = [row.number for row in on_show.page.stories.rows]
    assert numbers == [3, 4, 5, 6, 7, 2, 1]
    titles = [row.split(".")[0] for row in said(on_show.page)]
    assert titles[0] == "Story 3: set aside"
    assert titles[1] == "Story 4: sent"
    assert titles[-1] == "Story 1: the archive has it"
    assert on_show.page.summary.text() == "Not in the archive yet: 5. In the archive: 2."
    assert "Set aside: 1. A saved story cannot be read. The disk may be broken." in on_show.page.trouble.text()


@pytest.mark.parametrize("state", PlainState)
def test_only_what_the_archive_signed_for_is_said_to_be_there(on_show: OutboxOnShow, state: PlainState) -> None:
    """Also with every byte sent, and with the listening copy there."""
    on_show.show(stories=(story(state=state, sent_bytes=SIZE_BYTES, listen_archived=True, seconds_left=0),))
    assert ("the archive has it" in said(on_show.page)[0]) is (state is PlainState.ARCHIVED)


def test_nothing_is_said_about_a_time_that_nobody_knows() -> None:
    assert time_left_words(None) == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "less than a minute left"),
        (59, "less than a minute left"),
        (60, "about 1 minute left"),
        (61, "about 2 minutes left"),
        (119 * 60, "about 119 minutes left"),
        (2 * 3600, "about 2 hours left"),
        (47 * 3600 + 1, "about 48 hours left"),
        (48 * 3600, "about 2 days left"),
    ],
)
def test_time_left_is_rounded_up(kiosk: KioskWindow, seconds: int, words: str) -> None:
    assert time_left_words(seconds) == words


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [(-5, "0 kB"), (0, "0 kB"), (1, "1 kB"), (999_999, "1000 kB"), (1_000_000, "1.0 MB"), (26_450_000_000, "26.4 GB")],
)
def test_amounts_are_plain(size_bytes: int, words: str) -> None:
    assert amount(size_bytes).strip("\u2066\u2069") == words


def test_the_page_looks_again_by_itself_while_it_is_in_sight(on_show: OutboxOnShow, qtbot: QtBot) -> None:
    on_show.show(stories=(story(),))
    on_show.kiosk.status = status(story(state=PlainState.ARCHIVED))
    page = on_show.page
    assert page._timer.isActive()
    assert page._timer.interval() >= LOOK_EVERY_MS
    page._timer.timeout.emit()
    qtbot.waitUntil(lambda: "In the archive: 1." in page.summary.text())
    on_show.press("door-status")
    assert not page._timer.isActive()


def test_what_cannot_be_read_is_said_once_and_tried_again(on_show: OutboxOnShow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    on_show.show(stories=(story(),))
    page, fault = on_show.page, EnvironmentFault("disk-error", "This device's disk does not work as it must. Please call staff.")
    told: list[str] = []
    monkeypatch.setattr(page.notice, "say", lambda sentence: told.append(sentence))

    def refuse() -> None:
        raise fault

    monkeypatch.setattr(OutboxPage, "_read", lambda self: refuse())
    for _ in range(3):
        page._timer.timeout.emit()
        on_show.settle()
    assert told == [fault.sentence]
    assert page._timer.isActive()
    monkeypatch.undo()
    page._timer.timeout.emit()
    on_show.settle()
    assert page.summary.text()


def test_send_now_is_passed_on_and_said(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    on_show = OutboxOnShow(open_kiosk(), qtbot)
    on_show.show(stories=(story(),), link=LinkState.METERED)
    on_show.press("send-now")
    assert on_show.page.notice.sentence == "Trying to send now. This page shows how far it got."
    # It is no news for ever.
    for _ in range(10):
        on_show.page._timer.timeout.emit()
        on_show.settle()
    assert on_show.page.notice.sentence == ""


def test_requests_to_take_a_story_back_are_told_and_can_be_sent(on_show: OutboxOnShow) -> None:
    on_show.show(withdrawals_waiting=2)
    assert on_show.page.to_send.text() == "2 requests to take a story back still wait."
    assert on_show.page.send_now.isEnabled()


# The way to the archive


@pytest.mark.parametrize("state", LinkState)
def test_every_state_of_the_link_has_a_sentence_and_a_way_out_of_its_own(on_show: OutboxOnShow, state: LinkState) -> None:
    on_show.show(stories=many(2), link=state)
    page = on_show.page
    assert page.link.isVisible()
    assert page.link.text().endswith(".")
    assert str(state) not in (page.link.text(), page.trouble.text())
    assert page.way_out.isVisible() is (state is not LinkState.UP)
    assert page.bad.isVisible() is (state not in (LinkState.UP, LinkState.UNKNOWN))
    assert page.good.isVisible() is (state is LinkState.UP)


def test_no_two_states_say_the_same(kiosk: KioskWindow) -> None:
    words = [link_words(status(link=state)) for state in LinkState]
    assert len({word.sentence for word in words}) == len(words)
    ways = [word.way_out for word in words if word.warns]
    assert len(set(ways)) == len(ways)


@pytest.mark.parametrize(
    ("facts", "beginning"),
    [
        ({"enrolled": False}, "This device is not connected"),
        ({"worker_running": False}, "The part that sends stories is not running"),
        ({"fault": "enrolment-file"}, "What this device knows of its archive is damaged"),
    ],
)
def test_without_archive_or_worker_no_old_state_is_shown(on_show: OutboxOnShow, facts: dict[str, object], beginning: str) -> None:
    on_show.show(stories=many(2), link=LinkState.UP, **facts)
    assert on_show.page.link.text().startswith(beginning)
    assert not on_show.page.good.isVisible()


def test_the_next_try_is_told_in_plain_words_and_only_where_there_is_one(kiosk: KioskWindow) -> None:
    def words(in_s: float, **facts: object) -> str:
        return next_try_words(status(next_try_at_s=NOW_S + in_s, **{"link": LinkState.UNREACHABLE, **facts}), NOW_S)  # type: ignore[arg-type]

    assert words(20) == "It tries again by itself in less than a minute."
    assert words(61) == "It tries again by itself in about 2 minutes."
    assert words(3 * 3600) == "It tries again by itself in about 3 hours."
    # A clock that jumped, and what is over.
    assert words(10 * 365 * 86_400) == words(-5) == ""
    assert words(60, worker_running=False) == words(60, enrolled=False) == words(60, link=LinkState.UP) == ""
    assert words(60, link=LinkState.METERED) == "", "no time makes a network free"


def test_an_unknown_reason_is_named_for_the_archives_people(on_show: OutboxOnShow) -> None:
    on_show.show(stories=(story(state=PlainState.SAVED_HERE, reason="zx-81"),))
    assert "zx-81" in on_show.page.trouble.text()


def test_a_reason_of_the_link_is_not_said_twice(on_show: OutboxOnShow) -> None:
    on_show.show(stories=(story(reason="metered"),), link=LinkState.METERED, blocked_reason="metered")
    assert not on_show.page.trouble.isVisible()


# However many


@pytest.mark.parametrize("count", [0, 1, 200, 10_000])
def test_any_number_of_stories_scrolls_with_its_page_and_makes_few_words(
    on_show: OutboxOnShow, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    monkeypatch.setattr("kiosk.ui.staff.story_rows.story_title", lambda number, one: made.append(number) or f"Story {number}")
    on_show.show(stories=many(count))
    settle()
    page = on_show.page
    assert len(page.stories.rows) == count
    if count:
        assert page.stories.height() == page.stories.heightForWidth(page.stories.width())
        assert page.stories.verticalScrollBar().maximum() == 0
    bar = page.scrolled.verticalScrollBar()
    assert (bar.maximum() > 0) is (count > 1)
    made.clear()
    bar.setValue(bar.maximum())
    settle()
    page._timer.timeout.emit()
    on_show.settle()
    # Only rows that are seen, however many there are; a few times, for they are measured and painted.
    assert len(set(made)) < 60
    assert len(made) < 1_000


def test_rows_change_in_place(on_show: OutboxOnShow, qtbot: QtBot) -> None:
    """Who stands on a story, by keyboard or screen reader, still stands there when another one went further, or it went itself."""
    on_show.show(stories=(story("a"), story("b"), story("c")))
    page = on_show.page
    page.stories.setFocus()
    QTest.keyClick(page.stories, Qt.Key.Key_Down)
    here = page.stories.rows[page.stories.currentIndex().row()].number
    assert here == 2
    resets: list[bool] = []
    page.stories.model().modelReset.connect(lambda: resets.append(True))
    on_show.kiosk.status = status(story("a", sent_bytes=5), story("b"), story("c"))
    page._timer.timeout.emit()
    on_show.settle()
    assert resets == []
    on_show.kiosk.status = status(story("a"), story("b", PlainState.ARCHIVED), story("c"))
    page._timer.timeout.emit()
    on_show.settle()
    assert page.stories.rows[page.stories.currentIndex().row()].number == 2


def test_the_keyboard_brings_rows_into_sight(on_show: OutboxOnShow) -> None:
    on_show.show(stories=many(200))
    page = on_show.page
    page.stories.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        QTest.keyClick(page.stories, key)
        settle()
        index = page.stories.currentIndex()
        place = page.stories.visualRect(index)
        top = page.stories.mapTo(page.scrolled.viewport(), place.topLeft()).y()
        assert top >= -1, key
        assert top + place.height() <= page.scrolled.viewport().height() + 1, key


def test_a_screen_reader_finds_every_row(on_show: OutboxOnShow) -> None:
    on_show.show(stories=some_of_everything())
    interface = QAccessible.queryAccessibleInterface(on_show.page.stories)
    assert interface.role() is QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Finished stories"
    assert interface.childCount() == len(some_of_everything())
    assert interface.child(0).text(QAccessible.Text.Name).startswith("Story 3: set aside")


def test_rows_of_does_not_depend_on_the_window() -> None:
    rows = rows_of(status(*some_of_everything()))
    assert {row.story.group_id for row in rows} == set("abcdefg")

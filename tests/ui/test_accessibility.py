"""What assistive technology is told of every page: names, roles, states and values; and what a keyboard finds there.

Written over whatever stands in the window, so that a new page or control is held to it without being named here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from every_control import INTERACTIVE, controls, everywhere, name_of
from kiosk_window import KioskWindow, OpenKiosk
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot
from whole_walk import pages

from kiosk.ui.theme import TARGET_PX
from sync.contract.story import Use, Voice

Role = QAccessible.Role
_WORDS = QAccessible.Text.Name
# Further than any page is high.
_FAR_PX = 10_000


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk, photo_folder: Path) -> KioskWindow:
    return open_kiosk(photo_folder=photo_folder)


def told(widget: QWidget) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, f"{name_of(widget)} is not in the tree"
    return interface


def role_for(widget: QWidget) -> QAccessible.Role:
    """What a control has to be for who does not see it. Raises KeyError for one that says nothing about itself."""
    if isinstance(widget, QAbstractButton):
        if not widget.isCheckable():
            return Role.Button
        group = widget.group()
        one_of_several = group.exclusive() if group is not None else widget.autoExclusive()
        return Role.RadioButton if one_of_several else Role.CheckBox
    if isinstance(widget, (QLineEdit, QPlainTextEdit)):
        return Role.EditableText
    if isinstance(widget, QSlider):
        return Role.Slider
    if isinstance(widget, QListView):
        return Role.List
    return {"canvas": Role.Canvas, "grouping": Role.Grouping}[widget.accessible_role]  # type: ignore[attr-defined]


def wrong(widget: QWidget) -> Iterator[str]:
    interface, name = told(widget), name_of(widget)
    state = interface.state()
    if not interface.text(_WORDS).strip():
        yield f"{name} has no name"
    if interface.role() is not role_for(widget):
        yield f"{name} is a {interface.role().name} and should be a {role_for(widget).name}"
    if state.disabled == widget.isEnabled():
        yield f"{name} says disabled={state.disabled}"
    if isinstance(widget, QAbstractButton) and (bool(state.checkable), bool(state.checked)) != (widget.isCheckable(), widget.isChecked()):
        yield f"{name} says checkable={state.checkable} checked={state.checked}"
    if isinstance(widget, QSlider):
        value = interface.valueInterface()
        if value is None or (value.minimumValue(), value.currentValue(), value.maximumValue()) != (
            widget.minimum(),
            widget.value(),
            widget.maximum(),
        ):
            yield f"{name} does not tell its value"


def test_every_control_has_name_role_state_and_value(kiosk: KioskWindow, qtbot: QtBot) -> None:
    found = {f"{page}: {complaint}" for page in everywhere(kiosk, qtbot) for widget in controls(kiosk.shell) for complaint in wrong(widget)}
    assert sorted(found) == []


def test_names_begin_with_the_words_that_are_seen(kiosk: KioskWindow, qtbot: QtBot) -> None:
    """Who speaks to her computer says what she sees; a name may say more after that."""
    found = {
        f"{page}: {name_of(widget)} {widget.text()!r} is called {widget.accessibleName()!r}"
        for page in everywhere(kiosk, qtbot)
        for widget in controls(kiosk.shell)
        if isinstance(widget, QPushButton) and not told(widget).text(_WORDS).startswith(widget.text().replace("&&", "&"))
    }
    assert sorted(found) == []


def test_what_is_only_looked_at_tells_what_it_shows(kiosk: KioskWindow, qtbot: QtBot) -> None:
    """Bars have a name and a value; painted pictures are pictures and not empty frames."""
    found, seen = set(), set()
    for page in everywhere(kiosk, qtbot):
        for widget in kiosk.shell.findChildren(QWidget):
            if not widget.isVisible():
                continue
            interface = told(widget)
            if isinstance(widget, QProgressBar):
                seen.add(widget.accessibleIdentifier())
                value = interface.valueInterface()
                good = interface.role() is Role.ProgressBar and value is not None and value.currentValue() == widget.value()
            elif hasattr(widget, "accessible_role"):
                seen.add(widget.accessibleIdentifier())
                good = interface.role() in (Role.Graphic, Role.Canvas, Role.Grouping)
            else:
                continue
            if not (good and interface.text(_WORDS)):
                found.add(f"{page}: {name_of(widget)}: {interface.role().name} {interface.text(_WORDS)!r}")
    assert sorted(found) == []
    assert {"steps", "level", "waveform", "receipt-qr"} <= seen


def test_each_page_is_named_after_its_title(kiosk: KioskWindow, qtbot: QtBot) -> None:
    for name in everywhere(kiosk, qtbot):
        shown = [widget for widget in kiosk.shell.findChildren(QWidget) if widget.accessibleIdentifier().startswith("page-")]
        for page in shown:
            if page.isVisible():
                assert told(page).text(_WORDS).strip(), f"{name}: {page.accessibleIdentifier()}"


def tab_stops(kiosk: KioskWindow) -> list[QWidget]:
    """Every place that Tab leads to, once around, beginning in the window's first corner."""
    first = kiosk.shell
    QTest.keyClick(kiosk.shell, Qt.Key.Key_Tab)
    stops: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in stops:
        stops.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
        assert len(stops) < 200, f"Tab never comes round from {name_of(first)}"
    return stops


def test_tab_reaches_everything_that_can_be_used_and_nothing_else(kiosk: KioskWindow, qtbot: QtBot) -> None:
    for page in everywhere(kiosk, qtbot):
        stops = tab_stops(kiosk)
        hidden = [name_of(stop) for stop in stops if not stop.isVisible() or not stop.isEnabled()]
        assert hidden == [], page
        # Of several that exclude each other Tab stops at one; the arrows lead to the others.
        grouped = {stop.group() for stop in stops if isinstance(stop, QAbstractButton) and stop.group() is not None}
        missed = [
            name_of(widget)
            for widget in controls(kiosk.shell)
            if widget.isEnabled()
            and widget not in stops
            and not (isinstance(widget, QAbstractButton) and (widget.group() in grouped or widget.autoExclusive()))
        ]
        assert missed == [], page


def test_the_focus_goes_the_way_one_reads(kiosk: KioskWindow, qtbot: QtBot) -> None:
    for page in everywhere(kiosk, qtbot):
        places = [(name_of(stop), _on_the_page(stop)) for stop in tab_stops(kiosk)]
        # Once around: the one jump back is from the last to the first. The staff side has a column of doors and a page beside it.
        columns = 2 if page.startswith("staff door") else 1
        back = [
            f"{one} {first} → {other} {second}"
            for (one, first), (other, second) in zip(places, [*places[1:], places[0]], strict=True)
            if not _reads_on(first, second)
        ]
        assert len(back) <= columns, f"{page}: {back}"


def test_what_has_the_focus_is_in_sight(kiosk: KioskWindow, qtbot: QtBot) -> None:
    for page in everywhere(kiosk, qtbot):
        hidden = []
        for _ in tab_stops(kiosk):
            now = QApplication.focusWidget()
            assert now is not None
            seen = now.visibleRegion().boundingRect()
            if seen.height() < min(now.height(), TARGET_PX):
                hidden.append(f"{name_of(now)} {seen}")
            QTest.keyClick(now, Qt.Key.Key_Tab)
        assert hidden == [], page


def _on_the_page(stop: QWidget) -> QRect:
    """Where it would stand if nothing of the page were scrolled away: what follows the scrolled part stands below all of it."""
    place = QRect(stop.mapTo(stop.window(), QPoint(0, 0)), stop.size())
    around: QWidget | None = stop
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is None and place.top() > stop.window().height() // 2:
        place.translate(0, _FAR_PX)
    return place


def _reads_on(first: QRect, second: QRect) -> bool:
    """`second` stands below `first`, beside it further along the line, or on it."""
    if first.contains(second):
        return True
    if second.top() >= first.bottom() - 1 or second.center().y() > first.bottom():
        return True
    beside = first.top() <= second.center().y() <= first.bottom() or second.top() <= first.center().y() <= second.bottom()
    return beside and second.center().x() > first.center().x()


def test_the_focus_can_be_seen_on_every_control(kiosk: KioskWindow, qtbot: QtBot) -> None:
    unseen = set()
    for page in everywhere(kiosk, qtbot):
        for widget in controls(kiosk.shell):
            if not widget.isEnabled() or widget.visibleRegion().isEmpty():
                continue
            kiosk.shell.setFocus()
            without = picture(widget)
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if changed_px(without, picture(widget)) < 2 * (widget.width() + widget.height()):
                unseen.add(f"{page}: {name_of(widget)}")
    assert sorted(unseen) == []


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def changed_px(one: QImage, other: QImage) -> int:
    assert one.size() == other.size()
    first, second = (np.frombuffer(image.constBits(), np.uint32) for image in (one, other))
    return int(np.count_nonzero(first != second))


def test_everything_that_can_be_touched_is_large_enough(kiosk: KioskWindow, qtbot: QtBot) -> None:
    small = {
        f"{page}: {name_of(widget)} {widget.width()}×{widget.height()}"
        for page in everywhere(kiosk, qtbot)
        for widget in controls(kiosk.shell)
        if isinstance(widget, INTERACTIVE) and min(widget.width(), widget.height()) < TARGET_PX
    }
    assert sorted(small) == []


def test_what_assistive_technology_ticks_is_chosen(kiosk: KioskWindow, qtbot: QtBot) -> None:
    """And what it unticks is not: a tick that is only seen would be a consent that nobody gave, or took back."""

    def tick(identifier: str) -> None:
        action = told(kiosk.find(identifier)).actionInterface()
        assert action is not None
        action.doAction("Toggle")

    tick("language-fr")
    assert kiosk.shell.languages.words.language == "fr"
    page = next(page for page in pages(kiosk, qtbot) if page == "uses")
    assert kiosk.page == page
    tick("use-campaign")
    assert kiosk.session.uses == {Use.CAMPAIGN}
    assert told(kiosk.find("use-campaign")).state().checked
    tick("use-campaign")
    assert kiosk.session.uses == set()
    kiosk.press("back")
    tick("voice-words")
    assert kiosk.session.voice is Voice.WORDS
    tick("voice-archive")
    assert kiosk.session.voice is Voice.ARCHIVE
    assert not told(kiosk.find("voice-words")).state().checked

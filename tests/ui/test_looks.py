"""What holds on every page, in every language: it fits, can be touched, found, heard and mirrored."""

from __future__ import annotations

from pathlib import Path

import pytest
from every_page import settle
from fake_recorder import SPEECH
from kiosk_window import KioskWindow, OpenKiosk
from page_geometry import INTERACTIVE, faults, scrolling_px
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from whole_walk import pages

from kiosk.ui.screens.base import Screen
from kiosk.ui.theme import FAMILIES, Look, TextSize
from kiosk.ui.widgets.scroll_card import ScrollCard

LANGUAGES = ("en", "ar")


@pytest.fixture(params=LANGUAGES)
def kiosk_in(request: pytest.FixtureRequest, open_kiosk: OpenKiosk, photo_folder: Path) -> KioskWindow:
    others = [language for language in LANGUAGES if language != request.param]
    return open_kiosk(photo_folder=photo_folder, languages=(request.param, *others))


def shown(kiosk: KioskWindow, *kinds: type[QWidget]) -> list[QWidget]:
    return [widget for widget in kiosk.shell.findChildren(QWidget) if isinstance(widget, kinds) and widget.isVisible()]


@pytest.mark.parametrize(
    ("language", "size"),
    [("en", TextSize.NORMAL), ("ar", TextSize.NORMAL), ("my", TextSize.NORMAL), ("ru", TextSize.LARGEST)],
    ids=["en", "ar", "my", "ru largest"],
)
def test_every_page_keeps_its_promises(open_kiosk: OpenKiosk, photo_folder: Path, qtbot: QtBot, language: str, size: TextSize) -> None:
    """In every state of the walk; tests/ui/test_layouts.py has every language, window and size."""
    kiosk = open_kiosk(photo_folder=photo_folder, languages=(language, *(other for other in LANGUAGES if other != language)))
    kiosk.shell.set_look(Look(size))
    for page in pages(kiosk, qtbot):
        settle()
        assert kiosk.shell.size().toTuple() == (1024, 720), page
        assert faults(kiosk.shell) == [], page
        assert size is TextSize.LARGEST or scrolling_px(kiosk.shell) == 0, page
        assert_named(kiosk, page)


def assert_named(kiosk: KioskWindow, page: str) -> None:
    for control in shown(kiosk, *INTERACTIVE):
        name = control.accessibleIdentifier()
        assert name, f"{page}: {control} has no identifier"
        assert control.accessibleName() or name == "staff-door", f"{page}: {name} has no accessible name"
    for label in shown(kiosk, QLabel):
        assert isinstance(label, QLabel)
        assert label.textFormat() is Qt.TextFormat.PlainText, f"{page}: {label.text()}"


@pytest.mark.parametrize("size", list(TextSize))
def test_larger_words_never_make_the_window_grow(kiosk_in: KioskWindow, qtbot: QtBot, size: TextSize) -> None:
    kiosk_in.press("text-size")
    kiosk_in.press(f"size-{size + 1}")
    kiosk_in.press("return")
    kiosk_in.begin()
    assert_within(kiosk_in)
    kiosk_in.press("continue")
    qtbot.waitUntil(lambda: kiosk_in.find("record").isEnabled())
    assert_in_sight(kiosk_in, "record")
    kiosk_in.press("record")
    kiosk_in.recorder.say(2_000)
    assert_in_sight(kiosk_in, "stop")
    kiosk_in.recorder.lose_microphone()
    qtbot.waitUntil(lambda: "notice" in kiosk_in.visible())
    assert_within(kiosk_in)
    assert_in_sight(kiosk_in, "stop")
    kiosk_in.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk_in.visible())
    assert_within(kiosk_in)
    kiosk_in.press("leave")
    assert_within(kiosk_in)


def assert_within(kiosk: KioskWindow) -> None:
    """The window keeps its size, and nothing in it is cut sideways, where it could not be scrolled to."""
    QApplication.processEvents()
    needed = kiosk.shell.minimumSizeHint()
    assert (kiosk.shell.width(), kiosk.shell.height()) == (1024, 720)
    assert needed.width() <= 1024
    assert needed.height() <= 720
    for card in kiosk.shell.findChildren(ScrollCard):
        if card.isVisible():
            assert card.scroll_area.widget().width() <= card.scroll_area.viewport().width()


def assert_in_sight(kiosk: KioskWindow, identifier: str) -> None:
    QApplication.processEvents()
    widget = kiosk.find(identifier)
    assert widget.visibleRegion().boundingRect() == widget.rect()


def test_every_word_is_in_the_bundled_letters(kiosk_in: KioskWindow) -> None:
    for words in shown(kiosk_in, QLabel, QAbstractButton):
        assert words.font().families()[: len(FAMILIES)] == list(FAMILIES), words.accessibleIdentifier()


def test_pictures_that_point_are_mirrored(kiosk: KioskWindow) -> None:
    kiosk.press("start")

    def drawn(identifier: str) -> QImage:
        button = kiosk.find(identifier)
        assert isinstance(button, QAbstractButton)
        icon = button.icon()
        return icon.pixmap(icon.availableSizes()[0]).toImage()

    before = {identifier: drawn(identifier) for identifier in ("back", "continue", "leave")}
    kiosk.shell.choose_language("ar")
    for identifier, picture in before.items():
        mirrored, inked = drawn(identifier), alpha_of(picture)
        assert differing(inked, alpha_of(mirrored.flipped(Qt.Orientation.Horizontal))) < 0.1 * sum(inked), identifier
        assert differing(inked, alpha_of(mirrored)) > 0.5 * sum(inked), identifier


def alpha_of(picture: QImage) -> list[bool]:
    """Where there is ink, row by row."""
    return [picture.pixelColor(x, y).alpha() > 127 for y in range(picture.height()) for x in range(picture.width())]


def differing(one: list[bool], other: list[bool]) -> int:
    return sum(a is not b for a, b in zip(one, other, strict=True))


def test_the_microphone_page_shows_the_way(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()

    def emphasised() -> list[str]:
        return [button.accessibleIdentifier() for button in shown(kiosk, QPushButton) if button.property("role") == "primary"]

    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.recorder.hear(SPEECH)
    qtbot.waitUntil(lambda: emphasised() == ["record"])
    kiosk.press("record")
    kiosk.recorder.say(3_000)
    kiosk.shell.current._end_trial.timeout.emit()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: emphasised() == ["mic-ok"])
    kiosk.press("mic-ok")
    assert emphasised() == ["continue"]


def centre_x(kiosk: KioskWindow, identifier: str) -> int:
    widget = kiosk.find(identifier)
    return widget.mapTo(kiosk.shell, widget.rect().center()).x()


def test_arabic_is_the_mirror_of_english(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    names = ("back", "continue", "steps", "leave", "elapsed")
    middle = kiosk.shell.width() / 2
    left_to_right = {name: centre_x(kiosk, name) < middle for name in names}
    kiosk.press("language")
    kiosk.press("language-ar")
    QApplication.processEvents()
    assert {name: centre_x(kiosk, name) < middle for name in names} == {name: not left for name, left in left_to_right.items()}
    assert kiosk.shell.door.x() == 0


def test_what_is_painted_by_hand_is_mirrored_too(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(2_000)

    def ink(identifier: str) -> list[bool]:
        """Where along the width something stands out from the card's own colour, far left first."""
        picture = kiosk.find(identifier).grab().toImage()
        ground = picture.pixelColor(0, 0)
        columns = range(picture.width())
        row = picture.height() // 2
        return [abs(picture.pixelColor(x, row).saturation() - ground.saturation()) > 100 for x in columns]

    before = ink("steps")
    kiosk.shell.choose_language("ar")
    QApplication.processEvents()
    after = ink("steps")
    assert before.index(True) < len(before) / 4
    assert after[::-1].index(True) < len(after) / 4
    assert True not in after[: len(after) // 2]


def test_the_language_changes_at_any_time_and_keeps_every_answer(kiosk: KioskWindow, qtbot: QtBot) -> None:
    kiosk.begin()
    kiosk.press("continue")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    kiosk.recorder.say(2_000)
    kiosk.press("language")
    assert not kiosk.recorder.recording
    kiosk.press("language-ar")
    assert kiosk.page == "prompt-1"
    assert kiosk.session.language == "ar"
    kiosk.press("pause")
    kiosk.recorder.say(1_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    kiosk.press("keep")
    assert kiosk.session.answers["why"].duration_ms == 3_000
    title = kiosk.shell.current.title.text()
    kiosk.shell.choose_language("en")
    assert kiosk.shell.current.title.text() != title
    assert kiosk.session.answers["why"].duration_ms == 3_000


def test_every_page_of_the_walk_has_its_own_name(kiosk_in: KioskWindow, qtbot: QtBot) -> None:
    names: dict[str, str] = {}
    for page in pages(kiosk_in, qtbot):
        screen = kiosk_in.shell.current
        if isinstance(screen, Screen) and " " not in page:
            names[screen.accessibleIdentifier()] = screen.accessibleName()
    assert len(names) == 17
    assert len(set(names.values())) == 17

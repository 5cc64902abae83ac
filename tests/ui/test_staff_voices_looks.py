"""The pages on which staff record the voice: they fit in every language and size of type, and hold no microphone before they must."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from choice_stage import HEIGHT_PX, WIDTH_PX, Stage, find, open_stage, press
from clip_samples import clip
from fake_recorder import FakeRecorder
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kiosk.audio.clip_file import is_clip
from kiosk.drafts.store import DraftStore
from kiosk.resources import RESOURCES, languages
from kiosk.staff.voice_store import VoiceStore
from kiosk.story.prompts import load_prompts
from kiosk.ui import theme
from kiosk.ui.staff.voice_booth import VoiceBooth
from kiosk.ui.staff.voices_page import VoicesPage

BUNDLED = RESOURCES / "voices"


@pytest.fixture(params=languages())
def stage(request: pytest.FixtureRequest, looks: QApplication) -> Iterator[Stage]:
    yield from open_stage(request.param, looks)


@pytest.mark.parametrize("size", [theme.TextSize.NORMAL, theme.TextSize.LARGEST])
def test_every_layer_fits_in_every_language(stage: Stage, looks: QApplication, tmp_path: Path, size: theme.TextSize) -> None:
    theme.apply(looks, theme.Look(text_size=size))
    recorders: list[FakeRecorder] = []

    def open_recorder(listener: object) -> FakeRecorder:
        recorders.append(FakeRecorder(tmp_path / "drafts.sqlite3", listener))  # type: ignore[arg-type]
        return recorders[-1]

    store = VoiceStore(tmp_path / "voices", BUNDLED, is_clip)
    language = stage.words.language
    with DraftStore(tmp_path / "drafts.sqlite3") as drafts:
        page = VoicesPage(VoiceBooth(RESOURCES, store, stage.speaker, drafts, open_recorder, lambda: 0.0, lambda: False), stage.tasks)
        page.retranslate()
        stage.show(page)
        # As wide as beside the doors with the longest words.
        page.resize(WIDTH_PX - 290, HEIGHT_PX)
        page.refresh()
        stage.settle()
        assert_fits(page)
        store.keep(language, load_prompts(RESOURCES / "prompts", language).by_id["why"].title, clip())
        press(page, f"voice-language-{language}")
        stage.settle()
        assert_fits(page)
        QTest.keyClick(find(page, "voice-list"), Qt.Key.Key_Return)
        stage.settle()
        assert_fits(page)
        press(page, "voice-record")
        recorders[-1].say(2_000)
        press(page, "voice-stop")
        stage.settle()
        assert_fits(page)
        page.leave()
    theme.apply(looks, theme.Look())


def assert_fits(page: QWidget) -> None:
    """Nothing is wider than the page or cut, and everything can be pressed with a finger and named by a helper."""
    assert page.minimumSizeHint().width() <= page.width()
    for button in page.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        assert button.accessibleIdentifier()
        assert button.accessibleName()
        assert button.height() >= theme.TARGET_PX
        assert button.width() >= button.minimumSizeHint().width(), button.text()
        place = QRect(button.mapTo(page, QPoint(0, 0)), button.size())
        assert place.left() >= 0, button.text()
        assert place.right() < page.width(), button.text()
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        if label.isVisible() and label.text():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_what_is_not_shown_holds_no_microphone(stage: Stage, tmp_path: Path) -> None:
    with DraftStore(tmp_path / "drafts.sqlite3") as drafts:
        store = VoiceStore(tmp_path / "voices", BUNDLED, is_clip)
        opened: list[object] = []
        open_recorder = partial(opened.append)
        page = VoicesPage(VoiceBooth(RESOURCES, store, stage.speaker, drafts, open_recorder, lambda: 0.0, lambda: False), stage.tasks)  # type: ignore[arg-type]
        stage.show(page)
        page.refresh()
        press(page, f"voice-language-{stage.words.language}")
        stage.settle()
        page.leave()
        assert opened == []
        assert drafts.draft_ids() == []

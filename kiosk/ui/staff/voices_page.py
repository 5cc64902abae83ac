"""The voice that reads pages aloud, recorded by a person: choose a language, then words, then read them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosk.resources import languages
from kiosk.staff.voice_store import VoiceOf
from kiosk.ui.staff.card import StaffCard
from kiosk.ui.staff.voice_booth import VoiceBooth, VoiceWords
from kiosk.ui.staff.voice_list_view import VoiceListView, count_words
from kiosk.ui.staff.voice_studio import VoiceStudio
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.plain_label import PlainLabel

_COLUMNS = 2


class VoicesPage(StaffCard):
    """Three layers, one at a time. `refresh` begins at the first; `leave` frees the microphone."""

    def __init__(self, booth: VoiceBooth, tasks: Tasks) -> None:
        super().__init__("staff-voices", tasks)
        self._booth = booth
        self._words: VoiceWords | None = None
        self.languages = _Languages()
        self.list = VoiceListView()
        self.studio = VoiceStudio(booth, tasks)
        # Not a stack: that would be as high as its highest page, and scroll where nothing has to.
        self._layers: tuple[QWidget, ...] = (self.languages, self.list, self.studio)
        for layer in self._layers:
            self.body.addWidget(layer, 1)
        self.list.hide()
        self.studio.hide()
        for code, button in self.languages.buttons.items():
            button.clicked.connect(partial(self._choose_language, code))
        self.list.chosen.connect(self._open_studio)
        self.list.left.connect(self._back_to_languages)
        self.studio.left.connect(self._back_to_list)
        self.studio.spoken_by.connect(self._on_spoken_by)
        self.studio.failed.connect(self.show_fault)
        self.studio.pressed.connect(self.notice.clear)

    def refresh(self) -> None:
        self._show_languages()

    def leave(self) -> None:
        self.studio.leave()
        self._show_layer(self.languages)

    def retranslate(self) -> None:
        self.languages.retranslate()
        self.list.retranslate()
        self.studio.retranslate()
        self._show_title()

    def _show_languages(self) -> None:
        self._words = None
        self._show_layer(self.languages)
        for code in languages():
            self.work(partial(self._booth.words, code), self.languages.show_count)

    def _back_to_languages(self) -> None:
        code = self._words.language if self._words is not None else ""
        self._show_languages()
        if code:
            self.languages.buttons[code].setFocus()

    def _choose_language(self, code: str) -> None:
        self.notice.clear()
        self.work(partial(self._booth.words, code), self._show_list)

    def _show_list(self, words: VoiceWords) -> None:
        if self.languages.isVisible():
            self._words = words
            self.list.show_words(words)
            self._show_layer(self.list)
            self.list.focus_list()

    def _open_studio(self, words: str) -> None:
        if self._words is not None:
            self.notice.clear()
            self._show_layer(self.studio)
            self.studio.enter(self._words, self.list.in_order(), words)

    def _back_to_list(self) -> None:
        self.notice.clear()
        self.studio.leave()
        self.list.came_from(self.studio.spoken)
        if self._words is not None:
            self.list.show_words(self._words)
        self._show_layer(self.list)
        self.list.focus_list()

    def _on_spoken_by(self, words: str, voice: VoiceOf) -> None:
        if self._words is not None:
            self._words = self._words.spoken_by(words, voice)

    def _show_layer(self, layer: QWidget) -> None:
        for other in self._layers:
            if other is not layer:
                other.hide()
        layer.show()
        self._show_title()

    def _show_title(self) -> None:
        own_name = languages()[self._words.language].name if self._words is not None else ""
        self.title.setText(own_name or QCoreApplication.translate("Staff", "Record the voice"))


class _Languages(QWidget):
    """Every language that ships, by its own name, with how much of it a person has read."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = PlainLabel("sentence")
        self.buttons: dict[str, QuietButton] = {}
        self._counts: dict[str, PlainLabel] = {}
        self._counted: dict[str, VoiceWords] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for number, language in enumerate(languages().values()):
            row, column = number // _COLUMNS * 2, number % _COLUMNS
            button, count = QuietButton(f"voice-language-{language.code}", language.name), PlainLabel("small")
            count.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self.buttons[language.code], self._counts[language.code] = button, count
            grid.addWidget(button, row, column)
            grid.addWidget(count, row + 1, column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.sentence)
        layout.addLayout(grid)
        layout.addStretch(1)

    def show_count(self, words: VoiceWords) -> None:
        self._counted[words.language] = words
        told = count_words(words)
        self._counts[words.language].setText(told)
        self.buttons[words.language].setAccessibleDescription(told)

    def retranslate(self) -> None:
        self.sentence.setText(QCoreApplication.translate("Staff", "Choose a language. Then read aloud what the pages say in it."))
        for words in list(self._counted.values()):
            self.show_count(words)

"""Where every visit begins and ends: languages by their own names, and one way in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from kiosk.story.interview import Page
from kiosk.ui.screens.base import Screen
from kiosk.ui.widgets.attract import Attract
from kiosk.ui.widgets.buttons import PrimaryButton
from kiosk.ui.widgets.language_button import LanguageButton
from kiosk.ui.words import Words


class StartScreen(Screen):
    """Holds nothing of anybody: it stays when a visit ends."""

    page = Page.START
    text_id = "start"

    language_chosen = Signal(str)

    def __init__(self, words: Words, languages: Sequence[str]) -> None:
        super().__init__(words)
        self.back.hide()
        self.continue_.hide()
        self.title.set_role("display")
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.languages = {code: LanguageButton(code) for code in languages}
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addStretch(1)
        for code, button in self.languages.items():
            self._group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _=False, code=code: self.language_chosen.emit(code))
        row.addStretch(1)
        self.start = PrimaryButton("start")
        self.start.make_big()
        self.start.clicked.connect(self.finish)
        begin = QHBoxLayout()
        begin.addStretch(1)
        begin.addWidget(self.start)
        begin.addStretch(1)
        self.body.addWidget(Attract(), 1)
        self.body.addLayout(row)
        self.body.addSpacing(10)
        self.body.addLayout(begin)
        self.body.addSpacing(6)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_heading(self.text().title, self.text().sentences[0])
        self.start.set_text(QCoreApplication.translate("Start", "Touch to begin"))
        self.languages[self.words.language].setChecked(True)

    def focus_first(self) -> None:
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

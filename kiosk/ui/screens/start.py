"""Where every visit begins and ends: languages by their own names, and one way in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from kiosk.story.pages import Page
from kiosk.ui.screens.base import Screen
from kiosk.ui.widgets.attract import Attract
from kiosk.ui.widgets.buttons import PrimaryButton, QuietButton
from kiosk.ui.widgets.language_button import LanguageButton
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.words import Words

# Side by side: all that fit, in rows of equal length.
_COLUMNS = (4, 2)


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
        for code, button in self.languages.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, code=code: self.language_chosen.emit(code))
        buttons = list(self.languages.values())
        choice = Reflow([in_columns(buttons, columns) for columns in _COLUMNS], 14)
        self.start = PrimaryButton("start")
        self.start.make_big()
        self.start.clicked.connect(self.finish)
        self.withdraw = QuietButton("withdraw")
        # Below the card, where nothing can push it out of sight.
        self.row.hide()
        balance = QWidget()
        beside = {self.withdraw: (0, 0, 1, 2), self.start: (0, 2, 1, 3), balance: (0, 5, 1, 2)}
        below = {self.start: (0, 1, 1, 4), self.withdraw: (1, 1, 1, 4), balance: (0, 5, 1, 1)}
        begin = Reflow([beside, below, {**in_columns([self.start, self.withdraw], 1), balance: (2, 0, 1, 1)}], 10)
        self.body.addWidget(Attract(), 1)
        self.body.addWidget(choice)
        whole = self.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.addWidget(begin)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_heading(self.text().title, self.text().sentences[0])
        self.start.set_text(QCoreApplication.translate("Start", "Touch to begin"))
        self.withdraw.set_text(QCoreApplication.translate("Withdraw", "Take a story back"))
        self.languages[self.words.language].setChecked(True)

    def set_ready(self, ready: bool) -> None:
        """Nobody can begin before there is a place for what she says, or take anything back before it can be found."""
        self.start.setEnabled(ready)
        self.withdraw.setEnabled(ready)

    def greet(self) -> None:
        """As `enter`, for nobody yet."""
        self.notice.clear()
        self.retranslate()

    def can_continue(self) -> bool:
        return True

    def focus_first(self) -> None:
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

"""She chose no name, but answers may say one: hear them, cut the name out, record again, or say that there is none.

The first answer is always asked about, because its question asks for a name; the others where she has marked one. One at a time.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.story.edits import uncut_marks
from kiosk.story.interview import prompts_to_check
from kiosk.story.pages import PROMPT_PAGES, Page
from kiosk.story.session import AnswerDraft, Session
from kiosk.ui.pictures import choice_picture
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.names_part import NamesPart
from kiosk.ui.screens.summary import heading
from kiosk.ui.widgets.answer_player import AnswerPlayer, Hearing
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.words import Words

_PAGES = {prompt: page for page, prompt in PROMPT_PAGES.items()}


class NameCheckScreen(Screen):
    """Continue and Back lead from one answer to the next before they lead to another page."""

    page = Page.NAME_CHECK
    text_id = "name-check"
    records_consent = True

    record_again_asked = Signal(object)
    """(Page) Back to that prompt; all else she gave stays."""

    def __init__(self, words: Words, hearing: Hearing) -> None:
        super().__init__(words)
        self._prompts: list[str] = []
        self._place = 0
        self._checked: set[str] = set()
        self.bar = AnswerPlayer(hearing)
        self.names = NamesPart(self.bar)
        self.again = QuietButton("rerecord")
        self.again.set_picture("record")
        self.said_none = ChoiceCard("no-name-said", one_of_several=False, picture_px=44)
        self.said_none.set_picture(choice_picture(self.text_id, "said-none"))
        panel = QFrame()
        panel.setProperty("role", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(6)
        inside.addWidget(self.bar, 1)
        inside.addWidget(self.names)
        self.body.setSpacing(8)
        self.body.addWidget(panel, 1)
        self.body.addWidget(self.said_none)
        self.add_to_row(self.again)
        self.bar.failed.connect(self.show_fault)
        self.bar.playing_changed.connect(self.busy_changed)
        self.names.edited.connect(self._on_edited)
        self.again.clicked.connect(lambda: self.record_again_asked.emit(_PAGES[self.prompt]))
        self.said_none.clicked.connect(self._say)

    @property
    def prompt(self) -> str:
        """The id of the one whose answer is shown."""
        return self._prompts[self._place]

    @property
    def _answer(self) -> AnswerDraft:
        return self.session.answers[self.prompt]

    def enter(self, session: Session) -> None:
        # Fixed while the page is shown: an answer whose name has been cut stays, to be heard again.
        self._prompts = prompts_to_check(session) or ["why"]
        self._checked = set(self._prompts) if session.name_checked else set()
        self._place = 0
        self.session = session
        self.bar.show_answer(self._answer)
        self.names.open_for(self._answer)
        super().enter(session)

    def leave(self) -> None:
        self.names.close_it()
        self.bar.show_answer(None)
        super().leave()

    def finish(self) -> None:
        if self._place + 1 < len(self._prompts) and self._is_checked(self.prompt):
            self._turn_to(self._place + 1)
        else:
            super().finish()

    def go_back(self) -> None:
        if self._place:
            self._turn_to(self._place - 1)
        else:
            super().go_back()

    def can_continue(self) -> bool:
        return self._is_checked(self.prompt)

    def retranslate(self) -> None:
        super().retranslate()
        choices = self.text().choices
        self.bar.retranslate()
        self.names.retranslate(choices["cut"].label)
        self.again.set_text(choices["again"].label)
        self.said_none.set_words(choices["said-none"].label, choices["said-none"].sentence)
        self._show_heading()

    def refresh(self) -> None:
        self.session.name_checked = all(map(self._is_checked, self._prompts))
        super().refresh()
        self.said_none.setChecked(self.prompt in self._checked and not self._answer.cuts)

    def _turn_to(self, place: int) -> None:
        self.notice.clear()
        self._place = place
        self.bar.show_answer(self._answer)
        self.names.open_for(self._answer)
        self._show_heading()
        self.refresh()
        self.focus_first()

    def _show_heading(self) -> None:
        if not self._prompts:
            return
        text = self.text()
        asked = " ".join(text.sentences)
        if self.prompt != "why":
            asked = QCoreApplication.translate("NameCheck", "You marked a name in this answer. Listen, then choose what to do.")
        title = text.title if len(self._prompts) == 1 else f"{heading(_PAGES[self.prompt])}: {text.title}"
        self.set_heading(title, asked)

    def _is_checked(self, prompt: str) -> bool:
        """She said so, or cut names out and left none that she had marked."""
        answer = self.session.answers[prompt]
        return prompt in self._checked or (bool(answer.cuts) and not uncut_marks(answer))

    def _on_edited(self) -> None:
        # What she said before was about other marks and cuts.
        self._checked.discard(self.prompt)
        self.edited()

    def _say(self, ticked: bool) -> None:
        if ticked:
            self._checked.add(self.prompt)
        else:
            self._checked.discard(self.prompt)
        self.edited()

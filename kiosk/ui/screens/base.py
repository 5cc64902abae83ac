"""What all screens share: a card with a title, a sentence and a body, and a row below it with Back and Continue.

A screen edits the session it was given and says so; it never moves on by itself. The window (kiosk.ui.shell) asks the interview.

How to write one:

* give `page` and `text_id`; take collaborators as further constructor arguments; build widgets into `self.body` in the constructor,
  and put further buttons of the bottom row with `add_to_row`;
* `retranslate()` sets every word anew (call the base's first); it runs in `enter` and whenever the language changes;
* `refresh()` makes the widgets show `self.session` (call the base's first); it runs in `enter` and after every `edited()`;
* when the person gives something: change `self.session`, then call `edited()`;
* `leave()` stops what sounds, records or runs (call the base's last). The screen may be entered again, or be destroyed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.story.pages import Page
from kiosk.story.texts import PageText
from kiosk.ui.widgets.bottom_row import BottomRow
from kiosk.ui.widgets.buttons import OnwardButton, QuietButton
from kiosk.ui.widgets.notice import Notice
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.scroll_card import ScrollCard
from kiosk.ui.words import Words
from sync.contract.faults import Fault

if TYPE_CHECKING:
    # Only for types: Start is painted before anything of a story is loaded.
    from kiosk.story.session import Session


class Screen(QWidget):
    """One page of the walk. Lives on the window's thread, for one visit."""

    page: Page
    text_id: str = ""
    """Which words of kiosk.story.texts the page shows; base sets title and sentences from it. Empty: the screen sets its own."""
    records_consent: bool = False
    """Continue writes the hash of the shown words into session.texts."""

    session: Session
    """What the page was last entered with; there is none before that."""

    continued = Signal()
    """Continue was pressed and may be followed."""
    back_asked = Signal()
    changed = Signal()
    """The session was edited: the window saves it."""
    busy_changed = Signal(bool)
    """Recording or playing began or ended: nobody is idle meanwhile."""

    def __init__(self, words: Words, page: Page | None = None) -> None:
        super().__init__()
        if page is not None:
            self.page = page
        self.words = words
        self.setAccessibleIdentifier(f"page-{self.page}")
        self._lay_out()

    def _lay_out(self) -> None:
        self.title = PlainLabel("title")
        self.sentence = PlainLabel("sentence")
        self.notice = Notice()
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        self.card = ScrollCard()
        self.scroll_area = self.card.scroll_area
        self.card.above.addWidget(self.notice)
        self.card.above.addWidget(self.title)
        self.card.content.addWidget(self.sentence)
        self.card.content.addSpacing(2)
        self.card.content.addLayout(self.body, 1)
        self.back = QuietButton("back")
        self.back.set_picture("back")
        self.continue_ = OnwardButton("continue")
        self.row = BottomRow(self.back, self.continue_)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        whole.addWidget(self.card, 1)
        whole.addWidget(self.row)
        self.back.clicked.connect(self.go_back)
        self.continue_.clicked.connect(self.finish)

    def add_to_row(self, widget: QWidget) -> None:
        """After Back, in reading order."""
        self.row.add(widget)

    def add_stretching_to_row(self, widget: QWidget) -> None:
        """As add_to_row, for a sentence that takes the free space."""
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.row.add(widget, sentence=True)

    def add_before_continue(self, widget: QWidget) -> None:
        """At the end of the row, where the way on is."""
        self.row.add_before_onward(widget)

    # What the window calls

    def enter(self, session: Session) -> None:
        """Shows the page for this session."""
        self.session = session
        self.notice.clear()
        self.retranslate()
        self.refresh()

    def leave(self) -> None:
        """The page is no longer the current one, for whatever reason."""
        self.notice.clear()

    def retranslate(self) -> None:
        """Sets all words in the language that is chosen now."""
        self.back.set_text(QCoreApplication.translate("Screen", "Back"))
        self.continue_.set_text(QCoreApplication.translate("Screen", "Continue"))
        if self.text_id:
            text = self.text()
            self.set_heading(text.title, "\n".join(text.sentences))

    def focus_first(self) -> None:
        """Where a keyboard or screen reader begins."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    # What screens use

    def text(self) -> PageText:
        """This page's words in the chosen language."""
        return self.words.texts.page(self.text_id)

    def set_heading(self, title: str, sentence: str = "") -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)

    def refresh(self) -> None:
        """Makes the widgets show the session."""
        self.continue_.setEnabled(self.can_continue())

    def can_continue(self) -> bool:
        """The interview's rule; a screen adds its own conditions (such as: a take is running)."""
        from kiosk.story.interview import may_continue  # not at the top of the file: see Session there

        return may_continue(self.page, self.session)

    def edited(self) -> None:
        """To be called after every change of the session."""
        self.refresh()
        self.changed.emit()

    def finish(self) -> None:
        """Continue, from its button or from what stands for it. Consent is bound to the words that stood here."""
        if not self.can_continue():
            return
        if self.records_consent:
            self.record_consent()
        self.continued.emit()

    def record_consent(self) -> None:
        """Into the session: which words stood here, and in which language."""
        texts = self.words.texts
        self.session.agree(self.text_id, texts.text_hash(self.text_id), texts.language)
        self.changed.emit()

    def go_back(self) -> None:
        """Back, from its button or Escape; a page with something open of its own closes that first."""
        self.back_asked.emit()

    def show_fault(self, fault: Fault) -> None:
        """A sentence in the page, in the person's language; nothing else changes."""
        from kiosk.ui.faults import fault_sentence

        self.notice.say(fault_sentence(fault))

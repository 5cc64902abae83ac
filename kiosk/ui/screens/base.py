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

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from kiosk.story.interview import Page, may_continue
from kiosk.story.session import Session
from kiosk.story.texts import PageText
from kiosk.ui.faults import fault_sentence
from kiosk.ui.widgets.buttons import PrimaryButton, QuietButton
from kiosk.ui.widgets.notice import Notice
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.scroll_card import ScrollCard
from kiosk.ui.words import Words
from sync.contract.faults import Fault


class Screen(QWidget):
    """One page of the walk. Lives on the window's thread, for one visit."""

    page: Page
    text_id: str = ""
    """Which words of kiosk.story.texts the page shows; base sets title and sentences from it. Empty: the screen sets its own."""
    records_consent: bool = False
    """Continue writes the hash of the shown words into session.texts."""

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
        self.session = Session()
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
        self.card.content.addWidget(self.title)
        self.card.content.addWidget(self.sentence)
        self.card.content.addSpacing(6)
        self.card.content.addLayout(self.body, 1)
        self.back = QuietButton("back")
        self.back.set_picture("back")
        self.continue_ = PrimaryButton("continue")
        self.continue_.set_picture("onward", trailing=True)
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        self._row.addWidget(self.back)
        self._free = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._row.addItem(self._free)
        self._row.addWidget(self.continue_)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.card, 1)
        whole.addLayout(self._row)
        self.back.clicked.connect(self.go_back)
        self.continue_.clicked.connect(self.finish)

    def add_to_row(self, widget: QWidget) -> None:
        """After Back, in reading order."""
        self._row.insertWidget(self._row.indexOf(self._free), widget)

    def add_stretching_to_row(self, widget: QWidget) -> None:
        """As add_to_row, for a sentence that takes the free space."""
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.insertWidget(self._row.indexOf(self._free), widget, 1000)

    def add_before_continue(self, widget: QWidget) -> None:
        """At the end of the row, where the way on is."""
        self._row.insertWidget(self._row.count() - 1, widget)

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

    def spoken_text_id(self) -> str | None:
        """What Listen reads aloud here (see Words.voice_path)."""
        return self.text_id or None

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
            self.session.texts[self.text_id] = self.words.texts.text_hash(self.text_id)
            self.changed.emit()
        self.continued.emit()

    def go_back(self) -> None:
        """Back, from its button or Escape; a page with something open of its own closes that first."""
        self.back_asked.emit()

    def show_fault(self, fault: Fault) -> None:
        """A sentence in the page, in the person's language; nothing else changes."""
        self.notice.say(fault_sentence(fault))

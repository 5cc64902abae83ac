"""Everything that is spoken in one language, to choose what to record."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from kiosk.staff.voice_list import Section, SpokenGroup
from kiosk.staff.voice_store import VoiceOf
from kiosk.ui.staff.voice_booth import VoiceWords
from kiosk.ui.staff.voice_rows import Heading, SpokenRow, VoiceRowPainter, VoiceRows
from kiosk.ui.theme import TARGET_PX
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.widgets.scroll_arrows import ScrollArrows

_CHOOSING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class VoiceListView(QWidget):
    """One language at a time; `left` asks for the others."""

    chosen = Signal(str)
    """(words)"""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words: VoiceWords | None = None
        self._last = ""
        self.back = QuietButton("voice-languages")
        self.back.set_picture("back")
        self.count = PlainLabel("body")
        self.count.setAccessibleIdentifier("voice-count")
        self.only_missing = QuietButton("voice-only-missing")
        self.only_missing.setCheckable(True)
        self.nothing = PlainLabel("sentence")
        self.rows = VoiceRows()
        self.list = _Rows(self.rows)
        row = [self.back, self.only_missing]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(Reflow([in_columns(row, 2), in_columns(row, 1)], 12))
        layout.addWidget(self.count)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self.back.clicked.connect(self.left)
        self.only_missing.toggled.connect(self._fill)
        self.list.pressed_row.connect(self._choose)

    def show_words(self, words: VoiceWords) -> None:
        self._words = words
        self._fill()

    def in_order(self) -> list[str]:
        """What can be gone through now: everything that is listed."""
        return [words for group in self._shown_groups() for words in group.words]

    def focus_list(self) -> None:
        """On what was chosen last, or on the first."""
        index = self.rows.index_of(self._last)
        if index is None:
            self.only_missing.setFocus()
            return
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.list.setFocus()

    def came_from(self, words: str) -> None:
        """Where one was in the list while one was recording."""
        self._last = words

    def retranslate(self) -> None:
        self.back.set_text(QCoreApplication.translate("Screen", "Back"))
        self.only_missing.set_text(QCoreApplication.translate("Staff", "Only what is missing"))
        self.nothing.setText(QCoreApplication.translate("Staff", "Everything is recorded."))
        self._fill()

    def _fill(self) -> None:
        words = self._words
        if words is None:
            return
        self.count.setText(count_words(words))
        self.list.painter.words_direction = QLocale(words.language).textDirection()
        self.list.setAccessibleName(self.count.text())
        rows: list[Heading | SpokenRow] = []
        for group in self._shown_groups():
            rows.append(Heading(heading_words(group)))
            rows += [SpokenRow(spoken, words.voices[spoken], voice_words(words.voices[spoken])) for spoken in group.words]
        self.rows.set_rows(rows)
        self.nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))

    def _shown_groups(self) -> list[SpokenGroup]:
        if self._words is None:
            return []
        voices, all_of_it = self._words.voices, not self.only_missing.isChecked()
        shown = [
            SpokenGroup(group.section, group.title, tuple(words for words in group.words if all_of_it or not voices[words].human))
            for group in self._words.groups
        ]
        return [group for group in shown if group.words]

    def _choose(self, index: QModelIndex) -> None:
        row = self.rows.row(index)
        if isinstance(row, SpokenRow):
            self._last = row.words
            self.chosen.emit(row.words)


class _Rows(QListView):
    """Chosen by a touch, or by Enter and Space on the current row."""

    pressed_row = Signal(QModelIndex)

    def __init__(self, rows: VoiceRows) -> None:
        super().__init__()
        self.setAccessibleIdentifier("voice-list")
        self.setModel(rows)
        self.painter = VoiceRowPainter(self.viewport())
        self.setItemDelegate(self.painter)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: rows would otherwise change their width, and so their height, while they are laid out.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(3 * TARGET_PX)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self.pressed_row)
        ScrollArrows(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            # The height of a row follows its width.
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CHOOSING_KEYS and self.currentIndex().isValid():
            self.pressed_row.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def count_words(words: VoiceWords) -> str:
    template = QCoreApplication.translate("Staff", "In a person's voice: {count} of {total}")
    return template.format(count=words.human, total=len(words.voices))


def voice_words(voice: VoiceOf) -> str:
    return {
        VoiceOf.OWN: QCoreApplication.translate("Staff", "A person's voice"),
        VoiceOf.PERSON: QCoreApplication.translate("Staff", "A person's voice"),
        VoiceOf.SYNTHETIC: QCoreApplication.translate("Staff", "The computer's voice"),
        VoiceOf.NOBODY: QCoreApplication.translate("Staff", "No voice yet"),
    }[voice]


def heading_words(group: SpokenGroup) -> str:
    """A page by its own title, in the language that is recorded."""
    return {
        Section.PROMPTS: QCoreApplication.translate("Staff", "The three questions"),
        Section.PAGE: group.title,
        Section.WORDS: QCoreApplication.translate("Staff", "Other words"),
        Section.NUMBERS: QCoreApplication.translate("Staff", "Numbers"),
    }[group.section]

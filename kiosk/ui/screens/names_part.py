"""Names in an answer: marking them while listening, putting the edges right, and cutting them out. One mark at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.story.edits import STEP_MS, add_mark, cut_mark, drop_mark, is_cut, move_mark, put_back, uncut_marks
from kiosk.story.session import AnswerDraft
from kiosk.ui.clock_text import clock_text
from kiosk.ui.widgets.answer_player import AnswerPlayer
from kiosk.ui.widgets.buttons import OnwardButton, QuietButton
from kiosk.ui.widgets.live_label import LiveLabel
from kiosk.ui.widgets.picture_button import PictureButton
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns
from sync.contract.story import Span

_BEFORE_MARK_MS = 1_000


class NamesPart(QWidget):
    """Edits the answer that it was opened for; the player beside it plays that answer and shows the marks."""

    edited = Signal()

    def __init__(self, player: AnswerPlayer) -> None:
        super().__init__()
        self._player = player
        self._answer: AnswerDraft | None = None
        self._chosen: Span | None = None
        self._cut_words = ""
        self.status = LiveLabel("body")
        self.status.setAccessibleIdentifier("mark-status")
        self.mark = QuietButton("mark-name")
        self.drop = QuietButton("mark-drop")
        self.following = OnwardButton("mark-next", primary=False)
        self.cut = QuietButton("cut-name")
        self.mark.set_picture("flag")
        self.drop.set_picture("undo")
        self.begins = _Edge("mark-begin")
        self.ends = _Edge("mark-end")
        above = (self.mark, self.drop, self.cut)
        below = (self.begins, self.ends, self.following)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.status)
        for row in (above, below):
            layout.addWidget(Reflow([in_columns(row, columns) for columns in (3, 2, 1)], 10))
        self.mark.clicked.connect(self._mark_here)
        self.drop.clicked.connect(self._drop)
        self.following.clicked.connect(self._choose_following)
        self.cut.clicked.connect(self._cut_or_put_back)
        self.begins.moved.connect(lambda by_ms: self._move(start_by_ms=by_ms))
        self.ends.moved.connect(lambda by_ms: self._move(end_by_ms=by_ms))
        player.wave.sought.connect(self._choose_at)

    @property
    def chosen(self) -> Span | None:
        """The mark that is being worked on."""
        return self._chosen

    def open_for(self, answer: AnswerDraft) -> None:
        """Begins with the first name that is still to be heard."""
        self._answer = answer
        self.show()
        self._choose(next(iter([*uncut_marks(answer), *answer.name_marks]), None))

    def close_it(self) -> None:
        self._answer = self._chosen = None
        self.hide()

    def retranslate(self, cut: str) -> None:
        """`cut` are the words for cutting a name out."""
        self._cut_words = cut
        self.mark.set_text(QCoreApplication.translate("Prompt", "I said a name"))
        self.drop.set_text(QCoreApplication.translate("Names", "No name here"))
        self.following.set_text(QCoreApplication.translate("Names", "Next name"))
        self.begins.retranslate(
            QCoreApplication.translate("NameCheck", "It begins"),
            QCoreApplication.translate("Names", "Begins earlier"),
            QCoreApplication.translate("Names", "Begins later"),
        )
        self.ends.retranslate(
            QCoreApplication.translate("NameCheck", "It ends"),
            QCoreApplication.translate("Names", "Ends earlier"),
            QCoreApplication.translate("Names", "Ends later"),
        )
        self._show()

    def _mark_here(self) -> None:
        if self._answer is not None:
            self._chosen = add_mark(self._answer, self._player.position_ms)
            self._tell()

    def _drop(self) -> None:
        if self._answer is not None and self._chosen is not None:
            drop_mark(self._answer, self._chosen)
            self._chosen = next(iter([*uncut_marks(self._answer), *self._answer.name_marks]), None)
            self._tell()

    def _cut_or_put_back(self) -> None:
        if self._answer is None or self._chosen is None:
            return
        if is_cut(self._answer, self._chosen):
            put_back(self._answer, self._chosen)
        else:
            cut_mark(self._answer, self._chosen)
        self._tell()
        self._player.go_to(max(0, self._chosen.start_ms - _BEFORE_MARK_MS))

    def _move(self, *, start_by_ms: int = 0, end_by_ms: int = 0) -> None:
        if self._answer is not None and self._chosen is not None:
            self._chosen = move_mark(self._answer, self._chosen, start_by_ms=start_by_ms, end_by_ms=end_by_ms)
            self._tell()

    def _choose_following(self) -> None:
        if self._answer is not None and self._chosen is not None:
            marks = self._answer.name_marks
            self._choose(marks[(marks.index(self._chosen) + 1) % len(marks)])

    def _choose_at(self, position_ms: int) -> None:
        """A tap on a mark means that mark, and stays where it was made."""
        if self._answer is not None:
            touched = [mark for mark in self._answer.name_marks if mark.start_ms <= position_ms < mark.end_ms]
            if touched and self._chosen not in touched:
                self._chosen = touched[0]
                self._show()

    def _choose(self, mark: Span | None) -> None:
        self._chosen = mark
        if mark is not None:
            self._player.stop()
            self._player.go_to(max(0, mark.start_ms - _BEFORE_MARK_MS))
        self._show()

    def _tell(self) -> None:
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        answer, chosen = self._answer, self._chosen
        if answer is None:
            return
        self._player.show_edits(chosen)
        for widget in (self.drop, self.begins, self.ends, self.cut):
            widget.setEnabled(chosen is not None)
        self.following.setVisible(len(answer.name_marks) > 1)
        cut = chosen is not None and is_cut(answer, chosen)
        self.cut.setAccessibleIdentifier("cut-undo" if cut else "cut-name")
        self.cut.set_picture("undo" if cut else "cut")
        self.cut.set_text(QCoreApplication.translate("NameCheck", "Undo the cut") if cut else self._cut_words)
        self.status.setText(_status(answer, chosen))


class _Edge(QWidget):
    """One edge of a mark, and two buttons that move it."""

    moved = Signal(int)
    """(by_ms)"""

    def __init__(self, identifier: str) -> None:
        super().__init__()
        self.label = PlainLabel("strong")
        self.label.setWordWrap(False)
        self.earlier = PictureButton(f"{identifier}-earlier", "back")
        self.later = PictureButton(f"{identifier}-later", "onward")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.label)
        line.addWidget(self.earlier)
        line.addWidget(self.later)
        line.addStretch(1)
        for button, by_ms in ((self.earlier, -STEP_MS), (self.later, STEP_MS)):
            button.quick = True
            button.clicked.connect(partial(self.moved.emit, by_ms))

    def retranslate(self, label: str, earlier: str, later: str) -> None:
        self.label.setText(label)
        self.earlier.set_text(earlier)
        self.later.set_text(later)


def _status(answer: AnswerDraft, chosen: Span | None) -> str:
    if chosen is None:
        return QCoreApplication.translate("Names", "Listen. When you hear a name, press the flag.")
    if is_cut(answer, chosen):
        return QCoreApplication.translate("NameCheck", "The part is cut out. Listen again to be sure.")
    words = QCoreApplication.translate("Names", "Name {number} of {all}: from {start} to {end}.")
    return words.format(
        number=answer.name_marks.index(chosen) + 1,
        all=len(answer.name_marks),
        start=_to_a_tenth(chosen.start_ms),
        end=_to_a_tenth(chosen.end_ms),
    )


def _to_a_tenth(position_ms: int) -> str:
    return f"{clock_text(position_ms)}.{position_ms % 1000 // 100}"

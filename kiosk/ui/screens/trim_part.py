"""Trimming: where an answer begins and where it ends. By two handles on its waveform, or by two buttons at the playhead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.story.edits import keep_all, press_begin, press_end, set_begin, set_end
from kiosk.story.session import AnswerDraft
from kiosk.ui.clock_text import clock_text
from kiosk.ui.widgets.answer_player import AnswerPlayer
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.widgets.trim_handle import HANDLE_PX, TrimHandle


class TrimPart(QWidget):
    """Edits the answer that it was opened for. The handles are on the player's waveform, and only while it is open."""

    edited = Signal()

    def __init__(self, player: AnswerPlayer) -> None:
        super().__init__()
        self._player = player
        self._answer: AnswerDraft | None = None
        self.kept = PlainLabel("body")
        self.begin = QuietButton("trim-begin")
        self.end = QuietButton("trim-end")
        self.all = QuietButton("trim-undo")
        self.begin.set_picture("begins")
        self.end.set_picture("ends")
        self.all.set_picture("undo")
        self.begin_handle = TrimHandle("trim-begin-handle", player.wave, begins=True)
        self.end_handle = TrimHandle("trim-end-handle", player.wave, begins=False)
        buttons = (self.begin, self.end, self.all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.kept)
        layout.addWidget(Reflow([in_columns(buttons, columns) for columns in (3, 2, 1)], 10))
        player.wave.laid_out.connect(self._place)
        self.begin.clicked.connect(lambda: self._edit(press_begin, player.position_ms))
        self.end.clicked.connect(lambda: self._edit(press_end, player.position_ms))
        self.all.clicked.connect(self._keep_all)
        self.begin_handle.sought.connect(lambda position_ms: self._edit(set_begin, position_ms))
        self.end_handle.sought.connect(lambda position_ms: self._edit(set_end, position_ms))
        for handle in (self.begin_handle, self.end_handle):
            handle.let_go.connect(self.edited)
        self.close_it()

    def open_for(self, answer: AnswerDraft) -> None:
        self._answer = answer
        self._player.wave.set_edges(HANDLE_PX)
        for handle in (self.begin_handle, self.end_handle):
            handle.set_duration(answer.duration_ms)
            handle.show()
        self.show()
        self._show()

    def close_it(self) -> None:
        self._answer = None
        self._player.wave.set_edges(None)
        for handle in (self.begin_handle, self.end_handle):
            handle.hide()
        self.hide()

    def retranslate(self) -> None:
        self.begin.set_text(QCoreApplication.translate("Trim", "Begin here"))
        self.end.set_text(QCoreApplication.translate("Trim", "End here"))
        self.all.set_text(QCoreApplication.translate("Trim", "Keep all of it"))
        self.begin_handle.setAccessibleName(QCoreApplication.translate("Trim", "Where it begins"))
        self.end_handle.setAccessibleName(QCoreApplication.translate("Trim", "Where it ends"))
        self._show()

    def _edit(self, how: Callable[[AnswerDraft, int], None], position_ms: int) -> None:
        if self._answer is not None:
            how(self._answer, position_ms)
            self._show_edit()

    def _keep_all(self) -> None:
        if self._answer is not None:
            keep_all(self._answer)
            self._show_edit()

    def _show_edit(self) -> None:
        self._player.show_edits()
        self._show()
        # Every step of a drag would be written to the disk.
        if not (self.begin_handle.held or self.end_handle.held):
            self.edited.emit()

    def _show(self) -> None:
        if self._answer is None:
            return
        words = QCoreApplication.translate("Trim", "{kept} of {all} is kept. What is grey falls away.")
        self.kept.setText(words.format(kept=clock_text(self._answer.kept_ms), all=clock_text(self._answer.duration_ms)))
        self.all.setEnabled(self._answer.trim is not None)
        self._place()

    def _place(self) -> None:
        if self._answer is not None:
            self.begin_handle.place(self._answer.kept.start_ms)
            self.end_handle.place(self._answer.kept.end_ms)

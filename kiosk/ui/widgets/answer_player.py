"""An answer to listen to: a round play button and its whole waveform to tap on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from kiosk.story.session import AnswerDraft
from kiosk.ui.overview import Overview, ReadChunks
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.answer_waveform import AnswerWaveform
from kiosk.ui.widgets.audio_bar import AudioBar
from kiosk.ui.widgets.picture_button import PictureButton
from sync.contract.story import Span

_BUTTON_PX = 72


@dataclass(frozen=True)
class Hearing:
    """How answers are heard and seen. `take_sound(take ids, duration_ms, cuts)` joins segments, `read_chunks` gives their sound."""

    speaker: Speaker
    tasks: Tasks
    take_sound: Callable[[list[str], int, Sequence[Span]], Sound]
    read_chunks: ReadChunks


class AnswerPlayer(AudioBar):
    """Plays what is kept of an answer, its cuts as others will hear them. Its `track` is the waveform."""

    def __init__(self, hearing: Hearing, identifier: str = "play") -> None:
        self.wave = AnswerWaveform(f"{identifier}-position")
        self._hearing = hearing
        self._answer: AnswerDraft | None = None
        self._seen: tuple[list[str], int] = ([], 0)
        self._heard: tuple[Span, tuple[Span, ...]] | None = None
        super().__init__(
            hearing.speaker, identifier, button=PictureButton(identifier, "play", filled=True, side_px=_BUTTON_PX), track=self.wave
        )
        self._overview = Overview(hearing.tasks, hearing.read_chunks, self)
        self._overview.grown.connect(self.wave.show_peaks)
        self._overview.failed.connect(self.failed)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.button, 1, 0, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self.time, 2, 0, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self.wave, 0, 1, 4, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(0, 1)
        grid.setRowStretch(3, 1)

    def show_answer(self, answer: AnswerDraft | None) -> None:
        """Another answer, or the same with more to it: from the beginning. None forgets the one before, picture and all."""
        self._answer = answer
        seen = ([], 0) if answer is None else (list(answer.take_ids), answer.duration_ms)
        if seen != self._seen:
            if seen[0][: len(self._seen[0])] != self._seen[0] or not self._seen[0]:
                self.wave.show_peaks(())
            self._seen = seen
            self._overview.load(seen[0])
        self._reload()

    def show_edits(self, chosen: Span | None = None) -> None:
        """The same answer was trimmed, cut or marked: the playhead stays. `chosen` is the mark that is being worked on."""
        answer = self._answer
        if answer is None:
            return
        if self._heard != _heard(answer):
            self._reload(self.position_ms)
        self.wave.show_names(answer.name_marks, answer.cuts, chosen)

    def go_to(self, position_ms: int) -> None:
        """Without playing."""
        self.track.set_position(position_ms)
        self._show_time()

    def _reload(self, position_ms: int | None = None) -> None:
        answer = self._answer
        if answer is None or not answer.has_recording:
            self._heard = None
            self.set_sound(None)
            self.wave.show_names((), ())
            return
        self._heard = _heard(answer)
        self.set_sound(self._hearing.take_sound(answer.take_ids, answer.duration_ms, answer.cuts))
        self._start_ms, self._end_ms = answer.kept.start_ms, answer.kept.end_ms
        self.wave.show_kept(answer.kept)
        self.wave.show_names(answer.name_marks, answer.cuts)
        self.go_to(self._start_ms if position_ms is None else position_ms)


def _heard(answer: AnswerDraft) -> tuple[Span, tuple[Span, ...]]:
    """What changes how it sounds."""
    return answer.kept, tuple(answer.cuts)

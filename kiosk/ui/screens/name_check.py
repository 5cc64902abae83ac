"""She chose no name, but the first question asks for one: hear that answer, cut the name out, record again, or say that there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from kiosk.story.interview import Page
from kiosk.story.session import AnswerDraft, Session
from kiosk.ui.screens.base import Screen
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.widgets.audio_bar import AudioBar
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Arrangement, Reflow, in_columns
from kiosk.ui.words import Words
from sync.contract.story import Span

PROMPT = "why"
# A finger comes down after the name was heard, so a beginning set while listening is moved forward by this much.
_REACTION_MS = 600
# What is cut when only the end was pressed: longer than most names.
_GUESSED_MS = 2_000
_WIDER_MS = 500


class NameCheckScreen(Screen):
    """`answer_sound(prompt, with_cuts)` gives what to play; it is asked anew after every cut."""

    page = Page.NAME_CHECK
    text_id = "name-check"
    records_consent = True

    record_again_asked = Signal()
    """Back to the first prompt; all else she gave stays."""

    def __init__(self, words: Words, speaker: Speaker, answer_sound: Callable[[str, bool], Sound]) -> None:
        super().__init__(words)
        self._answer_sound = answer_sound
        self._span: Span | None = None
        self.bar = AudioBar(speaker, "play")
        self.explanation = PlainLabel("small")
        self.begins = QuietButton("cut-begins")
        self.ends = QuietButton("cut-ends")
        self.wider = QuietButton("cut-wider")
        self.span = PlainLabel("small")
        self.cut = QuietButton("cut-name")
        self.undo = QuietButton("cut-undo")
        self.again = QuietButton("rerecord")
        self.said_none = ChoiceCard("no-name-said", one_of_several=False)
        self.body.addWidget(self.bar)
        self.body.addWidget(self._panel())
        self.body.addWidget(self.said_none)
        self.body.addStretch(1)
        self.add_to_row(self.again)
        self.add_to_row(self.undo)
        self.bar.failed.connect(self.show_fault)
        self.bar.playing_changed.connect(self.busy_changed)
        self.begins.clicked.connect(self._begin_here)
        self.ends.clicked.connect(self._end_here)
        self.wider.clicked.connect(self._widen)
        self.cut.clicked.connect(self._cut)
        self.undo.clicked.connect(self._undo)
        self.again.clicked.connect(self.record_again_asked)
        self.said_none.clicked.connect(self._say)

    def _panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "panel")
        buttons = (self.begins, self.ends, self.wider, self.cut)
        # The last one says more than the others, so it is half as wide again.
        side_by_side: Arrangement = {button: (0, 2 * number, 1, 2 if number < 3 else 3) for number, button in enumerate(buttons)}
        row = Reflow([side_by_side, in_columns(buttons, 2), in_columns(buttons, 1)], 10)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(6)
        layout.addWidget(self.explanation)
        layout.addWidget(row)
        layout.addWidget(self.span)
        return panel

    @property
    def _answer(self) -> AnswerDraft:
        return self.session.answers[PROMPT]

    def enter(self, session: Session) -> None:
        self.session = session
        self._span = self._next_mark()
        super().enter(session)
        self._load_sound()

    def leave(self) -> None:
        self.bar.set_sound(None)
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        text = self.text()
        self.set_heading(text.title, " ".join(text.sentences))
        choices = text.choices
        self.bar.retranslate()
        self.explanation.setText(QCoreApplication.translate("NameCheck", "Listen, and press when the name begins and when it ends."))
        self.begins.set_text(QCoreApplication.translate("NameCheck", "It begins"))
        self.ends.set_text(QCoreApplication.translate("NameCheck", "It ends"))
        self.wider.set_text(QCoreApplication.translate("NameCheck", "A bit longer"))
        self.undo.set_text(QCoreApplication.translate("NameCheck", "Undo the cut"))
        self.cut.set_text(choices["cut"].label)
        self.again.set_text(choices["again"].label, f"{choices['again'].label}. {choices['again'].sentence}")
        self.said_none.set_words(choices["said-none"].label, choices["said-none"].sentence)
        self._show_span()

    def refresh(self) -> None:
        super().refresh()
        self.said_none.setChecked(self.session.name_checked and not self._answer.cuts)
        self._show_span()

    def _show_span(self) -> None:
        if self._span is None:
            chosen = QCoreApplication.translate("NameCheck", "Nothing is chosen yet.")
        else:
            template = QCoreApplication.translate("NameCheck", "Chosen: from second {start} to second {end}.")
            chosen = template.format(start=_seconds(self._span.start_ms), end=_seconds(self._span.end_ms))
        self.span.setText(f"{chosen} {self.text().choices['cut'].sentence}")
        self.cut.setEnabled(self._span is not None)
        self.wider.setEnabled(self._span is not None)
        self.undo.setVisible(bool(self._answer.cuts))

    def _begin_here(self) -> None:
        start_ms = self.bar.position_ms - (_REACTION_MS if self.bar.playing else 0)
        end_ms = self._span.end_ms if self._span else 0
        self._choose(start_ms, end_ms if end_ms > start_ms else start_ms + _GUESSED_MS)

    def _end_here(self) -> None:
        end_ms = self.bar.position_ms
        start_ms = self._span.start_ms if self._span else end_ms
        self._choose(start_ms if start_ms < end_ms else end_ms - _GUESSED_MS, end_ms)

    def _widen(self) -> None:
        assert self._span is not None
        self._choose(self._span.start_ms - _WIDER_MS, self._span.end_ms + _WIDER_MS)

    def _choose(self, start_ms: int, end_ms: int) -> None:
        start_ms, end_ms = max(0, start_ms), min(self._answer.duration_ms, end_ms)
        self._span = Span(start_ms, end_ms) if start_ms < end_ms else None
        self._show_span()

    def _cut(self) -> None:
        if self._span is None:
            return
        self._answer.cuts[:] = merged([*self._answer.cuts, self._span])
        self.session.name_checked = True
        self._span = self._next_mark()
        self._load_sound()
        self.edited()
        self.notice.say(QCoreApplication.translate("NameCheck", "The part is cut out. Listen again to be sure."))

    def _undo(self) -> None:
        self._answer.cuts.clear()
        self.session.name_checked = False
        self._span = self._next_mark()
        self._load_sound()
        self.notice.clear()
        self.edited()

    def _say(self, ticked: bool) -> None:
        self.session.name_checked = ticked or bool(self._answer.cuts)
        self.edited()

    def _load_sound(self) -> None:
        self.bar.set_sound(self._answer_sound(PROMPT, True))

    def _next_mark(self) -> Span | None:
        """The first moment at which she marked a name that is not cut yet."""
        for mark in self._answer.name_marks:
            if not any(cut.start_ms <= mark.start_ms and mark.end_ms <= cut.end_ms for cut in self._answer.cuts):
                return mark
        return None


def merged(spans: list[Span]) -> list[Span]:
    """In order, and those that touch or overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start_ms):
        if joined and span.start_ms <= joined[-1].end_ms:
            joined[-1] = Span(joined[-1].start_ms, max(joined[-1].end_ms, span.end_ms))
        else:
            joined.append(span)
    return joined


def _seconds(position_ms: int) -> str:
    """Seconds with one decimal; Western digits, as the clock beside it."""
    return f"{position_ms / 1000:.1f}"

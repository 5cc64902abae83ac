"""One question: record, pause, stop, listen back, keep or record again. One class, three instances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from kiosk.audio.meter import Level
from kiosk.story.interview import PROMPT_PAGES, Page
from kiosk.story.session import Session
from kiosk.ui.recording import Recorded, RecordingDesk, Step
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.prompt_parts import ListeningPart, RecordingPart, verdict_sentences
from kiosk.ui.space_text import space_text
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.widgets.buttons import PrimaryButton, QuietButton
from kiosk.ui.words import Words
from sync.contract.faults import Fault
from sync.contract.story import Span

# Somebody says a name and then presses the button: the mark reaches back over it.
MARK_BEFORE_MS = 4_000
MARK_AFTER_MS = 1_000


class Stage(Enum):
    """ASKING: nothing is recorded yet, or she wants to record again. REVIEWING: a new take waits to be kept."""

    ASKING = auto()
    RECORDING = auto()
    INTERRUPTED = auto()
    REVIEWING = auto()
    KEPT = auto()


@dataclass(frozen=True)
class PromptParts:
    """What a prompt needs besides words. `take_sound` reads takes of the draft, `discard_takes` deletes them from it."""

    desk: RecordingDesk
    speaker: Speaker
    take_sound: Callable[[list[str], int], Sound]
    discard_takes: Callable[[list[str]], None]
    free_bytes: Callable[[], int]
    most_ms: int


class PromptScreen(Screen):
    """An old take is deleted only when the new one is kept."""

    def __init__(self, words: Words, page: Page, parts: PromptParts) -> None:
        super().__init__(words, page)
        self.prompt_id = PROMPT_PAGES[page]
        self._parts = parts
        self._here = False
        self._again = False
        self._pending: Recorded | None = None
        self._marks: list[Span] = []
        self.recording = RecordingPart()
        self.listening = ListeningPart(parts.speaker)
        self.body.addWidget(self.recording, 1)
        self.body.addWidget(self.listening, 1)
        self.skip = QuietButton("skip")
        self.pause = QuietButton("pause")
        self.mark = QuietButton("mark-name")
        self.rerecord = QuietButton("rerecord")
        self.keep = PrimaryButton("keep")
        self.keep.set_picture("check")
        self.rerecord.set_picture("record")
        for button in (self.pause, self.mark, self.rerecord, self.skip):
            self.add_to_row(button)
        self.add_before_continue(self.keep)
        self._connect(parts.desk)

    def _connect(self, desk: RecordingDesk) -> None:
        desk.levelled.connect(self._on_level)
        desk.step_changed.connect(self._on_step)
        desk.recorded.connect(self._on_recorded)
        desk.faulted.connect(self._on_fault)
        self.recording.button.clicked.connect(self._press_record)
        self.pause.clicked.connect(self._press_pause)
        self.mark.clicked.connect(self._press_mark)
        self.keep.clicked.connect(self._press_keep)
        self.rerecord.clicked.connect(self._press_rerecord)
        self.skip.clicked.connect(self._press_skip)
        self.listening.bar.failed.connect(self.show_fault)
        self.listening.bar.playing_changed.connect(self.busy_changed)

    # The page's life

    def enter(self, session: Session) -> None:
        self._here = True
        super().enter(session)
        self._load_sound()
        self._parts.desk.arm()

    def leave(self) -> None:
        self._here = False
        if self._parts.desk.subject == self.prompt_id:
            self._parts.desk.stop()
        self.listening.bar.stop()
        super().leave()

    def spoken_text_id(self) -> str | None:
        # Never while recording: the voice from the loudspeaker would be in her answer.
        return None if self._parts.desk.busy else self.prompt_id

    @property
    def stage(self) -> Stage:
        desk = self._parts.desk
        if desk.subject == self.prompt_id:
            return Stage.RECORDING if desk.busy else Stage.INTERRUPTED
        if self._pending is not None:
            return Stage.REVIEWING
        return Stage.KEPT if self._has_old and not self._again else Stage.ASKING

    @property
    def has_unkept(self) -> bool:
        """Something was recorded here that she has not decided about."""
        return self._pending is not None or self._parts.desk.subject == self.prompt_id

    def offer(self, recorded: Recorded) -> None:
        """Something to keep or to record again, before the page is entered."""
        self._pending = recorded

    def show_fault(self, fault: Fault) -> None:
        super().show_fault(fault)
        self._say()

    def can_continue(self) -> bool:
        return super().can_continue() and self.stage in (Stage.KEPT, Stage.ASKING)

    def retranslate(self) -> None:
        super().retranslate()
        prompt = self.words.prompts.by_id[self.prompt_id]
        self.set_heading(prompt.title, prompt.sentence)
        self.recording.retranslate()
        self.listening.retranslate(prompt.title)
        self.mark.set_text(QCoreApplication.translate("Prompt", "I said a name"))
        self.rerecord.set_text(QCoreApplication.translate("Prompt", "Record again"))
        self.skip.set_text(QCoreApplication.translate("Prompt", "Skip this question"))
        self._say()

    def refresh(self) -> None:
        super().refresh()
        stage, step = self.stage, self._parts.desk.step
        asking = stage in (Stage.ASKING, Stage.RECORDING, Stage.INTERRUPTED)
        under_way = stage in (Stage.RECORDING, Stage.INTERRUPTED)
        self.recording.setVisible(asking)
        self.listening.setVisible(not asking)
        self.recording.show_step(step, under_way=under_way)
        self.pause.setVisible(under_way)
        self.pause.setEnabled(step in (Step.RECORDING, Step.PAUSED) or stage is Stage.INTERRUPTED)
        self.mark.setVisible(under_way)
        self.mark.setEnabled(step in (Step.RECORDING, Step.PAUSED))
        self.rerecord.setVisible(stage in (Stage.REVIEWING, Stage.KEPT))
        self.skip.setVisible(stage is Stage.ASKING and not self._has_old)
        self.keep.setVisible(stage is Stage.REVIEWING or (stage is Stage.ASKING and self._has_old))
        self.continue_.setVisible(not self.keep.isVisibleTo(self))
        self.back.setEnabled(not under_way)
        self._say()

    # What she presses

    def _press_record(self) -> None:
        desk = self._parts.desk
        if self.stage in (Stage.RECORDING, Stage.INTERRUPTED):
            desk.stop()
            return
        if desk.step is not Step.READY:
            desk.arm()
            return
        self._parts.speaker.stop()
        self.notice.clear()
        self._marks = []
        self.recording.waveform.clear()
        try:
            desk.start(self.prompt_id)
        except Fault as fault:
            self.show_fault(fault)
        self.refresh()

    def _press_pause(self) -> None:
        desk = self._parts.desk
        if desk.step is Step.PAUSED:
            desk.resume()
        elif desk.step is Step.RECORDING:
            desk.pause()
        else:
            self.notice.clear()
            desk.go_on()

    def _press_mark(self) -> None:
        now_ms = self._parts.desk.elapsed_ms
        self._marks.append(Span(max(0, now_ms - MARK_BEFORE_MS), now_ms + MARK_AFTER_MS))
        self.recording.say_marked(len(self._marks))

    def _press_keep(self) -> None:
        pending, self._pending, self._again = self._pending, None, False
        if pending is not None:
            marks = [Span(mark.start_ms, min(mark.end_ms, pending.duration_ms)) for mark in self._marks]
            replaced = self.session.keep_take(
                self.prompt_id, pending.take_ids, pending.duration_ms, [mark for mark in marks if mark.start_ms < mark.end_ms]
            )
            self.edited()
            self._discard(replaced)
        self._load_sound()
        self.refresh()
        self.continue_.setFocus()

    def _press_rerecord(self) -> None:
        self.listening.bar.stop()
        pending, self._pending = self._pending, None
        if pending is not None:
            self._discard(pending.take_ids)
        self._again = True
        self.notice.clear()
        self.recording.reset()
        self._parts.desk.arm()
        self.refresh()
        self.recording.button.setFocus()

    def _press_skip(self) -> None:
        self.session.answers[self.prompt_id].skipped = True
        self.edited()
        self.finish()

    # What happens

    def _on_level(self, level: Level) -> None:
        if not self._here:
            return
        desk = self._parts.desk
        self.recording.show_level(level, moving=desk.step is Step.RECORDING)
        if desk.step is Step.RECORDING:
            self.recording.show_elapsed(desk.elapsed_ms)
            if desk.elapsed_ms >= self._parts.most_ms:
                desk.stop()

    def _on_step(self) -> None:
        if self._here:
            self.busy_changed.emit(self._parts.desk.busy)
            self.refresh()

    def _on_recorded(self, recorded: Recorded) -> None:
        if recorded.subject != self.prompt_id:
            return
        if recorded.take_ids:
            self._pending = recorded
            self.session.answers[self.prompt_id].skipped = False
        elif self._here:
            self.notice.say(QCoreApplication.translate("Prompt", "Nothing was recorded. Please try again."))
        if self._here:
            self._load_sound()
            self.refresh()
            (self.keep if recorded.take_ids else self.recording.button).setFocus()

    def _on_fault(self, fault: Fault) -> None:
        if self._here:
            self.show_fault(fault)
            self.refresh()

    # What she sees

    @property
    def _has_old(self) -> bool:
        return self.session.answers[self.prompt_id].has_recording

    def _load_sound(self) -> None:
        answer = self.session.answers[self.prompt_id]
        if self._pending is not None:
            self.listening.bar.set_sound(self._parts.take_sound(self._pending.take_ids, self._pending.duration_ms))
        elif answer.has_recording:
            self.listening.bar.set_sound(self._parts.take_sound(answer.take_ids, answer.duration_ms))
        else:
            self.listening.bar.set_sound(None)

    def _discard(self, take_ids: list[str]) -> None:
        try:
            self._parts.discard_takes(take_ids)
        except Fault as fault:
            self.show_fault(fault)

    def _say(self) -> None:
        stage, step = self.stage, self._parts.desk.step
        # With larger type both would push the red button out of sight.
        self.sentence.setVisible(not self.notice.sentence)
        paused = step is Step.PAUSED or stage is Stage.INTERRUPTED
        self.pause.set_picture("record" if paused else "pause")
        self.pause.set_text(QCoreApplication.translate("Prompt", "Go on") if paused else QCoreApplication.translate("Prompt", "Pause"))
        self.keep.set_text(
            QCoreApplication.translate("Prompt", "Keep this one")
            if stage is Stage.REVIEWING
            else QCoreApplication.translate("Prompt", "Keep the old one")
        )
        self.recording.space.setText(space_text(self._parts.free_bytes()))
        self.recording.say(step, under_way=stage in (Stage.RECORDING, Stage.INTERRUPTED))
        if stage is Stage.REVIEWING and self._pending is not None:
            self.listening.say(verdict_sentences(self._pending), kept=False)
        else:
            self.listening.say([], kept=True)

"""One question: record, pause, stop, listen back, trim, keep or record again. One class, three instances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from kiosk.audio.meter import Level
from kiosk.story.edits import mark_at, uncut_marks, within
from kiosk.story.pages import PROMPT_PAGES, Page
from kiosk.story.session import AnswerDraft, Session
from kiosk.ui.recording import Recorded, RecordingDesk, Step
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.listening_part import ListeningPart, Mode
from kiosk.ui.screens.paused_part import PausedPart
from kiosk.ui.screens.recording_part import RecordingPart, marked_text
from kiosk.ui.screens.verdicts import advice_on
from kiosk.ui.widgets.answer_player import Hearing
from kiosk.ui.widgets.buttons import PrimaryButton, QuietButton
from kiosk.ui.words import Words
from sync.contract.faults import Fault
from sync.contract.story import Span


class Stage(Enum):
    """ASKING: nothing is recorded yet, or she wants to record again. COUNTING: it is about to begin. PAUSED: by her. INTERRUPTED: by the
    machine. REVIEWING: a new take waits to be kept."""

    ASKING = auto()
    COUNTING = auto()
    RECORDING = auto()
    PAUSED = auto()
    INTERRUPTED = auto()
    REVIEWING = auto()
    KEPT = auto()


@dataclass(frozen=True)
class PromptParts:
    """What a prompt needs besides words. `discard_takes` deletes takes from the draft."""

    desk: RecordingDesk
    hearing: Hearing
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
        self._full = False
        self._recorded: Recorded | None = None
        self._pending: AnswerDraft | None = None
        self._marks: list[Span] = []
        self.recording = RecordingPart()
        self.paused = PausedPart(parts.hearing)
        self.listening = ListeningPart(parts.hearing)
        for part in (self.recording, self.paused, self.listening):
            self.body.addWidget(part, 1)
        self.skip = QuietButton("skip")
        self.pause = QuietButton("pause")
        self.mark = QuietButton("mark-name")
        self.rerecord = QuietButton("rerecord")
        self.keep = PrimaryButton("keep")
        self.done = PrimaryButton("edit-done")
        for button, picture in ((self.pause, "pause"), (self.mark, "flag"), (self.rerecord, "record"), (self.skip, "skip")):
            button.set_picture(picture)
        for primary in (self.keep, self.done):
            primary.set_picture("check")
            self.add_before_continue(primary)
        for button in (self.pause, self.mark, self.rerecord, self.skip):
            self.add_to_row(button)
        self._connect(parts.desk)

    def _connect(self, desk: RecordingDesk) -> None:
        desk.levelled.connect(self._on_level)
        desk.counted.connect(self._on_counted)
        desk.step_changed.connect(self._on_step)
        desk.grown.connect(self._on_grown)
        desk.recorded.connect(self._on_recorded)
        desk.faulted.connect(self._on_fault)
        self.recording.button.clicked.connect(self._press_record)
        self.pause.clicked.connect(desk.pause)
        self.paused.go_on.clicked.connect(self._press_go_on)
        self.paused.finish.clicked.connect(self._press_finish)
        self.mark.clicked.connect(self._press_mark)
        self.keep.clicked.connect(self._press_keep)
        self.rerecord.clicked.connect(self._press_rerecord)
        self.skip.clicked.connect(self._press_skip)
        self.done.clicked.connect(self.listening.close_mode)
        self.listening.mode_changed.connect(self._on_mode)
        self.listening.edited.connect(self._on_edited)
        for bar in (self.listening.bar, self.paused.bar):
            bar.failed.connect(self.show_fault)
            bar.playing_changed.connect(self.busy_changed)

    # The page's life

    def enter(self, session: Session) -> None:
        self._here = True
        super().enter(session)
        self._load_sound()
        self._parts.desk.arm()

    def leave(self) -> None:
        self._here = False
        if self.prompt_id in (self._parts.desk.subject, self._parts.desk.counting_for):
            self._parts.desk.stop()
        self.listening.show_answer(None)
        self.paused.show_so_far(None)
        super().leave()

    def go_back(self) -> None:
        if self.listening.mode is Mode.LISTENING:
            super().go_back()
        else:
            self.listening.close_mode()

    @property
    def stage(self) -> Stage:
        desk = self._parts.desk
        if desk.counting_for == self.prompt_id:
            return Stage.COUNTING
        if desk.subject == self.prompt_id:
            if desk.step is Step.PAUSED:
                return Stage.PAUSED
            return Stage.RECORDING if desk.busy else Stage.INTERRUPTED
        if self._pending is not None:
            return Stage.REVIEWING
        return Stage.KEPT if self._has_old and not self._again else Stage.ASKING

    @property
    def has_unkept(self) -> bool:
        """Something was recorded here that she has not decided about."""
        return self._pending is not None or self._parts.desk.subject == self.prompt_id

    def offer(self, recorded: Recorded, marks: list[Span]) -> None:
        """Something to keep or to record again, before the page is entered."""
        self._recorded = recorded
        self._pending = AnswerDraft(list(recorded.take_ids), within(marks, recorded.duration_ms), [], recorded.duration_ms)

    def show_fault(self, fault: Fault) -> None:
        super().show_fault(fault)
        self._say()

    def can_continue(self) -> bool:
        return super().can_continue() and self.stage in (Stage.KEPT, Stage.ASKING)

    def retranslate(self) -> None:
        super().retranslate()
        prompt = self.words.prompts.by_id[self.prompt_id]
        self.recording.retranslate()
        self.paused.retranslate(prompt.title)
        self.listening.retranslate(prompt.title)
        self.pause.set_text(QCoreApplication.translate("Prompt", "Pause"))
        self.mark.set_text(QCoreApplication.translate("Prompt", "I said a name"))
        self.rerecord.set_text(QCoreApplication.translate("Prompt", "Record again"))
        self.skip.set_text(QCoreApplication.translate("Prompt", "Skip this question"))
        self.done.set_text(QCoreApplication.translate("Prompt", "Done"))
        self._show_heading()
        self._say()

    def refresh(self) -> None:
        super().refresh()
        stage, step = self.stage, self._parts.desk.step
        under_way = stage in (Stage.RECORDING, Stage.PAUSED, Stage.INTERRUPTED)
        listening = stage in (Stage.REVIEWING, Stage.KEPT)
        editing = listening and self.listening.mode is not Mode.LISTENING
        self.recording.setVisible(stage in (Stage.ASKING, Stage.COUNTING, Stage.RECORDING))
        self.paused.setVisible(stage in (Stage.PAUSED, Stage.INTERRUPTED))
        self.listening.setVisible(listening)
        self.recording.show_step(step, recording=stage is Stage.RECORDING)
        self.pause.setVisible(stage is Stage.RECORDING)
        self.pause.setEnabled(step is Step.RECORDING)
        self.mark.setVisible(stage in (Stage.RECORDING, Stage.PAUSED))
        self.mark.setEnabled(step in (Step.RECORDING, Step.PAUSED))
        self.rerecord.setVisible(listening and not editing)
        self.skip.setVisible(stage is Stage.ASKING and not self._has_old)
        self.keep.setVisible((stage is Stage.REVIEWING and not editing) or (stage is Stage.ASKING and self._has_old))
        self.done.setVisible(editing)
        self.continue_.setVisible(not editing and not self.keep.isVisibleTo(self))
        self.back.setEnabled(not under_way)
        self._say()

    # What she presses

    def _press_record(self) -> None:
        desk = self._parts.desk
        if self.stage in (Stage.RECORDING, Stage.COUNTING):
            desk.stop()
            return
        if desk.step is not Step.READY:
            desk.arm()
            return
        self._parts.hearing.speaker.stop()
        self.notice.clear()
        self._marks, self._full = [], False
        self.recording.reset()
        try:
            desk.count_down(self.prompt_id)
        except Fault as fault:
            self.show_fault(fault)
        self.refresh()

    def _press_go_on(self) -> None:
        self._parts.hearing.speaker.stop()
        self.notice.clear()
        if self._parts.desk.step is Step.PAUSED:
            self._parts.desk.resume()
        else:
            self._parts.desk.go_on()
        self.refresh()

    def _press_finish(self) -> None:
        self._parts.hearing.speaker.stop()
        self._parts.desk.stop()

    def _press_mark(self) -> None:
        so_far = self._parts.desk.so_far
        # In a pause she may have gone back to where the name is.
        now_ms = self.paused.bar.position_ms if self.stage is Stage.PAUSED else self._parts.desk.elapsed_ms
        self._marks.append(mark_at(now_ms))
        self.recording.say_marked(len(self._marks))
        self.paused.state.setText(marked_text(len(self._marks)))
        self.paused.bar.wave.show_names(self._marks, ())
        if so_far.first_take_id is not None:
            # Saved at once: after a crash the take is offered again, and with it what she marked.
            self.session.unkept_marks[so_far.first_take_id] = list(self._marks)
            self.changed.emit()

    def _press_keep(self) -> None:
        pending, self._pending, self._again = self._pending, None, False
        if pending is not None:
            replaced = self.session.keep_take(self.prompt_id, pending.take_ids, pending.duration_ms, pending.name_marks)
            answer = self.session.answers[self.prompt_id]
            answer.cuts[:], answer.trim = pending.cuts, pending.trim
            self._forget_marks(pending)
            self.edited()
            self._discard(replaced)
        self._load_sound()
        self.refresh()
        self.continue_.setFocus()

    def _press_rerecord(self) -> None:
        self.listening.bar.stop()
        pending, self._pending = self._pending, None
        if pending is not None:
            self._forget_marks(pending)
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
            if self.recording.show_elapsed(desk.elapsed_ms):
                self._show_space()
            if desk.elapsed_ms >= self._parts.most_ms:
                self._full = True
                desk.stop()

    def _on_counted(self, number: int) -> None:
        if self._here:
            self.recording.show_countdown(number, self._parts.desk.countdown_number_ms)

    def _on_step(self) -> None:
        if not self._here:
            return
        self.busy_changed.emit(self._parts.desk.busy)
        if self.stage in (Stage.PAUSED, Stage.INTERRUPTED):
            self._show_so_far()
        held_focus = self.focusWidget()
        self.refresh()
        # The button that was pressed goes away; its counterpart takes the keyboard's place.
        if held_focus in (self.pause, self.recording.button) and self.paused.isVisibleTo(self):
            self.paused.go_on.setFocus()
        elif held_focus is self.paused.go_on and self.stage is Stage.RECORDING:
            self.pause.setFocus()

    def _on_grown(self) -> None:
        if self._here and self.stage is Stage.PAUSED:
            self._show_so_far()

    def _on_recorded(self, recorded: Recorded) -> None:
        if recorded.subject != self.prompt_id:
            return
        if recorded.take_ids:
            self.offer(recorded, self._marks)
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

    def _on_mode(self) -> None:
        self._show_heading()
        self.refresh()
        if self.listening.mode is Mode.LISTENING and self._here:
            self.listening.bar.button.setFocus()

    def _on_edited(self) -> None:
        answer = self.session.answers[self.prompt_id]
        if self._pending is not None:
            self.session.unkept_marks[self._pending.take_ids[0]] = list(self._pending.name_marks)
        elif self.prompt_id == "why" or uncut_marks(answer):
            # Who wants no name is asked anew whether one can be heard.
            self.session.name_checked = False
        self.edited()

    # What she sees

    @property
    def _has_old(self) -> bool:
        return self.session.answers[self.prompt_id].has_recording

    def _load_sound(self) -> None:
        answer = self._pending or self.session.answers[self.prompt_id]
        self.listening.show_answer(answer if answer.has_recording else None)

    def _show_heading(self) -> None:
        prompt = self.words.prompts.by_id[self.prompt_id]
        self.set_heading(self.listening.title or prompt.title, prompt.sentence)

    def _show_so_far(self) -> None:
        so_far = self._parts.desk.so_far
        marks = within(self._marks, so_far.duration_ms)
        self.paused.show_so_far(AnswerDraft(so_far.take_ids, marks, [], so_far.duration_ms) if so_far.take_ids else None)

    def _show_space(self) -> None:
        self.recording.show_space(self._parts.free_bytes(), self._parts.most_ms - self._parts.desk.elapsed_ms)

    def _forget_marks(self, kept_or_gone: AnswerDraft) -> None:
        self._marks = []
        self.session.unkept_marks.pop(kept_or_gone.take_ids[0], None)

    def _discard(self, take_ids: list[str]) -> None:
        try:
            self._parts.discard_takes(take_ids)
        except Fault as fault:
            self.show_fault(fault)

    def _say(self) -> None:
        stage, step = self.stage, self._parts.desk.step
        editing = self.listening.mode is not Mode.LISTENING
        # With larger type these would push the big buttons out of sight.
        crowded = self.notice.sentence or editing or stage in (Stage.PAUSED, Stage.INTERRUPTED, Stage.REVIEWING)
        self.sentence.setVisible(not crowded)
        self.keep.set_text(
            QCoreApplication.translate("Prompt", "Keep this one")
            if stage is Stage.REVIEWING
            else QCoreApplication.translate("Prompt", "Keep the old one")
        )
        self._show_space()
        self.recording.say(step, recording=stage is Stage.RECORDING)
        self._say_paused(stage, step)
        if stage is Stage.REVIEWING and self._recorded is not None:
            self.listening.say(self._state_of_new(), advice_on(self._recorded))
        else:
            self.listening.say(QCoreApplication.translate("Prompt", "Your answer is saved on this device."))

    def _say_paused(self, stage: Stage, step: Step) -> None:
        if stage is Stage.PAUSED:
            words = QCoreApplication.translate("Prompt", "Paused. Nothing is recorded now.")
        elif step is Step.ARMING:
            words = QCoreApplication.translate("Prompt", "One moment, the microphone is being opened.")
        else:
            # The notice, where there is one, says it and why.
            words = QCoreApplication.translate("Prompt", "What you said so far is saved. Recording is interrupted.")
            words = "" if self.notice.sentence else words
        self.paused.say(words, ready=step is not Step.ARMING)

    def _state_of_new(self) -> str:
        if self._full:
            minutes = self._parts.most_ms // 60_000
            full = QCoreApplication.translate("Prompt", "An answer can be %n minutes long. All you said is saved.", "", minutes)
            return f"{full} " + QCoreApplication.translate("Prompt", "Listen to it. Then keep it, or record again.")
        return QCoreApplication.translate("Prompt", "Listen to it. Then keep it, or record again.")

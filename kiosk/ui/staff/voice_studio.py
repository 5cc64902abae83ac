"""One thing to read aloud at a time: the words large, the voice there is, and a new one to record, hear and keep."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.audio.meter import Level
from kiosk.errors import StorageFault
from kiosk.staff.voice_store import VoiceOf
from kiosk.ui.screens.verdicts import verdict_sentences
from kiosk.ui.sounds import encoded_sound, file_sound
from kiosk.ui.speaker import Sound
from kiosk.ui.staff.hear_button import HearButton
from kiosk.ui.staff.voice_booth import VoiceBooth, VoiceWords
from kiosk.ui.staff.voice_list_view import voice_words
from kiosk.ui.staff.voice_taker import Taking, VoiceTaker
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import OnwardButton, QuietButton
from kiosk.ui.widgets.leading import align_leading
from kiosk.ui.widgets.level_meter import LevelMeter
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns
from sync.contract.faults import Fault

_TOO_LOUD_DBFS = -1.0
_MANY_LETTERS = 90
_WORDS_PX = 112


class VoiceStudio(QWidget):
    """`enter`, then `leave` when something else is shown: the microphone is held in between, unless a visit is going on."""

    left = Signal()
    """Back to the list."""
    spoken_by = Signal(str, object)
    """(words, VoiceOf) They were recorded, or a recording was taken away."""
    failed = Signal(object)
    """(Fault)"""
    pressed = Signal()
    """Something new begins: what was said about the last thing is out of date."""

    def __init__(self, booth: VoiceBooth, tasks: Tasks) -> None:
        super().__init__()
        self._booth = booth
        self._tasks = tasks
        self._language = ""
        self._voices: dict[str, VoiceOf] = {}
        self._order: list[str] = []
        self._place = 0
        self._saved = False
        self._visiting = False
        self._shown = Taking.CLOSED
        self.taker = VoiceTaker(booth, tasks)
        self.place = PlainLabel("small")
        self.words = PlainLabel("title")
        self.words.setAccessibleIdentifier("voice-words")
        self.voice = PlainLabel("strong")
        self.voice.setAccessibleIdentifier("voice-state")
        self.hear = HearButton("voice-hear", booth.speaker)
        self.remove = QuietButton("voice-remove")
        self.meter = LevelMeter()
        self.status = PlainLabel("strong")
        self.status.setAccessibleIdentifier("voice-status")
        self.record, self.stop, self.use, self.again = (QuietButton(f"voice-{name}") for name in ("record", "stop", "use", "again"))
        self.listen = HearButton("voice-listen", booth.speaker)
        self.back, self.previous = (QuietButton(f"voice-{name}") for name in ("back", "previous"))
        self.next = OnwardButton("voice-next", primary=False)
        for button, picture in ((self.record, "record"), (self.stop, "stop"), (self.use, "check"), (self.again, "record")):
            button.set_picture(picture)
        self.back.set_picture("back")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setMinimumHeight(_WORDS_PX)
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(20, 10, 20, 10)
        inside.addWidget(self.words, 1)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.voice, 1)
        top.addWidget(self.place)
        there = [self.hear, self.remove]
        taken = [self.listen, self.use, self.again]
        self.taken = Reflow([in_columns(taken, columns) for columns in (3, 2, 1)], 12)
        recording = QHBoxLayout()
        recording.addWidget(self.record, 1)
        recording.addWidget(self.stop, 1)
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addWidget(self.back)
        ways.addStretch(1)
        ways.addWidget(self.previous)
        ways.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(panel, 1)
        layout.addLayout(top)
        layout.addWidget(Reflow([in_columns(there, 2), in_columns(there, 1)], 12))
        layout.addWidget(self.meter)
        layout.addWidget(self.status)
        layout.addLayout(recording)
        layout.addWidget(self.taken)
        layout.addLayout(ways)

    def _connect(self) -> None:
        self.taker.changed.connect(self._show)
        self.taker.levelled.connect(self._on_level)
        self.taker.failed.connect(self.failed)
        self.hear.failed.connect(self.failed)
        self.listen.failed.connect(self.failed)
        self.record.clicked.connect(self._press_record)
        self.again.clicked.connect(self._press_record)
        self.stop.clicked.connect(self.taker.stop)
        self.use.clicked.connect(self._press_use)
        self.remove.clicked.connect(self._press_remove)
        self.previous.clicked.connect(partial(self._go, -1))
        self.next.clicked.connect(partial(self._go, 1))
        self.back.clicked.connect(self.left)

    @property
    def spoken(self) -> str:
        """The words that are shown."""
        return self._order[self._place]

    # What the page calls

    def enter(self, words: VoiceWords, order: list[str], first: str) -> None:
        """Goes through `order`, beginning with `first`, which is one of it."""
        self._language, self._voices, self._order = words.language, words.voices, order
        self.words.setLayoutDirection(QLocale(words.language).textDirection())
        self._visiting = self._booth.visiting()
        self._turn_to(order.index(first))
        if not self._visiting:
            try:
                self.taker.open()
            except Fault as fault:
                self.failed.emit(fault)
        self._show()
        (self.hear if self._visiting else self.record).setFocus()

    def leave(self) -> None:
        """The microphone is free, and what was not kept is gone."""
        self.hear.set_sound(None)
        self.listen.set_sound(None)
        try:
            self.taker.close()
        except Fault as fault:
            self.failed.emit(fault)

    def retranslate(self) -> None:
        self.hear.set_words(QCoreApplication.translate("Staff", "Hear it as it is now"))
        self.remove.set_text(QCoreApplication.translate("Staff", "Take this voice away again"))
        self.record.set_text(QCoreApplication.translate("Prompt", "Start recording"))
        self.stop.set_text(QCoreApplication.translate("Prompt", "Stop recording"))
        self.listen.set_words(QCoreApplication.translate("AudioBar", "Listen to it"))
        self.use.set_text(QCoreApplication.translate("Prompt", "Keep this one"))
        self.again.set_text(QCoreApplication.translate("Prompt", "Record again"))
        self.back.set_text(QCoreApplication.translate("Staff", "List"))
        self.previous.set_text(QCoreApplication.translate("Staff", "Previous"))
        self.next.set_text(QCoreApplication.translate("Staff", "Next"))
        self.meter.setAccessibleName(QCoreApplication.translate("Microphone", "Microphone level"))
        if self._order:
            self._show()

    # What staff press

    def _press_record(self) -> None:
        self.pressed.emit()
        self._saved = False
        self.hear.stop()
        self.listen.set_sound(None)
        self.taker.record()

    def _press_use(self) -> None:
        taken = self.taker.taken
        if taken is None or taken.reading.clip is None:
            return
        self.pressed.emit()
        self.use.setEnabled(False)
        keep = partial(self._booth.store.keep, self._language, self.spoken, taken.reading.clip.data)
        self._tasks.run(keep, owner=self, done=partial(self._kept, self._language, self.spoken), failed=self._fail)

    def _kept(self, language: str, words: str, _: None) -> None:
        self._tell(language, words, VoiceOf.OWN)
        if (language, words) == (self._language, self.spoken):
            self._saved = True
            self.taker.forget()
            (self.next if self.next.isEnabled() else self.back).setFocus()

    def _press_remove(self) -> None:
        self.pressed.emit()
        self._saved = False
        self.hear.stop()
        self.remove.setEnabled(False)
        language, words, store = self._language, self.spoken, self._booth.store

        def take_away() -> VoiceOf:
            store.take_away(language, words)
            return store.voice_of(language, words)

        self._tasks.run(take_away, owner=self, done=partial(self._tell, language, words), failed=self._fail)

    def _tell(self, language: str, words: str, voice: VoiceOf) -> None:
        if language == self._language:
            self._voices = {**self._voices, words: voice}
            self.spoken_by.emit(words, voice)
            self._show()

    def _fail(self, fault: Fault) -> None:
        self.failed.emit(fault)
        self._show()

    def _go(self, by: int) -> None:
        self.pressed.emit()
        self.taker.forget()
        self._turn_to(self._place + by)
        self._show()
        self.record.setFocus()

    def _turn_to(self, place: int) -> None:
        self._place, self._saved = place, False
        self.words.setText(self.spoken)
        self.words.set_role("lead" if len(self.spoken) > _MANY_LETTERS else "title")
        align_leading(self.words)
        self.hear.set_sound(partial(self._current_sound, self._language, self.spoken))
        self.listen.set_sound(None)

    # What they see and hear

    def _current_sound(self, language: str, words: str) -> Sound:
        clip = self._booth.store.clip(language, words)
        if clip is None:
            raise StorageFault("voice-unreadable", "This page cannot be read aloud just now.")
        return file_sound(clip)

    def _on_level(self, level: Level) -> None:
        self.meter.show_level(level.rms_dbfs, too_loud=level.peak_dbfs > _TOO_LOUD_DBFS)

    def _show(self) -> None:
        state, taken = self.taker.state, self.taker.taken
        voice = self._voices[self.spoken]
        busy = state in (Taking.RECORDING, Taking.MAKING)
        self.place.setText(f"{self._place + 1} / {len(self._order)}")
        self.voice.setText(voice_words(voice))
        self.voice.set_role("good" if voice.human else "strong")
        self.hear.setEnabled(voice is not VoiceOf.NOBODY and not busy)
        self.remove.setVisible(voice is VoiceOf.OWN)
        self.remove.setEnabled(not busy)
        self.record.setVisible(state in (Taking.CLOSED, Taking.OPENING, Taking.READY))
        self.record.setEnabled(state is not Taking.CLOSED)
        # It stays while the clip is made, so that a second press of the same key presses nothing else.
        self.stop.setVisible(busy)
        self.taken.setVisible(state is Taking.TAKEN)
        usable = taken is not None and taken.reading.clip is not None
        self.use.setEnabled(usable)
        self.use.setVisible(usable)
        self.listen.setVisible(usable)
        self.meter.setVisible(not self._visiting and state is not Taking.TAKEN)
        self.previous.setEnabled(not busy and self._place > 0)
        self.next.setEnabled(not busy and self._place + 1 < len(self._order))
        following = {Taking.READY: self.next if self._saved else self.record, Taking.TAKEN: self.use if usable else self.again}.get(state)
        for button in (self.record, self.use, self.again, self.next):
            button.set_emphasis(button is following)
        self._say(state)
        if state is not self._shown:
            self._shown = state
            self._follow(state)

    def _follow(self, state: Taking) -> None:
        """The focus goes where the next press belongs, and a new reading is heard at once."""
        taken = self.taker.taken
        if state is Taking.RECORDING:
            self.stop.setFocus()
        elif state is Taking.TAKEN and taken is not None:
            if taken.reading.clip is None:
                self.again.setFocus()
                return
            self.listen.set_sound(partial(encoded_sound, taken.reading.clip))
            self.use.setFocus()
            self.listen.play()

    def _say(self, state: Taking) -> None:
        taken = self.taker.taken
        advice = verdict_sentences(taken.recorded) if taken is not None else []
        if self._visiting:
            sentence = QCoreApplication.translate("Staff", "A visit is still going on. You can record when it is over.")
        elif advice:
            sentence = " ".join(advice)
        elif self._saved:
            sentence = QCoreApplication.translate("Staff", "It is saved, and heard from now on.")
        else:
            sentence = {
                Taking.CLOSED: "",
                Taking.OPENING: QCoreApplication.translate("Prompt", "One moment, the microphone is being opened."),
                Taking.READY: QCoreApplication.translate("Staff", "Start recording, and read the words aloud."),
                Taking.RECORDING: QCoreApplication.translate("Staff", "Read the words aloud now."),
                Taking.MAKING: QCoreApplication.translate("Prompt", "One moment, it is being saved."),
                Taking.TAKEN: QCoreApplication.translate("Prompt", "Listen to it. Then keep it, or record again."),
            }[state]
        self.status.set_role("careful" if advice or self._visiting else "good" if self._saved else "strong")
        self.status.setText(sentence)

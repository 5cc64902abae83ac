"""The window: shows what the conductor says, and does what the fixed row, the keyboard, the clock and staff ask.

Everything that takes long to load comes after the first paint.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.story.session import Session
from kiosk.story.texts import CONSENT_TEXT_IDS
from kiosk.ui import theme
from kiosk.ui.absence import Absence
from kiosk.ui.frame import Frame
from kiosk.ui.languages import Languages
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.start import StartScreen
from kiosk.ui.side_pages import HowToPage, LanguagePage, SidePage
from kiosk.ui.staff_door import StaffDoor
from kiosk.ui.tasks import Tasks
from kiosk.ui.theme import TextSize
from sync.contract.faults import Fault

if TYPE_CHECKING:
    # Only for types: the walk brings numpy and the audio libraries, and is loaded after the first paint.
    from kiosk.ui.conductor import Conductor
    from kiosk.ui.walk import VisitScreens, Walk


_TIDY_EVERY_MS = 15 * 60_000


@dataclass(frozen=True)
class ShellSettings:
    """`offered` are languages by code, the first of them is spoken at Start. `locked`: only staff can close the window."""

    resources: Path
    offered: Sequence[str]
    idle_s: int
    locked: bool


@dataclass(frozen=True)
class Loaded:
    """What comes after the first paint."""

    walk: Walk
    conductor: Conductor


class Shell(Frame):
    """The top-level window. `load` is called once, on this thread, right after the first paint."""

    closed = Signal()
    """The window was closed by who may: the program should end."""

    def __init__(
        self, settings: ShellSettings, load: Callable[[Tasks, Languages], Loaded], monotonic_s: Callable[[], float] = time.monotonic
    ) -> None:
        self.languages = Languages(settings.resources, settings.offered[0])
        words = self.languages.words
        super().__init__(words)
        self._settings = settings
        self._load_conductor: Callable[[Tasks, Languages], Loaded] | None = load
        self._loaded: Loaded | None = None
        self._may_close = not settings.locked
        self._size = TextSize.NORMAL
        self.tasks = Tasks()
        self.start = StartScreen(words, settings.offered)
        self.language_page = LanguagePage(settings.offered)
        self.how_to_page = HowToPage()
        self.absence = Absence(
            self, words, settings.idle_s, held=self._held, at_stake=lambda: self.visit is not None, monotonic_s=monotonic_s
        )
        self.staff_door = StaffDoor(self)
        self.tidying = QTimer(self)
        self.tidying.setInterval(_TIDY_EVERY_MS)
        for page in (self.start, self.language_page, self.how_to_page):
            self.pages.addWidget(page)
        self._connect()
        theme.apply(_application(), self._size)
        self._retranslate()
        # Nobody can begin before there is a place for what she says.
        self.start.start.setEnabled(False)
        self._show(self.start)
        _application().installEventFilter(self.absence.watch)
        self.absence.watch.start()

    def _connect(self) -> None:
        self.start.language_chosen.connect(self.choose_language)
        self.start.continued.connect(self._begin)
        self.top.language.clicked.connect(partial(self._open_side, self.language_page))
        self.top.help.clicked.connect(partial(self._open_side, self.how_to_page))
        self.top.listen.clicked.connect(self._toggle_listening)
        self.top.text_size.clicked.connect(self._next_text_size)
        self.top.leave.clicked.connect(self._ask_before_leaving)
        self.language_page.chosen.connect(self._choose_and_return)
        for side in (self.language_page, self.how_to_page):
            side.closed.connect(self._close_side)
        self.leave_panel.confirmed.connect(self.leave)
        self.leave_panel.cancelled.connect(self._stay)
        self.absence.warned.connect(self._warn)
        self.absence.returned.connect(self._return)
        self.absence.expired.connect(self._expire)
        self.door.held.connect(self.open_staff)
        self.staff_door.closed.connect(lambda: self.current.focus_first())
        self.staff_door.exit_asked.connect(self.exit)
        self.staff_door.resume_asked.connect(self._resume)
        self.tidying.timeout.connect(self._tidy)
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.open_staff)

    def load(self) -> None:
        """Brings in everything that was not needed to paint; only the first call does anything."""
        if self._load_conductor is None:
            return
        load, self._load_conductor = self._load_conductor, None
        try:
            loaded = load(self.tasks, self.languages)
        except Fault as fault:
            # Nothing can be recorded here: the sentence says whom to call, and nobody can begin.
            self.start.show_fault(fault)
            return
        self._loaded = loaded
        conductor, reading = loaded.conductor, loaded.walk.reading
        conductor.made.connect(self.pages.addWidget)
        conductor.turned.connect(self._show)
        conductor.ended.connect(self._end)
        conductor.told.connect(self._tell)
        conductor.leave_asked.connect(self._ask_before_leaving)
        # Buttons may also be pressed by assistive technology, which moves no mouse and presses no key.
        conductor.moved.connect(self.absence.watch.touch)
        conductor.moved.connect(self._show_listen)
        conductor.sending_changed.connect(self._rest_while_sending)
        reading.changed.connect(self.top.show_listening)
        reading.failed.connect(self._tell)
        self.tasks.run(loaded.walk.prepare, owner=self, done=lambda _: self._open(), failed=self._open_with)
        self._show_listen()

    def _open(self) -> None:
        """From now on somebody may begin."""
        self.start.start.setEnabled(True)
        self.tidying.start()
        if self.current is self.start:
            self.start.focus_first()

    def _tidy(self) -> None:
        if self._loaded is not None:
            self.tasks.run(self._loaded.walk.tidy, owner=self, done=lambda _: None, failed=self.start.show_fault)

    def _open_with(self, fault: Fault) -> None:
        self._open()
        self.start.show_fault(fault)

    @property
    def conductor(self) -> Conductor | None:
        """None until it is loaded."""
        return self._loaded.conductor if self._loaded is not None else None

    @property
    def visit(self) -> VisitScreens | None:
        return self._loaded.conductor.visit if self._loaded is not None else None

    @property
    def current(self) -> Screen | SidePage:
        shown = self.pages.currentWidget()
        assert isinstance(shown, (Screen, SidePage))
        return shown

    # The walk

    def _begin(self) -> None:
        assert self.conductor is not None
        try:
            self.conductor.begin(self.languages.words.language)
        except Fault as fault:
            self.start.show_fault(fault)

    def _show(self, page: Screen) -> None:
        before = self.pages.currentWidget()
        if isinstance(before, Screen) and before is not page:
            before.leave()
        self._stop_sound()
        self.close_question()
        self.absence.watch.touch()
        session = self.visit.visit.session if self.visit is not None else Session(language=self.languages.words.language)
        page.enter(session)
        self.pages.setCurrentWidget(page)
        self.top.show_page(page.page)
        self._show_listen()
        page.focus_first()

    def _end(self, fault: Fault | None) -> None:
        """Start again as the next person should find it: her language and her size of type are not the last one's."""
        self._set_text_size(TextSize.NORMAL)
        self.languages.choose(self._settings.offered[0])
        self._retranslate()
        self._show(self.start)
        if fault is not None:
            self.start.show_fault(fault)

    def _tell(self, fault: Fault) -> None:
        if isinstance(self.current, Screen):
            self.current.show_fault(fault)

    def _rest_while_sending(self, sending: bool) -> None:
        self._stop_sound()
        self.top.setEnabled(not sending)

    def _ask_before_leaving(self) -> None:
        if self.conductor is not None and self.conductor.loses_something:
            self._close_side()
            self.ask_to_leave()
        else:
            self.leave()

    def _stay(self) -> None:
        self.close_question()
        self.current.focus_first()

    def leave(self) -> None:
        """Back to Start with nothing kept, whatever is going on but sending."""
        self._close_side()
        if self.conductor is not None:
            self.conductor.leave()

    # The fixed row

    def choose_language(self, code: str) -> None:
        """Words, direction and letters of another language; every answer stays."""
        self._stop_sound()
        self.languages.choose(code)
        if self.visit is not None and self.conductor is not None:
            self.visit.visit.session.language = code
            self.conductor.save()
        self._retranslate()
        self._show_listen()

    def _choose_and_return(self, code: str) -> None:
        self.choose_language(code)
        self._close_side()

    def _retranslate(self) -> None:
        _application().setLayoutDirection(self.languages.words.direction)
        self.top.retranslate()
        self.leave_panel.retranslate()
        for page in (self.start, self.language_page, self.how_to_page, self.absence.page, *(self.visit.all() if self.visit else ())):
            page.retranslate()
        self.staff_door.retranslate()
        self.language_page.show_language(self.languages.words.language)
        self.place_door()

    def _next_text_size(self) -> None:
        self._set_text_size(self._size.following())

    def _set_text_size(self, size: TextSize) -> None:
        if size is not self._size:
            self._size = size
            theme.apply(_application(), size)
        self.top.show_text_size(size)

    def _open_side(self, side: SidePage) -> None:
        if self.pages.currentWidget() is side:
            self._close_side()
            return
        self._pause()
        self.pages.setCurrentWidget(side)
        self._show_listen()
        side.focus_first()

    def _close_side(self) -> None:
        if isinstance(self.pages.currentWidget(), SidePage):
            page = self.conductor.current_screen() if self.conductor is not None else None
            self.pages.setCurrentWidget(page or self.start)
            self._show_listen()
            self.current.focus_first()

    def _pause(self) -> None:
        """Before something covers the page."""
        self._stop_sound()
        if self.conductor is not None:
            self.conductor.pause()

    def _toggle_listening(self) -> None:
        text_id = self._spoken_text_id()
        if (
            self._loaded is not None
            and self._loaded.walk.reading.toggle(text_id)
            and self.visit is not None
            and text_id in CONSENT_TEXT_IDS
        ):
            self.visit.visit.session.heard_aloud = True
            self._loaded.conductor.save()

    def _spoken_text_id(self) -> str | None:
        return self.current.spoken_text_id() if isinstance(self.current, Screen) else None

    def _show_listen(self) -> None:
        """Enabled where there is something to read; never while recording."""
        text_id = self._spoken_text_id()
        recording = self.visit is not None and self.visit.desk.busy
        readable = self._loaded is not None and text_id is not None and self.languages.words.voice_path(text_id) is not None
        self.top.listen.setEnabled(readable and not recording)

    def _stop_sound(self) -> None:
        if self._loaded is not None:
            self._loaded.walk.speaker.stop()

    # Nobody there

    def _held(self) -> bool:
        if self.staff_door.is_open:
            return True
        if self._loaded is None or self.visit is None:
            # At Start nothing can be lost; only a language that somebody left behind goes back.
            return self.languages.words.language == self._settings.offered[0]
        # The warning itself is read aloud, and must not be taken for a sign of life.
        playing = self._loaded.walk.speaker.playing and not self.absence.is_warning
        return playing or self._loaded.conductor.busy

    def _warn(self) -> None:
        self._stop_sound()
        if self._loaded is not None:
            self._loaded.walk.reading.read("idle")

    def _return(self) -> None:
        self._stop_sound()
        self.current.focus_first()

    def _expire(self) -> None:
        if self.visit is not None:
            self.leave()
        else:
            self.choose_language(self._settings.offered[0])

    # Staff

    def open_staff(self) -> None:
        """The PIN stands before everything behind this door; a visit that is going on waits, its recording paused."""
        if self._loaded is None or not self.top.isEnabled() or self.staff_door.is_open:
            return
        self._pause()
        self.staff_door.open(self._loaded.walk.staff_pages)

    def _resume(self, draft_id: str) -> None:
        assert self.conductor is not None
        try:
            resumed = self.conductor.resume(draft_id)
        except Fault as fault:
            self._tell(fault)
            return
        if resumed and self.visit is not None:
            self.choose_language(self.visit.visit.session.language)

    # The window's end

    def exit(self) -> None:
        """Ends the program, whoever may close the window."""
        self._may_close = True
        self.close()

    def shut_down(self) -> None:
        """After the event loop, or before the window is destroyed. What was recorded stays a draft."""
        self.absence.watch.stop()
        self.tidying.stop()
        _application().removeEventFilter(self.absence.watch)
        if self._loaded is not None:
            self._loaded.conductor.close()
        self.tasks.close()
        if self._loaded is not None:
            self._loaded.walk.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            return
        event.accept()
        self.closed.emit()

    # Painting and keys

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._load_conductor is not None:
            QTimer.singleShot(0, self, self.load)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = _application().focusWidget()
            if isinstance(focused, QAbstractButton) and focused.isEnabled():
                focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        if self.asks_to_leave:
            self._stay()
        elif isinstance(self.current, SidePage):
            self._close_side()
        elif not self.is_covered and self.current.back.isVisible() and self.current.back.isEnabled():
            self.current.back.click()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application

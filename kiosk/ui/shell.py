"""The window: shows what the conductor says, and does what the fixed row, the keyboard, the clock and staff ask.

Everything that takes long to load comes after the first paint.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from kiosk.story.texts import CONSENT_TEXT_IDS
from kiosk.ui import theme
from kiosk.ui.announce import announce
from kiosk.ui.frame import Frame
from kiosk.ui.languages import Languages
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.start import StartScreen
from kiosk.ui.shell_settings import Loaded, ShellSettings
from kiosk.ui.tasks import Tasks
from kiosk.ui.theme import Look
from sync.contract.faults import Fault

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent

    # Only for types: the walk brings numpy and the audio libraries, and is loaded after the first paint.
    from kiosk.ui.absence import Absence
    from kiosk.ui.conductor import Conductor
    from kiosk.ui.guidance import Guidance
    from kiosk.ui.scene import Scene
    from kiosk.ui.side_pages import SidePage
    from kiosk.ui.walk import VisitScreens

__all__ = ["Loaded", "Shell", "ShellSettings"]

_TIDY_EVERY_MS = 15 * 60_000


class Shell(Frame):
    """The top-level window. `load` is called once, on this thread, right after the first paint."""

    closed = Signal()
    """The window was closed by who may: the program should end."""

    def __init__(
        self, settings: ShellSettings, load: Callable[[Tasks, Languages], Loaded], monotonic_s: Callable[[], float] = time.monotonic
    ) -> None:
        self.languages = Languages(settings.resources, settings.offered[0], settings.own_voices)
        words = self.languages.words
        self._usual_look = theme.preferred_look()
        # Before the first widget: each that is there already would have to be dressed anew.
        theme.apply(_application(), self._usual_look)
        super().__init__()
        self._settings = settings
        self._load_conductor: Callable[[Tasks, Languages], Loaded] | None = load
        self._loaded: Loaded | None = None
        self.guidance: Guidance | None = None
        self._exiting = False
        self.tasks = Tasks()
        self.start = StartScreen(words, settings.offered)
        self._sides: tuple[SidePage, ...] = ()
        self._monotonic_s = monotonic_s
        self.pages.addWidget(self.start)
        _application().setLayoutDirection(words.direction)
        # Nobody can begin before there is a place for what she says.
        self.start.set_ready(False)
        self.start.greet()

    def complete(self) -> None:
        """What a bare window lacks: the fixed row and what may lie over the page. Quick; only the first call does anything."""
        if self.furnished:
            return
        from kiosk.ui.absence import Absence
        from kiosk.ui.staff_door import StaffDoor

        words = self.languages.words
        self.furnish(words)
        self.absence: Absence = Absence(
            self, words, self._settings.idle_s, held=self._held, at_stake=lambda: self.visit is not None, monotonic_s=self._monotonic_s
        )
        self.staff_door = StaffDoor(self)
        self.tidying = QTimer(self)
        self.tidying.setInterval(_TIDY_EVERY_MS)
        self._make_sides()
        self._connect()
        self.set_look(self._usual_look)
        self.retranslate()
        self._show(self.start)
        self.update()
        self.absence.watch.start()
        # Not before: each of the many events that lead to the first paint would pass through Python.
        _application().installEventFilter(self.absence.watch)

    def _connect(self) -> None:
        self.start.language_chosen.connect(self.choose_language)
        self.top.leave.clicked.connect(self._ask_before_leaving)
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

    def _make_sides(self) -> None:
        """The pages that lie over the walk for a moment."""
        from PySide6.QtGui import QKeySequence, QShortcut

        from kiosk.ui.sides import make_sides

        sides = make_sides(self._settings.offered, self.tasks)
        self.language_page, self.how_to_page, self.display_page, self.withdraw_page = self._sides = sides
        buttons = (self.top.language, self.top.help, self.top.text_size, self.start.withdraw)
        for side, button in zip(self._sides, buttons, strict=True):
            self.pages.addWidget(side)
            side.closed.connect(self._close_side)
            button.clicked.connect(partial(self._open_side, side))
        self.language_page.chosen.connect(self._choose_and_return)
        self.display_page.chosen.connect(self.set_look)
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.open_staff)

    def load(self) -> None:
        """Brings in everything that takes long, such as the audio libraries; only the first call does anything."""
        if self._load_conductor is None:
            return
        load, self._load_conductor = self._load_conductor, None
        self.complete()
        from kiosk.ui.opening import Opening

        try:
            loaded = load(self.tasks, self.languages)
        except Fault as fault:
            # Nothing can be recorded here: the sentence says whom to call, and nobody can begin.
            self.start.show_fault(fault)
            return
        self._loaded, self.withdraw_page.take_back = loaded, loaded.walk.take_back
        conductor = loaded.conductor
        conductor.made.connect(self.pages.addWidget)
        conductor.turned.connect(self._show)
        conductor.ended.connect(self._end)
        conductor.told.connect(self._tell)
        conductor.leave_asked.connect(self._ask_before_leaving)
        # Buttons may also be pressed by assistive technology, which moves no mouse and presses no key.
        conductor.moved.connect(self.absence.watch.touch)
        conductor.moved.connect(self._show_listen)
        conductor.sending_changed.connect(self._rest_while_sending)
        self._listen_along(loaded.walk.make_guidance(self, self.top.listen, self._scene, self._may_sound, auto=self._settings.reads_aloud))
        opening = Opening(
            self.start, self.tasks, prepare=loaded.walk.prepare, begin_visit=self._begin_visit, may_begin=lambda: self.current is self.start
        )
        opening.opened.connect(self._open)
        self.start.continued.connect(opening.begin)
        opening.prepare()
        self._show_listen()

    def _listen_along(self, guidance: Guidance) -> None:
        self.guidance = guidance
        guidance.changed.connect(self.top.show_listening)
        guidance.failed.connect(self._tell)
        guidance.consent_heard.connect(self._note_heard)
        self.absence.watch.pressed.connect(guidance.on_press)
        self.top.listen.clicked.connect(guidance.toggle)
        self.start.language_chosen.connect(guidance.say_language)
        self.language_page.chosen.connect(guidance.say_language)

    def _open(self) -> None:
        """From now on somebody may begin."""
        self.tidying.start()
        if self.current is self.start:
            self.start.focus_first()

    def _tidy(self) -> None:
        if self._loaded is not None:
            self.tasks.run(self._loaded.walk.tidy, owner=self, done=lambda _: None, failed=self.start.show_fault)

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
        assert isinstance(shown, Screen) or shown in self._sides
        return shown

    # The walk

    def _begin_visit(self) -> None:
        """Raises Fault."""
        assert self.conductor is not None
        self.conductor.begin(self.languages.words.language)

    def _show(self, page: Screen) -> None:
        before = self.pages.currentWidget()
        if isinstance(before, Screen) and before is not page:
            before.leave()
        self._stop_sound()
        self.close_question()
        self.absence.watch.touch()
        if self.visit is not None:
            page.enter(self.visit.visit.session)
        else:
            self.start.greet()
        self.pages.setCurrentWidget(page)
        self.top.show_page(page.page)
        self._show_listen()
        page.focus_first()
        self._tell_page(page)

    def _tell_page(self, page: Screen | SidePage) -> None:
        """A screen reader says what gets the focus; where that is not the title, the title has to be said."""
        if page.isVisible() and _application().focusWidget() is not page.title:
            announce(page, page.accessibleName())

    def _end(self, fault: Fault | None) -> None:
        """Start again as the next person should find it: her language and her size of type are not the last one's."""
        self.set_look(self._usual_look)
        if self.guidance is not None:
            self.guidance.end()
        self.languages.choose(self._settings.offered[0])
        self.retranslate()
        self._show(self.start)
        if fault is not None:
            self.start.show_fault(fault)

    def _tell(self, fault: Fault) -> None:
        """On her page, even if another one lies over it just now."""
        page = self.conductor.current_screen() if self.conductor is not None else None
        (page or self.start).show_fault(fault)

    def _rest_while_sending(self, sending: bool) -> None:
        self._stop_sound()
        if sending:
            self.close_question()
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
        self.retranslate()
        self._show_listen()

    def _choose_and_return(self, code: str) -> None:
        self.choose_language(code)
        self._close_side()

    def retranslate(self) -> None:
        """Every word anew, in the language that is chosen now."""
        _application().setLayoutDirection(self.languages.words.direction)
        self.top.retranslate()
        self.leave_panel.retranslate()
        for page in (self.start, *self._sides, self.absence.page, *(self.visit.all() if self.visit else ())):
            page.retranslate()
        self.staff_door.retranslate()
        self.language_page.show_language(self.languages.words.language)
        self.place_door()

    def set_look(self, look: Look) -> None:
        """At once, on whatever is shown."""
        if look != theme.look():
            theme.apply(_application(), look)
        self.top.show_text_size(look.text_size)
        self.display_page.show_look(look)

    def _open_side(self, side: SidePage) -> None:
        if self.pages.currentWidget() is side:
            self._close_side()
            return
        self._pause()
        self.pages.setCurrentWidget(side)
        self._show_listen()
        side.focus_first()
        self._tell_page(side)

    def _close_side(self) -> None:
        if self.pages.currentWidget() in self._sides:
            page = self.conductor.current_screen() if self.conductor is not None else None
            self.pages.setCurrentWidget(page or self.start)
            self._show_listen()
            self.current.focus_first()

    def _pause(self) -> None:
        """Before something covers the page."""
        self._stop_sound()
        if self.conductor is not None:
            self.conductor.pause()

    def _scene(self) -> Scene:
        from kiosk.ui.scene import Scene

        """What is to be heard now."""
        if self.staff_door.is_open:
            return Scene(None)
        if self.absence.is_warning:
            return Scene(self.absence.page)
        if self.asks_to_leave:
            return Scene(self.leave_panel)
        page = self.current
        binding = isinstance(page, Screen) and page.text_id in CONSENT_TEXT_IDS
        consent = page.text().words() if isinstance(page, Screen) and binding else ()
        return Scene(page, self.top, waits=page is self.start, consent=consent)

    def _note_heard(self) -> None:
        if self.visit is not None and self.conductor is not None:
            self.visit.visit.session.heard_aloud = True
            self.conductor.save()

    def _may_sound(self) -> bool:
        """Never while sound is being kept: it would be in the recording."""
        return self.visit is None or not self.visit.desk.wants_silence

    def _show_listen(self) -> None:
        self.top.listen.setEnabled(self._loaded is not None and self._may_sound())

    def _stop_sound(self) -> None:
        if self._loaded is not None:
            self._loaded.walk.speaker.stop()

    # Nobody there

    def _held(self) -> bool:
        if self.staff_door.is_open and self.visit is None:
            return False
        if self._loaded is None or self.visit is None:
            # At Start nothing can be lost; only what somebody left behind goes back: a language, a look, a voice, a page.
            as_usual = self.languages.words.language == self._settings.offered[0] and theme.look() == self._usual_look
            return as_usual and self.current is self.start and (self.guidance is None or not self.guidance.on)
        # The warning itself is read aloud, and must not be taken for a sign of life.
        playing = self._loaded.walk.speaker.playing and not self.absence.is_warning
        return playing or self._loaded.conductor.busy

    def _warn(self) -> None:
        self._stop_sound()
        if self.guidance is not None:
            self.guidance.read_page()

    def _return(self) -> None:
        self._stop_sound()
        self.current.focus_first()

    def _expire(self) -> None:
        if self.staff_door.is_open and self.tasks.busy:
            return  # something that staff began is still going on, and is looked at again after another while
        self.staff_door.abandon()
        if self.visit is not None:
            self.leave()
        else:
            self._close_side()
            self.set_look(self._usual_look)
            if self.guidance is not None:
                self.guidance.end()
            self.choose_language(self._settings.offered[0])

    # Staff

    def open_staff(self) -> None:
        """The PIN stands before everything behind this door; a visit that is going on waits, its recording paused."""
        if self._loaded is None or not self.top.isEnabled() or self.staff_door.is_open:
            return
        self._pause()
        self.staff_door.open(partial(self._loaded.walk.staff_pages, lambda: self.visit is not None))

    def _resume(self, draft_id: str) -> None:
        assert self.conductor is not None
        try:
            resumed = self.conductor.resume(draft_id)
        except Fault as fault:
            self._tell(fault)
            return
        if resumed and self.visit is not None:
            self.choose_language(self.visit.visit.session.language)
        elif not resumed:
            from kiosk.drafts.database import draft_gone

            self._tell(draft_gone())

    # The window's end

    def exit(self) -> None:
        """Ends the program, whoever may close the window and whatever is going on: what was recorded stays a draft."""
        self._exiting = True
        self.close()

    def come_to_front(self) -> None:
        """Somebody started the program once more. Where the system lets no window take the front by itself, it asks for attention."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def shut_down(self) -> None:
        """After the event loop, or before the window is destroyed. What was recorded stays a draft."""
        if not self.furnished:
            return
        self.absence.watch.stop()
        self.tidying.stop()
        _application().removeEventFilter(self.absence.watch)
        if self.guidance is not None:
            self.guidance.close()
        self.staff_door.shut()
        if self._loaded is not None:
            self._loaded.conductor.close()
        self.tasks.close()
        if self._loaded is not None:
            self._loaded.walk.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._exiting and (self._settings.locked or self.visit is not None):
            event.ignore()
            if not self._settings.locked and self.top.isEnabled():
                self._ask_before_leaving()
            return
        event.accept()
        self.closed.emit()

    # Painting and keys

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._load_conductor is not None:
            # First the rest of the window, and only when that can be seen what takes long.
            QTimer.singleShot(0, self, self.load if self.furnished else self.complete)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return  # a key that is held is one press, whatever has the focus meanwhile
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = _application().focusWidget()
            if isinstance(focused, QAbstractButton) and focused.isEnabled():
                focused.click()
        elif event.key() == Qt.Key.Key_Escape and self.furnished:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        if self.asks_to_leave:
            self._stay()
        elif not isinstance(self.current, Screen):
            self._close_side()
        elif not self.is_covered and self.current.back.isVisible() and self.current.back.isEnabled():
            self.current.back.click()


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application

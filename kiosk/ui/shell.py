"""The window: the fixed row at the top, the page below it, and whose turn it is.

It owns the interview and the visit; pages ask, the interview answers, the window shows. Everything that takes long to load comes with
the Walk, after the first paint.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QStackedWidget, QVBoxLayout, QWidget

from kiosk.story.interview import Event, Interview, Page
from kiosk.story.session import Session
from kiosk.story.texts import CONSENT_TEXT_IDS
from kiosk.ui import theme
from kiosk.ui.idle import IdlePage, IdleWatch
from kiosk.ui.languages import Languages
from kiosk.ui.leave_panel import LeavePanel
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.start import StartScreen
from kiosk.ui.side_pages import HowToPage, LanguagePage, SidePage
from kiosk.ui.tasks import Tasks
from kiosk.ui.theme import TextSize
from kiosk.ui.top_bar import TopBar
from kiosk.ui.widgets.corner_door import CornerDoor
from sync.contract.faults import Fault

if TYPE_CHECKING:
    # Only for types: the walk brings numpy and the audio libraries, and is loaded after the first paint.
    from kiosk.submission import Submitted
    from kiosk.ui.staff.pages import StaffPages
    from kiosk.ui.walk import VisitScreens, Walk

_MARGIN_PX = 28


@dataclass(frozen=True)
class ShellSettings:
    """`offered` are languages by code, the first of them is spoken at Start. `locked`: only staff can close the window."""

    resources: Path
    offered: Sequence[str]
    idle_s: int
    locked: bool


class Shell(QWidget):
    """The top-level window. `load_walk` is called once, on this thread, right after the first paint or at the first touch."""

    page_shown = Signal(str)
    """(page) Each time a page of the walk is entered."""

    def __init__(
        self, settings: ShellSettings, load_walk: Callable[[Tasks, Languages], Walk], monotonic_s: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._settings = settings
        self._load_walk = load_walk
        self._walk: Walk | None = None
        self._visit: VisitScreens | None = None
        self._sending = False
        self._may_close = not settings.locked
        self._size = TextSize.NORMAL
        self.tasks = Tasks()
        self.languages = Languages(settings.resources, settings.offered[0])
        self.interview = Interview()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleIdentifier("window")
        self.setWindowTitle("I Defend Rights")
        words = self.languages.words
        self.top = TopBar()
        self.leave_panel = LeavePanel(words)
        self.start = StartScreen(words, settings.offered)
        self.language_page = LanguagePage(settings.offered)
        self.how_to_page = HowToPage()
        self.idle_page = IdlePage(words)
        self.idle = IdleWatch(settings.idle_s, self._held, monotonic_s)
        self.staff: StaffPages | None = None
        self.door = self._lay_out()
        self._connect()
        self.start.start.setEnabled(False)
        theme.apply(_application(), self._size)
        self._retranslate()
        self._show(self.start)
        _application().installEventFilter(self.idle)
        self.idle.start()

    # Making the window

    def _lay_out(self) -> CornerDoor:
        self._pages = QStackedWidget()
        for page in (self.start, self.language_page, self.how_to_page):
            self._pages.addWidget(page)
        self._walk_side = QWidget()
        inside = QVBoxLayout(self._walk_side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self.top)
        inside.addWidget(self.leave_panel)
        inside.addWidget(self._pages, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._walk_side)
        self._whole.addWidget(self.idle_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, 12, _MARGIN_PX, 22)
        layout.addWidget(self._whole)
        return CornerDoor(self)

    def _connect(self) -> None:
        self.start.language_chosen.connect(self.choose_language)
        self.start.continued.connect(self._begin)
        self.top.language.clicked.connect(partial(self._open_side, self.language_page))
        self.top.help.clicked.connect(partial(self._open_side, self.how_to_page))
        self.top.listen.clicked.connect(self._toggle_listening)
        self.top.text_size.clicked.connect(self._next_text_size)
        self.top.leave.clicked.connect(self._ask_to_leave)
        self.language_page.chosen.connect(self._choose_and_return)
        for side in (self.language_page, self.how_to_page):
            side.closed.connect(self._close_side)
        self.leave_panel.confirmed.connect(self.leave)
        self.leave_panel.cancelled.connect(self._stay)
        self.idle.warned.connect(self._warn)
        self.idle.counted.connect(self.idle_page.show_seconds)
        self.idle.extended.connect(self._end_warning)
        self.idle.expired.connect(self._expire)
        self.idle_page.stayed.connect(self.idle.touch)
        self.door.held.connect(self.open_staff)
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self.open_staff)

    def load(self) -> None:
        """Brings in everything that was not needed to paint. Harmless when it is there."""
        if self._walk is not None:
            return
        self._walk = self._load_walk(self.tasks, self.languages)
        speaker = self._walk.speaker
        speaker.started.connect(lambda owner: self.top.show_listening(owner is self))
        speaker.stopped.connect(lambda owner: self.top.show_listening(False))
        speaker.failed.connect(self._on_speaker_failed)
        self.tasks.run(self._walk.prepare, owner=self, done=lambda _: self._open(), failed=self._open_with)
        self._show_listen()

    def _open(self) -> None:
        """From now on somebody may begin."""
        self.start.start.setEnabled(True)
        if self.current is self.start:
            self.start.focus_first()

    def _open_with(self, fault: Fault) -> None:
        self._open()
        self.start.show_fault(fault)

    @property
    def walk(self) -> Walk:
        self.load()
        assert self._walk is not None
        return self._walk

    @property
    def visit(self) -> VisitScreens | None:
        return self._visit

    @property
    def current(self) -> Screen | SidePage:
        shown = self._pages.currentWidget()
        assert isinstance(shown, (Screen, SidePage))
        return shown

    # The walk

    def _begin(self) -> None:
        try:
            visit = self.walk.begin(self.languages.words.language)
        except Fault as fault:
            self.start.show_fault(fault)
            return
        self._take_up(visit)
        self._follow(Event.CONTINUE)

    def _take_up(self, visit: VisitScreens) -> None:
        self._visit = visit
        visit.made.connect(self._adopt)
        visit.desk.step_changed.connect(self._show_listen)

    def _adopt(self, screen: Screen) -> None:
        """Connects a screen that was just made; what only some screens can ask for is found by their signals."""
        self._pages.addWidget(screen)
        screen.continued.connect(partial(self._follow, Event.CONTINUE))
        screen.back_asked.connect(partial(self._follow, Event.BACK))
        screen.changed.connect(self._save)
        for name, slot in (("change_asked", self._change), ("send_asked", self._send), ("record_again_asked", self._record_again)):
            if hasattr(screen, name):
                getattr(screen, name).connect(slot)

    def _follow(self, event: Event) -> None:
        """One move of the interview, and its page."""
        self._go_to(self.interview.after(event, self._session))

    def _change(self, page: Page) -> None:
        self._go_to(self.interview.change(page))

    def _record_again(self) -> None:
        """From the question about the name back to the first prompt, by the interview's own moves."""
        while self.interview.page is not Page.PROMPT_1:
            if self.interview.page is Page.CHECK:
                self.interview.change(Page.PROMPT_1)
            else:
                self.interview.after(Event.BACK, self._session)
        self._go_to(Page.PROMPT_1)

    def _go_to(self, page: Page) -> None:
        if page is Page.START:
            self._end_visit()
            self._show(self.start)
            return
        assert self._visit is not None
        self._visit.visit.session.page = page
        if page is not Page.SENT:
            self._save()
        self._show(self._visit.screen(page))

    @property
    def _session(self) -> Session:
        return self._visit.visit.session if self._visit is not None else Session(language=self.languages.words.language)

    def _save(self) -> None:
        if self._visit is None or self._sending:
            return
        try:
            self._visit.visit.save()
        except Fault as fault:
            self._tell(fault)

    def _tell(self, fault: Fault) -> None:
        if isinstance(self.current, Screen):
            self.current.show_fault(fault)

    def _show(self, page: Screen) -> None:
        before = self._pages.currentWidget()
        if isinstance(before, Screen) and before is not page:
            before.leave()
        self._stop_sound()
        self._close_question()
        page.enter(self._session)
        self._pages.setCurrentWidget(page)
        self.top.show_page(page.page)
        self._show_listen()
        page.focus_first()
        self.page_shown.emit(page.page)

    # Sending

    def _send(self) -> None:
        assert self._visit is not None
        check = self._visit.screen(Page.CHECK)
        self._stop_sound()
        self._sending = True
        self.top.setEnabled(False)
        check.show_sending()  # type: ignore[attr-defined]
        self.tasks.run(
            partial(self.walk.submit, self._visit.visit, self._visit.visit.session),
            owner=check,
            done=self._sent,
            failed=self._send_failed,
        )

    def _sent(self, submitted: Submitted) -> None:
        assert self._visit is not None
        self._sending, self._visit.visit.sent = False, True
        self.top.setEnabled(True)
        self._visit.screen(Page.SENT).show_sent(submitted.withdrawal_code, self.walk.waiting_for_internet())  # type: ignore[attr-defined]
        self._follow(Event.SENT)

    def _send_failed(self, fault: Fault) -> None:
        assert self._visit is not None
        self._sending = False
        self.top.setEnabled(True)
        self._visit.screen(Page.CHECK).show_send_fault(fault)  # type: ignore[attr-defined]

    # Leaving

    def _ask_to_leave(self) -> None:
        if self._visit is not None and self.interview.page is not Page.SENT and self._visit.anything_recorded:
            self._close_side()
            self.leave_panel.retranslate()
            # In the place of the fixed row: nothing else to press, and the page keeps its height.
            self.top.hide()
            self.leave_panel.show()
            self.leave_panel.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.leave()

    def _close_question(self) -> None:
        self.leave_panel.hide()
        self.top.show()

    def _stay(self) -> None:
        self._close_question()
        self.current.focus_first()

    def leave(self) -> None:
        """Back to Start with nothing kept, whatever is going on but sending."""
        if self._visit is None or self._sending:
            return
        self._close_side()
        self._go_to(self.interview.after(Event.LEAVE, self._session))

    def _end_visit(self) -> None:
        visit, self._visit = self._visit, None
        self._stop_sound()
        self._pages.setCurrentWidget(self.start)
        if visit is None:
            return
        for screen in visit.all():
            screen.leave()
        visit.close()
        if not visit.visit.sent:
            try:
                self.walk.discard(visit.visit)
            except Fault as fault:
                QTimer.singleShot(0, self.start, partial(self.start.show_fault, fault))
        self._set_text_size(TextSize.NORMAL)
        self.choose_language(self._settings.offered[0])

    # The fixed row

    def choose_language(self, code: str) -> None:
        """Words, direction and letters of another language; every answer stays."""
        self._stop_sound()
        self.languages.choose(code)
        if self._visit is not None:
            self._visit.visit.session.language = code
            self._save()
        self._retranslate()
        self._show_listen()

    def _choose_and_return(self, code: str) -> None:
        self.choose_language(code)
        self._close_side()

    def _retranslate(self) -> None:
        _application().setLayoutDirection(self.languages.words.direction)
        self.top.retranslate()
        self.leave_panel.retranslate()
        for page in (self.start, self.language_page, self.how_to_page, self.idle_page, *(self._visit.all() if self._visit else ())):
            page.retranslate()
        if self.staff is not None:
            self.staff.retranslate()
        self.language_page.show_language(self.languages.words.language)
        self._place_door()

    def _next_text_size(self) -> None:
        self._set_text_size(self._size.following())

    def _set_text_size(self, size: TextSize) -> None:
        if size is not self._size:
            self._size = size
            theme.apply(_application(), size)
        self.top.show_text_size(size)

    def _open_side(self, side: SidePage) -> None:
        if self._pages.currentWidget() is side:
            self._close_side()
            return
        if self._visit is not None and self._visit.desk.busy:
            self._visit.desk.pause()
        self._stop_sound()
        self._close_question()
        self._pages.setCurrentWidget(side)
        self._show_listen()
        side.focus_first()

    def _close_side(self) -> None:
        if isinstance(self._pages.currentWidget(), SidePage):
            page = self._visit.screen(self.interview.page) if self._visit is not None else self.start
            self._pages.setCurrentWidget(page)
            self._show_listen()
            page.focus_first()

    # Reading aloud

    def _toggle_listening(self) -> None:
        speaker = self.walk.speaker
        if speaker.is_playing(self):
            speaker.stop()
            return
        text_id = self._spoken_text_id()
        try:
            sound = self.walk.spoken(text_id) if text_id else None
        except Fault as fault:
            self._tell(fault)
            return
        if sound is None:
            return
        speaker.play(self, sound)
        if self._visit is not None and text_id in CONSENT_TEXT_IDS:
            self._visit.visit.session.heard_aloud = True
            self._save()

    def _spoken_text_id(self) -> str | None:
        return self.current.spoken_text_id() if isinstance(self.current, Screen) else None

    def _show_listen(self) -> None:
        """Enabled where there is something to read; never while recording."""
        text_id = self._spoken_text_id()
        recording = self._visit is not None and self._visit.desk.busy
        self.top.listen.setEnabled(not recording and text_id is not None and self.languages.words.voice_path(text_id) is not None)

    def _stop_sound(self) -> None:
        if self._walk is not None:
            self._walk.speaker.stop()

    def _on_speaker_failed(self, owner: object, fault: Fault) -> None:
        if owner is self:
            self._tell(fault)

    # Nobody there

    def _held(self) -> bool:
        if self._visit is None:
            # At Start nothing can be lost; only a language that somebody left behind goes back.
            return self.languages.words.language == self._settings.offered[0] or self._staff_is_open
        speaker = self.walk.speaker
        # The warning itself is spoken, and must not be taken for a sign of life.
        playing = speaker.playing and not speaker.is_playing(self.idle_page)
        return self._sending or playing or self._visit.desk.recording or self._staff_is_open

    def _warn(self) -> None:
        if self._visit is None:
            return
        self.idle_page.retranslate()
        self._whole.setCurrentWidget(self.idle_page)
        self.idle_page.focus_first()
        try:
            sound = self.walk.spoken("idle")
        except Fault:
            # The warning stands on the screen in any case, and there is nobody to tell.
            sound = None
        if sound is not None:
            self.walk.speaker.play(self.idle_page, sound)

    def _end_warning(self) -> None:
        if self._whole.currentWidget() is self.idle_page:
            self._stop_sound()
            self._whole.setCurrentWidget(self._walk_side)
            self.current.focus_first()

    def _expire(self) -> None:
        self._end_warning()
        if self._visit is not None:
            self.leave()
        else:
            self.choose_language(self._settings.offered[0])
        self.idle.start()

    # Staff

    @property
    def _staff_is_open(self) -> bool:
        return self.staff is not None and self._whole.currentWidget() is self.staff

    def open_staff(self) -> None:
        """The PIN stands before everything behind this door; a visit that is going on waits, its recording paused."""
        if self._sending or self._staff_is_open:
            return
        if self.staff is None:
            self.staff = self.walk.staff_pages()
            self.staff.closed.connect(self._close_staff)
            self.staff.exit_asked.connect(self.exit)
            self.staff.resume_asked.connect(self._resume)
            self._whole.addWidget(self.staff)
        if self._visit is not None:
            self._visit.desk.pause()
        self._stop_sound()
        self._whole.setCurrentWidget(self.staff)
        self.staff.open()

    def _close_staff(self) -> None:
        self._whole.setCurrentWidget(self._walk_side)
        self.current.focus_first()

    def _resume(self, draft_id: str) -> None:
        if self._visit is not None:
            return
        try:
            visit = self.walk.resume(draft_id)
        except Fault as fault:
            self.start.show_fault(fault)
            visit = None
        self._close_staff()
        if visit is None:
            return
        session = visit.visit.session
        self._take_up(visit)
        self.languages.choose(session.language)
        self._retranslate()
        self.interview = Interview(Page(session.page) if session.page != Page.START else Page.ABOUT)
        self._show(visit.screen(self.interview.page))

    def exit(self) -> None:
        """Ends the program, whoever may close the window."""
        self._may_close = True
        self.close()

    def shut_down(self) -> None:
        """After the event loop, or before the window is destroyed. What was recorded stays a draft."""
        self.idle.stop()
        _application().removeEventFilter(self.idle)
        if self._visit is not None:
            self._visit.close()
            self._visit = None
        self.tasks.close()
        if self._walk is not None:
            self._walk.close()

    # Qt's own calls

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._walk is None:
            QTimer.singleShot(0, self, self.load)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_door()

    def _place_door(self) -> None:
        # The far upper corner, where neither the steps nor a button lies beneath.
        mirrored = self.languages.words.direction is Qt.LayoutDirection.RightToLeft
        self.door.move(0 if mirrored else self.width() - self.door.width(), 0)
        self.door.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = _application().focusWidget()
            if isinstance(focused, QAbstractButton) and focused.isEnabled():
                focused.click()
        elif event.key() == Qt.Key.Key_Escape and not self._sending:
            self._go_back()
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        if self.leave_panel.isVisible():
            self._stay()
        elif isinstance(self.current, SidePage):
            self._close_side()
        elif self._whole.currentWidget() is self._walk_side and self.current.back.isVisible() and self.current.back.isEnabled():
            self.current.back.click()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            event.ignore()
            return
        event.accept()
        _application().exit(0)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application

"""Leads a person through the walk by ear: reads each page, says what she moves to and what happens, and falls silent at her touch.

It looks at what is shown and not at what the program did: a few times a second it compares the page with what was there before. So a
new notice, a new button or a whole new page is heard without anybody having to tell. `kiosk.ui.guide` does the speaking.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QSinglePointEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.resources import languages
from kiosk.ui.guide import Guide, Pace
from kiosk.ui.scene import Scene
from kiosk.ui.speaker import Speaker
from kiosk.ui.spoken_elements import Element, chosen_words, element_of, elements
from kiosk.ui.spoken_frame import SpokenFrame
from kiosk.ui.words import Words

_LOOK_EVERY_MS = 150
_MOVING_KEYS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
_PRESSING_KEYS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}
_NUMBERS = re.compile(r"\d+")


class Guidance(QObject):
    """`scene()` says what is shown. The window tells of every press (`on_press`). Window's thread."""

    changed = Signal(bool)
    """(whether a page is being read, or is about to be)"""
    failed = Signal(object)
    """(Fault) No loudspeaker; guidance is off."""
    consent_heard = Signal()
    """All the words of a page that asks for consent were spoken."""

    def __init__(
        self,
        window: QWidget,
        listen: QWidget,
        words: Words,
        speaker: Speaker,
        *,
        scene: Callable[[], Scene],
        may_speak: Callable[[], bool],
        auto: bool,
    ) -> None:
        super().__init__(window)
        self.pace = Pace()
        self.frame = SpokenFrame(window)
        self.guide = Guide(speaker, words.clips, self.frame, may_speak, self.pace)
        self._listen = listen
        self._words = words
        self._speaker = speaker
        self._scene = scene
        self._may_speak = may_speak
        self._auto = auto
        self._on = False
        self._declined = False
        self._moves = False
        self._focus: QWidget | None = None
        self._reading_page = False
        self._row_was_read = False
        self._key: tuple[object, ...] | None = None
        self._seen: dict[QWidget, tuple[str, bool | None]] = {}
        self._labels: set[QWidget] = set()
        self._said: set[str] = set()
        self._heard: list[str] = []
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look)
        self._page_due = QTimer(self)
        self._page_due.setSingleShot(True)
        self._page_due.timeout.connect(self._read_due_page)
        self.guide.heard.connect(self._remember_heard)
        self.guide.done.connect(self._on_done)
        self.guide.failed.connect(self._on_failed)
        _application().focusChanged.connect(self._on_focus)

    @property
    def on(self) -> bool:
        """Whether pages are read by themselves."""
        return self._on

    @property
    def reads(self) -> bool:
        """A page is being read, or will be in a moment."""
        return self._reading_page or self._page_due.isActive()

    def toggle(self) -> None:
        """The Listen button: reads the page that is shown and every page after it; or stops, until it is pressed again."""
        if self.reads:
            self._declined = True
            self._turn_off()
            return
        self._declined = False
        self._turn_on()
        self.read_page(with_row=True)

    def read_page(self, *, with_row: bool = False) -> None:
        """Now, whether pages are read by themselves or not."""
        scene = self._scene()
        if scene.root is None:
            return
        self._page_due.stop()
        self._take_in(scene)
        found = self._everything(scene, with_row=with_row)
        self.guide.halt()
        self._set_reading(bool(found) and self._may_speak())
        self.guide.read(found)

    def say_language(self, code: str) -> None:
        """Its own name, in its own voice."""
        self.guide.read([Element(None, (languages()[code].name,), code)])

    def end(self) -> None:
        """The visit is over: the next person begins in silence."""
        self._declined = False
        self._row_was_read = False
        self._turn_off()
        self._forget()

    def _forget(self) -> None:
        """What stood on her pages, a name for one."""
        self._key = self._focus = None
        for kept in (self._seen, self._labels, self._said, self._heard):
            kept.clear()

    def close(self) -> None:
        """Before the window goes."""
        self._turn_off()
        _application().focusChanged.disconnect(self._on_focus)

    def look(self) -> None:
        """What the timer does: finds what is new."""
        if not self._on:
            return
        scene = self._scene()
        if scene.root is None:
            self._key = None
            return
        if not self._may_speak():
            self._track_labels(scene.root)
            return
        if self._speaker.playing and not self._speaker.is_playing(self.guide):
            return
        if self._key != self._key_of(scene):
            self._take_in(scene)
            self._page_due.start(self.pace.page_ms)
            self.changed.emit(True)
        elif not self._page_due.isActive():
            fresh = self._with_focus_last(list(self._fresh(elements(scene.root))), scene.root)
            if fresh:
                self.guide.first(fresh)

    # What she does

    def on_press(self, event: QEvent) -> None:
        """A key, a button of the mouse or a finger went down: silence, but for what follows from it."""
        self._moves = isinstance(event, QKeyEvent) and event.key() in _MOVING_KEYS
        scene = self._scene()
        if scene.root is None or self._presses_listen(event):
            return
        self._said.clear()
        self._page_due.stop()
        self.guide.halt()
        self._set_reading(False)
        if self._auto and scene.waits and not self._on and not self._declined:
            self._turn_on()

    def _presses_listen(self, event: QEvent) -> bool:
        """Its own press must not stop what its click asks about."""
        if isinstance(event, QKeyEvent):
            return self._listen.hasFocus() and event.key() in _PRESSING_KEYS
        if isinstance(event, QTouchEvent):
            place = event.points()[0].globalPosition().toPoint() if event.points() else QPoint()
        else:
            assert isinstance(event, QSinglePointEvent)
            place = event.globalPosition().toPoint()
        return self._listen.isVisible() and self._listen.rect().contains(self._listen.mapFromGlobal(place))

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        moved, self._moves = self._moves, False
        if moved or _application().mouseButtons() is not Qt.MouseButton.NoButton:
            self._focus = now
        listens_back = self._speaker.playing and not self._speaker.is_playing(self.guide)
        if not (self._on and moved and now is not None) or self._scene().root is None or listens_back or not self._may_speak():
            return
        element = element_of(now)
        if element is not None:
            self.guide.read([element])

    # What is there

    def _everything(self, scene: Scene, *, with_row: bool) -> list[Element]:
        assert scene.root is not None
        found = elements(scene.root)
        if scene.row is not None and (with_row or not (self._row_was_read or scene.waits)):
            self._row_was_read = True
            found += elements(scene.row)
        return found

    def _read_due_page(self) -> None:
        scene = self._scene()
        other_sound = self._speaker.playing and not self._speaker.is_playing(self.guide)
        found = [] if scene.root is None or other_sound or not self._may_speak() else self._everything(scene, with_row=False)
        self._note(found)
        self._set_reading(bool(found))
        self.guide.then(found)

    def _key_of(self, scene: Scene) -> tuple[object, ...]:
        """Another key is another page, if only to who hears it: other words at the top, or another language."""
        assert scene.root is not None
        return scene.root, scene.root.accessibleName(), self._words.language

    def _take_in(self, scene: Scene) -> None:
        """A page is shown anew: all that is on it counts as seen, because all of it will be read."""
        assert scene.root is not None
        self._key = self._key_of(scene)
        self._said.clear()
        self._heard.clear()
        self._focus = _application().focusWidget()
        self._seen.clear()
        self._labels.clear()
        self._note(elements(scene.root))

    def _note(self, found: Sequence[Element]) -> None:
        """Old from now on."""
        self._seen.update({element.widget: (_key_words(element), element.chosen) for element in found if element.widget is not None})

    def _fresh(self, found: Sequence[Element]) -> Iterator[Element]:
        for element in found:
            widget, words = element.widget, _key_words(element)
            assert widget is not None
            before = self._seen.get(widget)
            self._seen[widget] = (words, element.chosen)
            if before is not None and before[0] == words:
                if before[1] != element.chosen and element.chosen is not None and widget.hasFocus():
                    yield replace(element, phrases=(chosen_words(element.chosen),), chosen=None)
            elif words not in self._said and (not element.is_control or before is None or widget.hasFocus()):
                self._said.add(words)
                yield element
        self._forget_gone_labels(found)

    def _track_labels(self, root: QWidget) -> None:
        """While sound is being kept nothing is said, and what was shown then is old afterwards; buttons are not, nobody told of them."""
        self._said.clear()
        labels = [element for element in elements(root) if not element.is_control]
        self._note(labels)
        self._forget_gone_labels(labels)

    def _with_focus_last(self, fresh: list[Element], root: QWidget) -> list[Element]:
        """Where the page itself has taken the keyboard to is the last thing she hears: the next press goes there."""
        before, self._focus = self._focus, _application().focusWidget()
        if self._focus is None or self._focus is before or not root.isAncestorOf(self._focus):
            return fresh
        element = element_of(self._focus)
        if element is None or not element.is_control:
            return fresh
        return [*(other for other in fresh if other.widget is not self._focus), element]

    def _forget_gone_labels(self, found: Sequence[Element]) -> None:
        """A sentence that goes and comes back is news."""
        labels = {element.widget for element in found if element.widget is not None and not element.is_control}
        for gone in self._labels - labels:
            self._seen.pop(gone, None)
        self._labels = labels

    def _remember_heard(self, element: Element) -> None:
        scene = self._scene()
        if not scene.consent or scene.root is None:
            return
        self._heard.extend(element.phrases)
        heard, shown = _together(self._heard), _together([words for found in elements(scene.root) for words in found.phrases])
        if all(_plain(words) in heard for words in scene.consent if _plain(words) in shown):
            self._heard.clear()
            self.consent_heard.emit()

    # On and off

    def _turn_on(self) -> None:
        self._on = True
        self._key = None
        self._looking.start()

    def _turn_off(self) -> None:
        self._on = False
        self._looking.stop()
        self._page_due.stop()
        self.guide.halt()
        self._set_reading(False)

    def _set_reading(self, reading: bool) -> None:
        self._reading_page = reading
        self.changed.emit(self.reads)

    def _on_done(self) -> None:
        self._set_reading(False)

    def _on_failed(self, fault: object) -> None:
        self._declined = True
        self._turn_off()
        self.failed.emit(fault)


def _key_words(element: Element) -> str:
    """Without its numbers: a clock that runs is no news."""
    return _NUMBERS.sub("#", "\n".join(element.phrases))


def _together(phrases: Sequence[str]) -> str:
    return "\n".join(map(_plain, phrases))


def _plain(words: str) -> str:
    return " ".join(words.split())


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application

"""One screen of the walk on its own, as large as the window gives it at 1024×720, in a language of choice."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

import numpy as np
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.app import RESOURCES
from kiosk.audio.player import SilentPlayer
from kiosk.story.interview import question_of
from kiosk.story.session import Session
from kiosk.ui import theme
from kiosk.ui.screens.base import Screen
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.tasks import Tasks
from kiosk.ui.words import Words
from sync.contract.story import HelpRequest, Identity, IdentityKind, Need, Span, Use, Voice

LANGUAGES = ("en", "ar")
# What the window's margins and its top row leave of 1024×720.
WIDTH_PX, HEIGHT_PX = 968, 600

AnyScreen = TypeVar("AnyScreen", bound=QWidget)


class Stage:
    """Close it: the application goes back to how it was."""

    def __init__(self, language: str, application: QApplication) -> None:
        self._application = application
        self._translator = QTranslator()
        assert self._translator.load(str(RESOURCES / "translations" / f"{language}.qm"))
        application.installTranslator(self._translator)
        theme.apply(application, theme.Look())
        self.words = Words(RESOURCES, language)
        application.setLayoutDirection(self.words.direction)
        self.now_s = 0.0
        self.tasks = Tasks()
        self.speaker = Speaker(SilentPlayer(lambda: self.now_s), self.tasks)
        self._shown: list[QWidget] = []

    def show(self, widget: AnyScreen, session: Session | None = None) -> AnyScreen:
        if isinstance(widget, Screen):
            widget.enter(session or Session(language=self.words.language))
        widget.resize(WIDTH_PX, HEIGHT_PX)
        widget.show()
        self._shown.append(widget)
        self.settle()
        return widget

    def settle(self) -> None:
        """Until background work has arrived and layouts have been made."""
        for _ in range(400):
            QApplication.processEvents()
            if not self.tasks.busy:
                break
            time.sleep(0.005)  # unlike QTest.qWait this lets the tasks' threads run meanwhile
        for _ in range(4):
            QApplication.processEvents()

    def close(self) -> None:
        self.speaker.stop()
        for widget in self._shown:
            if isinstance(widget, Screen):
                widget.leave()
            widget.deleteLater()
        self.tasks.close()
        self._application.removeTranslator(self._translator)
        self._application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        QApplication.sendPostedEvents(None, 0)


def open_stage(language: str, application: QApplication) -> Iterator[Stage]:
    """The body of a fixture."""
    stage = Stage(language, application)
    yield stage
    stage.close()


def find(root: QWidget, identifier: str) -> QWidget:
    """The visible control of that name."""
    found = [widget for widget in root.findChildren(QWidget) if widget.accessibleIdentifier() == identifier and widget.isVisible()]
    assert found, f"no visible {identifier}"
    return found[0]


def press(root: QWidget, identifier: str) -> None:
    """By mouse, in the middle of the control. Scrolled into view first if need be."""
    button = find(root, identifier)
    assert isinstance(button, QAbstractButton)
    assert button.isEnabled(), f"{identifier} cannot be pressed now"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def type_key(root: QWidget, identifier: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
    """By keyboard alone: the focus first, then the key."""
    control = find(root, identifier)
    control.setFocus()
    QTest.keyClick(control, key)
    QApplication.processEvents()


def silence(duration_ms: int) -> Callable[..., Sound]:
    """Gives a silent sound whatever is asked for, and remembers in `.asked` what that was."""

    def make(*asked: object) -> Sound:
        make.asked.append(asked)  # type: ignore[attr-defined]
        return Sound(duration_ms, lambda start_ms, most_ms: (np.zeros(max(0, duration_ms - start_ms) * 48, np.float32), 48_000))

    make.asked = []  # type: ignore[attr-defined]
    return make


def told_session(language: str) -> Session:
    """Two answers and a skipped one; nothing chosen yet."""
    session = Session(language=language)
    session.keep_take("why", ["a"], 9_400, [Span(1_200, 3_400)])
    session.keep_take("challenge", ["b"], 61_000, [])
    session.answers["inspiration"].skipped = True
    return session


def chosen_session(language: str, voice: Voice = Voice.OWN) -> Session:
    """Everything chosen, ready to be sent."""
    session = told_session(language)
    session.own_wish = session.adult = True
    session.choose_identity(Identity(IdentityKind.NONE))
    session.name_checked = True
    session.voice = voice
    session.uses = set(Use)
    session.understood = question_of(session)
    session.help = HelpRequest((Need.LAW, Need.PRESS), "", "", "")
    return session

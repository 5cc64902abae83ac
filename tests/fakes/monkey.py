"""Somebody who presses whatever there is, in any order, while the machine around them misbehaves. Seeded: a walk can be had again."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from kiosk_window import KioskWindow
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from kiosk.audio.quality import Verdict
from kiosk.resources import languages

SIZES_PX = ((1024, 720), (1280, 800), (800, 1280), (1920, 1080), (1366, 768))
_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
)
_CHORDS = (
    (Qt.Key.Key_Z, "Ctrl"),
    (Qt.Key.Key_C, "Ctrl"),
    (Qt.Key.Key_V, "Ctrl"),
    (Qt.Key.Key_A, "Ctrl"),
    (Qt.Key.Key_Q, "Ctrl"),
    (Qt.Key.Key_F4, "Alt"),
)
_MODIFIERS = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}


class Monkey:
    """`canary` is what it types wherever it can."""

    def __init__(self, kiosk: KioskWindow, random: Random, canary: str) -> None:
        self._kiosk = kiosk
        self._random = random
        self._canary = canary
        self.did: list[str] = []
        # Mostly presses, so that walks get somewhere.
        self._acts: list[tuple[int, Callable[[], str]]] = [
            (40, self._press),
            (8, self._click),
            (12, self._key),
            (4, self._chord),
            (8, self._type),
            (10, self._speak),
            (3, self._unplug),
            (3, self._plug),
            (2, self._die),
            (3, self._resize),
            (3, self._language),
            (3, self._wait),
            (1, self._close),
            (1, self._fill_disk),
        ]

    def act(self) -> None:
        weights = [weight for weight, _ in self._acts]
        (_, act), *_rest = self._random.choices(self._acts, weights)
        self.did.append(act())
        QApplication.processEvents()

    def _buttons(self) -> list[QAbstractButton]:
        found = self._kiosk.shell.findChildren(QAbstractButton)
        return sorted((button for button in found if button.isVisible() and button.isEnabled()), key=lambda b: b.accessibleIdentifier())

    def _press(self) -> str:
        # Leaving is one button of a dozen and would end most walks at once.
        buttons = [button for button in self._buttons() if "leave" not in button.accessibleIdentifier() or self._random.random() < 0.2]
        if not buttons:
            return "nothing to press"
        button = self._random.choice(buttons)
        identifier = button.accessibleIdentifier()
        button.click()
        return f"press {identifier}"

    def _click(self) -> str:
        shell = self._kiosk.shell
        place = QPoint(self._random.randrange(shell.width()), self._random.randrange(shell.height()))
        target: QWidget = shell.childAt(place) or shell
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, target.mapFrom(shell, place))
        return f"click {place.x()},{place.y()}"

    def _key(self) -> str:
        key = self._random.choice(_KEYS)
        QTest.keyClick(self._focus(), key)
        return key.name

    def _chord(self) -> str:
        key, modifier = self._random.choice(_CHORDS)
        QTest.keyClick(self._focus(), key, _MODIFIERS[modifier])
        return f"{modifier}+{key.name}"

    def _type(self) -> str:
        fields = [field for field in self._kiosk.shell.findChildren(QLineEdit) if field.isVisible() and field.isEnabled()]
        fields += [field for field in self._kiosk.shell.findChildren(QPlainTextEdit) if field.isVisible() and field.isEnabled()]
        if not fields:
            return "nowhere to type"
        field = self._random.choice(fields)
        field.setFocus()
        QTest.keyClicks(field, self._canary)
        return f"type into {field.accessibleIdentifier()}"

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._kiosk.shell

    def _speak(self) -> str:
        if not self._running():
            return "nobody hears"
        self._kiosk.recorder.verdicts = self._random.choice(((), (), (Verdict.TOO_QUIET,), (Verdict.CLIPPED, Verdict.TOO_SHORT)))
        length_ms = self._random.choice((500, 2_000, 6_000))
        self._kiosk.now_s += length_ms / 1000
        self._kiosk.recorder.say(length_ms)
        return f"speak {length_ms} ms"

    def _unplug(self) -> str:
        if not self._running():
            return "nothing to unplug"
        self._kiosk.recorder.lose_microphone()
        return "unplug"

    def _plug(self) -> str:
        if self._kiosk.recorders:
            self._kiosk.recorder.has_microphone = True
        self._kiosk.free_bytes = 60 * 6_000_000
        return "plug in"

    def _die(self) -> str:
        if not self._running():
            return "nothing to die"
        self._kiosk.recorder.die()
        return "the recorder dies"

    def _running(self) -> bool:
        if self._kiosk.shell.visit is None or not self._kiosk.recorders:
            return False
        return self._kiosk.recorder.armed > 0 and not self._kiosk.recorder.closed

    def _resize(self) -> str:
        width_px, height_px = self._random.choice(SIZES_PX)
        self._kiosk.shell.resize(width_px, height_px)
        return f"resize {width_px}x{height_px}"

    def _language(self) -> str:
        code = self._random.choice(self._kiosk.config.languages)
        self._kiosk.shell.choose_language(code)
        return f"language {code}"

    def _wait(self) -> str:
        seconds = self._random.choice((5, 30, 200))
        self._kiosk.now_s += seconds
        self._kiosk.shell.absence.watch.look()
        return f"wait {seconds} s"

    def _close(self) -> str:
        self._kiosk.shell.close()
        return "close"

    def _fill_disk(self) -> str:
        self._kiosk.free_bytes = 0
        return "full disk"


ALL_LANGUAGES = tuple(languages())

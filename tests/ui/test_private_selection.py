"""On X11 whatever is marked with the mouse lies on a clipboard of its own at once; a name must not be left there."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest
from desktop import Desktop

from kiosk.resources import RESOURCES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only X11 has such a clipboard")

_PROGRAM = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from kiosk.ui.widgets.private_field import PrivateLine, PrivateText

application = QApplication(["selection"])
clipboard = application.clipboard()
assert clipboard.supportsSelection()
made = {"line": lambda: PrivateLine("name", 80), "text": lambda: PrivateText("note", 80), "plain": QLineEdit}[sys.argv[1]]()
made.resize(400, 80)
made.show()
QTest.qWaitForWindowExposed(made)
made.setFocus()
QTest.keyClicks(made, "canarybird")
target = made.viewport() if sys.argv[1] == "text" else made
place = target.rect().topLeft() + type(target.rect().topLeft())(30, 16)
QTest.mouseDClick(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
QTest.mouseRelease(target, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def tell():
    selected = made.selectedText() if sys.argv[1] != "text" else made.textCursor().selectedText()
    left = (clipboard.text(QClipboard.Mode.Selection), clipboard.text(QClipboard.Mode.Clipboard))
    clipboard.clear(QClipboard.Mode.Selection)
    print(repr((selected, *left)))


tell()
shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
for key, modifiers in ((Qt.Key.Key_A, ctrl), (Qt.Key.Key_Left, shift), (Qt.Key.Key_Home, shift), (Qt.Key.Key_End, shift),
                       (Qt.Key.Key_Right, ctrl | shift), (Qt.Key.Key_Left, ctrl | shift)):
    QTest.keyClick(made, Qt.Key.Key_End if key != Qt.Key.Key_End else Qt.Key.Key_Home)
    if key == Qt.Key.Key_Right:
        QTest.keyClick(made, Qt.Key.Key_Home)
    QTest.keyClick(made, key, modifiers)
    tell()
"""


def marks(desktop: Desktop, field: str) -> list[tuple[str, str, str]]:
    """After each way to mark what was typed: what is marked, and what is on the two clipboards."""
    command = [sys.executable, "-c", _PROGRAM, field]
    done = subprocess.run(command, env=desktop.env, cwd=RESOURCES.parent, stdout=subprocess.PIPE, text=True, timeout=60, check=True)
    return [ast.literal_eval(line) for line in done.stdout.splitlines()]


def test_an_ordinary_field_leaves_it_there(desktop: Desktop) -> None:
    """The control: without it the test below could not fail."""
    assert [(marked, selection) for marked, selection, _ in marks(desktop, "plain")] == [
        ("canarybird", "canarybird"),
        ("canarybird", "canarybird"),
        ("d", "d"),
        ("canarybird", "canarybird"),
        ("canarybird", "canarybird"),
        ("canarybird", "canarybird"),
        ("canarybird", "canarybird"),
    ]


@pytest.mark.parametrize("field", ["line", "text"])
def test_what_is_marked_in_confidence_is_on_no_clipboard(desktop: Desktop, field: str) -> None:
    found = marks(desktop, field)
    assert [marked for marked, _, _ in found] == ["canarybird", "canarybird", "d", *["canarybird"] * 4]
    assert {(selection, clipboard) for _, selection, clipboard in found} == {("", "")}

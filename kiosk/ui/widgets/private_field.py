"""Text fields for what is said in confidence: nothing of them reaches the clipboard, an input history or a menu."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kiosk.ui.theme import grown
from kiosk.ui.widgets.leading import leading_side

# Cut and copy would leave the words on the system's clipboard; undo would keep what she deleted.
_REFUSED = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
# What Qt would do with these keys, but for the copy that it makes of what they mark.
_MARKS: dict[QKeySequence.StandardKey, Callable[[QLineEdit], None]] = {
    QKeySequence.StandardKey.SelectAll: QLineEdit.selectAll,
    QKeySequence.StandardKey.SelectNextChar: lambda line: line.cursorForward(True),
    QKeySequence.StandardKey.SelectPreviousChar: lambda line: line.cursorBackward(True),
    QKeySequence.StandardKey.SelectNextWord: lambda line: line.cursorWordForward(True),
    QKeySequence.StandardKey.SelectPreviousWord: lambda line: line.cursorWordBackward(True),
    QKeySequence.StandardKey.SelectStartOfLine: lambda line: line.home(True),
    QKeySequence.StandardKey.SelectStartOfBlock: lambda line: line.home(True),
    QKeySequence.StandardKey.SelectStartOfDocument: lambda line: line.home(True),
    QKeySequence.StandardKey.SelectEndOfLine: lambda line: line.end(True),
    QKeySequence.StandardKey.SelectEndOfBlock: lambda line: line.end(True),
    QKeySequence.StandardKey.SelectEndOfDocument: lambda line: line.end(True),
}
_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhNoAutoUppercase


def without_controls(text: str) -> str:
    """`text` without control and invisible formatting characters (bidi overrides among them), new lines kept."""
    return "".join(c for c in text if c in "\n\u200c\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))


class PrivateLine(QLineEdit):
    """One line of at most `most_characters`. Emits QLineEdit's own `textEdited`."""

    def __init__(self, identifier: str, most_characters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleIdentifier(identifier)
        self.setMaxLength(most_characters)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(_HINTS)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        """Where lines begin in the language of the window. Qt would ask the words, and an empty field has none."""
        self.setAlignment(leading_side(self) | Qt.AlignmentFlag.AlignVCenter)

    @property
    def value(self) -> str:
        """What stands in the field, trimmed, fit to be stored."""
        return without_controls(self.text()).replace("\n", " ").strip()

    def clear(self) -> None:
        """For good: Qt's own would keep the words for undo, which a key is not the only way to ask for."""
        self.setText("")

    # X11 has a clipboard of its own for whatever is marked, and Qt fills it after each mark by mouse or by keys.

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, length = self.selectionStart(), self.selectionLength()
        backwards = self.cursorPosition() == start
        self.deselect()
        super().mouseReleaseEvent(event)
        if length:
            self.setSelection(start + length if backwards else start, -length if backwards else length)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(refused) for refused in _REFUSED):
            event.accept()
            return
        for keys, mark in _MARKS.items():
            if event.matches(keys):
                mark(self)
                event.accept()
                return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Qt passes it on. By then `returnPressed` may have shown another page, and the window would press what has the focus there.
            event.accept()


class PrivateText(QPlainTextEdit):
    """Several lines of at most `most_characters`; more cannot be typed. Tab leaves the field."""

    edited = Signal()
    """By the person, not by `set_value`."""

    def __init__(self, identifier: str, most_characters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_characters = most_characters
        self._height_px = 0
        self.setAccessibleIdentifier(identifier)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setInputMethodHints(_HINTS | Qt.InputMethodHint.ImhMultiLine)
        self._align()
        self.textChanged.connect(self._changed)

    def keep_height(self, height_px: int) -> None:
        """In a window of the usual size; it grows with the window."""
        self._height_px = height_px
        self.setFixedHeight(grown(height_px))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._height_px:
            self.setFixedHeight(grown(self._height_px))
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        option = self.document().defaultTextOption()
        option.setAlignment(leading_side(self))
        self.document().setDefaultTextOption(option)

    @property
    def value(self) -> str:
        return without_controls(self.toPlainText()).strip()

    def set_value(self, text: str) -> None:
        if text != self.value:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def createMimeDataFromSelection(self) -> QMimeData | None:  # type: ignore[override]
        # Nothing at all for clipboard, X11 selection and drags. An empty object made here would stay with the clipboard until
        # after Python's own end, and bring the program down on its way out.
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(refused) for refused in _REFUSED):
            event.accept()
            return
        super().keyPressEvent(event)

    def _changed(self) -> None:
        text = self.toPlainText()
        if len(text) > self._most_characters:
            self.blockSignals(True)
            self.setPlainText(text[: self._most_characters])
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.blockSignals(False)
        self.edited.emit()

"""What a page holds for the ear: its visible widgets in reading order, each with the words that stand on it.

Nothing is listed page by page. A widget is heard by its own text or accessible name; one that shows something else says so itself:
`spoken_words()` gives its pieces of words (none: it is only for the eye), and `spoken_language()` the code of the language they are in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

_FIELDS = (QLineEdit, QPlainTextEdit)
_CONTROLS = (QAbstractButton, QAbstractSlider, *_FIELDS)


@dataclass(frozen=True)
class Element:
    """One thing to hear. `widget` is highlighted meanwhile, if there is one. `language`: None is the one that the window speaks.

    `chosen` is None for what cannot be chosen.
    """

    widget: QWidget | None
    phrases: tuple[str, ...]
    language: str | None = None
    is_control: bool = False
    chosen: bool | None = None

    @property
    def spoken(self) -> tuple[str, ...]:
        """The phrases, and that it is chosen if it is."""
        return (*self.phrases, chosen_words(True)) if self.chosen else self.phrases


def chosen_words(chosen: bool) -> str:
    """What is said when a choice is touched."""
    return QCoreApplication.translate("Guide", "Chosen") if chosen else QCoreApplication.translate("Guide", "Not chosen")


def elements(root: QWidget, *, resting: bool = False) -> list[Element]:
    """Everything on a page that can be heard now, in reading order; with `resting` also controls that cannot be used now."""
    found: list[Element] = []
    for widget in visible_widgets(root):
        if not resting and isinstance(widget, _CONTROLS) and not widget.isEnabled():
            continue
        element = element_of(widget)
        # A field is called by the label that stands before it.
        if element is not None and not (isinstance(widget, _FIELDS) and found and found[-1].phrases == element.phrases):
            found.append(element)
    return found


def element_of(widget: QWidget) -> Element | None:
    """What one widget says; None for one that says nothing by itself."""
    phrases = _phrases(widget)
    if not phrases:
        return None
    own_language = getattr(widget, "spoken_language", None)
    language = own_language() if callable(own_language) else None
    choosable = isinstance(widget, QAbstractButton) and widget.isCheckable() and language is None
    chosen = widget.isChecked() if isinstance(widget, QAbstractButton) and choosable else None
    return Element(widget, phrases, language, isinstance(widget, _CONTROLS) or _takes_keys(widget), chosen)


def visible_widgets(root: QWidget) -> Iterator[QWidget]:
    """Depth first, in the order of the layouts; what is inside a control belongs to the control."""
    if not root.isVisible():
        return
    yield root
    if isinstance(root, (*_CONTROLS, QLabel)):
        return
    for child in _children(root):
        yield from visible_widgets(child)


def _children(widget: QWidget) -> list[QWidget]:
    if isinstance(widget, QScrollArea):
        # Its arrows are for the eye: what is spoken is scrolled to.
        return _only(widget.widget())
    if isinstance(widget, QAbstractScrollArea):
        return []
    if isinstance(widget, QStackedWidget):
        return _only(widget.currentWidget())
    layout = widget.layout()
    laid_out = list(_in_layout(layout)) if layout is not None else []
    return laid_out if laid_out else [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]


def _only(widget: QWidget | None) -> list[QWidget]:
    return [] if widget is None else [widget]


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _in_layout(inner)
        elif widget is not None:
            yield widget


def _phrases(widget: QWidget) -> tuple[str, ...]:
    own = getattr(widget, "spoken_words", None)
    if callable(own):
        return tuple(phrase for phrase in own() if phrase)
    if isinstance(widget, QLabel):
        text = widget.accessibleName() or widget.text()
        # Digits that run, such as a clock, would be out of date before they are said.
        tells = any(character.isalpha() for character in text) or bool(widget.accessibleName())
        return (text,) if tells else ()
    if isinstance(widget, QAbstractButton):
        name, more = widget.accessibleName() or widget.text().replace("&&", "&"), widget.accessibleDescription()
        return tuple(words for words in (name, more) if words)
    if isinstance(widget, _CONTROLS) or _takes_keys(widget):
        return (widget.accessibleName(),) if widget.accessibleName() else ()
    return ()


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)

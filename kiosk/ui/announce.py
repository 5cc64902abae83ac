"""Saying a change of state to who uses a screen reader (WCAG 2.2, 4.1.3): recording began, a fault, another page, time running out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """A screen reader says `words` after what it is saying, or instead of it with `at_once`. Nothing is shown. Window's thread.

    `widget` is what the words are about; it must be visible. Without a screen reader this does nothing.
    """
    # Loaded with the first thing to say: the first paint must not wait for it.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if not words:
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive if at_once else QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)

"""What the window shows now, for who listens to it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Scene:
    """`root` is None where nothing is to be heard (staff can read); `row` is what stands on every page.

    `waits`: nobody has come yet, so nothing is said before a first touch. `consent` are the words that a person agrees to by going on.
    """

    root: QWidget | None
    row: QWidget | None = None
    waits: bool = False
    consent: tuple[str, ...] = ()

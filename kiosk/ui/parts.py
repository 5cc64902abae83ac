"""What the window is made of besides itself. The composition root builds them, tests build others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kiosk.audio.player import Player
from kiosk.drafts.keys import DraftKeys
from kiosk.drafts.store import Draft, DraftStore
from kiosk.story.session import Session
from kiosk.submission import Submitted
from kiosk.ui.photo_places import PhotoPlace
from kiosk.ui.photo_shelf import PhotoTools
from kiosk.ui.recording import RecorderFactory

# (draft, session, told each step) -> what to show. Runs in a worker thread; raises Fault, then the draft is whole.
Submit = Callable[[Draft, Session, Callable[[str], None]], Submitted]


@dataclass(frozen=True)
class Parts:
    """`staff_pages` makes what stands behind the staff door, or is None where there is no such side (tests).

    `submit` and the photo tools run in worker threads, everything else on the window's. `close` is called once, last.
    """

    drafts: DraftStore
    keys: DraftKeys
    open_recorder: RecorderFactory
    player: Player
    photo_tools: PhotoTools
    photo_places: Callable[[], Sequence[PhotoPlace]]
    submit: Submit
    waiting_for_internet: Callable[[], bool]
    free_bytes: Callable[[], int]
    staff_pages: Callable[[], QWidget] | None
    close: Callable[[], None]

"""What the window is made of besides itself. The composition root builds them, tests build others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.audio.player import Player
from kiosk.drafts.keys import DraftKeys
from kiosk.drafts.store import Draft, DraftStore
from kiosk.story.session import Session
from kiosk.submission import Submitted
from kiosk.ui.photo_places import PhotoPlace
from kiosk.ui.photo_shelf import PhotoTools
from kiosk.ui.recording import RecorderFactory
from kiosk.ui.staff.pages import StaffPages
from kiosk.ui.tasks import Tasks

# (draft, session) -> what to show. Raises Fault, then the draft is whole.
Submit = Callable[[Draft, Session], Submitted]


@dataclass(frozen=True)
class Parts:
    """`submit` and the photo tools run in worker threads, everything else on the window's.

    `prepare` is called once, in a worker thread, before the first visit, and `tidy` in one every quarter of an hour.
    `resumed(draft_id)` tells that a person has taken up her unfinished story. `close` is called once, last.
    """

    drafts: DraftStore
    keys: DraftKeys
    open_recorder: RecorderFactory
    player: Player
    photo_tools: PhotoTools
    find_photo_places: Callable[[], Sequence[PhotoPlace]]
    submit: Submit
    waiting_for_internet: Callable[[], bool]
    free_bytes: Callable[[], int]
    most_answer_ms: int
    make_staff_pages: Callable[[Tasks], StaffPages]
    monotonic_s: Callable[[], float]
    prepare: Callable[[], None]
    tidy: Callable[[], None]
    resumed: Callable[[str], None]
    close: Callable[[], None]

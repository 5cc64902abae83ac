"""What the window is made of besides itself. The composition root builds them, tests build others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.audio.player import Player
from kiosk.drafts.keys import DraftKeys
from kiosk.drafts.store import Draft, DraftStore
from kiosk.staff.voice_store import VoiceStore
from kiosk.story.session import Session
from kiosk.submission import Submitted
from kiosk.ui.photo_places import PhotoPlace
from kiosk.ui.photo_shelf import PhotoTools
from kiosk.ui.recording import RecorderFactory
from kiosk.ui.staff.pages import StaffPages
from kiosk.ui.staff.voice_booth import VoiceBooth
from kiosk.ui.tasks import Tasks
from kiosk.withdrawal import TakenBack
from sync.awake import Awake

# (draft, session) -> what to show. Raises Fault, then the draft is whole.
Submit = Callable[[Draft, Session], Submitted]


@dataclass(frozen=True)
class Parts:
    """`submit`, `take_back` (a withdrawal code) and the photo tools run in worker threads, everything else on the window's.

    `prepare` is called once, in a worker thread, before the first visit, and `tidy` in one every quarter of an hour.
    `countdown_number_ms` is how long each number stands before a recording begins, 0 for no countdown.
    `voices` are the clips that read pages aloud, those of staff among them.
    `resumed(draft_id)` tells that a person has taken up her unfinished story. `close` is called once, last.
    """

    drafts: DraftStore
    keys: DraftKeys
    open_recorder: RecorderFactory
    player: Player
    photo_tools: PhotoTools
    find_photo_places: Callable[[], Sequence[PhotoPlace]]
    submit: Submit
    take_back: Callable[[str], TakenBack]
    waiting_for_internet: Callable[[], bool]
    free_bytes: Callable[[], int]
    most_answer_ms: int
    countdown_number_ms: int
    voices: VoiceStore
    make_staff_pages: Callable[[Tasks, VoiceBooth], StaffPages]
    monotonic_s: Callable[[], float]
    awake: Awake
    prepare: Callable[[], None]
    tidy: Callable[[], None]
    resumed: Callable[[str], None]
    close: Callable[[], None]

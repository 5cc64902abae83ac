"""The screens of one visit, each made when it is first needed and all destroyed at its end.

Loaded after the first paint: through it come numpy, the audio libraries and the draft store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kiosk.drafts.store import Chunk
from kiosk.resources import RESOURCES
from kiosk.story.pages import PROMPT_PAGES, Page
from kiosk.submission import Submitted
from kiosk.ui.guidance import Guidance
from kiosk.ui.joined_sound import public_sound
from kiosk.ui.listening_copies import ListeningCopies
from kiosk.ui.parts import Parts
from kiosk.ui.photo_shelf import PhotoShelf
from kiosk.ui.recording import Recorded, RecordingDesk
from kiosk.ui.scene import Scene
from kiosk.ui.screens.about import AboutScreen
from kiosk.ui.screens.age import AgeScreen
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.check import CheckScreen
from kiosk.ui.screens.help import HelpScreen
from kiosk.ui.screens.microphone import MicrophoneScreen
from kiosk.ui.screens.name import NameScreen
from kiosk.ui.screens.name_check import NameCheckScreen
from kiosk.ui.screens.own_will import OwnWillScreen
from kiosk.ui.screens.photos import PhotosScreen
from kiosk.ui.screens.prompt import PromptParts, PromptScreen
from kiosk.ui.screens.sent import SentScreen
from kiosk.ui.screens.talk_first import TalkFirstScreen
from kiosk.ui.screens.understood import UnderstoodScreen
from kiosk.ui.screens.uses import UsesScreen
from kiosk.ui.screens.voice import VoiceScreen
from kiosk.ui.sounds import take_sound
from kiosk.ui.speaker import Speaker
from kiosk.ui.staff.pages import StaffPages
from kiosk.ui.staff.voice_booth import VoiceBooth
from kiosk.ui.tasks import Tasks
from kiosk.ui.visit import Visit, begin_visit, discard_visit, resume_visit
from kiosk.ui.widgets.answer_player import Hearing
from kiosk.ui.words import Words
from kiosk.withdrawal import TakenBack
from sync.contract.faults import Fault


class VisitScreens(QObject):
    """Makes and owns the screens of one visit. Window's thread."""

    made = Signal(object)
    """(Screen) For the window to connect and to put into its stack, before it is entered."""

    def __init__(self, visit: Visit, parts: Parts, words: Words, speaker: Speaker, tasks: Tasks, copying: Tasks) -> None:
        super().__init__()
        self.visit = visit
        self.desk = RecordingDesk(parts.open_recorder, visit.draft, visit.key, parts.monotonic_s, parts.countdown_number_ms)
        # Whoever plays something: it must never be in a recording.
        self.desk.opening.connect(partial(speaker.hush, True))
        self.desk.step_changed.connect(self._hush)
        self.copies = ListeningCopies(visit, self.desk, copying)
        self._parts = parts
        self._words = words
        self._speaker = speaker
        self._tasks = tasks
        self._screens: dict[Page, Screen] = {}

    @property
    def anything_recorded(self) -> bool:
        """Whether leaving would delete something that was said or shown."""
        session = self.visit.session
        kept = any(answer.has_recording for answer in session.answers.values()) or bool(session.photos)
        return kept or any(isinstance(screen, PromptScreen) and screen.has_unkept for screen in self._screens.values())

    def undecided(self) -> Page | None:
        """A prompt for which something was recorded that she neither kept nor threw away. Raises StorageFault, BrokenRecord."""
        for page, prompt in PROMPT_PAGES.items():
            screen = self._screens.get(page)
            # A page that nobody has seen since a crash still has to offer what was said before.
            waits = screen.has_unkept if isinstance(screen, PromptScreen) else self.visit.unkept(prompt) is not None
            if waits:
                return page
        return None

    def screen(self, page: Page) -> Screen:
        if page not in self._screens:
            self._screens[page] = self._make(page)
            self.made.emit(self._screens[page])
        return self._screens[page]

    def all(self) -> list[Screen]:
        return list(self._screens.values())

    def close(self) -> None:
        """Ends the recorder and destroys every screen with all it showed."""
        self.copies.close()
        self.desk.close()
        self._speaker.hush(False)
        for screen in self._screens.values():
            screen.setParent(None)
            screen.deleteLater()
        self._screens.clear()
        self.copies.deleteLater()
        self.desk.deleteLater()
        self.deleteLater()

    def _make(self, page: Page) -> Screen:
        if page in PROMPT_PAGES:
            prompt = PromptScreen(self._words, page, self._prompt_parts())
            # After a crash: what was said and never kept is offered again.
            if (unkept := self.visit.unkept(PROMPT_PAGES[page])) is not None:
                prompt.offer(unkept, self.visit.session.unkept_marks.get(unkept.take_ids[0], []))
            return prompt
        if page is Page.MICROPHONE:
            screen = MicrophoneScreen(self._words, self.desk, self._hearing())
            screen.trial_replaced.connect(self._drop_trial)
            return screen
        if page is Page.PHOTOS:
            shelf = PhotoShelf(self.visit.draft, self._parts.photo_tools)
            return PhotosScreen(self._words, shelf, self._parts.find_photo_places, self._tasks)
        if page is Page.NAME_CHECK:
            return NameCheckScreen(self._words, self._hearing())
        if page is Page.CHECK:
            return CheckScreen(self._words, self._speaker, partial(public_sound, self.visit.draft))
        if page is Page.SENT:
            return SentScreen(self._words, self._speaker)
        return _PLAIN[page](self._words)

    def _prompt_parts(self) -> PromptParts:
        return PromptParts(
            desk=self.desk,
            hearing=self._hearing(),
            discard_takes=self._discard_takes,
            free_bytes=self._parts.free_bytes,
            most_ms=self._parts.most_answer_ms,
        )

    def _hearing(self) -> Hearing:
        return Hearing(self._speaker, self._tasks, partial(take_sound, self.visit.draft), self._read_chunks)

    def _read_chunks(self, take_ids: Sequence[str]) -> Iterator[Chunk]:
        for take_id in take_ids:
            yield from self.visit.draft.chunks(take_id)

    def _hush(self) -> None:
        self._speaker.hush(self.desk.wants_silence)

    def _discard_takes(self, take_ids: list[str]) -> None:
        # Where the session cannot be saved, the one that is still names these takes.
        self.visit.save()
        for take_id in take_ids:
            self.visit.draft.discard_take(take_id)

    def _drop_trial(self, trial: Recorded) -> None:
        try:
            self._discard_takes(trial.take_ids)
        except Fault as fault:
            self._screens[Page.MICROPHONE].show_fault(fault)


_PLAIN: dict[Page, Callable[[Words], Screen]] = {
    Page.ABOUT: AboutScreen,
    Page.OWN_WILL: OwnWillScreen,
    Page.AGE: AgeScreen,
    Page.TALK_FIRST: TalkFirstScreen,
    Page.NAME: NameScreen,
    Page.VOICE: VoiceScreen,
    Page.USES: UsesScreen,
    Page.HELP: HelpScreen,
    Page.UNDERSTOOD: UnderstoodScreen,
}


class Walk:
    """Begins and ends visits. One per program, on the window's thread."""

    def __init__(self, parts: Parts, words: Words, tasks: Tasks) -> None:
        self.speaker = Speaker(parts.player, tasks)
        self._parts = parts
        self._words = words
        self._tasks = tasks
        # Listening copies take minutes: in the common threads they would hold up whatever else is to be read or sent.
        self._copying = Tasks(workers=1)

    def prepare(self) -> None:
        """What must be done before the first visit and may take long; in a worker thread. Raises Fault."""
        self._parts.prepare()

    def tidy(self) -> None:
        """What must be done from time to time, whatever happens; in a worker thread. Raises Fault."""
        self._parts.tidy()

    def begin(self, language: str) -> VisitScreens:
        """Raises DiskFull, StorageFault, KeyFault; then nothing has begun."""
        return self._screens(begin_visit(self._parts.drafts, self._parts.keys, language))

    def resume(self, draft_id: str) -> VisitScreens | None:
        """A story that was cut short, or None where it can no longer be opened."""
        visit = resume_visit(self._parts.drafts, self._parts.keys, draft_id)
        if visit is None:
            return None
        self._parts.resumed(draft_id)
        return self._screens(visit)

    def discard(self, visit: Visit) -> None:
        """Nothing of the visit is kept. Raises DiskFull, StorageFault, KeyFault."""
        discard_visit(self._parts.drafts, self._parts.keys, visit)

    def submit(self, visit: Visit) -> Submitted:
        """In a worker thread. Raises Fault: then the draft is whole and may be sent again."""
        return self._parts.submit(visit.draft, visit.session)

    def take_back(self, code: str) -> TakenBack:
        """In a worker thread. Raises Fault."""
        return self._parts.take_back(code)

    def waiting_for_internet(self) -> bool:
        return self._parts.waiting_for_internet()

    def staff_pages(self, visiting: Callable[[], bool]) -> StaffPages:
        """`visiting` tells whether somebody's visit is going on behind them."""
        parts = self._parts
        booth = VoiceBooth(RESOURCES, parts.voices, self.speaker, parts.drafts, parts.open_recorder, parts.monotonic_s, visiting)
        return parts.make_staff_pages(self._tasks, booth)

    def make_guidance(
        self, window: QWidget, listen: QWidget, scene: Callable[[], Scene], may_speak: Callable[[], bool], *, auto: bool
    ) -> Guidance:
        """See there. `listen` is the button that turns it on and off."""
        return Guidance(window, listen, self._words, self.speaker, scene=scene, may_speak=may_speak, auto=auto)

    def close(self) -> None:
        self.speaker.stop()
        self._copying.close()
        self._parts.close()

    def _screens(self, visit: Visit) -> VisitScreens:
        return VisitScreens(visit, self._parts, self._words, self.speaker, self._tasks, self._copying)

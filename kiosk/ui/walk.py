"""The screens of one visit, each made when it is first needed and all destroyed at its end.

Loaded after the first paint: through it come numpy, the audio libraries and the draft store.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.story.interview import PROMPT_PAGES, Page
from kiosk.submission import Submitted
from kiosk.ui.joined_sound import public_sound
from kiosk.ui.parts import Parts
from kiosk.ui.photo_shelf import PhotoShelf
from kiosk.ui.reading_aloud import ReadingAloud
from kiosk.ui.recording import Recorded, RecordingDesk
from kiosk.ui.screens.about import AboutScreen
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.check import CheckScreen
from kiosk.ui.screens.help import HelpScreen
from kiosk.ui.screens.microphone import MicrophoneScreen
from kiosk.ui.screens.name import NameScreen
from kiosk.ui.screens.name_check import NameCheckScreen
from kiosk.ui.screens.photos import PhotosScreen
from kiosk.ui.screens.prompt import PromptParts, PromptScreen
from kiosk.ui.screens.sent import SentScreen
from kiosk.ui.screens.uses import UsesScreen
from kiosk.ui.screens.voice import VoiceScreen
from kiosk.ui.sounds import answer_sound, file_sound, take_sound
from kiosk.ui.speaker import Sound, Speaker
from kiosk.ui.staff.pages import StaffPages
from kiosk.ui.tasks import Tasks
from kiosk.ui.visit import Visit, begin_visit, discard_visit, resume_visit
from kiosk.ui.words import Words
from sync.contract.faults import Fault


class VisitScreens(QObject):
    """Makes and owns the screens of one visit. Window's thread."""

    made = Signal(object)
    """(Screen) For the window to connect and to put into its stack, before it is entered."""

    def __init__(self, visit: Visit, parts: Parts, words: Words, speaker: Speaker, tasks: Tasks) -> None:
        super().__init__()
        self.visit = visit
        self.desk = RecordingDesk(parts.open_recorder, visit.draft, visit.key, parts.monotonic_s)
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

    def screen(self, page: Page) -> Screen:
        if page not in self._screens:
            self._screens[page] = self._make(page)
            self.made.emit(self._screens[page])
        return self._screens[page]

    def all(self) -> list[Screen]:
        return list(self._screens.values())

    def close(self) -> None:
        """Ends the recorder and destroys every screen with all it showed."""
        self.desk.close()
        for screen in self._screens.values():
            screen.setParent(None)
            screen.deleteLater()
        self._screens.clear()
        self.desk.deleteLater()
        self.deleteLater()

    def _make(self, page: Page) -> Screen:
        if page in PROMPT_PAGES:
            prompt = PromptScreen(self._words, page, self._prompt_parts())
            # After a crash: what was said and never kept is offered again.
            if (unkept := self.visit.unkept(PROMPT_PAGES[page])) is not None:
                prompt.offer(unkept)
            return prompt
        if page is Page.MICROPHONE:
            screen = MicrophoneScreen(self._words, self.desk, self._speaker, self._sound_of)
            screen.trial_replaced.connect(self._drop_trial)
            return screen
        if page is Page.PHOTOS:
            shelf = PhotoShelf(self.visit.draft, self._parts.photo_tools)
            return PhotosScreen(self._words, shelf, self._parts.find_photo_places, self._tasks)
        if page is Page.NAME_CHECK:
            return NameCheckScreen(self._words, self._speaker, self._answer_sound)
        if page is Page.CHECK:
            return CheckScreen(self._words, self._speaker, partial(public_sound, self.visit.draft))
        if page is Page.SENT:
            return SentScreen(self._words, self._speaker)
        return _PLAIN[page](self._words)

    def _prompt_parts(self) -> PromptParts:
        return PromptParts(
            desk=self.desk,
            speaker=self._speaker,
            take_sound=partial(take_sound, self.visit.draft),
            discard_takes=self._discard_takes,
            free_bytes=self._parts.free_bytes,
            most_ms=self._parts.most_answer_ms,
        )

    def _answer_sound(self, prompt: str, with_cuts: bool) -> Sound:
        return answer_sound(self.visit.draft, self.visit.session.answers[prompt], with_cuts=with_cuts)

    def _sound_of(self, recorded: Recorded) -> Sound:
        return take_sound(self.visit.draft, recorded.take_ids, recorded.duration_ms)

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


_PLAIN: dict[Page, type[AboutScreen] | type[NameScreen] | type[VoiceScreen] | type[UsesScreen] | type[HelpScreen]] = {
    Page.ABOUT: AboutScreen,
    Page.NAME: NameScreen,
    Page.VOICE: VoiceScreen,
    Page.USES: UsesScreen,
    Page.HELP: HelpScreen,
}


class Walk:
    """Begins and ends visits. One per program, on the window's thread."""

    def __init__(self, parts: Parts, words: Words, tasks: Tasks) -> None:
        self.speaker = Speaker(parts.player, tasks)
        self.reading = ReadingAloud(self.speaker, self._spoken)
        self._parts = parts
        self._words = words
        self._tasks = tasks

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

    def waiting_for_internet(self) -> bool:
        return self._parts.waiting_for_internet()

    def staff_pages(self) -> StaffPages:
        return self._parts.make_staff_pages(self._tasks)

    def close(self) -> None:
        self.speaker.stop()
        self._parts.close()

    def _spoken(self, text_id: str) -> Sound | None:
        path = self._words.voice_path(text_id)
        return None if path is None else file_sound(path)

    def _screens(self, visit: Visit) -> VisitScreens:
        return VisitScreens(visit, self._parts, self._words, self.speaker, self._tasks)

"""The real window on real drafts, with a recorder, a loudspeaker and an archive that the test holds in its hands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from courier_child import COMMAND as COURIER_CHILD
from fake_recorder import FakeRecorder
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from recording_awake import RecordingAwake

from kiosk.app import build_window
from kiosk.audio.clip_file import is_clip
from kiosk.audio.events import RecorderEvent
from kiosk.audio.player import Player, SilentPlayer
from kiosk.config import KioskConfig
from kiosk.courier import Courier
from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.drafts.store import Draft, DraftStore
from kiosk.photos.cover import cover_photo, rotate_photo
from kiosk.photos.photo import CleanPhoto
from kiosk.resources import RESOURCES
from kiosk.staff.pin import Cost, StaffPin
from kiosk.staff.voice_store import VoiceStore
from kiosk.story.session import Session
from kiosk.submission import Submitted
from kiosk.ui.parts import Parts
from kiosk.ui.photo_places import PhotoPlace
from kiosk.ui.photo_shelf import PhotoTools
from kiosk.ui.recording import RecorderFactory, RecorderHandle
from kiosk.ui.removable import Stick
from kiosk.ui.shell import Shell
from kiosk.ui.staff.actions import Microphones, StaffActions
from kiosk.ui.staff.pages import StaffPages
from kiosk.withdrawal import TakenBack
from sync.contract.faults import Fault
from sync.status import Status, read_status

WITHDRAWAL_CODE = "4539148803436467"
PIN = "271828"
_CHEAP = Cost(opslimit=1, memlimit_bytes=8192)


class KioskWindow:
    """Everything one test needs. Close it (the `kiosk` fixture does)."""

    def __init__(
        self,
        folder: Path,
        *,
        clean: Callable[[bytes], CleanPhoto],
        photo_folder: Path | None = None,
        broken: Fault | None = None,
        open_recorder: Callable[[Path, Callable[[RecorderEvent], None]], RecorderHandle] = FakeRecorder,
        countdown_number_ms: int = 0,
        player: Player | None = None,
        prepare: Callable[[], None] = lambda: None,
        **settings: object,
    ) -> None:
        self.now_s = 1_000.0
        self.recorders: list[RecorderHandle] = []
        self.awake = RecordingAwake()
        self.sent: list[Session] = []
        self.before_sending: Callable[[], object] = lambda: None
        self.send_fault: Fault | None = None
        self.send_bug: Exception | None = None
        self.taken_back: list[str] = []
        self.take_back_result = TakenBack(erased_here=True, request_waits=False)
        self.take_back_fault: Fault | None = None
        self.free_bytes = 60 * 6_000_000
        self.status: Status | None = None  # instead of what the data folder says
        self.sticks: list[Stick] = []
        self.courier = Courier(folder, COURIER_CHILD)
        self.closed = False
        self._countdown_number_ms = countdown_number_ms
        self.tidied = 0
        self._prepare = prepare
        self._broken = broken
        self.player: Player = player or SilentPlayer()
        settings.setdefault("read_aloud", "on-request")
        self.config = KioskConfig(folder, **settings)  # type: ignore[arg-type]
        self.drafts_path = folder / "drafts.sqlite3"
        self._folder = folder
        self._clean = clean
        self._places = [PhotoPlace("", photo_folder)] if photo_folder is not None else []
        self._open_recorder = open_recorder
        self.shell: Shell = build_window(self.config, self._parts, monotonic_s=lambda: self.now_s)

    @property
    def recorder(self) -> FakeRecorder:
        """The one of the running visit."""
        recorder = self.recorders[-1]
        assert isinstance(recorder, FakeRecorder)
        return recorder

    @property
    def session(self) -> Session:
        assert self.shell.visit is not None
        return self.shell.visit.visit.session

    def find(self, identifier: str) -> QWidget:
        """The visible control of that name. Raises AssertionError with what there is instead."""
        found = [widget for widget in self.shell.findChildren(QWidget) if widget.accessibleIdentifier() == identifier]
        shown = [widget for widget in found if widget.isVisible()]
        assert shown, f"no visible {identifier}; there are {sorted(self.visible())}"
        return shown[0]

    def visible(self) -> set[str]:
        widgets = self.shell.findChildren(QWidget)
        return {widget.accessibleIdentifier() for widget in widgets if widget.isVisible() and widget.accessibleIdentifier()}

    def press(self, identifier: str) -> None:
        button = self.find(identifier)
        assert isinstance(button, QAbstractButton)
        assert button.isEnabled(), f"{identifier} cannot be pressed now"
        button.click()
        QApplication.processEvents()

    def begin(self) -> None:
        """From Start to the microphone."""
        self.press("start")
        self.press("continue")
        self.answer_first_questions()

    def answer_first_questions(self) -> None:
        """From the page after About to the microphone: her own wish, and of age."""
        for identifier in ("will-own", "continue", "age-adult", "continue"):
            self.press(identifier)

    @property
    def page(self) -> str:
        return self.shell.current.accessibleIdentifier().removeprefix("page-")

    def draft_ids(self) -> list[str]:
        return self.drafts.draft_ids()

    def close(self) -> None:
        self.shell.shut_down()
        self.shell.deleteLater()

    def _parts(self) -> Parts:
        if self._broken is not None:
            raise self._broken
        self.drafts = DraftStore(self.drafts_path)
        self.keys = DraftKeys(KeyPolicy.RAM, self._folder / "keyslots", None)
        return Parts(
            drafts=self.drafts,
            keys=self.keys,
            open_recorder=self._make_recorder(),
            player=self.player,
            photo_tools=PhotoTools(self._clean, rotate_photo, cover_photo),
            find_photo_places=self._find_places,
            submit=self._submit,
            take_back=self._take_back,
            waiting_for_internet=lambda: True,
            free_bytes=lambda: self.free_bytes,
            most_answer_ms=self.config.max_answer_minutes * 60_000,
            countdown_number_ms=self._countdown_number_ms,
            voices=VoiceStore(self.config.own_voices, RESOURCES / "voices", is_clip),
            make_staff_pages=lambda tasks, booth: StaffPages(self._staff_actions(), tasks, booth),
            monotonic_s=lambda: self.now_s,
            awake=self.awake,
            prepare=self._prepare,
            tidy=self._tidy,
            resumed=lambda draft_id: None,
            close=self._close_parts,
        )

    def _take_back(self, code: str) -> TakenBack:
        self.taken_back.append(code)
        if self.take_back_fault is not None:
            raise self.take_back_fault
        return self.take_back_result

    def _tidy(self) -> None:
        self.tidied += 1

    def _make_recorder(self) -> RecorderFactory:
        def make(listener: Callable[[RecorderEvent], None]) -> RecorderHandle:
            self.recorders.append(self._open_recorder(self.drafts_path, listener))
            return self.recorders[-1]

        return make

    def _find_places(self) -> Sequence[PhotoPlace]:
        return self._places

    def _submit(self, draft: Draft, session: Session) -> Submitted:
        self.before_sending()
        if self.send_fault is not None:
            raise self.send_fault
        if self.send_bug is not None:
            raise self.send_bug
        self.sent.append(Session.from_record(session.to_record()))
        self.keys.destroy(draft.draft_id)
        self.drafts.delete(draft.draft_id)
        return Submitted(WITHDRAWAL_CODE, "a" * 32)

    def _staff_actions(self) -> StaffActions:
        pin = StaffPin(self._folder / "staff.json", lambda: self.now_s, _CHEAP)
        if not pin.is_set:
            pin.set(PIN)
        return StaffActions(
            pin=pin,
            health=list,
            status=lambda: self.status or read_status(self._folder),
            enrol=lambda code: None,
            microphones=lambda: Microphones((), None),
            choose_microphone=lambda name: None,
            send_now=lambda: None,
            sticks=lambda: list(self.sticks),
            export=self.courier.export,
            import_receipts=self.courier.import_receipts,
            unfinished=list,
            delete_unfinished=lambda draft_id: None,
        )

    def _close_parts(self) -> None:
        self.closed = True
        self.drafts.close()


# The `open_kiosk` fixture: makes a window with the given settings, loaded and shown.
OpenKiosk = Callable[..., KioskWindow]

"""Every page and state that a visitor may meet, one after the other, in the window of `kiosk_window`."""

from __future__ import annotations

from collections.abc import Iterator

from fake_recorder import BLOCKED, LOUD, ROOM, SPEECH
from kiosk_window import KioskWindow
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from whole_walk import pages

from kiosk.audio.meter import Level
from kiosk.audio.quality import Verdict
from kiosk.errors import StorageFault
from kiosk.story.interview import Page
from kiosk.ui.screens.microphone import MicrophoneScreen
from sync.contract.story import HelpRequest, Identity, IdentityKind, Need, Span, Use, Voice

QUIET = Level(-38.0, -45.0, (0.01,) * 4, blocked=False, silent=False)


def every_state(kiosk: KioskWindow, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    """A name, and the widget that shows the state. The walk itself first, then what happens beside it."""
    for name in pages(kiosk, qtbot):
        yield name, kiosk.shell
        if name == "photos album":
            kiosk.press("caption-photo")
            yield "photos caption", kiosk.shell
            kiosk.press("back")
    yield from _display(kiosk)
    yield from _microphone(kiosk, qtbot)
    yield from _recording(kiosk, qtbot)
    yield from _leaving(kiosk)
    yield from _choosing(kiosk)


def _display(kiosk: KioskWindow) -> Iterator[tuple[str, QWidget]]:
    kiosk.press("text-size")
    yield "display", kiosk.shell
    kiosk.press("return")


def _microphone(kiosk: KioskWindow, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    kiosk.begin()
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    for name, level in {"well": SPEECH, "silent": ROOM, "blocked": BLOCKED, "loud": LOUD, "quiet": QUIET}.items():
        kiosk.recorder.hear(level)
        qtbot.wait(1)
        yield f"microphone {name}", kiosk.shell
    kiosk.press("listen")
    yield "microphone listening", kiosk.shell
    kiosk.press("listen")
    kiosk.press("record")
    kiosk.recorder.say(3_000)
    screen = kiosk.shell.current
    assert isinstance(screen, MicrophoneScreen)
    screen._end_trial.timeout.emit()
    qtbot.waitUntil(lambda: "play" in kiosk.visible())
    yield "microphone heard back", kiosk.shell
    kiosk.recorder.lose_microphone()
    qtbot.waitUntil(lambda: "notice" in kiosk.visible())
    yield "microphone gone", kiosk.shell
    kiosk.press("continue")
    qtbot.waitUntil(lambda: "notice" in kiosk.visible())
    yield "prompt without a microphone", kiosk.shell
    kiosk.recorder.has_microphone = True
    kiosk.press("record")


def _recording(kiosk: KioskWindow, qtbot: QtBot) -> Iterator[tuple[str, QWidget]]:
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.free_bytes = 1
    kiosk.press("record")
    qtbot.waitUntil(lambda: kiosk.recorder.recording, timeout=10_000)
    kiosk.recorder.say(1_000)
    kiosk.press("mark-name")
    yield "marked", kiosk.shell
    kiosk.recorder.lose_microphone()
    qtbot.waitUntil(lambda: "notice" in kiosk.visible())
    yield "interrupted", kiosk.shell
    kiosk.recorder.verdicts = tuple(Verdict)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    yield "after an interruption", kiosk.shell
    kiosk.recorder.has_microphone = True
    kiosk.press("rerecord")
    qtbot.waitUntil(lambda: kiosk.find("record").isEnabled())
    kiosk.press("record")
    qtbot.waitUntil(lambda: kiosk.recorder.recording, timeout=10_000)
    kiosk.recorder.say(1_000)
    kiosk.press("stop")
    qtbot.waitUntil(lambda: "keep" in kiosk.visible())
    yield "a bad take", kiosk.shell
    kiosk.press("trim")
    yield "trimming", kiosk.shell
    for name in ("trim-end", "trim-begin"):
        if kiosk.find(name).isEnabled():
            kiosk.press(name)
            yield f"trimming {name}", kiosk.shell
    kiosk.press("edit-done")
    kiosk.press("cut")
    yield "cutting", kiosk.shell
    kiosk.press("mark-name")
    yield "cutting what was marked", kiosk.shell
    kiosk.press("cut-name")
    yield "cut", kiosk.shell
    kiosk.press("edit-done")
    kiosk.press("keep")
    kiosk.press("rerecord")
    yield "an old one to keep", kiosk.shell


def _leaving(kiosk: KioskWindow) -> Iterator[tuple[str, QWidget]]:
    kiosk.press("leave")
    yield "leaving", kiosk.shell
    kiosk.press("leave-cancel")
    kiosk.now_s += 60 * kiosk.config.idle_minutes + 10
    kiosk.shell.absence.watch.look()
    assert kiosk.shell.absence.is_warning
    yield "idle", kiosk.shell
    kiosk.press("stay")
    kiosk.shell.current.show_fault(StorageFault("disk-full", "no"))  # type: ignore[union-attr]
    yield "a fault", kiosk.shell


def _choosing(kiosk: KioskWindow) -> Iterator[tuple[str, QWidget]]:
    """The pages of choice with all that can be chosen, each entered anew."""
    visit = kiosk.shell.visit
    assert visit is not None
    session = kiosk.session
    session.answers["why"].name_marks[:] = [Span(100, 700)]

    def shown(page: Page, name: str) -> tuple[str, QWidget]:
        screen = visit.screen(page)
        kiosk.shell._show(screen)
        return name, kiosk.shell

    for kind in (IdentityKind.OWN, IdentityKind.OTHER, IdentityKind.NONE):
        session.choose_identity(Identity(kind, None if kind is IdentityKind.NONE else "Nour"))
        yield shown(Page.NAME, f"name {kind}")
    yield shown(Page.NAME_CHECK, "name-check with a mark")
    session.answers["why"].cuts[:] = [Span(100, 700)]
    session.name_checked = True
    yield shown(Page.NAME_CHECK, "name-check cut")
    session.help = HelpRequest(tuple(Need), "", "", "")
    yield shown(Page.HELP, "help chosen")
    for voice in Voice:
        session.voice = voice
        session.uses = set() if voice is Voice.ARCHIVE else set(Use)
        for page in (Page.VOICE, Page.USES, Page.UNDERSTOOD, Page.CHECK):
            yield shown(page, f"{page} with {voice}")
        for place in (1, 2, 3):
            yield shown(Page.UNDERSTOOD, f"understood with {voice}")
            kiosk.press(f"understood-{place}")
            yield f"understood {place} with {voice}", kiosk.shell
    session.help = HelpRequest((), "", "", "a note")
    session.uses = set()
    yield shown(Page.CHECK, "check with little")

"""Every page of the walk in turn, by the buttons a person presses, in the window of `kiosk_window`."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk_window import KioskWindow
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot


def pages(kiosk: KioskWindow, qtbot: QtBot) -> Iterator[str]:
    """Yields a name for every page and state that is worth looking at, while it is shown."""

    def wait(identifier: str) -> None:
        qtbot.waitUntil(lambda: identifier in kiosk.visible() and kiosk.find(identifier).isEnabled())

    yield "start"
    kiosk.press("language")
    yield "language"
    kiosk.press("return")
    kiosk.press("help")
    yield "how-to"
    kiosk.press("return")
    kiosk.press("start")
    yield "about"
    kiosk.press("continue")
    yield "own-will"
    kiosk.press("will-told")
    yield "own-will told"
    kiosk.press("continue")
    yield "talk-first"
    kiosk.press("back")
    kiosk.press("will-own")
    kiosk.press("continue")
    yield "age"
    kiosk.press("age-adult")
    kiosk.press("continue")
    wait("record")
    yield "microphone"
    kiosk.press("mic-ok")
    kiosk.press("continue")
    for number in (1, 2):
        wait("record")
        yield f"prompt-{number}"
        kiosk.press("record")
        kiosk.recorder.say(3_000)
        yield f"prompt-{number} recording"
        kiosk.press("pause")
        yield f"prompt-{number} paused"
        kiosk.press("stop")
        wait("keep")
        yield f"prompt-{number} reviewing"
        kiosk.press("trim")
        yield f"prompt-{number} trimming"
        kiosk.press("edit-done")
        kiosk.press("cut")
        kiosk.press("mark-name")
        yield f"prompt-{number} cutting"
        kiosk.press("mark-drop")
        kiosk.press("edit-done")
        kiosk.press("keep")
        yield f"prompt-{number} kept"
        kiosk.press("continue")
    kiosk.press("skip")
    yield "photos"
    kiosk.press("add-photo")
    wait("photo-file-2")
    yield "photos picking"
    kiosk.press("photo-file-2")
    qtbot.waitUntil(lambda: len(kiosk.session.photos) == 1)
    kiosk.press("photos-done")
    wait("cover-photo")
    yield "photos album"
    kiosk.press("cover-photo")
    wait("cover-editor")
    yield "photos covering"
    kiosk.press("back")
    wait("continue")
    kiosk.press("continue")
    yield "name"
    kiosk.press("name-other")
    field = kiosk.find("name-field")
    assert isinstance(field, QLineEdit)
    field.setText("Nour")
    field.textEdited.emit("Nour")
    yield "name other"
    kiosk.press("name-none")
    kiosk.press("continue")
    yield "name-check"
    kiosk.press("no-name-said")
    kiosk.press("continue")
    yield "voice"
    kiosk.press("voice-own")
    kiosk.press("continue")
    yield "uses"
    kiosk.press("use-online")
    kiosk.press("continue")
    yield "help"
    kiosk.press("continue")
    yield "understood"
    kiosk.press("understood-1")
    yield "understood wrongly"
    kiosk.press("understood-2")
    yield "understood rightly"
    kiosk.press("continue")
    yield "check"
    kiosk.press("send")
    qtbot.waitUntil(lambda: kiosk.page == "sent")
    yield "sent"
    kiosk.press("done")

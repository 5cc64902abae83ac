"""Photos by somebody who is faster than the machine."""

from __future__ import annotations

import errno
import io
import os
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from kiosk_window import KioskWindow, OpenKiosk
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kiosk.drafts.store import Draft
from kiosk.story.session import PhotoDraft
from kiosk.ui import photo_places
from kiosk.ui.screens.photos import PhotosScreen


@pytest.fixture
def at_photos(open_kiosk: OpenKiosk, photo_folder: Path) -> KioskWindow:
    kiosk: KioskWindow = open_kiosk(photo_folder=photo_folder)
    kiosk.begin()
    for press in ("continue", "skip", "skip", "skip"):
        kiosk.press(press)
    return kiosk


def screen(kiosk: KioskWindow) -> PhotosScreen:
    shown = kiosk.shell.current
    assert isinstance(shown, PhotosScreen)
    return shown


def add(kiosk: KioskWindow, qtbot: QtBot, most: int) -> None:
    """As many of the good photo."""
    kiosk.press("add-photo")
    for number in range(most):
        qtbot.waitUntil(lambda: "photo-file-2" in kiosk.visible() and kiosk.find("photo-file-2").isEnabled())
        kiosk.press("photo-file-2")
        qtbot.waitUntil(partial(added, kiosk, number + 1))
    kiosk.press("photos-done")
    qtbot.waitUntil(lambda: not kiosk.shell.tasks.busy)


def added(kiosk: KioskWindow, most: int) -> bool:
    return len(kiosk.session.photos) == most and not screen(kiosk)._working


def pixel(kiosk: KioskWindow, photo: PhotoDraft) -> tuple[int, ...]:
    assert kiosk.shell.visit is not None
    found = Image.open(io.BytesIO(kiosk.shell.visit.visit.draft.blob(photo.full_blob_id))).getpixel((400, 300))
    assert isinstance(found, tuple)
    return tuple(int(value) for value in found)


def test_covers_go_onto_the_photo_on_which_they_were_drawn(at_photos: KioskWindow, qtbot: QtBot) -> None:
    """Another one touched while the first is still being opened must not get the covers: a face would stay to be seen."""
    add(at_photos, qtbot, 2)
    first, second = at_photos.session.photos
    at_photos.press("photo-1")
    at_photos.find("cover-photo").click()  # type: ignore[attr-defined]
    at_photos.find("photo-2").click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: "cover-editor" in at_photos.visible() and not screen(at_photos)._working)
    editor = at_photos.find("cover-editor")
    middle = editor.rect().center()
    qtbot.mousePress(editor, Qt.MouseButton.LeftButton, pos=middle - QPoint(40, 40))
    qtbot.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 40))
    at_photos.press("apply-covers")
    qtbot.waitUntil(lambda: at_photos.session.photos[0] != first)
    assert at_photos.session.photos[1] == second
    assert max(abs(value - 32) for value in pixel(at_photos, at_photos.session.photos[0])) < 6


def test_a_photo_removed_while_its_picture_is_read_is_gone_without_a_fault(
    at_photos: KioskWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on, real = threading.Event(), Draft.blob

    def slow(self: Draft, blob_id: str) -> bytes:
        assert going_on.wait(30)
        return real(self, blob_id)

    monkeypatch.setattr(Draft, "blob", slow)
    shown = screen(at_photos)
    at_photos.press("add-photo")
    qtbot.waitUntil(lambda: at_photos.find("photo-file-2").isEnabled())
    at_photos.press("photo-file-2")
    qtbot.waitUntil(lambda: len(at_photos.session.photos) == 1)
    at_photos.press("photos-done")
    at_photos.press("remove-photo")
    with at_photos.drafts._database.transaction() as connection:
        connection.execute("DELETE FROM records WHERE kind = 'blob'")  # as the other worker thread does it
    going_on.set()
    qtbot.waitUntil(lambda: not at_photos.shell.tasks.busy)
    assert shown.notice.sentence == ""
    assert shown._pictures == {}


class _Refusing:
    """An entry of a phone's folder whose cable was just pulled: the system has to ask the phone what it is."""

    def __init__(self, entry: os.DirEntry[str]) -> None:
        self.name, self.path = entry.name, entry.path

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    is_file = is_dir


def test_a_phone_that_is_pulled_while_it_is_looked_through_has_no_photos(photo_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = photo_places._entries

    def entries(folder: Path) -> Sequence[object]:
        return [_Refusing(entry) for entry in real(folder)]

    assert len(photo_places.photo_files(photo_folder)) == 2
    monkeypatch.setattr(photo_places, "_entries", entries)
    assert photo_places.photo_files(photo_folder) == []

"""Photos from a folder into the draft: added, turned, covered, removed, refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from kiosk_window import KioskWindow, OpenKiosk
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.photos.clean import clean_photo
from kiosk.story.session import PhotoDraft
from kiosk.ui.photo_places import find_places, photo_files
from kiosk.ui.screens.photos import PhotosScreen
from kiosk.ui.widgets.cover_editor import CoverEditor
from sync.contract.story import MAX_PHOTOS


@pytest.fixture
def at_photos(open_kiosk: OpenKiosk, photo_folder: Path) -> KioskWindow:
    kiosk: KioskWindow = open_kiosk(photo_folder=photo_folder)
    kiosk.begin()
    for press in ("continue", "skip", "skip", "skip"):
        kiosk.press(press)
    assert kiosk.page == "photos"
    return kiosk


def wait(kiosk: KioskWindow, qtbot: QtBot, identifier: str) -> None:
    qtbot.waitUntil(lambda: identifier in kiosk.visible() and kiosk.find(identifier).isEnabled())


def add(kiosk: KioskWindow, qtbot: QtBot) -> PhotoDraft:
    kiosk.press("add-photo")
    wait(kiosk, qtbot, "photo-file-2")
    count = len(kiosk.session.photos)
    kiosk.press("photo-file-2")
    qtbot.waitUntil(lambda: len(kiosk.session.photos) == count + 1)
    if "photos-done" in kiosk.visible():
        kiosk.press("photos-done")
    qtbot.waitUntil(lambda: "rotate-photo" in kiosk.visible() and kiosk.find("rotate-photo").isEnabled())
    return kiosk.session.photos[-1]


def image(kiosk: KioskWindow, photo: PhotoDraft) -> Image.Image:
    assert kiosk.shell.visit is not None
    return Image.open(io.BytesIO(kiosk.shell.visit.visit.draft.blob(photo.full_blob_id)))


def blobs(kiosk: KioskWindow) -> int:
    rows = kiosk.drafts._database.rows("SELECT count(*) FROM records WHERE kind = 'blob'")
    return int(str(rows[0][0]))


def test_the_page_is_not_left_while_a_cover_is_being_painted(at_photos: KioskWindow, qtbot: QtBot) -> None:
    add(at_photos, qtbot)
    screen = at_photos.shell.current
    assert isinstance(screen, PhotosScreen)
    at_photos.find("rotate-photo").click()  # type: ignore[attr-defined]
    at_photos.find("back").click()  # type: ignore[attr-defined]
    assert at_photos.shell.current is screen
    qtbot.waitUntil(screen.can_continue)
    at_photos.press("back")
    assert at_photos.page == "prompt-3"


def test_a_photo_is_added_as_two_sealed_copies(at_photos: KioskWindow, qtbot: QtBot) -> None:
    photo = add(at_photos, qtbot)
    assert image(at_photos, photo).size == (800, 600)
    assert blobs(at_photos) == 2


def test_a_photo_is_turned_and_the_one_before_is_gone(at_photos: KioskWindow, qtbot: QtBot) -> None:
    before = add(at_photos, qtbot)
    at_photos.press("rotate-photo")
    qtbot.waitUntil(lambda: at_photos.session.photos[0] != before)
    assert image(at_photos, at_photos.session.photos[0]).size == (600, 800)
    qtbot.waitUntil(lambda: blobs(at_photos) == 2)


def test_what_is_covered_is_gone_for_good(at_photos: KioskWindow, qtbot: QtBot) -> None:
    before = add(at_photos, qtbot)
    at_photos.press("cover-photo")
    wait(at_photos, qtbot, "cover-editor")
    editor = at_photos.find("cover-editor")
    middle = editor.rect().center()
    qtbot.mousePress(editor, Qt.MouseButton.LeftButton, pos=middle - QPoint(40, 40))
    qtbot.mouseMove(editor, middle)
    qtbot.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 40))
    at_photos.press("apply-covers")
    qtbot.waitUntil(lambda: at_photos.session.photos[0] != before)
    after = at_photos.session.photos[0]
    assert after.covers == 1
    red, green, blue = image(at_photos, after).getpixel((400, 300))  # type: ignore[misc]
    assert max(abs(red - 32), abs(green - 32), abs(blue - 32)) < 6
    qtbot.waitUntil(lambda: blobs(at_photos) == 2)
    assert "add-photo" in at_photos.visible()


def test_a_cover_is_laid_by_keys_and_taken_back(at_photos: KioskWindow, qtbot: QtBot) -> None:
    add(at_photos, qtbot)
    at_photos.press("cover-photo")
    wait(at_photos, qtbot, "cover-editor")
    editor = at_photos.find("cover-editor")
    assert isinstance(editor, CoverEditor)
    assert not at_photos.find("apply-covers").isEnabled()
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    (cover,) = editor.covers
    assert cover.center().x() > 400
    assert cover.height() > cover.width()
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.covers == []
    assert not at_photos.find("apply-covers").isEnabled()


def test_a_tap_covers_a_square_and_nothing_lies_outside_of_the_photo(at_photos: KioskWindow, qtbot: QtBot) -> None:
    add(at_photos, qtbot)
    at_photos.press("cover-photo")
    wait(at_photos, qtbot, "cover-editor")
    editor = at_photos.find("cover-editor")
    assert isinstance(editor, CoverEditor)
    qtbot.mouseClick(editor, Qt.MouseButton.LeftButton)
    assert len(editor.covers) == 1
    qtbot.mouseClick(editor, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert all(editor._photo.rect().contains(cover) for cover in editor.covers)


def test_a_removed_photo_leaves_nothing(at_photos: KioskWindow, qtbot: QtBot) -> None:
    add(at_photos, qtbot)
    at_photos.press("remove-photo")
    assert at_photos.session.photos == []
    qtbot.waitUntil(lambda: blobs(at_photos) == 0)


def test_a_file_that_is_no_photo_says_why(at_photos: KioskWindow, qtbot: QtBot) -> None:
    at_photos.press("add-photo")
    wait(at_photos, qtbot, "photo-file-1")
    at_photos.press("photo-file-1")
    assert at_photos.find("notice").accessibleName() == "This photo is damaged and cannot be opened. Please choose another one."
    assert at_photos.session.photos == []


def test_ten_are_the_most(at_photos: KioskWindow, qtbot: QtBot) -> None:
    for _ in range(MAX_PHOTOS):
        add(at_photos, qtbot)
    assert "add-photo" not in at_photos.visible()
    assert at_photos.find("continue").isEnabled()
    at_photos.press("remove-photo")
    assert at_photos.find("add-photo").isEnabled()


def test_escape_closes_the_picker_before_it_leaves_the_page(at_photos: KioskWindow, qtbot: QtBot) -> None:
    at_photos.press("add-photo")
    qtbot.keyClick(at_photos.shell, Qt.Key.Key_Escape)
    assert "add-photo" in at_photos.visible()
    qtbot.keyClick(at_photos.shell, Qt.Key.Key_Escape)
    assert at_photos.page == "prompt-3"


def test_without_any_place_it_says_what_to_do(open_kiosk: OpenKiosk) -> None:
    kiosk: KioskWindow = open_kiosk()
    kiosk.begin()
    for press in ("continue", "skip", "skip", "skip", "add-photo"):
        kiosk.press(press)
    screen = kiosk.shell.current
    assert isinstance(screen, PhotosScreen)
    assert isinstance(screen.picker.said, QLabel)
    assert "plug in" in screen.picker.said.text()


def test_a_real_photo_passes_through_its_own_process(open_kiosk: OpenKiosk, photo_folder: Path, qtbot: QtBot) -> None:
    kiosk: KioskWindow = open_kiosk(photo_folder=photo_folder, clean=clean_photo)
    kiosk.begin()
    for press in ("continue", "skip", "skip", "skip"):
        kiosk.press(press)
    assert image(kiosk, add(kiosk, qtbot)).size == (800, 600)


def test_files_are_found_newest_first_without_following_links(tmp_path: Path, photo_folder: Path) -> None:
    stick = tmp_path / "stick"
    (stick / "DCIM").mkdir(parents=True)
    (stick / "DCIM" / "a.JPG").write_bytes(b"x")
    (stick / "notes.txt").write_bytes(b"x")
    (stick / ".hidden.jpg").write_bytes(b"x")
    (stick / "link").symlink_to(photo_folder)
    (stick / "link.jpg").symlink_to(photo_folder / "photo.jpg")
    assert photo_files(stick) == [stick / "DCIM" / "a.JPG"]
    assert photo_files(photo_folder) == [photo_folder / "broken.jpg", photo_folder / "photo.jpg"]
    assert photo_files(tmp_path / "pulled") == []


def test_the_prepared_folder_comes_first(photo_folder: Path, tmp_path: Path) -> None:
    assert find_places(photo_folder)[0].folder == photo_folder
    assert all(place.folder != tmp_path / "none" for place in find_places(tmp_path / "none"))


def test_words_stay_with_their_photo(at_photos: KioskWindow, qtbot: QtBot) -> None:
    add(at_photos, qtbot)
    add(at_photos, qtbot)
    at_photos.press("caption-photo")
    wait(at_photos, qtbot, "caption-field")
    field = at_photos.find("caption-field")
    assert field.hasFocus()
    qtbot.keyClicks(field, " Our first march ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert at_photos.page == "photos"
    assert [photo.caption for photo in at_photos.session.photos] == ["", "Our first march"]
    before = at_photos.session.photos[1]
    at_photos.press("rotate-photo")
    qtbot.waitUntil(lambda: at_photos.session.photos[1] != before)
    assert at_photos.session.photos[1].caption == "Our first march"
    at_photos.press("photo-1")
    at_photos.press("caption-photo")
    assert at_photos.find("caption-field").text() == ""  # type: ignore[attr-defined]
    qtbot.keyClick(at_photos.shell, Qt.Key.Key_Escape)
    assert "add-photo" in at_photos.visible()


def test_nothing_of_a_caption_stays_in_a_closed_field(at_photos: KioskWindow, qtbot: QtBot) -> None:
    add(at_photos, qtbot)
    at_photos.press("caption-photo")
    field = at_photos.find("caption-field")
    qtbot.keyClicks(field, "Dawn")
    at_photos.press("photos-done")
    screen = at_photos.shell.current
    assert isinstance(screen, PhotosScreen)
    assert screen.captioning.field.text() == ""
    assert screen.captioning.picture._picture is None
    assert at_photos.session.photos[0].caption == "Dawn"

"""The window of the kiosk, offscreen. `kiosk` is loaded and shown at its smallest size."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from kiosk_window import KioskWindow, OpenKiosk
from photo_samples import gradient
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.app import RESOURCES, build_translations
from kiosk.errors import PhotoRefused
from kiosk.photos.photo import CleanPhoto, photo_from_image
from kiosk.ui import theme


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["idr-kiosk"]


@pytest.fixture(scope="session")
def looks(qapp: QApplication) -> QApplication:
    """The application as `kiosk.app` makes it."""
    qapp.setStyle("Fusion")
    theme.load_fonts(RESOURCES / "fonts")
    build_translations(RESOURCES / "translations")
    theme.make_room(qapp, 1.0)
    return qapp


def fake_clean(raw: bytes) -> CleanPhoto:
    """What decoding gives, without its process."""
    if raw == b"no photo at all":
        raise PhotoRefused("photo-damaged", "This photo is damaged and cannot be opened. Please choose another one.")
    return photo_from_image(gradient(800, 600))


@pytest.fixture
def open_kiosk(looks: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[OpenKiosk]:
    opened: list[KioskWindow] = []

    def make(**settings: object) -> KioskWindow:
        folder = tmp_path / f"kiosk-{len(opened)}"
        folder.mkdir()
        settings.setdefault("clean", fake_clean)
        window = KioskWindow(folder, **settings)  # type: ignore[arg-type]
        opened.append(window)
        window.shell.resize(1024, 720)
        window.shell.show()
        window.shell.load()
        if "broken" not in settings:
            qtbot.waitUntil(window.shell.start.start.isEnabled)
        return window

    yield make
    for window in opened:
        window.close()
    QApplication.sendPostedEvents(None, 0)


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk) -> KioskWindow:
    return open_kiosk()


@pytest.fixture
def photo_folder(tmp_path: Path) -> Path:
    """A file that is no photo, then a photo: the newer comes first."""
    folder = tmp_path / "photos"
    folder.mkdir()
    (folder / "photo.jpg").write_bytes(photo_from_image(gradient(800, 600)).full_jpeg)
    (folder / "broken.jpg").write_bytes(b"no photo at all")
    os.utime(folder / "photo.jpg", (1_000, 1_000))
    os.utime(folder / "broken.jpg", (2_000, 2_000))
    return folder

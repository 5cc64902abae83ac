"""Takes the pictures for `packaging/screenshots`: the real window, with the recorder, loudspeaker and archive of the tests."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from every_state import every_state
from kiosk_window import KioskWindow
from outbox_states import OutboxOnShow, outbox_states
from PySide6.QtCore import QSize, QVariantAnimation
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.app import make_application
from kiosk.photos.clean import clean_photo
from kiosk.resources import RESOURCES, languages
from kiosk.ui import theme
from kiosk.ui.theme import Look, TextSize


class Patience:
    """What `every_state` needs of a test: waiting while the window lives."""

    def waitUntil(self, reached: Callable[[], bool], *, timeout: int = 30_000) -> None:
        end_s = time.monotonic() + timeout / 1000
        while not reached():
            if time.monotonic() > end_s:
                raise TimeoutError("a state of the window was never reached")
            self.wait(5)

    def wait(self, ms: int) -> None:
        end_s = time.monotonic() + ms / 1000
        while True:
            QApplication.processEvents()
            if time.monotonic() >= end_s:
                return
            time.sleep(0.002)


def still(shown: QWidget) -> bool:
    """Nothing is on its way to how it will look."""
    return not any(animation.state() is QVariantAnimation.State.Running for animation in shown.findChildren(QVariantAnimation))


def states(kiosk: KioskWindow, patience: Patience) -> Iterator[tuple[str, QWidget]]:
    """What visitors may meet, then the staff's page that has the most to say."""
    yield from every_state(kiosk, patience)  # type: ignore[arg-type]
    yield from outbox_states(OutboxOnShow(kiosk, patience))  # type: ignore[arg-type]


def take(folder: Path, language: str, window: QSize, look: Look) -> int:
    """Returns how many were taken."""
    random.seed(1)
    taken = 0
    with tempfile.TemporaryDirectory() as data:
        offered = (language, *(code for code in languages() if code != language))
        kiosk = KioskWindow(Path(data), clean=clean_photo, photo_folder=RESOURCES / "demo", languages=offered)
        patience = Patience()
        try:
            kiosk.shell.resize(window)
            kiosk.shell.show()
            kiosk.shell.load()
            patience.waitUntil(kiosk.shell.start.start.isEnabled)
            for name, shown in states(kiosk, patience):
                if theme.look() != look:
                    kiosk.shell.set_look(look)
                patience.wait(60)
                patience.waitUntil(partial(still, shown))
                path = folder / f"{language}-{window.width()}x{window.height()}-{taken:02d}-{name.replace(' ', '-')}.png"
                if not shown.grab().save(str(path)):
                    raise OSError(f"{path.name} could not be written")
                taken += 1
        finally:
            kiosk.close()
            QApplication.processEvents()
    return taken


def main() -> int:
    parser = argparse.ArgumentParser(description="A PNG of every page and state a visitor may meet, and of the staff's stories.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--languages", default="en,ar,my")
    parser.add_argument("--windows", default="1024x720,1920x1080")
    parser.add_argument("--strong", action="store_true", help="with stronger colours")
    parser.add_argument("--text-size", type=int, choices=range(4), default=0)
    chosen = parser.parse_args()
    unknown = set(chosen.languages.split(",")) - set(languages())
    if unknown:
        parser.error(f"no such language: {', '.join(sorted(unknown))}")
    sizes = [QSize(*(int(side) for side in window.split("x"))) for window in chosen.windows.split(",")]
    chosen.folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    look = Look(TextSize(chosen.text_size), strong_contrast=chosen.strong)
    for language in chosen.languages.split(","):
        for size in sizes:
            print(f"{language} {size.width()}x{size.height()}: {take(chosen.folder, language, size, look)} pictures", flush=True)
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())

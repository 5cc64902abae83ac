"""Our own way to choose photos from a stick, a phone or a folder, a few at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.photos.photo import CleanPhoto
from kiosk.ui.faults import fault_sentence
from kiosk.ui.photo_places import PhotoPlace, photo_files
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import QuietButton
from kiosk.ui.widgets.photo_tile import PhotoTile, side_px
from kiosk.ui.widgets.plain_label import PlainLabel
from sync.contract.faults import Fault

PER_PAGE = 5


@dataclass
class _Shown:
    """One tile's file. `photo` is what a touch adds: cleaned once, for the tile and for the story."""

    path: Path
    photo: CleanPhoto | None = None
    fault: Fault | None = None


class PhotoPicker(QWidget):
    """`read(path)` gives a clean photo and runs in a worker thread. Keeps only the photos of the page that is seen."""

    picked = Signal(object)
    """(CleanPhoto)"""
    refused = Signal(object)
    """(Fault) of a file that was touched and cannot be taken."""

    def __init__(self, read: Callable[[Path], CleanPhoto], find_places: Callable[[], Sequence[PhotoPlace]], tasks: Tasks) -> None:
        super().__init__()
        self._read = read
        self._find_places = find_places
        self._tasks = tasks
        self._files: list[Path] = []
        self._page = 0
        # Counts what is shown: a thumbnail that arrives late must not land on another page's tile.
        self._turn = 0
        self._shown: list[_Shown] = []
        self._group = QButtonGroup(self)
        self._places = QHBoxLayout()
        self._places.setSpacing(12)
        self.place_buttons: list[QuietButton] = []
        self.said = PlainLabel("sentence")
        self.tiles = [PhotoTile(f"photo-file-{number + 1}", checkable=False) for number in range(PER_PAGE)]
        self.earlier = QuietButton("photo-earlier")
        self.later = QuietButton("photo-later")
        self.earlier.quick = self.later.quick = True
        self.earlier.set_picture("back")
        self.later.set_picture("onward")
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(14)
        for number, tile in enumerate(self.tiles):
            grid.addWidget(tile, 0, number)
            tile.clicked.connect(partial(self._touch, number))
        turning = QHBoxLayout()
        turning.setSpacing(12)
        turning.addWidget(self.earlier)
        turning.addWidget(self.later)
        turning.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._places)
        layout.addWidget(self.said)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(grid)
        middle.addStretch(1)
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(1)
        layout.addLayout(turning)
        self.earlier.clicked.connect(lambda: self._show_page(self._page - 1))
        self.later.clicked.connect(lambda: self._show_page(self._page + 1))

    def open(self) -> None:
        """Looks anew at what is plugged in."""
        self.close_files()
        while self.place_buttons:
            button = self.place_buttons.pop()
            self._group.removeButton(button)
            button.deleteLater()
        while self._places.count():
            self._places.takeAt(0)
        places = self._find_places()
        for number, place in enumerate(places):
            button = QuietButton(f"photo-place-{number + 1}", place.name or QCoreApplication.translate("Photos", "Prepared photos"))
            button.set_picture("folder")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(partial(self._open_place, place))
            self._group.addButton(button)
            self._places.addWidget(button)
            self.place_buttons.append(button)
        self._places.addStretch(1)
        if places:
            self.place_buttons[0].click()
        else:
            self.said.setText(QCoreApplication.translate("Photos", "Please plug in a stick or a phone, then touch Add a photo again."))

    def close_files(self) -> None:
        """Forgets every file and picture."""
        self._turn += 1
        self._files, self._shown, self._page = [], [], 0
        for tile in self.tiles:
            tile.set_picture(None)
            tile.setVisible(False)
        self._show_turning()

    def retranslate(self) -> None:
        self.earlier.set_text(QCoreApplication.translate("Photos", "Earlier photos"))
        self.later.set_text(QCoreApplication.translate("Photos", "More photos"))

    def _open_place(self, place: PhotoPlace) -> None:
        self.close_files()
        self.said.setText(QCoreApplication.translate("Photos", "Looking for photos…"))
        turn = self._turn
        self._tasks.run(
            partial(photo_files, place.folder),
            owner=self,
            done=lambda files: self._list(turn, files),
            failed=lambda fault: self.refused.emit(fault),
        )

    def _list(self, turn: int, files: list[Path]) -> None:
        if turn != self._turn:
            return
        self._files = files
        self.said.setText(
            QCoreApplication.translate("Photos", "Touch a photo to add it.")
            if files
            else QCoreApplication.translate("Photos", "There are no photos here.")
        )
        self._show_page(0)

    def _show_page(self, page: int) -> None:
        self._turn += 1
        self._page = page
        self._shown = [_Shown(path) for path in self._files[page * PER_PAGE : (page + 1) * PER_PAGE]]
        for number, tile in enumerate(self.tiles):
            tile.set_side(side_px(len(self._files[:PER_PAGE])))
            tile.setVisible(number < len(self._shown))
            tile.set_picture(None)
        for number, shown in enumerate(self._shown):
            self.tiles[number].setEnabled(False)
            self.tiles[number].set_words(QCoreApplication.translate("Photos", "One moment"))
            self._tasks.run(
                partial(_with_picture, self._read, shown.path),
                owner=self,
                done=partial(self._show_picture, self._turn, number),
                failed=partial(self._show_refusal, self._turn, number),
            )
        self._show_turning()

    def _show_picture(self, turn: int, number: int, read: tuple[CleanPhoto, QImage]) -> None:
        if turn != self._turn:
            return
        self._shown[number].photo, picture = read
        tile = self.tiles[number]
        tile.setEnabled(True)
        tile.set_words(QCoreApplication.translate("Photos", "Add photo {number}").format(number=self._page * PER_PAGE + number + 1))
        tile.set_picture(picture)

    def _show_refusal(self, turn: int, number: int, fault: Fault) -> None:
        if turn != self._turn:
            return
        self._shown[number].fault = fault
        self.tiles[number].setEnabled(True)
        self.tiles[number].set_words(QCoreApplication.translate("Photos", "Not a photo"))
        self.tiles[number].setAccessibleDescription(fault_sentence(fault))

    def _touch(self, number: int) -> None:
        shown = self._shown[number]
        if shown.photo is not None:
            self.picked.emit(shown.photo)
        elif shown.fault is not None:
            self.refused.emit(shown.fault)

    def _show_turning(self) -> None:
        pages = -(-len(self._files) // PER_PAGE)
        for button, there in ((self.earlier, self._page > 0), (self.later, self._page + 1 < pages)):
            button.setVisible(pages > 1)
            button.setEnabled(there)


def _with_picture(read: Callable[[Path], CleanPhoto], path: Path) -> tuple[CleanPhoto, QImage]:
    photo = read(path)
    return photo, QImage.fromData(photo.small_jpeg).scaled(
        460, 460, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )

"""Up to ten photos: add, turn, cover, give words to, remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.photos.cover import Rect
from kiosk.photos.photo import CleanPhoto
from kiosk.story.interview import Page
from kiosk.story.session import PhotoDraft, Session
from kiosk.ui.photo_places import PhotoPlace
from kiosk.ui.photo_shelf import PhotoShelf
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.photo_caption import PhotoCaption
from kiosk.ui.screens.photo_picker import PhotoPicker
from kiosk.ui.tasks import Tasks
from kiosk.ui.widgets.buttons import PrimaryButton, QuietButton
from kiosk.ui.widgets.cover_editor import CoverEditor
from kiosk.ui.widgets.photo_tile import PhotoTile, side_px
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.widgets.tool_button import ToolButton
from kiosk.ui.words import Words
from sync.contract.faults import Fault
from sync.contract.story import MAX_PHOTOS

_COLUMNS = 5
_INVITING_PX = QSize(440, 260)

T = TypeVar("T")


class Mode(Enum):
    ALBUM = auto()
    PICKING = auto()
    COVERING = auto()
    CAPTIONING = auto()


class PhotosScreen(Screen):
    """A photo that was turned or covered is a new one in the draft; the one before is deleted as soon as the session has the new."""

    page = Page.PHOTOS
    text_id = "photos"

    def __init__(self, words: Words, shelf: PhotoShelf, find_places: Callable[[], Sequence[PhotoPlace]], tasks: Tasks) -> None:
        super().__init__(words)
        self._shelf = shelf
        self._tasks = tasks
        self._mode = Mode.ALBUM
        self._chosen = 0
        self._working = False
        self._pictures: dict[str, QImage] = {}
        self.picker = PhotoPicker(shelf.read, find_places, tasks)
        self.editor = CoverEditor()
        self.captioning = PhotoCaption()
        self.tiles = [PhotoTile(f"photo-{number + 1}") for number in range(MAX_PHOTOS)]
        self._group = QButtonGroup(self)
        self.add = ToolButton("add-photo", "add-photo")
        self.rotate = ToolButton("rotate-photo", "turn")
        self.cover = ToolButton("cover-photo", "cover")
        self.caption = ToolButton("caption-photo", "words")
        self.remove = ToolButton("remove-photo", "bin")
        self.undo = QuietButton("undo-cover")
        self.undo.quick = True
        self.apply = PrimaryButton("apply-covers")
        self.done = PrimaryButton("photos-done")
        self.count = PlainLabel("small")
        self.undo.set_picture("undo")
        self.apply.set_picture("cover")
        self.done.set_picture("check")
        self._lay_out_body()
        self._connect()

    def _lay_out_body(self) -> None:
        self.album = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(10)
        for number, tile in enumerate(self.tiles):
            self._group.addButton(tile, number)
            self._grid.addWidget(tile, number // _COLUMNS, number % _COLUMNS)
        # In the middle, however many there are.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(self._grid)
        middle.addStretch(1)
        buttons = (self.rotate, self.cover, self.caption, self.remove)
        self._tools = Reflow([in_columns(buttons, columns) for columns in (4, 2, 1)], 12)
        album = QVBoxLayout(self.album)
        album.setContentsMargins(0, 0, 0, 0)
        album.setSpacing(14)
        album.addStretch(1)
        album.addLayout(middle)
        album.addWidget(self._tools)
        album.addStretch(1)
        self.body.addWidget(self.album, 1)
        self.body.addWidget(self.picker, 1)
        self.body.addWidget(self.editor, 1)
        self.body.addWidget(self.captioning, 1)
        self.add_to_row(self.undo)
        self.add_stretching_to_row(self.count)
        self.add_before_continue(self.apply)
        self.add_before_continue(self.done)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._choose)
        self.add.clicked.connect(self._open_picker)
        self.rotate.clicked.connect(self._rotate)
        self.cover.clicked.connect(self._open_editor)
        self.caption.clicked.connect(self._open_caption)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self.editor.undo)
        self.apply.clicked.connect(self._apply_covers)
        self.done.clicked.connect(self._show_album)
        self.editor.covers_changed.connect(lambda count: self._allow_covers(count))
        self.captioning.written.connect(self._write)
        self.captioning.finished.connect(self._show_album)
        self.picker.picked.connect(self._add)
        self.picker.refused.connect(self.show_fault)

    # The page's life

    def enter(self, session: Session) -> None:
        self._mode = Mode.ALBUM
        super().enter(session)
        self._load_pictures()

    def leave(self) -> None:
        self._close_all()
        super().leave()

    def _close_all(self) -> None:
        """Nothing of a photo stays in what is not seen."""
        self.picker.close_files()
        self.editor.clear()
        self.captioning.clear()

    def retranslate(self) -> None:
        super().retranslate()
        self.picker.retranslate()
        self.captioning.retranslate()
        self.add.set_text(QCoreApplication.translate("Photos", "Add a photo"))
        self.rotate.set_text(QCoreApplication.translate("Photos", "Turn"))
        self.cover.set_text(QCoreApplication.translate("Photos", "Cover something"))
        self.caption.set_text(QCoreApplication.translate("Photos", "Add words"))
        self.remove.set_text(QCoreApplication.translate("Photos", "Remove"))
        self.undo.set_text(QCoreApplication.translate("Photos", "Undo"))
        self.apply.set_text(QCoreApplication.translate("Photos", "Cover for good"))
        self.done.set_text(QCoreApplication.translate("Photos", "Done"))
        self.editor.setAccessibleName(
            QCoreApplication.translate("Photos", "Photo to cover: move with the arrows, size with Shift and arrows, cover with Enter")
        )
        for number, tile in enumerate(self.tiles, start=1):
            tile.set_words(QCoreApplication.translate("Photos", "Photo {number}").format(number=number))
        self._say()

    def refresh(self) -> None:
        super().refresh()
        photos = self.session.photos
        self._chosen = min(self._chosen, max(0, len(photos) - 1))
        album, covering = self._mode is Mode.ALBUM, self._mode is Mode.COVERING
        self.album.setVisible(album)
        self.picker.setVisible(self._mode is Mode.PICKING)
        self.editor.setVisible(covering)
        self.captioning.setVisible(self._mode is Mode.CAPTIONING)
        for number, tile in enumerate(self.tiles):
            tile.set_side(side_px(len(photos) + 1))
            tile.setVisible(number < len(photos))
            tile.setChecked(number == self._chosen and number < len(photos))
            tile.set_picture(self._pictures.get(photos[number].small_blob_id) if number < len(photos) else None)
        self._tools.setVisible(bool(photos))
        for button in (self.rotate, self.cover, self.caption, self.remove):
            button.setEnabled(not self._working)
        self._place_add(len(photos))
        self.undo.setVisible(covering)
        self.apply.setVisible(covering)
        self.done.setVisible(self._mode in (Mode.PICKING, Mode.CAPTIONING))
        self.continue_.setVisible(album)
        self._allow_covers(len(self.editor.covers))
        self._say()

    def _place_add(self, photos: int) -> None:
        """Behind the last photo and as large as it, and larger where there is none."""
        side = side_px(photos + 1)
        self.add.invite(QSize(side, side) if photos else _INVITING_PX)
        self._grid.addWidget(self.add, photos // _COLUMNS, photos % _COLUMNS)
        self.add.setVisible(photos < MAX_PHOTOS)
        self.add.setEnabled(photos < MAX_PHOTOS and not self._working)

    def can_continue(self) -> bool:
        return super().can_continue() and self._mode is Mode.ALBUM and not self._working

    def go_back(self) -> None:
        if self._mode is Mode.ALBUM:
            super().go_back()
        else:
            self._show_album()

    def _say(self) -> None:
        text = self.text()
        if self._mode is Mode.COVERING:
            self.set_heading(
                QCoreApplication.translate("Photos", "What should nobody see?"),
                QCoreApplication.translate("Photos", "Draw over faces and signs. What you cover is gone for good."),
            )
        elif self._mode is Mode.PICKING:
            self.set_heading(QCoreApplication.translate("Photos", "Choose your photos"))
        elif self._mode is Mode.CAPTIONING:
            self.set_heading(
                QCoreApplication.translate("Photos", "What does this photo show?"),
                QCoreApplication.translate("Photos", "You can leave this empty. The words are seen wherever the photo is seen."),
            )
        else:
            # With photos on the page there is room for what concerns them.
            self.set_heading(text.title, text.sentences[1] if self.session.photos else "\n".join(text.sentences))
        self.count.setText(
            QCoreApplication.translate("Photos", "{count} of {most} photos").format(count=len(self.session.photos), most=MAX_PHOTOS)
        )

    # Adding

    def _open_picker(self) -> None:
        self._mode = Mode.PICKING
        self.notice.clear()
        self.refresh()
        self.picker.open()
        self.focus_first()

    def _show_album(self) -> None:
        self._mode = Mode.ALBUM
        self._close_all()
        self.notice.clear()
        self.refresh()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, photo: CleanPhoto) -> None:
        if len(self.session.photos) >= MAX_PHOTOS or self._working:
            return
        self._work(partial(self._shelf.put, photo), self._added)

    def _added(self, photo: PhotoDraft) -> None:
        self.session.photos.append(photo)
        self._chosen = len(self.session.photos) - 1
        self.edited()
        self._load_pictures()
        if len(self.session.photos) >= MAX_PHOTOS:
            self._show_album()

    # Changing

    def _choose(self, number: int) -> None:
        self._chosen = number
        self.refresh()

    def _rotate(self) -> None:
        before = self.session.photos[self._chosen]
        self._work(partial(self._shelf.rotated, before), partial(self._replace, before))

    def _open_editor(self) -> None:
        photo = self.session.photos[self._chosen]
        self._work(partial(_decoded, self._shelf, photo), partial(self._edit, photo))

    def _edit(self, photo: PhotoDraft, picture: QImage) -> None:
        # Another one may have been touched meanwhile: covers belong to the photo on which they are drawn.
        self._chosen = self.session.photos.index(photo)
        self._mode = Mode.COVERING
        self.editor.set_photo(picture)
        self.refresh()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _apply_covers(self) -> None:
        before = self.session.photos[self._chosen]
        rects = [Rect(cover.x(), cover.y(), cover.x() + cover.width(), cover.y() + cover.height()) for cover in self.editor.covers]
        self._work(partial(self._shelf.covered, before, rects), partial(self._covered, before))

    def _covered(self, before: PhotoDraft, after: PhotoDraft) -> None:
        self._replace(before, after)
        self._show_album()

    def _replace(self, before: PhotoDraft, after: PhotoDraft) -> None:
        self.session.photos[self.session.photos.index(before)] = after
        self.edited()
        self._drop(before)
        self._load_pictures()

    def _open_caption(self) -> None:
        photo = self.session.photos[self._chosen]
        self._mode = Mode.CAPTIONING
        self.captioning.open(self.tiles[self._chosen].text(), self._pictures.get(photo.small_blob_id), photo.caption)
        self.refresh()
        self.captioning.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write(self, caption: str) -> None:
        self.session.photos[self._chosen].caption = caption
        self.edited()

    def _remove(self) -> None:
        removed = self.session.photos.pop(self._chosen)
        self.edited()
        self._drop(removed)

    def _drop(self, photo: PhotoDraft) -> None:
        self._pictures.pop(photo.small_blob_id, None)
        self._tasks.run(partial(self._shelf.drop, photo), owner=self, done=lambda _: None, failed=self.show_fault)

    def _allow_covers(self, count: int) -> None:
        self.undo.setEnabled(count > 0)
        self.apply.setEnabled(count > 0 and not self._working)

    # Working in the background

    def _work(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """One change at a time; the buttons rest meanwhile."""

        def finished(result: T) -> None:
            self._end_work()
            done(result)

        def failed(fault: Fault) -> None:
            self._end_work()
            self.show_fault(fault)

        self._working = True
        self.busy_changed.emit(True)
        self.refresh()
        owner: QObject = self
        self._tasks.run(work, owner=owner, done=finished, failed=failed)

    def _end_work(self) -> None:
        self._working = False
        self.busy_changed.emit(False)
        self.refresh()

    def _load_pictures(self) -> None:
        for photo in self.session.photos:
            if photo.small_blob_id not in self._pictures:
                self._tasks.run(
                    partial(_small_picture, self._shelf, photo),
                    owner=self,
                    done=partial(self._keep_picture, photo.small_blob_id),
                    failed=partial(self._picture_failed, photo.small_blob_id),
                )

    def _keep_picture(self, blob_id: str, picture: QImage) -> None:
        if self._is_kept(blob_id):
            self._pictures[blob_id] = picture
            self.refresh()

    def _picture_failed(self, blob_id: str, fault: Fault) -> None:
        if self._is_kept(blob_id):
            self.show_fault(fault)

    def _is_kept(self, blob_id: str) -> bool:
        """It may have been removed, turned or covered while its picture was read."""
        return any(photo.small_blob_id == blob_id for photo in self.session.photos)


def _small_picture(shelf: PhotoShelf, photo: PhotoDraft) -> QImage:
    return QImage.fromData(shelf.small_jpeg(photo))


def _decoded(shelf: PhotoShelf, photo: PhotoDraft) -> QImage:
    return QImage.fromData(shelf.full_jpeg(photo))

"""The photos of one visit: files turned into clean photos, and clean photos kept in the draft.

Everything here blocks and is called in worker threads; the session is edited by the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.drafts.store import Draft
from kiosk.errors import PhotoRefused
from kiosk.photos.clean import MAX_FILE_BYTES
from kiosk.photos.cover import Rect
from kiosk.photos.photo import CleanPhoto, pixels_of
from kiosk.story.session import PhotoDraft


@dataclass(frozen=True)
class PhotoTools:
    """What kiosk.photos does; `clean` may raise PhotoRefused."""

    clean: Callable[[bytes], CleanPhoto]
    rotate: Callable[[CleanPhoto], CleanPhoto]
    cover: Callable[[CleanPhoto, Sequence[Rect]], CleanPhoto]


class PhotoShelf:
    """Raises DiskFull, StorageFault; the photo that was there stays."""

    def __init__(self, draft: Draft, tools: PhotoTools) -> None:
        self._draft = draft
        self._tools = tools

    def read(self, path: Path) -> CleanPhoto:
        """A stranger's file as a clean photo. Raises PhotoRefused."""
        try:
            with path.open("rb") as file:
                raw = file.read(MAX_FILE_BYTES + 1)
        except OSError as error:
            raise PhotoRefused("photo-unreadable", "This file cannot be read. Is the stick or phone still connected?") from error
        return self._tools.clean(raw)

    def put(self, photo: CleanPhoto) -> PhotoDraft:
        """A new photo in the draft."""
        full_blob_id = self._draft.put_blob(photo.full_jpeg)
        return PhotoDraft(full_blob_id, self._draft.put_blob(photo.small_jpeg))

    def small_jpeg(self, photo: PhotoDraft) -> bytes:
        return self._draft.blob(photo.small_blob_id)

    def full_jpeg(self, photo: PhotoDraft) -> bytes:
        return self._draft.blob(photo.full_blob_id)

    def rotated(self, photo: PhotoDraft) -> PhotoDraft:
        """A quarter turn clockwise, as a new record; `drop` the old one once the session has the new."""
        return self._changed(photo, self._tools.rotate(self._clean(photo)), 0)

    def covered(self, photo: PhotoDraft, rects: Sequence[Rect]) -> PhotoDraft:
        """With solid covers, as a new record. The uncovered one must be dropped: nothing of it is kept."""
        return self._changed(photo, self._tools.cover(self._clean(photo), rects), len(rects))

    def drop(self, photo: PhotoDraft) -> None:
        self._draft.delete_blob(photo.full_blob_id)
        self._draft.delete_blob(photo.small_blob_id)

    def _changed(self, before: PhotoDraft, photo: CleanPhoto, new_covers: int) -> PhotoDraft:
        return replace(self.put(photo), caption=before.caption, covers=before.covers + new_covers)

    def _clean(self, photo: PhotoDraft) -> CleanPhoto:
        full_jpeg = self.full_jpeg(photo)
        image = pixels_of(full_jpeg)
        return CleanPhoto(full_jpeg, self.small_jpeg(photo), image.width, image.height)

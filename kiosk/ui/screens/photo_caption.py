"""A few words to one photo. They are optional, and go where the photo goes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.widgets.photo_tile import PhotoTile
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.private_field import PrivateLine
from sync.contract.story import MAX_CAPTION_CHARACTERS

_PICTURE_PX = 300
_LEAST_FIELD_PX = QSize(320, 0)


class PhotoCaption(QWidget):
    """The photo, and one line for what it shows. Keeps neither once `clear` was called."""

    written = Signal(str)
    """(caption) With every change by the person, fit to be stored."""
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = PhotoTile("caption-picture", checkable=False)
        self.picture.set_side(_PICTURE_PX)
        self.picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.picture.setEnabled(False)
        self.label = PlainLabel("strong")
        self.field = PrivateLine("caption-field", MAX_CAPTION_CHARACTERS)
        self.field.setMinimumWidth(_LEAST_FIELD_PX.width())
        self.hint = PlainLabel("sentence")
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addStretch(1)
        for widget in (self.label, self.field, self.hint):
            words.addWidget(widget)
        words.addStretch(2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(28)
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        self.field.textEdited.connect(lambda _: self.written.emit(self.field.value))
        self.field.returnPressed.connect(self.finished)

    def open(self, name: str, picture: QImage | None, caption: str) -> None:
        """`name` is what the photo is called while its picture is still being read."""
        self.picture.set_words(name)
        self.picture.set_picture(picture)
        self.field.setText(caption)

    def clear(self) -> None:
        self.picture.set_picture(None)
        self.field.clear()

    def retranslate(self) -> None:
        label = QCoreApplication.translate("Photos", "Words for this photo")
        self.label.setText(label)
        self.field.setAccessibleName(label)
        self.hint.setText(QCoreApplication.translate("Photos", "Leave out names that nobody should know."))

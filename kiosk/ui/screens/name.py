"""Which name goes with the story: none, another, or hers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from kiosk.story.interview import Page
from kiosk.story.session import Session
from kiosk.ui.screens.base import Screen
from kiosk.ui.screens.choices import OneOf
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.private_field import PrivateLine
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.words import Words
from sync.contract.story import MAX_NAME_CHARACTERS, Identity, IdentityKind


class NameScreen(Screen):
    """The field appears only with the cards that need it. A card without its name is not yet a choice."""

    page = Page.NAME
    text_id = "name"
    records_consent = True

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.cards: OneOf[IdentityKind] = OneOf(
            {
                "none": ("name-none", IdentityKind.NONE),
                "other": ("name-other", IdentityKind.OTHER),
                "mine": ("name-mine", IdentityKind.OWN),
            },
            self,
            tall=True,
        )
        self._kind: IdentityKind | None = None
        cards = list(self.cards.cards.values())
        self.body.addStretch(1)
        self.body.addWidget(Reflow([in_columns(cards, columns) for columns in (3, 1)], 14, most_row_px=168), 100)
        self.field_label = PlainLabel("strong")
        self.field_label.setWordWrap(False)
        self.field = PrivateLine("name-field", MAX_NAME_CHARACTERS)
        self.field_label.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.field_label)
        row.addWidget(self.field, 1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.cards.chosen.connect(self._choose)
        self.field.textEdited.connect(self._store)
        self.field.returnPressed.connect(self.finish)

    def enter(self, session: Session) -> None:
        self._kind = session.identity.kind if session.identity else None
        self.field.setText(session.identity.name or "" if session.identity else "")
        super().enter(session)

    def leave(self) -> None:
        self.field.clear()
        super().leave()

    def retranslate(self) -> None:
        super().retranslate()
        self.cards.set_words(self.text())
        self._label_field()

    def refresh(self) -> None:
        super().refresh()
        self.cards.show_value(self._kind)
        named = self._kind in (IdentityKind.OTHER, IdentityKind.OWN)
        self.field.setVisible(named)
        self.field_label.setVisible(named)
        self._label_field()

    def _label_field(self) -> None:
        if self._kind is IdentityKind.OWN:
            label = QCoreApplication.translate("Name", "Your name")
        else:
            label = QCoreApplication.translate("Name", "The other name")
        self.field_label.setText(label)
        self.field.setAccessibleName(label)

    def _choose(self, kind: IdentityKind) -> None:
        if kind is not self._kind:
            # A name typed for one card must not slip into the other.
            self.field.clear()
        self._kind = kind
        self._store()
        if kind is not IdentityKind.NONE:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store(self) -> None:
        if self._kind is None:
            return
        name = self.field.value
        if self._kind is IdentityKind.NONE:
            self.session.choose_identity(Identity(IdentityKind.NONE))
        elif name:
            self.session.choose_identity(Identity(self._kind, name))
        else:
            self.session.identity, self.session.name_checked = None, False
        self.edited()

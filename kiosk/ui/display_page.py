"""How the window looks to this person: the size of the words, stronger contrast, less motion."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from kiosk.ui.side_pages import SidePage
from kiosk.ui.theme import Look, TextSize
from kiosk.ui.widgets.choice_card import ChoiceCard
from kiosk.ui.widgets.plain_label import PlainLabel
from kiosk.ui.widgets.reflow import Reflow, in_columns
from kiosk.ui.widgets.size_button import SizeButton


class DisplayPage(SidePage):
    """Every touch asks for a look at once; the window applies it and says so with `show_look`."""

    chosen = Signal(object)
    """(Look)"""

    def __init__(self) -> None:
        super().__init__("page-display")
        self._look = Look()
        self.size_label = PlainLabel("strong")
        self.sizes = {size: SizeButton(size) for size in TextSize}
        self._group = QButtonGroup(self)
        sizes = QHBoxLayout()
        sizes.setSpacing(14)
        for size, button in self.sizes.items():
            self._group.addButton(button, size)
            sizes.addWidget(button)
        self.strong_contrast = ChoiceCard("strong-contrast", one_of_several=False)
        self.strong_contrast.set_picture("contrast")
        self.less_motion = ChoiceCard("less-motion", one_of_several=False)
        self.less_motion.set_picture("still")
        cards = [self.strong_contrast, self.less_motion]
        self.body.addStretch(1)
        self.body.addWidget(self.size_label)
        self.body.addLayout(sizes)
        self.body.addWidget(Reflow([in_columns(cards, 2), in_columns(cards, 1)], 14))
        self.body.addStretch(1)
        self._group.idClicked.connect(lambda size: self.chosen.emit(replace(self._look, text_size=TextSize(size))))
        self.strong_contrast.clicked.connect(lambda on: self.chosen.emit(replace(self._look, strong_contrast=on)))
        self.less_motion.clicked.connect(lambda on: self.chosen.emit(replace(self._look, less_motion=on)))

    def show_look(self, look: Look) -> None:
        """What is applied now."""
        self._look = look
        self.sizes[look.text_size].setChecked(True)
        self.strong_contrast.setChecked(look.strong_contrast)
        self.less_motion.setChecked(look.less_motion)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(QCoreApplication.translate("Display", "How this looks"))
        self.size_label.setText(QCoreApplication.translate("Display", "How big the words are"))
        for size, button in self.sizes.items():
            button.setAccessibleName(QCoreApplication.translate("Display", "Size {number}").format(number=size + 1))
        self.strong_contrast.set_words(
            QCoreApplication.translate("Display", "Stronger colours"),
            QCoreApplication.translate("Display", "Dark words on white, and thick lines."),
        )
        self.less_motion.set_words(
            QCoreApplication.translate("Display", "Less movement"),
            QCoreApplication.translate("Display", "Pictures on the screen stand still."),
        )

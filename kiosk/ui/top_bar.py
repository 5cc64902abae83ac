"""What is at the same place on every screen: steps, Language, Listen, Text size, Help, Stop and leave."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kiosk.story.pages import STEPS, Page
from kiosk.ui.theme import TARGET_PX, TextSize
from kiosk.ui.widgets.bar_button import BarButton
from kiosk.ui.widgets.step_bar import StepBar

_BETWEEN_PX = 4
# Pages between two steps count for the step that they belong to.
_STEP_OF = {
    **{page: number for number, page in enumerate(STEPS, start=1)},
    Page.NAME_CHECK: STEPS.index(Page.NAME) + 1,
    Page.UNDERSTOOD: STEPS.index(Page.CHECK) + 1,
}


class TopBar(QWidget):
    """Buttons only; the window decides what they do."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = StepBar(len(STEPS))
        self.language = BarButton("language")
        self.listen = BarButton("listen")
        self.text_size = BarButton("text-size")
        self.help = BarButton("help")
        self.leave = BarButton("leave")
        for button, name in ((self.language, "globe"), (self.text_size, "text-size"), (self.help, "help"), (self.leave, "leave")):
            button.set_picture(name)
        self._page = Page.START
        self._size = TextSize.NORMAL
        self._listening = False
        self._least_height_px = 0
        self._row = QHBoxLayout()
        self._row.setSpacing(_BETWEEN_PX)
        self.buttons = (self.language, self.listen, self.text_size, self.help, self.leave)
        for button in self.buttons:
            self._row.addWidget(button)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_BETWEEN_PX)
        self._layout.addWidget(self.steps, 1)
        self._layout.addLayout(self._row)

    def minimumSizeHint(self) -> QSize:
        # With pictures alone it fits anywhere; it must never make the window wider.
        return QSize(len(self.buttons) * TARGET_PX, max(self._least_height_px, super().minimumSizeHint().height()))

    def keep_height(self, least_px: int) -> None:
        """With larger words it may become higher, never lower."""
        self._least_height_px = least_px
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return handled

    def _arrange(self) -> None:
        """One row if it fits, else the steps above the buttons, else buttons without words."""
        words_px = sum(button.width_with_word_px() + _BETWEEN_PX for button in self.buttons)
        beside = self.steps.minimumSizeHint().width() + words_px <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() is not direction:
            self._layout.setDirection(direction)
        for button in self.buttons:
            button.show_word(words_px - _BETWEEN_PX <= self.width())

    def show_page(self, page: Page) -> None:
        self._page = page
        self.leave.setEnabled(page is not Page.START)
        self._show_steps()

    def show_listening(self, listening: bool) -> None:
        self._listening = listening
        self.listen.set_picture("stop" if listening else "speaker")
        self.listen.set_text(
            QCoreApplication.translate("TopBar", "Stop")
            if listening
            else QCoreApplication.translate("TopBar", "Listen", "read this page aloud"),
            QCoreApplication.translate("TopBar", "Stop reading aloud")
            if listening
            else QCoreApplication.translate("TopBar", "Listen: read this page aloud"),
        )

    def show_text_size(self, size: TextSize) -> None:
        self._size = size
        self.text_size.set_text(
            QCoreApplication.translate("TopBar", "Text size"),
            QCoreApplication.translate("TopBar", "Text size, now %n of 4", "", size + 1),
        )

    def retranslate(self) -> None:
        self.language.set_text(QCoreApplication.translate("TopBar", "Language"))
        self.help.set_text(QCoreApplication.translate("TopBar", "Help"))
        self.leave.set_text(QCoreApplication.translate("TopBar", "Stop and leave"))
        self.show_listening(self._listening)
        self.show_text_size(self._size)
        self._show_steps()

    def _show_steps(self) -> None:
        step = _STEP_OF.get(self._page, 0)
        spoken = QCoreApplication.translate("TopBar", "Step {step} of {steps}").format(step=step, steps=len(STEPS)) if step else ""
        self.steps.show_step(step, spoken)

"""What is at the same place on every screen: steps, Language, Listen, Text size, Help, Stop and leave."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.story.interview import STEPS, Page
from kiosk.ui.theme import TextSize
from kiosk.ui.widgets.buttons import LinkButton
from kiosk.ui.widgets.step_bar import StepBar

# Pages between two steps count for the step that they belong to.
_STEP_OF = {**{page: number for number, page in enumerate(STEPS, start=1)}, Page.NAME_CHECK: STEPS.index(Page.NAME) + 1}


class TopBar(QWidget):
    """Buttons only; the window decides what they do."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = StepBar(len(STEPS))
        self.language = LinkButton("language")
        self.listen = LinkButton("listen")
        self.text_size = LinkButton("text-size")
        self.help = LinkButton("help")
        self.leave = LinkButton("leave")
        for button, name in ((self.language, "globe"), (self.text_size, "text-size"), (self.help, "help"), (self.leave, "leave")):
            button.set_picture(name)
        self._page = Page.START
        self._size = TextSize.NORMAL
        self._listening = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.steps)
        layout.addStretch(1)
        for button in (self.language, self.listen, self.text_size, self.help, self.leave):
            layout.addWidget(button)

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

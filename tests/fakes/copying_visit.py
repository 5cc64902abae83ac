"""A visit whose listening copies are made by the real thing, without a window: also as the script of a process that kills itself.

`python -m copying_visit DATA_DIR before|after`: dies just before or just after the session that names the first copy is saved.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from told_story import ToldStory, open_storage, told_story

from kiosk.ui.listening_copies import ListeningCopies
from kiosk.ui.tasks import Tasks
from kiosk.ui.visit import Visit


class StillDesk(QObject):
    """What of a RecordingDesk the copies look at."""

    step_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.recording = False

    def record(self, recording: bool) -> None:
        self.recording = recording
        self.step_changed.emit()


@dataclass
class DyingVisit(Visit):
    after: bool = False

    def save(self) -> None:
        named = any(answer.listening_copy is not None for answer in self.session.answers.values())
        if named and not self.after:
            os.kill(os.getpid(), signal.SIGKILL)
        super().save()
        if named:
            os.kill(os.getpid(), signal.SIGKILL)


def visit_of(story: ToldStory) -> Visit:
    return Visit(story.session, story.draft, b"")


def main() -> None:
    data_dir, moment = Path(sys.argv[1]), sys.argv[2]
    application = QCoreApplication([])
    story = told_story(open_storage(data_dir))
    (data_dir / "draft_id").write_text(story.draft.draft_id)
    (data_dir / "identity").write_text(story.identity)
    tasks = Tasks(1)
    copies = ListeningCopies(DyingVisit(story.session, story.draft, b"", after=moment == "after"), StillDesk(), tasks)  # type: ignore[arg-type]
    copies.refresh()
    application.exec()


if __name__ == "__main__":
    main()

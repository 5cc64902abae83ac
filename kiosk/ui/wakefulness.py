"""The device stays awake while she speaks, listens, or waits for her story to be sealed; nobody touches it meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk.ui.conductor import Conductor
from kiosk.ui.speaker import Speaker
from sync.awake import Awake


class Wakefulness(QObject):
    """Lives as long as the conductor. Window's thread; `awake` is only told, and closed by whoever made it."""

    def __init__(self, awake: Awake, conductor: Conductor, speaker: Speaker) -> None:
        super().__init__(conductor)
        self._awake = awake
        self._conductor = conductor
        self._speaker = speaker
        for change in (conductor.moved, conductor.sending_changed, conductor.ended, speaker.started, speaker.stopped):
            change.connect(self._look)

    def _look(self) -> None:
        self._awake.hold(self._conductor.busy or self._speaker.playing)

"""Everything that sounds goes through one Speaker, so that only one thing sounds at a time and everyone knows what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.audio.player import Player, loudspeaker_refused
from kiosk.audio.source import Samples as Pcm
from kiosk.ui.tasks import Tasks
from sync.contract.faults import Fault

__all__ = ["Pcm", "Sound", "Speaker"]

# An hour of sound would be 690 MB as floats; it is decrypted and decoded a minute at a time.
WINDOW_MS = 60_000
_TICK_MS = 50
# A loudspeaker that takes sound and never plays on would count as listening for ever, and nobody as away.
STUCK_AFTER_TICKS = 200


@dataclass(frozen=True)
class Sound:
    """Something to hear. `read(start_ms, most_ms)` gives mono float32 samples from there on and their rate in Hz; it runs in a worker
    thread, may raise Fault, and gives an empty array at the end."""

    duration_ms: int
    read: Callable[[int, int], tuple[Pcm, int]]


@dataclass
class _Playing:
    owner: QObject
    sound: Sound
    window_start_ms: int = 0
    window_ms: int = 0
    sample_rate_hz: int = 0
    heard_ms: int = 0
    ahead: tuple[Pcm, int] | None = None
    loading: bool = False
    still_ticks: int = 0


class Speaker(QObject):
    """Plays one Sound at a time for one owner. Lives on the window's thread."""

    started = Signal(object)
    """(owner) Also sent when another owner takes over, after `stopped` for the one before."""
    moved = Signal(object, int)
    """(owner, position_ms) about every 50 ms."""
    ended = Signal(object)
    """(owner) All of it was heard; right before `stopped`."""
    stopped = Signal(object)
    """(owner) For whatever reason: the end, a stop, another owner, a fault."""
    failed = Signal(object, object)
    """(owner, Fault) before `stopped`."""
    playing_changed = Signal(bool)

    def __init__(self, player: Player, tasks: Tasks) -> None:
        super().__init__()
        self._player = player
        self._tasks = tasks
        self._now: _Playing | None = None
        self._hushed = False
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def playing(self) -> bool:
        return self._now is not None

    def is_playing(self, owner: QObject) -> bool:
        return self._now is not None and self._now.owner is owner

    def play(self, owner: QObject, sound: Sound, start_ms: int = 0) -> None:
        """Stops what sounds now and begins at `start_ms`; nothing begins while it is hushed."""
        self.stop()
        if self._hushed:
            return
        self._now = _Playing(owner, sound, window_start_ms=start_ms, heard_ms=start_ms)
        self.started.emit(owner)
        self.playing_changed.emit(True)
        self._load(self._now, start_ms)

    def stop(self) -> None:
        """Silent at once; harmless when nothing sounds."""
        now, self._now = self._now, None
        self._timer.stop()
        if now is not None:
            self._player.stop()
            self.stopped.emit(now.owner)
            self.playing_changed.emit(False)

    def hush(self, hushed: bool) -> None:
        """While sound is being kept nothing is played, whoever asks for it: it would be in the recording."""
        self._hushed = hushed
        if hushed:
            self.stop()

    def _load(self, now: _Playing, start_ms: int) -> None:
        now.loading = True
        self._tasks.run(
            partial(now.sound.read, start_ms, WINDOW_MS),
            owner=self,
            done=partial(self._loaded, now),
            failed=partial(self._fail, now),
        )

    def _loaded(self, now: _Playing, window: tuple[Pcm, int]) -> None:
        if now is not self._now:
            return
        now.loading = False
        if self._timer.isActive():
            now.ahead = window
        else:
            self._begin(now, window)

    def _begin(self, now: _Playing, window: tuple[Pcm, int]) -> None:
        pcm, now.sample_rate_hz = window
        if not len(pcm):
            self._end(now)
            return
        now.window_ms = len(pcm) * 1000 // now.sample_rate_hz
        try:
            self._player.play(pcm, now.sample_rate_hz, 0)
        except Fault as fault:
            self._fail(now, fault)
            return
        self._timer.start()

    def _end(self, now: _Playing) -> None:
        self.ended.emit(now.owner)
        self.stop()

    def _fail(self, now: _Playing, fault: Fault) -> None:
        if now is self._now:
            self.failed.emit(now.owner, fault)
            self.stop()

    def _tick(self) -> None:
        now = self._now
        assert now is not None
        following_ms = now.window_start_ms + now.window_ms
        last = now.window_ms < WINDOW_MS - 1 or following_ms >= now.sound.duration_ms
        if self._player.playing:
            in_window_ms = self._player.position_frames * 1000 // now.sample_rate_hz
            before_ms, now.heard_ms = now.heard_ms, now.window_start_ms + in_window_ms
            now.still_ticks = now.still_ticks + 1 if now.heard_ms == before_ms else 0
            if now.still_ticks > STUCK_AFTER_TICKS:
                self._fail(now, loudspeaker_refused())
                return
            self.moved.emit(now.owner, now.heard_ms)
            if not last and not now.loading and now.ahead is None and in_window_ms > now.window_ms // 2:
                self._load(now, following_ms)
        elif last:
            self.moved.emit(now.owner, following_ms)
            self._end(now)
        elif now.ahead is not None:
            window, now.ahead, now.window_start_ms = now.ahead, None, following_ms
            self._begin(now, window)
        elif not now.loading:
            self._load(now, following_ms)

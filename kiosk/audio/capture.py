"""The recorder's work without the process around it: one source, at most one take, commands in, events out.

Single-threaded: the owner calls `obey` and `tick` in turn, `tick` at least some ten times a second.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from kiosk.audio.events import Arm, Command, Committed, Pause, Ready, RecorderEvent, Resume, SamplesLost, Start, Stop, TakeFinished
from kiosk.audio.frame_clock import FrameClock, Loss
from kiosk.audio.meter import NO_SAMPLES, Level, LevelMeter
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples, Source, microphone_changed, microphone_gone
from kiosk.audio.take import Take, Tape
from kiosk.drafts.store import Chunk
from sync.contract.faults import EnvironmentFault

NO_SAMPLES_SHOWN_AFTER_S = 0.5
GONE_AFTER_S = 2.0
MOST_FRAMES_AT_ONCE = SAMPLE_RATE_HZ  # after a stall the ring may give 43 s, and every step makes copies
FIRST_SAMPLES_WITHIN_S = 6.0  # an idle sound server may need 2 s to wake, a Bluetooth microphone more


class ChunkStore(Protocol):
    """What of a draft is used here."""

    def append_chunk(self, take_id: str, number: int, chunk: Chunk) -> None: ...


class Capture:
    """Raises MicrophoneFault, DiskFull or StorageFault from `open`, `obey` and `tick`; then only `end` may be called."""

    def __init__(
        self,
        source: Source,
        open_draft: Callable[[str, bytes], ChunkStore],
        tell: Callable[[RecorderEvent], None],
        monotonic_s: Callable[[], float],
    ) -> None:
        self._source = source
        self._open_draft = open_draft
        self._tell = tell
        self._monotonic_s = monotonic_s
        self._clock = FrameClock(source.sample_rate_hz)
        self._tape = Tape()
        self._meter = LevelMeter()
        self._draft: ChunkStore | None = None
        self._take: Take | None = None
        self._stopping = False
        self._ready = False
        self._starved = False
        self._last_samples_s = 0.0
        self._connected_to: str | None = None  # the sound server's name of it

    def open(self) -> None:
        self._source.open()
        self._last_samples_s = self._monotonic_s()

    def obey(self, command: Command) -> None:
        """Every command but Close, which is the owner's."""
        match command:
            case Arm(draft_id, key):
                self._draft = self._open_draft(draft_id, key)
            case Start(take_id, at_s):
                self._finish_take()
                self._source.cue()
                self._take = Take(take_id, self._commit)
                self._take.begin(self._clock.frame_at(at_s), self._tape)
            case Resume(at_s):
                if self._take is not None and not self._stopping:
                    self._take.begin(self._clock.frame_at(at_s), self._tape)
            case Pause(at_s):
                self._end_stretch(at_s)
            case Stop(at_s):
                self._end_stretch(at_s)
                self._stopping = self._take is not None
                self._finish_if_stopped()

    def tick(self) -> None:
        """Takes in what has come from the source."""
        before_s = self._monotonic_s()
        samples = self._source.read()
        after_s = self._monotonic_s()
        if len(samples) == 0:
            self._check_device()
            self._watch(after_s)
            return
        self._last_samples_s, self._starved = after_s, False
        if not self._ready:
            self._ready = True
            self._tell(Ready(self._source.device_name, self._source.sample_rate_hz))
        self._place(self._clock.observe(len(samples), before_s, after_s))
        for begin in range(0, len(samples), MOST_FRAMES_AT_ONCE):
            piece = samples[begin : begin + MOST_FRAMES_AT_ONCE]
            self._record(piece)
            for level in self._meter.feed(piece):
                self._tell(self._with_what_is_known(level))
        # After recording them: what has come until now is from the microphone that it was.
        self._check_device()

    def end(self, *, disk_usable: bool = True) -> None:
        """Finishes the take, if there is one, and closes the source. Raises DiskFull, StorageFault where the disk turns out not to be."""
        try:
            if self._take is not None and not disk_usable:
                self._take.give_up()
            self._finish_take()
        finally:
            self._source.close()

    def _record(self, samples: Samples) -> None:
        self._tape.feed(samples)
        if self._take is not None:
            self._take.feed(samples, self._tape.end_frame)
            self._finish_if_stopped()

    def _commit(self, number: int, chunk: Chunk) -> None:
        if self._draft is None or self._take is None:
            raise RuntimeError("Start was said before Arm")
        self._draft.append_chunk(self._take.take_id, number, chunk)
        self._tell(Committed(self._take.take_id, chunk.first_frame + chunk.frames))

    def _end_stretch(self, at_s: float) -> None:
        if self._take is not None:
            # What was spoken until the click arrives a little later.
            self._take.end(self._clock.frame_at(at_s + self._source.latency_s), self._tape)

    def _finish_if_stopped(self) -> None:
        if self._stopping and self._take is not None and not self._take.running:
            self._finish_take()

    def _finish_take(self) -> None:
        take = self._take
        if take is None:
            return
        if take.running:
            self._place(self._clock.settle())
        try:
            take.seal()
        except EnvironmentFault:
            take.give_up()
            raise
        finally:
            self._take, self._stopping = None, False
            self._tell(TakeFinished(take.take_id, take.frames, take.lost_frames, take.report()))

    def _place(self, loss: Loss | None) -> None:
        if loss is None or self._take is None or not self._take.running:
            return
        at_frame = min(self._take.frames, max(0, self._take.frames - (self._tape.end_frame - loss.at_frame)))
        self._take.lost_frames += loss.frames
        self._tell(SamplesLost(at_frame, loss.frames))

    def _with_what_is_known(self, level: Level) -> Level:
        connected = self._source.connected
        if connected is not None:
            level = replace(level, muted=connected.muted, steady=level.steady or connected.monitor)
        return replace(level, too_quiet=True) if self._take is not None and self._take.too_quiet else level

    def _check_device(self) -> None:
        connected = self._source.connected
        if connected is None:
            return
        if self._connected_to not in (None, connected.name):
            raise microphone_changed()
        self._connected_to = connected.name
        if self._take is not None:
            self._take.note(connected)

    def _watch(self, now_s: float) -> None:
        age_s = now_s - self._last_samples_s
        if age_s > (GONE_AFTER_S if self._ready else FIRST_SAMPLES_WITHIN_S):
            raise microphone_gone()
        if age_s > NO_SAMPLES_SHOWN_AFTER_S and not self._starved:
            self._starved = True
            self._tell(NO_SAMPLES)

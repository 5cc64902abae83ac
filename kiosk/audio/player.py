"""Playing sound from memory. Stop the microphone first: while something sounds, nothing is recorded."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
import rtmixer
import sounddevice

from kiosk.audio.source import Samples
from sync.contract.faults import EnvironmentFault

LATENCY_S = 0.1
_TAIL_S = 0.1


class LoudspeakerFault(EnvironmentFault):
    """There is nothing to play through, or it is taken."""


def loudspeaker_refused() -> LoudspeakerFault:
    return LoudspeakerFault("loudspeaker-refused", "The loudspeaker of this device cannot be used. Please call staff.")


class Player(Protocol):
    """Plays one thing at a time. All calls from one thread.

    `position_frames` counts from the beginning of what is played, `start_frame` included, and stays at the end after the end.
    `playing` becomes False by itself when the last sample has been heard.
    """

    @property
    def position_frames(self) -> int: ...
    @property
    def playing(self) -> bool: ...

    def play(self, pcm: Samples, sample_rate_hz: int, start_frame: int = 0) -> None:
        """From `start_frame` to the end; stops what was playing. Raises LoudspeakerFault."""

    def stop(self) -> None:
        """Silent at once, and the device is free; harmless when nothing plays."""


def has_loudspeaker() -> bool:
    """Whether the system names anything to play through."""
    try:
        return sounddevice.query_devices(kind="output") is not None
    except (sounddevice.PortAudioError, ValueError):
        return False


class PortAudioPlayer:
    """A `Player` through rtmixer's C callback: a Python callback underruns whenever another thread holds the interpreter.

    `play` blocks while the device is opened, some ten milliseconds.
    """

    def __init__(self, device_name: str | None = None) -> None:
        """Without a name the system's default loudspeaker."""
        self._device_name = device_name
        self._mixer: rtmixer.Mixer | None = None
        self._action: Any = None
        self._latency_frames = 0
        self._start_frame = 0
        self._frames = 0

    @property
    def position_frames(self) -> int:
        if self._action is None:
            return self._start_frame
        heard = max(0, int(self._action.done_frames) - self._latency_frames)
        return min(self._frames, self._start_frame + heard)

    @property
    def playing(self) -> bool:
        return self._mixer is not None and bool(self._mixer.active) and self._action in self._mixer.actions

    def play(self, pcm: Samples, sample_rate_hz: int, start_frame: int = 0) -> None:
        self.stop()
        self._start_frame, self._frames = start_frame, len(pcm)
        try:
            self._mixer = rtmixer.Mixer(device=self._device_name, channels=1, samplerate=sample_rate_hz, latency=LATENCY_S)
            self._latency_frames = round(self._mixer.latency * sample_rate_hz)
            # As much silence as the device is behind, and some for a sound server that drops what it still holds when the stream
            # closes: when the callback is done with that, the last real sample has been heard.
            silence = np.zeros(self._latency_frames + round(_TAIL_S * sample_rate_hz), np.float32)
            padded = np.concatenate([pcm[start_frame:], silence])
            self._action = self._mixer.play_buffer(padded, channels=1)
            self._mixer.start()
        except (sounddevice.PortAudioError, ValueError) as error:  # ValueError: no such device
            self.stop()
            raise loudspeaker_refused() from error

    def stop(self) -> None:
        self._start_frame = self.position_frames
        mixer, self._mixer, self._action = self._mixer, None, None
        if mixer is not None:
            mixer.abort(ignore_errors=True)
            mixer.close(ignore_errors=True)


class SilentPlayer:
    """A `Player` that only follows the clock, for machines without a loudspeaker."""

    def __init__(self, monotonic_s: Callable[[], float] = time.monotonic) -> None:
        self._monotonic_s = monotonic_s
        self._since_s: float | None = None
        self._sample_rate_hz = 1
        self._start_frame = 0
        self._frames = 0

    @property
    def position_frames(self) -> int:
        if self._since_s is None:
            return self._start_frame
        return min(self._frames, self._start_frame + int((self._monotonic_s() - self._since_s) * self._sample_rate_hz))

    @property
    def playing(self) -> bool:
        return self._since_s is not None and self.position_frames < self._frames

    def play(self, pcm: Samples, sample_rate_hz: int, start_frame: int = 0) -> None:
        self._sample_rate_hz, self._start_frame, self._frames = sample_rate_hz, start_frame, len(pcm)
        self._since_s = self._monotonic_s()

    def stop(self) -> None:
        self._start_frame = self.position_frames
        self._since_s = None

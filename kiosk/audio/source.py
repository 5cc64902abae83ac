"""What a microphone is to the recorder: the same few calls whether it is a real device or recorded speech."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from kiosk.audio.sound_server import Connected
from kiosk.errors import MicrophoneFault

SAMPLE_RATE_HZ = 48_000

Samples = npt.NDArray[np.float32]


@dataclass(frozen=True)
class SourceSpec:
    """Which microphone to open. Picklable, so that it can be sent to the recorder process.

    A real device is named by its name and host API, never by PortAudio's index: after a replug the index means another device.
    """

    kind: Literal["portaudio", "synthetic"]
    device_name: str | None = None
    host_api: str | None = None
    folder: Path | None = None

    @classmethod
    def microphone(cls, device_name: str | None = None, host_api: str | None = None) -> SourceSpec:
        """A real device; without a name the system's default."""
        return cls("portaudio", device_name=device_name, host_api=host_api)

    @classmethod
    def synthetic(cls, folder: Path) -> SourceSpec:
        """Recorded speech instead of a microphone, for tests and the unattended demo: 48 kHz mono FLAC or WAV files in `folder`."""
        return cls("synthetic", folder=folder)


class Source(Protocol):
    """A running stream of mono float32 samples (full scale 1.0). All calls from one thread.

    `latency_s` is how long a sample may be under way before `read` can give it.
    """

    @property
    def device_name(self) -> str: ...
    @property
    def sample_rate_hz(self) -> int: ...
    @property
    def latency_s(self) -> float: ...
    @property
    def connected(self) -> Connected | None:
        """What the sound server says about this stream; None where there is none to ask, or it has not answered yet."""

    def open(self) -> None:
        """Starts the stream. Raises MicrophoneFault."""

    def read(self) -> Samples:
        """What has arrived since the last call, possibly nothing, without waiting; shape (frames,). Raises MicrophoneFault."""

    def cue(self) -> None:
        """Recording begins. A real device does not care."""

    def close(self) -> None:
        """Stops the stream; harmless if it is not open."""


def microphone_gone() -> MicrophoneFault:
    return MicrophoneFault("microphone-gone", "The microphone has gone away. What you have said so far is safe. Please call staff.")


def microphone_changed() -> MicrophoneFault:
    return MicrophoneFault(
        "microphone-changed", "This device has changed to another microphone. What you have said so far is safe. Please call staff."
    )

"""What the window and the recorder process say to each other. Frozen and picklable.

Times are `time.monotonic` seconds, which both processes read from the same clock of the machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.audio.meter import Level
from kiosk.audio.quality import TakeReport


@dataclass(frozen=True)
class Ready:
    """Samples arrive; Record is from now on only a mark in a running stream."""

    device_name: str
    sample_rate_hz: int


@dataclass(frozen=True)
class Committed:
    """`frames` of the take are on disk and survive a pulled plug."""

    take_id: str
    frames: int


@dataclass(frozen=True)
class TakeFinished:
    """The last event of a take. All its `frames` are on disk; `lost_frames` never came from the microphone's driver."""

    take_id: str
    frames: int
    lost_frames: int
    report: TakeReport


@dataclass(frozen=True)
class SamplesLost:
    """`frames` are missing before `at_frame` of the running take (exact to about 50 ms)."""

    at_frame: int
    frames: int


@dataclass(frozen=True)
class Failed:
    """The recorder has ended the take, if there was one (`TakeFinished` came before), and gone away. `arm` starts another."""

    code: str
    sentence: str


@dataclass(frozen=True)
class Died:
    """The recorder process ended without a word. What was `Committed` is on disk. `arm` starts another."""


RecorderEvent = Ready | Level | Committed | TakeFinished | SamplesLost | Failed | Died


@dataclass(frozen=True)
class Arm:
    draft_id: str
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class Start:
    take_id: str
    at_s: float


@dataclass(frozen=True)
class Pause:
    at_s: float


@dataclass(frozen=True)
class Resume:
    at_s: float


@dataclass(frozen=True)
class Stop:
    at_s: float


@dataclass(frozen=True)
class Close:
    """Finish the take and go away."""


Command = Arm | Start | Pause | Resume | Stop | Close

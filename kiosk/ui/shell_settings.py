"""What the window is given: what was settled before it, and what comes after its first paint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Only for types: the walk brings numpy and the audio libraries, and is loaded after the first paint.
    from kiosk.ui.conductor import Conductor
    from kiosk.ui.walk import Walk


@dataclass(frozen=True)
class ShellSettings:
    """`offered` are languages by code, the first of them is spoken at Start. `locked`: only staff can close the window.

    `own_voices` holds staff's own recordings. `reads_aloud`: pages are read by themselves once somebody has touched Start.
    """

    resources: Path
    own_voices: Path
    offered: Sequence[str]
    idle_s: int
    locked: bool
    reads_aloud: bool


@dataclass(frozen=True)
class Loaded:
    """What comes after the first paint."""

    walk: Walk
    conductor: Conductor

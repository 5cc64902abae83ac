"""Is this file a clip: a whole mono Ogg Opus of a few words? What lies in a folder may be cut, damaged, or something else altogether.

Needs no audio library: it is asked before anything speaks, on the window's thread.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.audio.ogg import BrokenStream, mono_frames

# A minute takes about 210 kB; whatever is larger is not looked into.
MOST_BYTES = 2_000_000


def is_clip(path: Path) -> bool:
    """Whether every byte is as it was written. A file that cannot be read is none."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return False
        return mono_frames(path.read_bytes()) > 0
    except (OSError, BrokenStream):
        return False

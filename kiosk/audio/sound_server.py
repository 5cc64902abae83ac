"""What the sound server of a Linux laptop knows and PortAudio does not: which microphone a stream really comes from, and whether
it is muted.

PulseAudio, and PipeWire in its place, move a running stream to another source when its own is unplugged, and raise no error
anywhere; the new one may be the loudspeaker's own signal. To PortAudio all of them are one device called `pulse`. So we ask the
server itself, with libpulse through pulsectl. Elsewhere, and where no server answers, nothing is known and nothing is claimed.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import Counter
from dataclasses import dataclass
from typing import Any

try:
    import pulsectl
except (ImportError, OSError):  # another system, or a Linux without libpulse
    pulsectl = None

WATCH_EVERY_S = 0.25  # a moved stream gives nothing for longer than that, so nothing of the wrong microphone is kept
_AGAIN_AFTER_S = 2.0

log = logging.getLogger("kiosk.audio")


@dataclass(frozen=True)
class Connected:
    """Where the samples come from now. `name` is the server's own and stays the same over a replug into the same socket.

    `monitor`: it is no microphone, but what the loudspeaker plays.
    """

    name: str
    muted: bool
    monitor: bool


@dataclass(frozen=True)
class ServerMicrophone:
    """`label` is what people see and what the settings keep; the server's `name` is for the server."""

    name: str
    label: str
    is_default: bool
    muted: bool


def server_microphones() -> list[ServerMicrophone] | None:
    """Every microphone, without the loudspeakers' monitors; None where no server answers. Blocks until it does."""
    if pulsectl is None:
        return None
    try:
        with pulsectl.Pulse("idr-kiosk") as pulse:
            default = pulse.server_info().default_source_name
            sources = [source for source in pulse.source_list() if not _is_monitor(source)]
    except pulsectl.PulseError:
        return None
    # Two of the same make have the same description.
    labels = Counter(source.description for source in sources)
    return [
        ServerMicrophone(
            name=source.name,
            label=source.description if labels[source.description] == 1 else f"{source.description} ({source.name})",
            is_default=source.name == default,
            muted=_is_muted(source),
        )
        for source in sources
    ]


class SourceWatch:
    """Looks several times a second where this process's recording stream comes from, in a thread of its own: a server that does
    not answer must not hold up the recording."""

    def __init__(self) -> None:
        self._process_id = str(os.getpid())
        self._connected: Connected | None = None
        self._ending = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def connected(self) -> Connected | None:
        """None while it is not known."""
        return self._connected

    def start(self) -> None:
        if pulsectl is not None:
            self._thread = threading.Thread(target=self._watch, name="source-watch", daemon=True)
            self._thread.start()

    def close(self) -> None:
        self._ending.set()
        if self._thread is not None:
            self._thread.join(_AGAIN_AFTER_S)

    def _watch(self) -> None:
        while not self._ending.is_set():
            try:
                with pulsectl.Pulse("idr-kiosk-watch") as pulse:
                    self._look_on(pulse)
            except (pulsectl.PulseError, OSError) as error:
                log.info("no sound server to ask: %s", error)
            finally:
                self._connected = None  # what was known is not known any more, however this ended
            self._ending.wait(_AGAIN_AFTER_S)

    def _look_on(self, pulse: Any) -> None:
        while not self._ending.is_set():
            self._connected = _connected(pulse, self._process_id)
            self._ending.wait(WATCH_EVERY_S)


def _connected(pulse: Any, process_id: str) -> Connected | None:
    ours = [stream.source for stream in pulse.source_output_list() if stream.proplist.get("application.process.id") == process_id]
    for source in pulse.source_list():
        if source.index in ours:
            return Connected(source.name, _is_muted(source), _is_monitor(source))
    return None


def _is_muted(source: Any) -> bool:
    return bool(source.mute) or max(source.volume.values, default=1.0) == 0


def _is_monitor(source: Any) -> bool:
    return source.monitor_of_sink_name is not None

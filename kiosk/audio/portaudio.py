"""A real microphone through PortAudio, and the list of those that there are.

Samples are moved by rtmixer's C callback into a lock-free ring of 43.7 s, so that no Python stands between the driver and the
recording. float32 is asked for on purpose: for int16 PortAudio dithers and scales by 32767, and no sample stays what it was.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import numpy as np
import rtmixer
import sounddevice

from kiosk.audio.sound_server import Connected, SourceWatch, server_microphones
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples, SourceSpec, microphone_gone
from kiosk.errors import MicrophoneFault

RING_FRAMES = 2**21
LATENCY_S = 0.1  # more makes the meter jump; stalls are the ring's business
MOST_LATENCY_S = 0.5  # what PortAudio reports beyond this is not believed: for JACK it may be a day
LIST_TIMEOUT_S = 10.0

# On Windows MME cuts names at 31 characters, and the other two double every device.
_UNWANTED_HOST_APIS = ("MME", "Windows DirectSound", "Windows WDM-KS")
_BYTES_PER_SAMPLE = 4
# All of a sound server's microphones in one, as the ALSA plugin of PulseAudio and PipeWire offers them.
_SERVER_DEVICE, _SERVER_HOST_API = "pulse", "ALSA"
_SERVER_CHOICE = "PULSE_SOURCE"


@dataclass(frozen=True)
class Microphone:
    name: str
    host_api: str
    is_default: bool
    muted: bool = False


class PortAudioSource:
    """A `Source`. PortAudio knows only devices that were there when it was started, so use it in a fresh process."""

    def __init__(self, spec: SourceSpec) -> None:
        if spec.kind != "portaudio":
            raise ValueError("not a description of a real microphone")
        self._spec = spec
        self._device_name = spec.device_name or ""
        self._stream: rtmixer.Recorder | None = None
        self._ring: rtmixer.RingBuffer | None = None
        self._action: Any = None
        self._watch: SourceWatch | None = None

    @property
    def connected(self) -> Connected | None:
        return None if self._watch is None else self._watch.connected

    @property
    def device_name(self) -> str:
        return self._device_name

    @property
    def sample_rate_hz(self) -> int:
        return SAMPLE_RATE_HZ

    @property
    def latency_s(self) -> float:
        reported_s = LATENCY_S if self._stream is None else float(self._stream.latency)
        return max(LATENCY_S, reported_s) if reported_s <= MOST_LATENCY_S else LATENCY_S

    def open(self) -> None:
        chosen = _on_server(self._spec)
        device = _resolve(self._spec if chosen is None else SourceSpec.microphone(_SERVER_DEVICE, _SERVER_HOST_API))
        self._device_name = str(device["name"] if chosen is None else self._spec.device_name)
        # Shared WASAPI takes only the rate of its mixer unless it is asked to convert.
        settings = sounddevice.WasapiSettings(auto_convert=True) if sys.platform == "win32" else None
        self._ring = rtmixer.RingBuffer(_BYTES_PER_SAMPLE, RING_FRAMES)
        try:
            with _asking_for(chosen):
                self._stream = rtmixer.Recorder(
                    device=device["index"], channels=1, samplerate=SAMPLE_RATE_HZ, latency=LATENCY_S, extra_settings=settings
                )
                self._action = self._stream.record_ringbuffer(self._ring)
                self._stream.start()
        except sounddevice.PortAudioError as error:
            self.close()
            raise MicrophoneFault(
                "microphone-refused", "The microphone cannot be opened. Another program may hold it, or access is not allowed."
            ) from error
        self._watch = SourceWatch()
        self._watch.start()

    def read(self) -> Samples:
        if self._stream is None or self._ring is None:
            raise RuntimeError("the microphone is not open")
        # The action ends by itself only when the ring was full: this process has not read for 43 s.
        if not self._stream.active or self._action not in self._stream.actions:
            raise microphone_gone()
        return np.frombuffer(self._ring.read(), dtype=np.float32)

    def cue(self) -> None:
        """Nothing to do: people speak when they are ready."""

    def close(self) -> None:
        stream, self._stream, self._ring, self._action = self._stream, None, None, None
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.close()
        if stream is not None:
            stream.abort(ignore_errors=True)
            stream.close(ignore_errors=True)


def list_microphones(timeout_s: float = LIST_TIMEOUT_S) -> list[Microphone]:
    """Every microphone there is now. Blocks for a good part of a second: not for the window's thread. Raises MicrophoneFault.

    PortAudio lists devices once, when it starts, hence a process of its own each time.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send_microphones, args=(theirs,), name="list-microphones", daemon=True)
    try:
        process.start()
        theirs.close()
        if not ours.poll(timeout_s):
            raise _unlistable()
        found: list[Microphone] = ours.recv()
    except EOFError as error:
        raise _unlistable() from error
    finally:
        ours.close()
        process.kill()
        process.join()
    return found


def _unlistable() -> MicrophoneFault:
    return MicrophoneFault("microphones-unlistable", "The microphones of this device cannot be listed. Please call staff.")


def _send_microphones(pipe: Connection) -> None:
    pipe.send(_present_microphones())
    pipe.close()


def _present_microphones() -> list[Microphone]:
    on_server = server_microphones() if _has_server_device() else None
    if on_server is not None:
        return [Microphone(found.label, _SERVER_HOST_API, found.is_default, found.muted) for found in on_server]
    default_index = sounddevice.default.device[0]
    return [
        Microphone(
            name=str(device["name"]),
            host_api=_host_api_name(device),
            is_default=device["index"] == default_index,
        )
        for device in _input_devices()
    ]


def _input_devices() -> list[dict[str, Any]]:
    devices = [dict(device) for device in sounddevice.query_devices()]
    return [d for d in devices if d["max_input_channels"] > 0 and _host_api_name(d) not in _UNWANTED_HOST_APIS]


def _host_api_name(device: dict[str, Any]) -> str:
    return str(sounddevice.query_hostapis(device["hostapi"])["name"])


def _has_server_device() -> bool:
    return any(device["name"] == _SERVER_DEVICE and _host_api_name(device) == _SERVER_HOST_API for device in _input_devices())


def _on_server(spec: SourceSpec) -> str | None:
    """The sound server's own name of the microphone that `spec` names, if it is one of the server's."""
    if spec.device_name is None or not _has_server_device():
        return None
    return next((found.name for found in server_microphones() or () if spec.device_name in (found.label, found.name)), None)


@contextmanager
def _asking_for(server_name: str | None) -> Iterator[None]:
    """Within it, a stream opened on the server's device comes from this microphone: the ALSA plugin can be told in no other way."""
    before = os.environ.get(_SERVER_CHOICE)
    if server_name is not None:
        os.environ[_SERVER_CHOICE] = server_name
    try:
        yield
    finally:
        if server_name is not None:
            os.environ.pop(_SERVER_CHOICE)
            if before is not None:
                os.environ[_SERVER_CHOICE] = before


def _resolve(spec: SourceSpec) -> dict[str, Any]:
    if spec.device_name is None:
        return _default_device()
    for device in _input_devices():
        if device["name"] == spec.device_name and spec.host_api in (None, _host_api_name(device)):
            return device
    raise MicrophoneFault("microphone-missing", "The chosen microphone is not connected. Plug it in, or ask staff to choose another.")


def _default_device() -> dict[str, Any]:
    try:
        return dict(sounddevice.query_devices(kind="input"))
    except (sounddevice.PortAudioError, ValueError) as error:  # ValueError: there is no default
        raise MicrophoneFault("microphone-none", "This device has no microphone. Please connect one, or call staff.") from error

"""A microphone and a loudspeaker that a test holds in its hands: null sinks of a PulseAudio server of our own.

What is played into the sink `micfeed` is what programs record from `virtmic`; what they play arrives at `speaker`, whose monitor
the test can listen to. Everything is 16 bit, 48 kHz, mono, so that no sample is ever converted. The server buffers some 40 s:
it proves that every sample arrives once, in order and unaltered, but nothing about stalls.

The fixture `virtual_microphone` is in `sound_fixtures`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from position_signal import SAMPLE_RATE_HZ, Int16
from processes import poll

DEVICE_NAME, HOST_API = "pulse", "ALSA"
MICROPHONE_LABEL, OTHER_LABEL = "Microphone", "Another"
_PLUG = "module-remap-source source_name=virtmic master=micfeed.monitor source_properties=device.description=Microphone"
_PLUG_OTHER = "module-remap-source source_name=othermic master=otherfeed.monitor source_properties=device.description=Another"
_FORMAT = ("--raw", f"--rate={SAMPLE_RATE_HZ}", "--channels=1", "--format=s16le")
_SERVER = (
    *("--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disallow-exit"),
    *("--realtime=no", "--high-priority=no", "--log-target=stderr"),
)
_START_WITHIN_S = 10.0
_SCRIPT = """\
.fail
load-module module-native-protocol-unix socket={socket} auth-anonymous=1
load-module module-null-sink sink_name=speaker rate=48000 format=s16le channels=1
load-module module-null-sink sink_name=micfeed rate=48000 format=s16le channels=1
load-module module-null-sink sink_name=otherfeed rate=48000 format=s16le channels=1
{plug}
set-default-sink speaker
set-default-source virtmic
"""


class VirtualMicrophone:
    """A running server. `env` is what a program needs to find it; there is no other sound system in it."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pulse-"))
        socket = self._folder / "native"
        script = self._folder / "server.pa"
        script.write_text(_SCRIPT.format(socket=socket, plug=f"load-module {_PLUG}"))
        self.env = {
            "PULSE_SERVER": f"unix:{socket}",
            "PULSE_RUNTIME_PATH": str(self._folder / "run"),
            "PULSE_STATE_PATH": str(self._folder / "state"),
            "PULSE_CONFIG_PATH": str(self._folder / "config"),
            "PULSE_COOKIE": str(self._folder / "cookie"),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "JACK_NO_START_SERVER": "1",
        }
        with (self._folder / "log").open("wb") as log:
            self._server = subprocess.Popen(
                ["pulseaudio", "-n", "-F", str(script), *_SERVER],
                env=self._whole_env(),
                stderr=log,
            )
        if not poll(self._answers, _START_WITHIN_S):
            log_text = (self._folder / "log").read_text()
            self.close()
            raise RuntimeError(f"pulseaudio does not start: {log_text}")

    def say(self, samples: Int16) -> None:
        """Plays into the microphone; returns when the last sample has been given to it."""
        self._run("pacat", "--playback", "--device=micfeed", "--latency-msec=500", *_FORMAT, stdin=samples.tobytes())

    def saying(self, samples: Int16) -> subprocess.Popen[bytes]:
        """The same, without waiting: a process to wait for."""
        speech = self._folder / "speech"
        samples.tofile(speech)
        with speech.open("rb") as stdin:  # a pipe would hold us up until most of it has been played
            return subprocess.Popen(
                ["pacat", "--playback", "--device=micfeed", "--latency-msec=500", *_FORMAT], env=self._whole_env(), stdin=stdin
            )

    def listening(self) -> Listener:
        """Records what is played to the loudspeaker, once it has begun: an idle sink takes up to 2 s for that."""
        heard = self._folder / "heard"
        with heard.open("wb") as file:
            process = subprocess.Popen(
                ["parec", "--device=speaker.monitor", "--latency-msec=50", *_FORMAT], env=self._whole_env(), stdout=file
            )
        listener = Listener(process, heard)
        if not poll(lambda: len(listener.heard()) > 0, _START_WITHIN_S):
            listener.stop()
            raise RuntimeError("the loudspeaker's monitor gives nothing")
        return listener

    def suspend(self, suspended: bool) -> None:
        """A suspended microphone gives no samples at all, and reports no error: what a pulled cable looks like here."""
        self._run("pactl", "suspend-source", "virtmic", str(int(suspended)))

    def mute(self, muted: bool) -> None:
        """A muted microphone gives exact zeros."""
        self._run("pactl", "set-source-mute", "virtmic", str(int(muted)))

    def unplug(self) -> None:
        """Its streams go over to another source without a word, to the loudspeaker's monitor if there is no other microphone."""
        self._unload(_PLUG)

    def plug(self) -> None:
        """The system takes it as its own choice again."""
        self._run("pactl", "load-module", *_PLUG.split(" ", 3))
        self._run("pactl", "set-default-source", "virtmic")

    def plug_other(self) -> None:
        """A second microphone, in which nobody speaks. Never the system's choice while the first is there."""
        self._run("pactl", "load-module", *_PLUG_OTHER.split(" ", 3))
        self._run("pactl", "set-default-source", "virtmic")

    def move_to_other(self) -> None:
        """What somebody in the system's sound settings can do at any time."""
        for stream in self._run("pactl", "list", "short", "source-outputs").splitlines():
            number, _, client, *_ = stream.split("\t")
            if client != "-":  # the server's own streams between its devices
                self._run("pactl", "move-source-output", number, "othermic")

    def restore(self) -> None:
        """As it was at the start."""
        self._unload(_PLUG_OTHER)
        self._unload(_PLUG)
        self.plug()

    def _unload(self, module: str) -> None:
        for line in self._run("pactl", "list", "short", "modules").splitlines():
            number, name, *arguments = line.split("\t")
            if f"{name} {arguments[0] if arguments else ''}".strip() == module:
                self._run("pactl", "unload-module", number)

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()
        shutil.rmtree(self._folder)

    def _run(self, *command: str, stdin: bytes = b"") -> str:
        done = subprocess.run(command, env=self._whole_env(), input=stdin, check=True, capture_output=True, timeout=120)
        return done.stdout.decode()

    def _answers(self) -> bool:
        found = subprocess.run(["pactl", "info"], env=self._whole_env(), capture_output=True, timeout=30, check=False)
        return found.returncode == 0

    def _whole_env(self) -> dict[str, str]:
        return {**os.environ, **self.env}


class Listener:
    """What has come to the loudspeaker. The first 50 ms after silence may be missing: the server mixes ahead of time."""

    def __init__(self, process: subprocess.Popen[bytes], file: Path) -> None:
        self._process = process
        self._file = file

    def heard(self) -> Int16:
        """Up to now; the server delivers late."""
        heard = self._file.read_bytes()
        return np.frombuffer(heard[: len(heard) // 2 * 2], np.int16)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()

"""A microphone that waits for nobody: jackd with its dummy driver, 10 ms periods, and a feeder that plays position-coded sound.

Unlike a sound server with long buffers it shows every stall of who records from it. Needs jackd2, libjack-jackd2-dev and a C compiler.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from position_signal import PositionSignal

DEVICE_NAME, HOST_API = "mic", "JACK Audio Connection Kit"
SIGNAL_SECONDS = 60  # a single loss must be shorter than half of it
_DUMMY = ("-d", "dummy", "-r", "48000", "-p", "480", "-C", "0", "-P", "0")
_FEEDER = Path(__file__).with_name("position_feeder.c")
# Real sound systems give their threads realtime priority; a dummy one only with the privilege for it.
_REALTIME, _NOT_REALTIME = ("-R", "-P", "20"), ("-r",)


class StrictMicrophone:
    """Running from construction to `close`. `env` is what a program needs to find it; what it plays is `PositionSignal(SIGNAL_SECONDS)`."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="jack-"))
        self.realtime = _may_run_realtime()
        server = f"strict-{os.getpid()}"
        self.env = {"JACK_DEFAULT_SERVER": server, "JACK_NO_START_SERVER": "1", "JACK_NO_AUDIO_RESERVATION": "1"}
        PositionSignal(SIGNAL_SECONDS).samples.tofile(self._folder / "signal")
        feeder = self._folder / "feeder"
        subprocess.run(["cc", "-O2", "-o", feeder, _FEEDER, "-ljack"], check=True)
        priority = _REALTIME if self.realtime else _NOT_REALTIME
        command = ["jackd", *priority, "-n", server, "--silent", *_DUMMY]
        self._processes = [self._start(*command)]
        self._processes.append(self._start(str(feeder), str(self._folder / "signal")))
        answers = self._processes[-1].stdout
        assert answers is not None
        if answers.readline() != "ready\n":
            self.close()
            raise RuntimeError("jackd or its feeder does not start")

    def close(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.communicate()
        shutil.rmtree(self._folder)

    def _start(self, *command: str) -> subprocess.Popen[str]:
        with (self._folder / "log").open("ab") as log:
            return subprocess.Popen(command, env={**os.environ, **self.env}, stdout=subprocess.PIPE, stderr=log, text=True)


def _may_run_realtime() -> bool:
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    except PermissionError:
        return False
    os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    return True

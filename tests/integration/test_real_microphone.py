"""The whole way on real parts: a real window driven from outside, PortAudio on a virtual microphone, a real archive on loopback."""

from __future__ import annotations

import subprocess
from pathlib import Path

import bagit
import numpy
import pytest
import soundfile
from desktop import Desktop
from field import FieldKiosk, open_story, tell
from live_archive import live_archive
from position_signal import SAMPLE_RATE_HZ, PositionSignal, int16
from virtual_microphone import VirtualMicrophone

pytest_plugins = ("sound_fixtures",)

ANSWERS = ("1-why", "2-challenge", "3-inspiration")
SPOKEN_S = 4


@pytest.mark.sound
@pytest.mark.blackbox
@pytest.mark.timeout(300)
def test_every_sample_that_was_spoken_reaches_the_archive(virtual_microphone: VirtualMicrophone, desktop: Desktop, tmp_path: Path) -> None:
    signal = PositionSignal(seconds=3 * SPOKEN_S, amplitude=8_000)
    frames = SPOKEN_S * SAMPLE_RATE_HZ
    spoken = [signal.samples[number * frames : (number + 1) * frames] for number in range(3)]
    sound = {key: value for key, value in virtual_microphone.env.items() if not key.startswith("DBUS")}
    kiosk = FieldKiosk(tmp_path, {**desktop.env, **sound}, player="silent")

    with live_archive(tmp_path) as archive:
        kiosk.enrol(archive.enrol()["code"])
        with kiosk.open() as window:
            tell(window, lambda number: virtual_microphone.say(numpy.concatenate([spoken[number - 1], numpy.zeros(24_000, numpy.int16)])))
            rows = kiosk.wait_erased(2)
        archive.cli("verify")

        bags = {}
        for row in rows:
            bag = open_story(archive.dir / "packages" / row.sha256, archive.dir / "keys" / "ingest-identity.txt", tmp_path / row.package_id)
            assert bagit.Bag(str(bag)).is_valid()
            bags[bag.name.rpartition("-")[2]] = bag
    for number, answer in enumerate(ANSWERS):
        flac = bags["master"] / "data" / "answers" / f"{answer}.flac"
        subprocess.run(["flac", "-t", "-s", str(flac)], check=True)
        recorded, rate_hz = soundfile.read(flac, dtype="float32")
        decoded = signal.decode(int16(recorded))
        assert rate_hz == SAMPLE_RATE_HZ
        assert decoded.whole, decoded
        assert (decoded.first, decoded.last) == (number * frames, (number + 1) * frames - 1)
        heard, _ = soundfile.read(bags["listen"] / "data" / "answers" / f"{answer}.opus")
        assert abs(len(heard) - len(recorded)) <= SAMPLE_RATE_HZ // 50

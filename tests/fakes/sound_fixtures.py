"""The fixtures `virtual_microphone` (mark `sound`) and `strict_microphone` (mark `strict`).

For use: `pytest_plugins = ("sound_fixtures",)` in the test module, and the mark.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

import pytest
from strict_microphone import StrictMicrophone
from virtual_microphone import VirtualMicrophone


@pytest.fixture(scope="session")
def _running_virtual_microphone() -> Iterator[VirtualMicrophone]:
    if shutil.which("pulseaudio") is None:
        pytest.fail("the tests marked `sound` need pulseaudio, pulseaudio-utils and libasound2-plugins")
    microphone = VirtualMicrophone()
    yield microphone
    _forget_devices()
    microphone.close()


@pytest.fixture
def virtual_microphone(_running_virtual_microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualMicrophone]:
    """The server is the only sound system of this test and of every process that it starts."""
    for name, value in _running_virtual_microphone.env.items():
        monkeypatch.setenv(name, value)
    _forget_devices()
    yield _running_virtual_microphone
    _running_virtual_microphone.restore()


def _forget_devices() -> None:
    """PortAudio lists devices once; if this process has it loaded, it must look again."""
    sounddevice = sys.modules.get("sounddevice")
    if sounddevice is not None:
        sounddevice._terminate()
        sounddevice._initialize()


@pytest.fixture(scope="session")
def _running_strict_microphone() -> Iterator[StrictMicrophone]:
    if shutil.which("jackd") is None or shutil.which("cc") is None:
        pytest.fail("the tests marked `strict` need jackd2, libjack-jackd2-dev and a C compiler")
    microphone = StrictMicrophone()
    yield microphone
    microphone.close()


@pytest.fixture
def strict_microphone(_running_strict_microphone: StrictMicrophone, monkeypatch: pytest.MonkeyPatch) -> StrictMicrophone:
    """For the processes that this test starts. Do not open it in the test's own process: PortAudio dies when its server goes."""
    for name, value in _running_strict_microphone.env.items():
        monkeypatch.setenv(name, value)
    return _running_strict_microphone

"""One contract for every microphone: recorded speech, and a real PortAudio stream from a virtual microphone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from position_signal import PositionSignal, int16
from processes import poll
from spoken import write_utterance
from virtual_microphone import DEVICE_NAME, HOST_API, MICROPHONE_LABEL, OTHER_LABEL, VirtualMicrophone

from kiosk.audio.portaudio import PortAudioSource, list_microphones
from kiosk.audio.source import Source, SourceSpec
from kiosk.audio.synthetic import SyntheticSource
from kiosk.errors import MicrophoneFault

pytest_plugins = ("sound_fixtures",)

PATIENCE_S = 30.0
SIGNAL = PositionSignal(seconds=2)


@dataclass
class Microphone:
    """`speak` says `SIGNAL` into it; the tests read meanwhile or afterwards."""

    source: Source
    speak: Callable[[], None]


def read_until(source: Source, frames: int) -> np.ndarray:
    blocks: list[np.ndarray] = []

    def enough() -> bool:
        blocks.append(source.read())
        return sum(map(len, blocks)) >= frames

    assert poll(enough, PATIENCE_S), "the microphone gives too little"
    return np.concatenate(blocks)


class SourceContract:
    def test_gives_mono_float32_at_48_khz(self, microphone: Microphone) -> None:
        microphone.source.open()
        samples = read_until(microphone.source, 4_800)
        assert samples.dtype == np.float32
        assert samples.ndim == 1
        assert microphone.source.sample_rate_hz == 48_000
        assert microphone.source.device_name
        assert 0 <= microphone.source.latency_s < 0.5

    def test_what_was_said_arrives_once_in_order_and_unaltered(self, microphone: Microphone) -> None:
        microphone.source.open()
        before = read_until(microphone.source, 4_800)
        microphone.speak()
        heard = int16(np.concatenate([before, read_until(microphone.source, len(SIGNAL.samples) + 2 * 48_000)]))
        decoded = SIGNAL.decode(heard)
        assert decoded.whole
        assert (decoded.first, decoded.last) == (0, len(SIGNAL.samples) - 1)

    def test_reading_twice_gives_nothing_twice(self, microphone: Microphone) -> None:
        microphone.source.open()
        first = read_until(microphone.source, 4_800)
        assert len(microphone.source.read()) < len(first)

    def test_closes_twice_and_opens_again(self, microphone: Microphone) -> None:
        microphone.source.open()
        read_until(microphone.source, 480)
        microphone.source.close()
        microphone.source.close()
        with pytest.raises(RuntimeError):
            microphone.source.read()
        microphone.source.open()
        assert len(read_until(microphone.source, 480)) >= 480


class TestRecordedSpeech(SourceContract):
    @pytest.fixture
    def microphone(self, tmp_path: Path) -> Iterator[Microphone]:
        write_utterance(tmp_path / "speech", "1", SIGNAL)
        source = SyntheticSource(SourceSpec.synthetic(tmp_path / "speech"))
        yield Microphone(source, source.cue)
        source.close()


@pytest.mark.sound
class TestRealStream(SourceContract):
    @pytest.fixture
    def microphone(self, virtual_microphone: VirtualMicrophone) -> Iterator[Microphone]:
        source = PortAudioSource(SourceSpec.microphone(DEVICE_NAME, HOST_API))
        yield Microphone(source, lambda: virtual_microphone.say(SIGNAL.samples))
        source.close()


@pytest.mark.sound
def test_an_unplugged_device_is_refused_with_a_sentence(virtual_microphone: VirtualMicrophone) -> None:
    with pytest.raises(MicrophoneFault, match="not connected") as caught:
        PortAudioSource(SourceSpec.microphone("no such microphone", HOST_API)).open()
    assert caught.value.code == "microphone-missing"
    with pytest.raises(MicrophoneFault):
        PortAudioSource(SourceSpec.microphone(DEVICE_NAME, "no such host API")).open()


@pytest.mark.sound
def test_microphones_are_listed_afresh(virtual_microphone: VirtualMicrophone) -> None:
    def found() -> list[tuple[str, bool, bool]]:
        return [(microphone.name, microphone.is_default, microphone.muted) for microphone in list_microphones()]

    assert found() == [(MICROPHONE_LABEL, True, False)]
    virtual_microphone.mute(True)
    assert found() == [(MICROPHONE_LABEL, True, True)]
    virtual_microphone.plug_other()
    assert sorted(found()) == [(OTHER_LABEL, False, False), (MICROPHONE_LABEL, True, True)]
    virtual_microphone.unplug()
    assert [name for name, _, _ in found()] == [OTHER_LABEL]
    with pytest.raises(MicrophoneFault):
        list_microphones(timeout_s=0.0)


def test_recorded_speech_never_stands_in_for_a_microphone(tmp_path: Path) -> None:
    with pytest.raises(MicrophoneFault):
        SyntheticSource(SourceSpec.microphone())
    with pytest.raises(ValueError, match="not a description"):
        PortAudioSource(SourceSpec.synthetic(tmp_path))

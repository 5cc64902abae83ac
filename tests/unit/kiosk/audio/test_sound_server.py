"""Asking the sound server: honest where there is none, and never a reason to wait."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from processes import poll
from virtual_microphone import MICROPHONE_LABEL, OTHER_LABEL, VirtualMicrophone

from kiosk.audio import sound_server
from kiosk.audio.portaudio import PortAudioSource
from kiosk.audio.sound_server import Connected, ServerMicrophone, SourceWatch, server_microphones
from kiosk.audio.source import SourceSpec

pytest_plugins = ("sound_fixtures",)

PATIENCE_S = 10.0


@pytest.fixture
def no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 'nobody'}")
    monkeypatch.setenv("PULSE_COOKIE", str(tmp_path / "cookie"))


def test_without_a_server_nothing_is_known(no_server: None) -> None:
    assert server_microphones() is None
    watch = SourceWatch()
    watch.start()
    assert watch.connected is None
    watch.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "source-watch"]


def test_without_the_library_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound_server, "pulsectl", None)
    assert server_microphones() is None
    watch = SourceWatch()
    watch.start()
    assert watch.connected is None
    watch.close()


@pytest.mark.sound
def test_microphones_of_the_server(virtual_microphone: VirtualMicrophone) -> None:
    virtual_microphone.mute(True)
    virtual_microphone.plug_other()
    found = server_microphones()
    assert found is not None
    assert sorted(found, key=lambda microphone: microphone.label) == [
        ServerMicrophone("othermic", OTHER_LABEL, is_default=False, muted=False),
        ServerMicrophone("virtmic", MICROPHONE_LABEL, is_default=True, muted=True),
    ]


@pytest.mark.sound
@pytest.mark.parametrize(("chosen", "name"), [(None, "virtmic"), (OTHER_LABEL, "othermic"), ("othermic", "othermic")])
def test_a_stream_comes_from_the_microphone_that_was_asked_for(
    virtual_microphone: VirtualMicrophone, monkeypatch: pytest.MonkeyPatch, chosen: str | None, name: str
) -> None:
    monkeypatch.delenv("PULSE_SOURCE", raising=False)
    virtual_microphone.plug_other()
    source = PortAudioSource(SourceSpec.microphone(chosen))
    assert source.connected is None
    source.open()
    try:
        assert poll(lambda: source.connected is not None, PATIENCE_S)
        assert source.connected == Connected(name, muted=False, monitor=False)
        assert chosen is None or source.device_name == chosen
    finally:
        source.close()
    assert source.connected is None


@pytest.mark.sound
def test_a_choice_outlives_a_replug(virtual_microphone: VirtualMicrophone) -> None:
    """The server numbers its sources anew, and lists them in another order; the choice is a name."""
    virtual_microphone.plug_other()
    before = server_microphones()
    virtual_microphone.unplug()
    virtual_microphone.plug()
    after = server_microphones()
    assert before is not None
    assert after is not None
    assert [microphone.label for microphone in before] == list(reversed([microphone.label for microphone in after]))
    source = PortAudioSource(SourceSpec.microphone(MICROPHONE_LABEL))
    source.open()
    try:
        assert poll(lambda: source.connected is not None and source.connected.name == "virtmic", PATIENCE_S)
    finally:
        source.close()

"""Which microphone is used: the setting, what it means, and how staff change it."""

from __future__ import annotations

from pathlib import Path

from kiosk.audio.portaudio import Microphone, list_microphones
from kiosk.audio.source import SourceSpec
from kiosk.config import SYNTHETIC_PREFIX
from kiosk.settings_file import change_setting


class MicrophoneChoice:
    """The setting's text as in kiosk.config. A change counts from the next visit."""

    def __init__(self, data_dir: Path, setting: str) -> None:
        self._data_dir = data_dir
        self._setting = setting

    @property
    def device_name(self) -> str | None:
        """None while the system's own choice is used."""
        return self._setting or None

    def spec(self) -> SourceSpec:
        if self._setting.startswith(SYNTHETIC_PREFIX):
            return SourceSpec.synthetic(Path(self._setting.removeprefix(SYNTHETIC_PREFIX)))
        return SourceSpec.microphone(self._setting or None)

    def present(self) -> list[Microphone]:
        """What is plugged in now. Blocks for a good part of a second. Raises MicrophoneFault."""
        return list_microphones()

    def names(self) -> list[str]:
        """As `present`."""
        return [found.name for found in self.present()]

    def choose(self, device_name: str | None) -> None:
        """Raises BadInput, OSError."""
        change_setting(self._data_dir, "microphone", device_name)
        self._setting = device_name or ""

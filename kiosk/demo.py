"""The window shown to somebody who only wants to see it, or to nobody: recorded speech, prepared photos, pressed buttons."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import soundfile

from kiosk.config import SYNTHETIC_PREFIX, KioskConfig
from kiosk.ui.photo_places import photo_files
from kiosk.ui.shell import Shell
from kiosk.ui.walker import Walker, watch, whole_story
from sync.contract.faults import BadInput
from sync.contract.prompts import PROMPT_IDS

_SPEECH_SUFFIXES = (".flac", ".wav")


def demo_config(config: KioskConfig, language: str, speech: Path, photos: Path) -> KioskConfig:
    """The same settings, with `language` first, recorded speech for a microphone and a silent loudspeaker."""
    others = tuple(code for code in config.languages if code != language)
    return replace(config, languages=(language, *others), microphone=SYNTHETIC_PREFIX + str(speech), photo_folder=photos, player="silent")


class UnattendedWalk:
    """One whole story. After the event loop `stuck` names the control that never came, or is None."""

    def __init__(self, language: str, speech: Path, photos: Path) -> None:
        """Raises BadInput where there is not one utterance per prompt."""
        utterances = sorted(path for path in speech.iterdir() if path.suffix in _SPEECH_SUFFIXES)
        if len(utterances) < len(PROMPT_IDS):
            raise BadInput("demo-speech", f"The demo needs {len(PROMPT_IDS)} utterances as FLAC or WAV files.")
        self._steps = whole_story(language, [_length_ms(path) for path in utterances[: len(PROMPT_IDS)]], len(photo_files(photos)))
        self.stuck: str | None = "start"
        self.withdrawal_code = ""

    def begin(self, shell: Shell) -> None:
        walker = Walker(shell, self._steps)

        def end(stuck: str | None) -> None:
            self.stuck = stuck
            self.withdrawal_code = re.sub(r"\D", "", walker.read.get("receipt-code", ""))
            shell.exit()

        watch(walker, end)
        walker.start()


def _length_ms(path: Path) -> int:
    return round(soundfile.info(str(path)).duration * 1000)

"""A loudspeaker with somebody who listens: it knows the bundled clips by their sound and writes down the words it hears."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import soundfile

from kiosk.audio.player import SilentPlayer
from kiosk.audio.source import SAMPLE_RATE_HZ, Samples
from kiosk.story.voices import CLIP_ENDING

_FRAMES_PER_MS = SAMPLE_RATE_HZ // 1000
_RECOGNISED_BY_MS = 40

SomethingElse = "(a sound that is no clip)"


class Ear(SilentPlayer):
    """Everything is over at once, unless `lasting`: then it sounds until it is stopped or `finish` is called.

    `heard` are the words of every clip that was played, in order; what is no clip is heard as SomethingElse.
    """

    def __init__(self, voices: Path, *languages: str, lasting: bool = False) -> None:
        super().__init__(lambda: 0.0 if self.lasting else 1e6)
        self.lasting = lasting
        self.heard: list[str] = []
        self.sounds = False
        self._known: dict[bytes, list[tuple[Samples, str]]] = defaultdict(list)
        for language in languages:
            for key, words in json.loads((voices / language / "index.json").read_text(encoding="utf-8")).items():
                samples, _ = soundfile.read(str(voices / language / f"{key}{CLIP_ENDING}"), dtype="float32")
                whole = samples[: len(samples) // _FRAMES_PER_MS * _FRAMES_PER_MS]
                self._known[_beginning(whole)].append((whole, words))

    def play(self, pcm: Samples, sample_rate_hz: int, start_frame: int = 0) -> None:
        self._since_s = 0.0
        super().play(pcm, sample_rate_hz, start_frame)
        self._since_s = 0.0
        self.sounds = True
        self.heard += self._words_in(pcm[start_frame:])

    def stop(self) -> None:
        super().stop()
        self.sounds = False

    def finish(self) -> None:
        """What sounds now has been heard to its end."""
        self.lasting = False

    def _words_in(self, pcm: Samples) -> list[str]:
        words: list[str] = []
        place = 0
        while place < len(pcm):
            found = self._clip_at(pcm, place)
            if found is None:
                place += _FRAMES_PER_MS
            else:
                words.append(found[1])
                place += len(found[0])
        return words or [SomethingElse]

    def _clip_at(self, pcm: Samples, place: int) -> tuple[Samples, str] | None:
        candidates = self._known.get(_beginning(pcm[place:]), ())
        fitting = [(clip, words) for clip, words in candidates if np.array_equal(pcm[place : place + len(clip)], clip)]
        # "Listen" may sound exactly as "Listen: …" begins.
        return max(fitting, key=lambda found: len(found[0]), default=None)


def _beginning(samples: Samples) -> bytes:
    return np.ascontiguousarray(samples[: _RECOGNISED_BY_MS * _FRAMES_PER_MS]).tobytes()

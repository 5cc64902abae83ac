"""What it takes to record the voice that reads pages aloud: the clips, a microphone, and a draft that nothing outlives."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from kiosk.audio.quality import Verdict
from kiosk.audio.reading import Reading, make_reading
from kiosk.drafts.sealing import KEY_BYTES
from kiosk.drafts.store import DraftStore
from kiosk.staff.voice_list import SpokenGroup, spoken_groups
from kiosk.staff.voice_store import VoiceOf, VoiceStore
from kiosk.ui.recording import Recorded, RecorderFactory, RecordingDesk
from kiosk.ui.speaker import Speaker

# What only the recorder can know of a take; the rest is judged on the words alone.
_OF_THE_MICROPHONE = frozenset({Verdict.MUTED, Verdict.WRONG_DEVICE})


@dataclass(frozen=True)
class VoiceWords:
    """All that is spoken in one language, and by whom."""

    language: str
    groups: tuple[SpokenGroup, ...]
    voices: dict[str, VoiceOf]

    @property
    def human(self) -> int:
        return sum(voice.human for voice in self.voices.values())

    def spoken_by(self, words: str, voice: VoiceOf) -> VoiceWords:
        """The same after one was recorded or taken away."""
        return replace(self, voices={**self.voices, words: voice})


@dataclass(frozen=True)
class VoiceBooth:
    """`visiting()`: a person's visit is going on behind the staff side, and the microphone is hers."""

    resources: Path
    store: VoiceStore
    speaker: Speaker
    drafts: DraftStore
    open_recorder: RecorderFactory
    monotonic_s: Callable[[], float]
    visiting: Callable[[], bool]

    def words(self, language: str) -> VoiceWords:
        """In a worker thread. Raises StorageFault."""
        groups = tuple(spoken_groups(self.resources, language))
        voices = {words: self.store.voice_of(language, words) for words in chain.from_iterable(group.words for group in groups)}
        return VoiceWords(language, groups, voices)

    def open_desk(self) -> ScratchDesk:
        """Raises DiskFull, StorageFault."""
        return ScratchDesk(self.drafts, self.open_recorder, self.monotonic_s)


class ScratchDesk:
    """A recording desk on a draft of its own. Its key is in no slot and no keyring: what a crash leaves is deleted at the next start."""

    def __init__(self, drafts: DraftStore, open_recorder: RecorderFactory, monotonic_s: Callable[[], float]) -> None:
        """Raises DiskFull, StorageFault."""
        self._drafts = drafts
        key = secrets.token_bytes(KEY_BYTES)
        self._draft = drafts.open(drafts.create(), key)
        self.desk = RecordingDesk(open_recorder, self._draft, key, monotonic_s)

    def reading(self, recorded: Recorded) -> Reading:
        """In a worker thread. The take itself is gone afterwards. Raises EncodingFault, BrokenRecord, DiskFull, StorageFault."""
        try:
            made = make_reading(lambda: chain.from_iterable(map(self._draft.chunks, recorded.take_ids)))
        finally:
            for take_id in recorded.take_ids:
                self._draft.discard_take(take_id)
        return replace(made, verdicts=made.verdicts | (recorded.verdicts & _OF_THE_MICROPHONE))

    def close(self) -> None:
        """Frees the microphone and deletes every take. Raises DiskFull, StorageFault; what stays then opens with no key."""
        self.desk.close()
        self.desk.deleteLater()
        self._drafts.delete(self._draft.draft_id)

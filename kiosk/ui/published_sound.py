"""An answer as the public will hear it: not made anew from the draft, but the very listening copy that Send seals, decoded."""

from __future__ import annotations

import io
import threading
from copy import deepcopy
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from kiosk.audio.codec import EncodingFault
from kiosk.audio.listening_copy import listening_copy
from kiosk.drafts.store import Draft
from kiosk.story.session import AnswerDraft
from kiosk.ui.speaker import Sound

if TYPE_CHECKING:
    from kiosk.ui.speaker import Pcm


def published_sound(draft: Draft, answer: AnswerDraft) -> Sound:
    """A kept answer with its trim, cuts and level. Where the copy was not made ahead, the first `read` makes it, which may take long.

    `read` raises EncodingFault, StorageFault, BrokenRecord.
    """
    return Sound(answer.kept_ms, _Copy(draft, deepcopy(answer)).read)


class _Copy:
    """Decoded in one go as far as it is read in order: after a jump an Opus decoder needs a moment to be exact again. Any thread."""

    def __init__(self, draft: Draft, answer: AnswerDraft) -> None:
        self._draft = draft
        self._answer = answer
        self._lock = threading.Lock()
        self._file: soundfile.SoundFile | None = None

    def read(self, start_ms: int, most_ms: int) -> tuple[Pcm, int]:
        with self._lock:
            try:
                if self._file is None:
                    self._file = soundfile.SoundFile(io.BytesIO(listening_copy(self._draft, self._answer).data))
                per_ms = self._file.samplerate // 1000
                start_frame = min(start_ms * per_ms, self._file.frames)
                if self._file.tell() != start_frame:
                    self._file.seek(start_frame)
                samples = self._file.read(most_ms * per_ms, dtype="float32")
            except soundfile.LibsndfileError as error:
                sentence = "The sound could not be prepared. Nothing is lost. Please try again, or call staff."
                raise EncodingFault("encoding-failed", sentence) from error
            return np.ascontiguousarray(samples, np.float32), self._file.samplerate

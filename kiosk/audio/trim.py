"""What is kept of an answer after trimming, counted in samples: what lies outside is neither decoded nor written anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosk.audio.source import SAMPLE_RATE_HZ
from kiosk.drafts.store import Chunk
from kiosk.story.session import AnswerDraft

_FRAMES_PER_MS = SAMPLE_RATE_HZ // 1000


@dataclass(frozen=True)
class Kept:
    """Half-open, on the joined time line of an answer's segments; without `end_frame` up to its very end."""

    start_frame: int = 0
    end_frame: int | None = None

    @classmethod
    def of(cls, answer: AnswerDraft) -> Kept:
        """Raises ValueError where nothing would be left.

        An answer is up to a millisecond longer a segment than `duration_ms` says: a trim that reaches that far keeps all to the end.
        """
        if answer.trim is None:
            return WHOLE
        kept = answer.kept
        if kept.start_ms >= kept.end_ms:
            raise ValueError("a trim must leave something of the answer")
        to_the_end = kept.end_ms == answer.duration_ms
        return cls(kept.start_ms * _FRAMES_PER_MS, None if to_the_end else kept.end_ms * _FRAMES_PER_MS)

    def window(self, start: int, frames: int) -> Kept:
        """At most `frames` of what is kept, from its frame `start` on."""
        begin = self.start_frame + start
        return Kept(begin, begin + frames if self.end_frame is None else min(self.end_frame, begin + frames))

    def within(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, slice]]:
        """The chunks of which something is kept, each with what of its samples is."""
        return self.within_placed(_placed(chunks))

    def within_placed(self, chunks: Iterable[tuple[int, Chunk]]) -> Iterator[tuple[Chunk, slice]]:
        """The same for chunks that come with their place on the joined time line, in order."""
        for first_frame, chunk in chunks:
            if self.end_frame is not None and first_frame >= self.end_frame:
                return
            if first_frame + chunk.frames > self.start_frame:
                until = chunk.frames if self.end_frame is None else min(chunk.frames, self.end_frame - first_frame)
                yield chunk, slice(max(0, self.start_frame - first_frame), until)


def _placed(chunks: Iterable[Chunk]) -> Iterator[tuple[int, Chunk]]:
    first_frame = 0
    for chunk in chunks:
        yield first_frame, chunk
        first_frame += chunk.frames


WHOLE = Kept()

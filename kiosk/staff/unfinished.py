"""Stories that were begun and neither sent nor deleted, as staff see them: enough to tell them apart, nothing of what was said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class UnfinishedStory:
    """`draft_id` is random. `duration_ms` is all recorded sound together."""

    draft_id: str
    answers: int
    duration_ms: int

"""What a benchmark says: one figure of ours beside one of somebody else's, as one JSON line on standard output."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """`ours` and `theirs` in `unit`; `beside` says what `theirs` is. In every row less is better."""

    what: str
    unit: str
    ours: float
    beside: str
    theirs: float

    @property
    def ratio(self) -> float | None:
        """Ours to theirs; None beside a zero."""
        return self.ours / self.theirs if self.theirs else None


def say(row: Row) -> None:
    print(json.dumps(asdict(row)), flush=True)


def heard(line: str) -> Row:
    """Raises ValueError for a line that is not a row."""
    try:
        return Row(**json.loads(line))
    except TypeError as error:
        raise ValueError(f"not a row: {line!r}") from error

"""What a benchmark says: one figure of ours beside one of somebody else's, as one JSON line on standard output."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """`ours` and `theirs` in `unit`; `beside` says what `theirs` is. In every row less is better.

    None is a figure that could not be had here; `beside` then says why.
    """

    what: str
    unit: str
    ours: float | None
    beside: str
    theirs: float | None

    @property
    def ratio(self) -> float | None:
        """Ours to theirs; None beside a zero, and where one was not measured."""
        return self.ours / self.theirs if self.theirs and self.ours is not None else None


def say(row: Row) -> None:
    print(json.dumps(asdict(row)), flush=True)


def skip(what: str, why: str) -> None:
    """A row that says why there is no figure."""
    say(Row(what, "", None, f"skipped: {why}", None))


def heard(line: str) -> Row:
    """Raises ValueError for a line that is not a row."""
    try:
        return Row(**json.loads(line))
    except TypeError as error:
        raise ValueError(f"not a row: {line!r}") from error

"""Keeps nobody awake, and remembers what it was asked for."""

from __future__ import annotations


class RecordingAwake:
    """`asked` without repetitions, `held` now."""

    def __init__(self, *, refuses: bool = False) -> None:
        self._refuses = refuses
        self.asked: list[bool] = []
        self.closed = False

    @property
    def held(self) -> bool:
        return bool(self.asked) and self.asked[-1]

    def hold(self, wanted: bool) -> None:
        if not self.closed and (wanted or self.asked) and self.held is not wanted:
            self.asked.append(wanted)

    def works(self) -> bool:
        return not self._refuses

    def close(self) -> None:
        self.hold(False)
        self.closed = True

"""A worker without upkeep, for tests that look at stories alone and count every request."""

from __future__ import annotations

from sync.transport.faults import Blocked


class NothingToKeep:
    """Never due, never revoked."""

    revoked = False
    policy = None

    def is_due(self) -> bool:
        return False

    def put_off(self) -> None:
        """There is nothing to put off."""

    def run(self) -> None:
        raise AssertionError("it is never due")

    def explain(self, fault: Blocked) -> Blocked:
        return fault

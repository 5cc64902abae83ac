"""Findings: from facts to levels, and to sentences whose placeholders are all filled."""

from __future__ import annotations

import pytest

from kiosk.staff import health
from kiosk.staff.health import Finding, Level

GIB = 1024**3


@pytest.mark.parametrize(
    ("finding", "code", "level"),
    [
        (health.disk(0), "disk-full", Level.BAD),
        (health.disk(359_999_999), "disk-full", Level.BAD),
        (health.disk(360_000_000), "disk-low", Level.CAREFUL),
        (health.disk(100 * GIB), "disk-good", Level.GOOD),
        (health.microphones([], None), "microphone-none", Level.BAD),
        (health.microphones([], "USB"), "microphone-none", Level.BAD),
        (health.microphones(["Built-in"], "USB"), "microphone-gone", Level.BAD),
        (health.microphones(["Built-in", "USB"], "USB"), "microphone-good", Level.GOOD),
        (health.microphones(["Built-in"], None), "microphone-good", Level.GOOD),
        (health.loudspeaker(False), "loudspeaker-none", Level.CAREFUL),
        (health.loudspeaker(True), "loudspeaker-good", Level.GOOD),
        (health.clock(0), "clock-wrong", Level.BAD),
        (health.clock(1_800_000_000), "clock-good", Level.GOOD),
        (health.clock(9_999_999_999), "clock-wrong", Level.BAD),
        (health.keyring(False), "keyring-none", Level.CAREFUL),
        (health.keyring(True), "keyring-good", Level.GOOD),
        (health.enrolment(False), "archive-none", Level.BAD),
        (health.enrolment(True), "archive-good", Level.GOOD),
        (health.worker(False), "worker-gone", Level.BAD),
        (health.worker(True), "worker-good", Level.GOOD),
    ],
)
def test_findings(finding: Finding, code: str, level: Level) -> None:
    assert (finding.code, finding.level) == (code, level)
    assert "{" not in finding.sentence
    assert finding.sentence.endswith(".")


def test_hours_leave_room_for_sealing() -> None:
    """An hour of sound takes 180 MB, and as much again while it is sealed."""
    assert health.hours_left(3 * 360_000_000 + 1) == 3
    assert "3" in health.disk(3 * 360_000_000 + 1).sentence

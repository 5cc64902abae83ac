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
        (health.microphones(["Built-in", "USB"], None, ["Built-in"]), "microphone-muted", Level.BAD),
        (health.microphones(["Built-in"], "USB", ["Built-in"]), "microphone-gone", Level.BAD),
        (health.loudspeaker(False), "loudspeaker-none", Level.CAREFUL),
        (health.loudspeaker(True), "loudspeaker-good", Level.GOOD),
        (health.clock(0), "clock-wrong", Level.BAD),
        (health.clock(1_800_000_000), "clock-good", Level.GOOD),
        (health.clock(9_999_999_999), "clock-wrong", Level.BAD),
        (health.keyring(False), "keyring-none", Level.CAREFUL),
        (health.keyring(True), "keyring-good", Level.GOOD),
        (health.passphrase(chosen=False, typed=False), "passphrase-none", Level.CAREFUL),
        (health.passphrase(chosen=True, typed=False), "passphrase-missing", Level.CAREFUL),
        (health.passphrase(chosen=True, typed=True), "passphrase-good", Level.GOOD),
        (health.disk_protection(None), "protection-unknown", Level.CAREFUL),
        (health.disk_protection(False), "protection-none", Level.CAREFUL),
        (health.disk_protection(True), "protection-good", Level.GOOD),
        (health.memory_on_disk(swap_in_clear=True, hibernates_in_clear=False)[0], "swap-open", Level.CAREFUL),
        (health.memory_on_disk(swap_in_clear=None, hibernates_in_clear=True)[0], "hibernation-open", Level.CAREFUL),
        (health.awake(False), "awake-none", Level.CAREFUL),
        (health.awake(True), "awake-good", Level.GOOD),
        (health.enrolment(False), "archive-none", Level.BAD),
        (health.enrolment(True), "archive-good", Level.GOOD),
        (health.worker(False), "worker-gone", Level.BAD),
        (health.worker(True), "worker-good", Level.GOOD),
        (health.voices(2)[0], "voices-unusable", Level.CAREFUL),
    ],
)
def test_findings(finding: Finding, code: str, level: Level) -> None:
    assert (finding.code, finding.level) == (code, level)
    assert "{" not in finding.sentence
    assert finding.sentence.endswith(".")


def test_voices_are_only_spoken_of_where_something_is_wrong_with_them() -> None:
    assert list(health.voices(0)) == []
    assert "2" in health.voices(2)[0].sentence


def test_hours_leave_room_for_sealing() -> None:
    """An hour of sound takes 180 MB, and as much again while it is sealed."""
    assert health.hours_left(3 * 360_000_000 + 1) == 3
    assert "3" in health.disk(3 * 360_000_000 + 1).sentence

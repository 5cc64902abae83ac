"""What is said about a take: each verdict on a sound that deserves it, none on plain speech."""

from __future__ import annotations

import numpy as np
import pytest

from kiosk.audio.quality import TakeJudge, TakeReport, Verdict
from kiosk.audio.source import Samples

RATE_HZ = 48_000


def noise(dbfs: float, seconds: float) -> Samples:
    samples = np.random.default_rng(3).standard_normal(round(seconds * RATE_HZ)) * 10 ** (dbfs / 20)
    return np.clip(samples, -0.9, 0.9).astype(np.float32)


def talk(dbfs: float, seconds: float) -> Samples:
    """Words of 0.6 s and, between them, what is left of them in a room."""
    samples = noise(dbfs, seconds)
    return (samples * np.where(np.arange(len(samples)) // 28_800 % 2, 0.1, 1)).astype(np.float32)


def with_run(samples: Samples, value: float, frames: int) -> Samples:
    changed = samples.copy()
    changed[50_000 : 50_000 + frames] = value
    return changed


def judged(samples: Samples, block: int = 9_600) -> TakeReport:
    judge = TakeJudge()
    for begin in range(0, len(samples), block):
        judge.feed(samples[begin : begin + block])
    return judge.report()


@pytest.mark.parametrize(
    ("samples", "verdicts"),
    [
        pytest.param(talk(-25, 12), (), id="plain"),
        pytest.param(noise(-25, 12), (Verdict.WRONG_DEVICE,), id="hiss"),
        pytest.param(noise(-25, 4.9), (), id="hiss, too early to say"),
        pytest.param(noise(-66, 12), (Verdict.SILENT,), id="room noise"),
        pytest.param(np.concatenate([noise(-66, 6), noise(-30, 1), noise(-66, 6)]), (), id="one word"),
        pytest.param(np.zeros(3 * RATE_HZ, np.float32), (Verdict.BLOCKED,), id="zeros"),
        pytest.param(with_run(noise(-25, 4), 0.0, RATE_HZ), (Verdict.BLOCKED,), id="muted for a second"),
        pytest.param(with_run(noise(-25, 4), 0.0, RATE_HZ - 1), (), id="muted for less"),
        pytest.param(with_run(noise(-25, 4), 1.0, 3), (Verdict.CLIPPED,), id="clipped"),
        pytest.param(with_run(noise(-25, 4), -1.0, 3), (Verdict.CLIPPED,), id="clipped below"),
        pytest.param(with_run(noise(-25, 4), 1.0, 2), (), id="two full samples"),
        pytest.param(noise(-25, 1.4), (Verdict.TOO_SHORT,), id="short"),
        pytest.param(np.zeros(0, np.float32), (Verdict.TOO_SHORT,), id="nothing"),
        pytest.param(talk(-42, 18), (Verdict.TOO_QUIET,), id="quiet"),
        pytest.param(talk(-42, 9), (), id="quiet, too early to say"),
        pytest.param(np.concatenate([talk(-42, 9), noise(-80, 20)]), (), id="quiet, and most of it a pause"),
        pytest.param(with_run(talk(-42, 18), 1.0, 3), (Verdict.CLIPPED, Verdict.TOO_QUIET), id="quiet with a knock"),
    ],
)
def test_verdicts(samples: Samples, verdicts: tuple[Verdict, ...]) -> None:
    assert judged(samples).verdicts == verdicts


@pytest.mark.parametrize(
    ("samples", "muted", "monitor", "verdicts"),
    [
        pytest.param(np.zeros(3 * RATE_HZ, np.float32), True, False, (Verdict.MUTED,), id="muted by the system"),
        pytest.param(talk(-25, 12), True, False, (), id="muted for a moment only"),
        pytest.param(talk(-25, 12), False, True, (Verdict.WRONG_DEVICE,), id="what the loudspeaker plays"),
        pytest.param(noise(-66, 12), False, True, (Verdict.WRONG_DEVICE,), id="a loudspeaker that is still"),
    ],
)
def test_what_the_sound_server_knows(samples: Samples, muted: bool, monitor: bool, verdicts: tuple[Verdict, ...]) -> None:
    judge = TakeJudge()
    judge.note(muted=False, monitor=False)
    judge.note(muted=muted, monitor=monitor)
    judge.note(muted=False, monitor=False)
    judge.feed(samples)
    assert judge.report().verdicts == verdicts


def test_runs_are_found_across_the_borders_of_blocks() -> None:
    clipped = with_run(noise(-25, 4), 1.0, 3)
    muted = with_run(noise(-25, 4), 0.0, RATE_HZ)
    for block in (1_000, 25_001, 50_001, 50_002):
        assert judged(clipped, block).verdicts == (Verdict.CLIPPED,)
        assert judged(muted, block).verdicts == (Verdict.BLOCKED,)


def test_the_report_carries_duration_and_loudness() -> None:
    report = judged(noise(-25, 2.5))
    assert report.duration_ms == 2_500
    assert report.loudness_centi_lufs is not None
    assert -2_700 < report.loudness_centi_lufs < -2_000
    assert judged(np.zeros(3 * RATE_HZ, np.float32)).loudness_centi_lufs is None

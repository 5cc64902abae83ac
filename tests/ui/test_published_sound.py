""" "Hear what the public hears" plays, sample by sample, the listening copies that Send seals."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from told_story import MONTH, ToldStory, close_storage, open_storage, told_story

from kiosk.audio.listening_copy import Gate, make_ahead
from kiosk.errors import StorageFault
from kiosk.submission import Storage, submit
from kiosk.ui.joined_sound import public_sound
from kiosk.ui.published_sound import published_sound
from kiosk.ui.speaker import WINDOW_MS
from sync.contract.story import Span
from sync.package import open_into_folder

PER_MS = 48


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    storage = open_storage(tmp_path / "data")
    yield storage
    close_storage(storage)


@pytest.fixture
def told(storage: Storage) -> ToldStory:
    """Answer 1 trimmed and cut; its copy was made ahead, that of the other was not."""
    told = told_story(storage)
    why = told.session.answers["why"]
    why.trim = Span(300, 3_500)
    why.listening_copy = make_ahead(told.draft, why, Gate())
    return told


def sealed(told: ToldStory, storage: Storage, out: Path) -> dict[str, np.ndarray]:
    """The decoded Opus members of the package, by prompt."""
    submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH)
    (row,) = (row for row in storage.outbox.packages() if row.part == "listen")
    assert row.file_name is not None
    bag = out / open_into_folder(storage.packages_dir / row.file_name, [told.identity], out).bag_name
    return {
        path.stem.partition("-")[2]: soundfile.read(io.BytesIO(path.read_bytes()), dtype="float32")[0]
        for path in (bag / "data/answers").iterdir()
    }


@pytest.mark.parametrize("window_ms", [WINDOW_MS, 700, 333])
def test_what_is_played_is_what_is_sealed(told: ToldStory, storage: Storage, tmp_path: Path, window_ms: int) -> None:
    sound = public_sound(told.draft, told.session)
    played = np.concatenate([sound.read(start_ms, window_ms)[0] for start_ms in range(0, sound.duration_ms, window_ms)])
    members = sealed(told, storage, tmp_path / "opened")
    pause = np.zeros(900 * PER_MS, np.float32)
    assert set(members) == {"why", "inspiration"}
    assert np.array_equal(played, np.concatenate([members["why"], pause, members["inspiration"]]))
    assert np.abs(played).max() > 0.05


def test_after_a_jump_it_is_the_same_sound(told: ToldStory) -> None:
    """An Opus decoder needs a moment to be exact again; what is heard is the same."""
    sound = published_sound(told.draft, told.session.answers["why"])
    whole, rate_hz = sound.read(0, WINDOW_MS)
    assert rate_hz == 48_000
    for start_ms in (2_000, 500):
        jumped, _ = sound.read(start_ms, 400)
        expected = whole[start_ms * PER_MS :][: len(jumped)]
        assert len(jumped) == 400 * PER_MS
        assert np.corrcoef(jumped, expected)[0, 1] > 0.99
    assert len(sound.read(sound.duration_ms, 400)[0]) == 0


def test_an_answer_that_changes_while_it_is_heard_goes_on_as_it_was(told: ToldStory) -> None:
    why = told.session.answers["why"]
    sound = published_sound(told.draft, why)
    before, _ = sound.read(0, 500)
    why.cuts = [Span(300, 3_500)]
    again, _ = published_sound(told.draft, why).read(0, 500)
    assert np.array_equal(sound.read(0, 500)[0], before)
    assert not np.array_equal(again, before)


def test_a_draft_that_cannot_be_read_is_told_and_tried_again(told: ToldStory, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = published_sound(told.draft, told.session.answers["inspiration"])

    def refuse(*_: object) -> None:
        raise StorageFault("drafts-unusable", "no")

    with monkeypatch.context() as broken:
        broken.setattr(told.draft, "chunks", refuse)
        with pytest.raises(StorageFault):
            sound.read(0, 100)
    assert len(sound.read(0, 100)[0]) == 100 * PER_MS

"""A take holds exactly the stretches between its marks, whatever the size of the blocks and however late a mark is heard of."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from position_signal import PositionSignal, int16

from kiosk.audio.codec import decode_flac_chunk
from kiosk.audio.source import Samples
from kiosk.audio.take import CHUNK_FRAMES, HELD_BACK_FRAMES, TAPE_FRAMES, Take, Tape
from kiosk.drafts.store import Chunk
from kiosk.errors import DiskFull

SIGNAL = PositionSignal(seconds=10)
STREAM: Samples = (SIGNAL.samples / 32_768).astype(np.float32)


class Recording:
    """A tape and a take on it, and what was committed."""

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self.tape = Tape()
        self.take = Take("take", self._commit)

    def _commit(self, number: int, chunk: Chunk) -> None:
        assert number == len(self.chunks)
        self.chunks.append(chunk)

    def play_to(self, frame: int, block: int = 960) -> None:
        while self.tape.end_frame < frame:
            samples = STREAM[self.tape.end_frame : min(frame, self.tape.end_frame + block)]
            self.tape.feed(samples)
            self.take.feed(samples, self.tape.end_frame)

    def kept(self) -> Samples:
        assert [chunk.first_frame for chunk in self.chunks] == list(np.cumsum([0] + [chunk.frames for chunk in self.chunks])[:-1])
        assert all(0 < chunk.frames <= CHUNK_FRAMES for chunk in self.chunks)
        return np.concatenate([np.zeros(0, np.float32), *(decode_flac_chunk(chunk.flac) for chunk in self.chunks)])


@settings(deadline=None)
@given(begin=st.integers(0, 90_000), length=st.integers(0, 150_000), block=st.integers(500, 50_000), heard_late=st.integers(0, 20_000))
def test_the_samples_between_two_marks(begin: int, length: int, block: int, heard_late: int) -> None:
    recording = Recording()
    recording.play_to(begin + heard_late, block)
    recording.take.begin(begin, recording.tape)
    recording.play_to(begin + heard_late + length, block)
    recording.take.end(begin + heard_late + length, recording.tape)
    assert not recording.take.running
    assert np.array_equal(recording.kept(), STREAM[begin : begin + heard_late + length])
    assert recording.take.frames == recording.take.committed_frames == heard_late + length


def test_a_pause_drops_exactly_what_lies_between_its_marks() -> None:
    recording = Recording()
    recording.play_to(10_000)
    recording.take.begin(5_000, recording.tape)
    recording.play_to(100_000)
    recording.take.end(104_321, recording.tape)  # what was spoken before the click is still under way
    assert recording.take.running
    recording.play_to(200_000)
    assert not recording.take.running
    recording.take.begin(199_001, recording.tape)
    recording.play_to(250_000)
    recording.take.end(250_000, recording.tape)
    assert np.array_equal(recording.kept(), np.concatenate([STREAM[5_000:104_321], STREAM[199_001:250_000]]))


def test_a_pause_that_is_heard_of_late_is_still_exact() -> None:
    recording = Recording()
    recording.take.begin(0, recording.tape)
    recording.play_to(100_000)
    recording.take.end(100_000 - HELD_BACK_FRAMES + 1, recording.tape)
    assert np.array_equal(recording.kept(), STREAM[: 100_000 - HELD_BACK_FRAMES + 1])


def test_a_resume_before_the_pause_was_reached_goes_on() -> None:
    recording = Recording()
    recording.take.begin(0, recording.tape)
    recording.play_to(50_000)
    recording.take.end(54_000, recording.tape)
    recording.play_to(52_000)
    recording.take.begin(51_000, recording.tape)
    recording.play_to(90_000)
    recording.take.end(90_000, recording.tape)
    assert np.array_equal(recording.kept(), STREAM[:90_000])


def test_nothing_is_kept_twice_when_a_resume_lies_before_the_pause() -> None:
    recording = Recording()
    recording.take.begin(0, recording.tape)
    recording.play_to(50_000)
    recording.take.end(50_000, recording.tape)
    recording.take.begin(49_000, recording.tape)
    recording.play_to(60_000)
    recording.take.seal()
    assert np.array_equal(recording.kept(), STREAM[:60_000])


def test_a_mark_older_than_the_tape_takes_what_there_is() -> None:
    recording = Recording()
    recording.play_to(200_000)
    recording.take.begin(0, recording.tape)
    recording.take.seal()
    assert np.array_equal(recording.kept(), STREAM[200_000 - TAPE_FRAMES : 200_000])


def test_at_most_a_second_is_ever_uncommitted() -> None:
    recording = Recording()
    recording.take.begin(0, recording.tape)
    for frame in range(0, 300_000, 960):
        recording.play_to(frame)
        assert recording.take.frames - recording.take.committed_frames < CHUNK_FRAMES + HELD_BACK_FRAMES
        assert recording.take.frames == frame


def test_a_full_disk_keeps_the_prefix() -> None:
    recording = Recording()
    committed = recording._commit

    def commit(number: int, chunk: Chunk) -> None:
        if number == 2:
            raise DiskFull
        committed(number, chunk)

    recording.take = Take("take", commit)
    recording.take.begin(0, recording.tape)
    with pytest.raises(DiskFull):
        recording.play_to(200_000)
    recording.take.give_up()
    assert recording.take.frames == 2 * CHUNK_FRAMES
    assert np.array_equal(recording.kept(), STREAM[: 2 * CHUNK_FRAMES])
    assert recording.take.report().duration_ms == 1_000


def test_the_signal_itself_can_tell_what_happened_to_it() -> None:
    """The decoder that other tests rely on."""
    samples = int16(STREAM[:100_000])
    whole = SIGNAL.decode(samples)
    assert (whole.whole, whole.first, whole.last) == (True, 0, 99_999)
    assert SIGNAL.decode(np.delete(samples, slice(5_000, 5_100))).lost == 100
    assert SIGNAL.decode(np.insert(samples, 5_000, samples[4_900:5_000])).repeated == 100
    assert SIGNAL.decode(np.insert(samples, 5_000, np.zeros(100, np.int16))).inserted == 100
    altered = samples.copy()
    altered[5_000] += 1
    assert SIGNAL.decode(altered).whole  # one altered sample is neither lost nor inserted, so tests compare samples as well
    assert SIGNAL.decode(np.zeros(1_000, np.int16)).first is None

"""An answer of a draft as the two files that are sent, and its listening copy made ahead of Send.

Half an hour of Opus takes half a minute to make, so it is made when an answer is kept, and lies in the draft as a sealed blob until
Send. It is used only if the answer is still what it was made from.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
import threading
from collections.abc import Iterator
from functools import partial

from kiosk.audio.codec import OPUS_KBIT_PER_S, Encoded, encode_opus, rebuild_flac
from kiosk.audio.source import SAMPLE_RATE_HZ
from kiosk.audio.trim import Kept
from kiosk.drafts.sealing import BrokenRecord
from kiosk.drafts.store import Chunk, Draft
from kiosk.story.session import AnswerDraft, ListeningCopy

# Counts up when the same answer would give another file: a draft may be taken up again by a newer version.
_MAKING = 1
_NICENESS = 5  # less than the window's, but it may hold the interpreter while the window waits for it

log = logging.getLogger("kiosk.audio")


class Stopped(Exception):
    """The copy is not wanted any more. Never leaves the thread in which it is made."""


class Gate:
    """Lets a copy being made go on, wait, or stop, chunk by chunk. Any thread."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()
        self.stopped = False

    def let_through(self, through: bool) -> None:
        if through or self.stopped:
            self._open.set()
        else:
            self._open.clear()

    def stop(self) -> None:
        self.stopped = True
        self._open.set()

    def pass_on(self, chunks: Iterator[Chunk]) -> Iterator[Chunk]:
        """Raises Stopped."""
        for chunk in chunks:
            self._open.wait()
            if self.stopped:
                raise Stopped
            yield chunk


def answer_chunks(draft: Draft, answer: AnswerDraft) -> Iterator[Chunk]:
    """The chunks of all segments of an answer, in order; decrypted one at a time."""
    for take_id in answer.take_ids:
        yield from draft.chunks(take_id)


def made_of(answer: AnswerDraft) -> str:
    """Names exactly what others will hear of an answer: its segments, trim and cuts, and how the copy is made."""
    kept = answer.kept
    cuts = [[cut.start_ms, cut.end_ms] for cut in answer.on_trimmed_line(answer.cuts)]
    facts = [_MAKING, OPUS_KBIT_PER_S, answer.take_ids, answer.duration_ms, kept.start_ms, kept.end_ms, cuts]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def master(draft: Draft, answer: AnswerDraft) -> Encoded:
    """Raises EncodingFault, StorageFault, BrokenRecord."""
    return rebuild_flac(partial(answer_chunks, draft, answer), answer.on_trimmed_line(answer.cuts), Kept.of(answer))


def listening_copy(draft: Draft, answer: AnswerDraft) -> Encoded:
    """The one that was made ahead if it still fits, else made now. Raises EncodingFault, StorageFault, BrokenRecord."""
    copy = answer.listening_copy
    if copy is not None and copy.made_of == made_of(answer):
        try:
            return Encoded(draft.blob(copy.blob_id), copy.duration_ms, SAMPLE_RATE_HZ, copy.loudness_centi_lufs)
        except BrokenRecord:
            # The answer itself may well be whole, and then so is the story.
            log.warning("a listening copy does not open; it is made again")
    return _encode(draft, answer, Gate())


def make_ahead(draft: Draft, answer: AnswerDraft, gate: Gate) -> ListeningCopy | None:
    """Makes and stores the copy at low priority, in a thread of its own kind; None where the gate was stopped.

    On return the blob is durable and nobody names it yet: until the session does, it is worth nothing and goes with the draft.
    `answer` must not change meanwhile. Raises EncodingFault, DiskFull, StorageFault.
    """
    _lower_priority()
    key = made_of(answer)
    try:
        encoded = _encode(draft, answer, gate)
        if gate.stopped:
            return None
    except Stopped:
        return None
    return ListeningCopy(draft.put_blob(encoded.data), key, encoded.duration_ms, encoded.loudness_centi_lufs)


def _encode(draft: Draft, answer: AnswerDraft, gate: Gate) -> Encoded:
    def chunks() -> Iterator[Chunk]:
        return gate.pass_on(answer_chunks(draft, answer))

    return encode_opus(chunks, answer.on_trimmed_line(answer.cuts), Kept.of(answer))


def _lower_priority() -> None:
    """Of this thread alone, which only Linux can. Elsewhere the gate is what keeps the copies out of a recording's way."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)

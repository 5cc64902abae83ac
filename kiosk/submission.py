"""Send: one draft becomes two sealed packages in the outbox, and then the draft's key is gone.

The order is the promise. Up to the outbox's transaction a crash leaves the draft as it was; after it the story is queued and
`finish_interrupted` removes what is left of the draft. At no moment could both be lost, or half of one be sent:

    planned → listen sealed → master sealed → QUEUED (the commit point) → key destroyed → records deleted
"""

from __future__ import annotations

import logging
import secrets
import uuid
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.audio.codec import Encoded
from kiosk.audio.listening_copy import listening_copy, master
from kiosk.drafts.keys import DraftKeys
from kiosk.drafts.recovery import discard, unfinished
from kiosk.drafts.store import Draft, DraftStore
from kiosk.story.interview import may_send, question_of
from kiosk.story.session import Session
from kiosk.withdrawal import erase_withdrawn
from sync.contract import package as names
from sync.contract.faults import EnvironmentFault
from sync.contract.package import Part
from sync.contract.prompts import PROMPT_IDS
from sync.contract.story import (
    Answer,
    Consent,
    Photo,
    Story,
    Use,
    consent_json,
    help_json,
    story_json,
)
from sync.contract.withdrawal import new_withdrawal_code
from sync.outbox import TAKEN_BACK, NewPackage, Outbox, State
from sync.package import Member, SealedFile, remove_partial_files, seal_package, withdrawal_verifier

log = logging.getLogger("kiosk.submission")

_ANSWER_SUFFIX = {Part.LISTEN: ".opus", Part.MASTER: ".flac"}


@dataclass(frozen=True)
class Destination:
    """Whom the story is sealed to, read from the enrolment at the moment of Send (policy may have changed since Start)."""

    recipients: tuple[str, ...]
    receipt_key: str
    event_id: str | None


@dataclass(frozen=True)
class Storage:
    """The laptop's own places: the draft's and the package's."""

    drafts: DraftStore
    keys: DraftKeys
    outbox: Outbox
    packages_dir: Path


@dataclass(frozen=True)
class Submitted:
    """`withdrawal_code` is shown once and kept nowhere."""

    withdrawal_code: str
    group_id: str


def submit(
    draft: Draft,
    session: Session,
    *,
    destination: Destination,
    storage: Storage,
    month: str,
    on_step: Callable[[str], None] = lambda step: None,
) -> Submitted:
    """Seals and queues the story; runs in a background thread, seconds for an hour of sound.

    `month` is ISO year and month. `on_step` is told the name of each step after it is durable: tests kill the process there.
    Raises EnvironmentFault (disk full, storage), but never after the commit point: the draft is whole then, nothing is queued, and
    Send may be pressed again.
    """
    if not may_send(session):
        raise ValueError("Send was offered before the story was complete")
    code = new_withdrawal_code()
    verifier = withdrawal_verifier(code, destination.receipt_key)
    story = _story(session, destination, month, verifier)
    session.group_id = secrets.token_hex(16)
    session.package_ids = [names.new_package_id() for _ in Part]
    draft.save_session(session.to_record())
    on_step("planned")
    sealed: list[tuple[str, Part, SealedFile]] = []
    try:
        for part, package_id in zip(Part, session.package_ids, strict=True):
            sealed.append((package_id, part, _seal(draft, session, replace(story, part=part), package_id, destination, storage)))
            on_step(f"{part}-sealed")
        storage.outbox.add(
            session.group_id,
            [NewPackage(package_id, part, file.path.name, file.sha256, file.size_bytes) for package_id, part, file in sealed],
            verifier,
        )
    except BaseException:
        _remove_planned(session, storage)
        raise
    on_step("queued")
    try:
        storage.keys.destroy(draft.draft_id)
        on_step("key-destroyed")
        storage.drafts.delete(draft.draft_id)
    except EnvironmentFault as fault:
        # The story is sent. Whoever is told otherwise sends it twice, and loses the code by which the first can be withdrawn.
        # What is left of the draft goes at the next start.
        log.warning("the draft of a sent story is still here: %s", fault.code)
    return Submitted(code, session.group_id)


def finish_interrupted(storage: Storage, spare: Collection[str] = ()) -> list[str]:
    """At start, before anything is recorded: completes or takes back a Send that a crash cut short. Returns what can be resumed.

    A draft whose group is queued, with its files, has been sent: its key goes. A draft that was only planned stays a draft, and
    exactly the files it planned are removed. A sealed file that no draft planned and no row names is left alone: deleting what we
    do not understand is how stories get lost. Raises KeyFault, DiskFull, StorageFault; then nothing more is changed.

    `spare` are the drafts that this run is telling, where it is asked again later: see `unfinished`.
    """
    if not spare:  # else one of them may be being sealed
        remove_partial_files(storage.packages_dir)
    erase_withdrawn(storage.outbox, storage.packages_dir)
    resumable = []
    for draft in unfinished(storage.drafts, storage.keys, spare):
        record = draft.load_session()
        session = Session() if record is None else Session.from_record(record)
        if _was_sent(session, storage):
            discard(storage.drafts, storage.keys, draft.draft_id)
            continue
        _remove_planned(session, storage)
        resumable.append(draft.draft_id)
    storage.outbox.forget_withdrawn()
    return resumable


def _was_sent(session: Session, storage: Storage) -> bool:
    """The rows alone are no proof: a disk that failed at the commit may show them after a crash, when the files were taken back."""
    if session.group_id is None or not storage.outbox.has_group(session.group_id):
        return False
    rows = [row for row in storage.outbox.packages() if row.group_id == session.group_id]
    sent = (State.CONFIRMED, *TAKEN_BACK)
    return all(row.file_name is None or row.state in sent or (storage.packages_dir / row.file_name).exists() for row in rows)


def _remove_planned(session: Session, storage: Storage) -> None:
    for package_id in session.package_ids:
        _package_path(storage, package_id).unlink(missing_ok=True)


def _package_path(storage: Storage, package_id: str) -> Path:
    return storage.packages_dir / (package_id + names.SEALED_SUFFIX)


def _story(session: Session, destination: Destination, month: str, verifier: str) -> Story:
    """The story without its answers and photos, which are described as their bytes are made."""
    assert session.identity is not None
    assert session.voice is not None
    return Story(
        story_id=str(uuid.uuid4()),
        part=Part.LISTEN,
        language=session.language,
        answers=(),
        photos=(),
        identity=session.identity,
        voice=session.voice,
        event_id=destination.event_id,
        month=month,
        withdrawal_verifier=verifier,
    )


def _seal(draft: Draft, session: Session, story: Story, package_id: str, destination: Destination, storage: Storage) -> SealedFile:
    return seal_package(
        _members(draft, session, story),
        bag_name=names.bag_name(story.story_id, story.part),
        recipients=destination.recipients,
        destination=_package_path(storage, package_id),
    )


def _members(draft: Draft, session: Session, story: Story) -> Iterator[Member]:
    """Answers and photos one at a time (an hour of FLAC is 180 MB), and last the JSON that describes them."""
    answers: list[Answer] = []
    for path, prompt, encoded in _encoded_answers(draft, session, story.part):
        answer = session.answers[prompt]
        yield Member(path, encoded.data)
        answers.append(
            Answer(
                prompt=prompt,
                file=path,
                duration_ms=encoded.duration_ms,
                sample_rate_hz=encoded.sample_rate_hz,
                loudness_centi_lufs=encoded.loudness_centi_lufs,
                name_marks=tuple(answer.on_trimmed_line(answer.name_marks)),
                cuts=tuple(answer.on_trimmed_line(answer.cuts)),
            )
        )
        del encoded  # before the next is made: two hours of FLAC are 360 MB
    photos: list[Photo] = []
    for number, photo in enumerate(session.photos, start=1):
        path = names.photo_path(number)
        yield Member(path, draft.blob(photo.small_blob_id if story.part is Part.LISTEN else photo.full_blob_id))
        photos.append(Photo(path, photo.caption, photo.covers))
    yield Member(names.STORY_JSON, story_json(replace(story, answers=tuple(answers), photos=tuple(photos))))
    yield Member(names.CONSENT_JSON, consent_json(_consent(session)))
    if story.part is Part.LISTEN and session.help is not None:
        yield Member(names.HELP_JSON, help_json(session.help))


def _encoded_answers(draft: Draft, session: Session, part: Part) -> Iterator[tuple[str, str, Encoded]]:
    """(path in the bag, prompt, sound). Listening copies are small and slow to make: those not made ahead are made side by side."""
    told = [(number, prompt, session.answers[prompt]) for number, prompt in enumerate(PROMPT_IDS, start=1)]
    wanted = [
        (names.answer_path(number, prompt, _ANSWER_SUFFIX[part]), prompt, answer) for number, prompt, answer in told if answer.has_recording
    ]
    if part is Part.MASTER:
        for path, prompt, answer in wanted:
            yield path, prompt, master(draft, answer)
        return
    with ThreadPoolExecutor(len(wanted), thread_name_prefix="opus") as pool:
        making = [pool.submit(listening_copy, draft, answer) for _, _, answer in wanted]
        for (path, prompt, _), made in zip(wanted, making, strict=True):
            yield path, prompt, made.result()


def _consent(session: Session) -> Consent:
    return Consent(
        uses={use: use in session.uses for use in Use},
        texts=session.texts,
        interface_language=session.language,
        heard_aloud=session.heard_aloud,
        own_wish=session.own_wish,
        adult=session.adult,
        understood=session.understood is question_of(session),
        text_languages=session.text_languages,
    )

"""What Send puts into the two packages, and what it leaves behind when the disk is full."""

import io
import json

import numpy
import pytest
import soundfile
from told_story import MONTH, close_storage, open_storage, samples, told_story

from kiosk.errors import DiskFull
from kiosk.story.session import Session
from kiosk.submission import finish_interrupted, submit
from sync.contract.faults import EnvironmentFault
from sync.contract.story import IdentityKind, Span, parse_consent, parse_help, parse_story
from sync.contract.withdrawal import read_withdrawal_code
from sync.package import open_into_folder, withdrawal_verifier


@pytest.fixture
def storage(tmp_path):
    storage = open_storage(tmp_path / "data")
    yield storage
    close_storage(storage)


@pytest.fixture
def sent(storage, tmp_path):
    told = told_story(storage)
    submitted = submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH)
    bags = {}
    for row in storage.outbox.packages():
        opened = open_into_folder(storage.packages_dir / row.file_name, [told.identity], tmp_path / "opened")
        bags[str(row.part)] = tmp_path / "opened" / opened.bag_name
    return told, submitted, bags


def test_both_parts_tell_the_same_story(sent):
    told, submitted, bags = sent
    listen, master = (parse_story((bags[part] / "data/story.json").read_bytes()) for part in ("listen", "master"))
    assert listen.story_id == master.story_id
    assert [answer.prompt for answer in listen.answers] == ["why", "inspiration"]
    assert [answer.duration_ms for answer in master.answers] == [4_000, 2_000]
    assert listen.identity.kind is IdentityKind.NONE
    assert listen.month == MONTH
    assert listen.photos[0].covers == 1
    assert listen.withdrawal_verifier == withdrawal_verifier(read_withdrawal_code(submitted.withdrawal_code), told.destination.receipt_key)
    for bag in bags.values():
        assert "name" not in json.loads((bag / "data/story.json").read_text())["identity"]
        consent = parse_consent((bag / "data/consent.json").read_bytes())
        assert [use for use, granted in consent.uses.items() if granted] == ["online"]
    assert parse_help((bags["listen"] / "data/help.json").read_bytes()).contact == "through the office"
    assert not (bags["master"] / "data/help.json").exists()


def test_masters_are_sample_identical_outside_the_cut_and_hold_nothing_of_it_inside(sent):
    _, _, bags = sent
    master, rate = soundfile.read(io.BytesIO((bags["master"] / "data/answers/1-why.flac").read_bytes()), dtype="float32")
    spoken = numpy.concatenate([samples(1, 96_000), samples(2, 96_000)])
    assert rate == 48_000
    assert len(master) == len(spoken)
    start, end, fade = 500 * 48, 900 * 48, 30 * 48
    numpy.testing.assert_array_equal(master[: start - fade], spoken[: start - fade])
    numpy.testing.assert_array_equal(master[end + fade :], spoken[end + fade :])
    inside, said = master[start:end], spoken[start:end]
    assert abs(numpy.corrcoef(inside, said)[0, 1]) < 0.05
    whole, _ = soundfile.read(io.BytesIO((bags["master"] / "data/answers/3-inspiration.flac").read_bytes()), dtype="float32")
    numpy.testing.assert_array_equal(whole, samples(3, 96_000))


def test_a_trimmed_answer_travels_without_what_was_removed(storage, tmp_path):
    told = told_story(storage)
    answer = told.session.answers["why"]
    answer.trim, answer.name_marks, answer.cuts = Span(700, 3_000), [Span(500, 900), Span(3_100, 3_200)], [Span(500, 900)]
    submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH)
    spoken = numpy.concatenate([samples(1, 96_000), samples(2, 96_000)])
    for row in storage.outbox.packages():
        bag = tmp_path / "opened" / open_into_folder(storage.packages_dir / row.file_name, [told.identity], tmp_path / "opened").bag_name
        why, other = parse_story((bag / "data/story.json").read_bytes()).answers
        assert (why.duration_ms, why.name_marks, why.cuts) == (2_300, (Span(0, 200),), (Span(0, 200),))
        assert (other.duration_ms, other.name_marks, other.cuts) == (2_000, (), ())
        assert soundfile.info(io.BytesIO((bag / why.file).read_bytes())).frames == 2_300 * 48
        if row.part == "master":
            master, _ = soundfile.read(io.BytesIO((bag / why.file).read_bytes()), dtype="float32")
            assert numpy.array_equal(master[230 * 48 :], spoken[930 * 48 : 3_000 * 48])
            assert abs(numpy.corrcoef(master[: 200 * 48], spoken[700 * 48 : 900 * 48])[0, 1]) < 0.05


def test_the_draft_and_its_key_are_gone_and_the_code_is_nowhere(sent, storage, tmp_path):
    told, submitted, _ = sent
    assert storage.drafts.draft_ids() == []
    assert storage.keys.recover(told.draft.draft_id) is None
    digits = submitted.withdrawal_code
    for path in (tmp_path / "data").rglob("*"):
        if path.is_file():
            assert digits.encode() not in path.read_bytes()


def test_an_unfinished_story_cannot_be_sent(storage):
    told = told_story(storage)
    told.session.voice = None
    with pytest.raises(ValueError, match="complete"):
        submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH)


@pytest.mark.parametrize("step", ["planned", "listen-sealed", "master-sealed"])
def test_a_fault_before_the_commit_leaves_the_draft_and_no_file(storage, step):
    told = told_story(storage)

    def fail(reached: str) -> None:
        if reached == step:
            raise EnvironmentFault("disk-full", "This device is full.")

    with pytest.raises(EnvironmentFault):
        submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH, on_step=fail)
    assert storage.outbox.packages() == []
    assert list(storage.packages_dir.iterdir()) == []
    assert Session.from_record(told.draft.load_session()).answers == told.session.answers
    assert finish_interrupted(storage) == [told.draft.draft_id]
    submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH)
    assert len(storage.outbox.packages()) == 2


@pytest.mark.allow_logs("kiosk.submission")
@pytest.mark.parametrize("failing", ["destroy", "delete"])
def test_a_fault_after_the_commit_is_no_failed_send(storage, monkeypatch, failing):
    told = told_story(storage)

    def refuse(draft_id: str) -> None:
        raise DiskFull

    monkeypatch.setattr(storage.keys if failing == "destroy" else storage.drafts, failing, refuse)
    submitted = submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH)
    assert storage.outbox.has_group(submitted.group_id)
    monkeypatch.undo()
    assert finish_interrupted(storage) == []
    assert storage.drafts.draft_ids() == []
    assert storage.keys.recover(told.draft.draft_id) is None
    assert len(storage.outbox.packages()) == 2


def test_a_sealed_file_that_nobody_planned_is_never_deleted(storage):
    unknown = storage.packages_dir / ("f" * 32 + ".age")
    unknown.write_bytes(b"perhaps the only copy of a story")
    finish_interrupted(storage)
    assert unknown.exists()


def test_rows_without_their_files_do_not_cost_the_draft(storage):
    """A disk that fails at the commit itself: Send takes its files back, and after a crash the rows are there all the same."""
    told = told_story(storage)
    add = storage.outbox.add

    def commit_and_fail(*arguments: object) -> None:
        add(*arguments)
        raise EnvironmentFault("storage", "This device's disk does not work as it must.")

    storage.outbox.add = commit_and_fail
    with pytest.raises(EnvironmentFault):
        submit(told.draft, told.session, destination=told.destination, storage=storage, month=MONTH)
    assert storage.outbox.has_group(told.session.group_id)
    assert finish_interrupted(storage) == [told.draft.draft_id]
    assert storage.keys.recover(told.draft.draft_id) is not None

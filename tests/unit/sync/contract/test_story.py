from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.contract.faults import BrokenPackage
from sync.contract.package import LIMITS, Part
from sync.contract.prompts import PROMPT_IDS
from sync.contract.story import (
    Answer,
    Consent,
    HelpRequest,
    Identity,
    IdentityKind,
    Need,
    Photo,
    Span,
    Story,
    Use,
    Voice,
    consent_json,
    help_json,
    parse_consent,
    parse_help,
    parse_story,
    story_json,
)

ANSWER = Answer("why", "data/answers/1-why.opus", 60_000, 48_000, -1_750, (Span(1_000, 2_000),), (Span(1_200, 1_400),))
STORY = Story(
    story_id="3f2b8c1e-5d47-4a6b-9c0d-1e2f3a4b5c6d",
    part=Part.LISTEN,
    language="ar",
    answers=(ANSWER, Answer("challenge", "data/answers/2-challenge.opus", 1, 48_000, None)),
    photos=(Photo("data/photos/01.jpg", "لافتة", 2),),
    identity=Identity(IdentityKind.OTHER, "Nour"),
    voice=Voice.READER,
    event_id="workshop-7",
    month="2026-03",
    withdrawal_verifier="0" * 64,
)
CONSENT = Consent({use: use is Use.ONLINE for use in Use}, {"about": "a" * 64}, "ar", True)
HELP = HelpRequest((Need.LAW, Need.SAFETY), "Kurmancî", "the card's number", "After dark.\nNot on Fridays.")

_SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 2**40), st.integers(1, 2**40))
_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=100)
_STORIES = st.builds(
    Story,
    story_id=st.uuids(version=4).map(str),
    part=st.sampled_from(Part),
    language=st.sampled_from(["en", "ar", "zh-Hant-TW", "my"]),
    answers=st.lists(
        st.builds(
            Answer,
            prompt=st.sampled_from(PROMPT_IDS),
            file=st.sampled_from(["data/answers/1-why.flac", "data/answers/3-inspiration.opus"]),
            duration_ms=st.integers(0, 2**52),
            sample_rate_hz=st.integers(0, 192_000),
            loudness_centi_lufs=st.none() | st.integers(-20_000, 20_000),
            name_marks=st.lists(_SPANS, max_size=3).map(tuple),
            cuts=st.lists(_SPANS, max_size=3).map(tuple),
        ),
        max_size=3,
        unique_by=lambda answer: answer.prompt,
    ).map(tuple),
    photos=st.lists(st.builds(Photo, st.just("data/photos/07.jpg"), _TEXTS, st.integers(0, 99)), max_size=10).map(tuple),
    identity=st.just(Identity(IdentityKind.NONE)) | st.builds(Identity, st.sampled_from([IdentityKind.OWN, IdentityKind.OTHER]), _TEXTS),
    voice=st.sampled_from(Voice),
    event_id=st.none() | st.just("event"),
    month=st.just("2026-12"),
    withdrawal_verifier=st.just("f" * 64),
)


@settings(deadline=None)
@given(_STORIES)
def test_every_story_survives_its_json(story: Story) -> None:
    assert parse_story(story_json(story)) == story


@settings(deadline=None)
@given(st.sets(st.sampled_from(Use)), st.booleans())
def test_every_consent_survives_its_json(granted: set[Use], heard: bool) -> None:
    consent = Consent({use: use in granted for use in Use}, {"uses": "b" * 64}, "en", heard)
    assert parse_consent(consent_json(consent)) == consent


@settings(deadline=None)
@given(st.booleans(), st.booleans(), st.booleans(), st.dictionaries(st.sampled_from(["about", "uses"]), st.sampled_from(["en", "pt-BR"])))
def test_what_was_asked_first_survives_its_json_and_is_not_there_unasked(
    own_wish: bool, adult: bool, understood: bool, languages: dict[str, str]
) -> None:
    texts = {"about": "a" * 64, "uses": "b" * 64}
    consent = replace(CONSENT, texts=texts, own_wish=own_wish, adult=adult, understood=understood, text_languages=languages)
    raw = consent_json(consent)
    assert parse_consent(raw) == consent
    there = {"own_wish": own_wish, "adult": adult, "understood": understood, "text_languages": bool(languages)}
    assert {key: key in json.loads(raw) for key in there} == there


def test_a_use_that_was_not_asked_about_is_not_granted() -> None:
    assert parse_consent(consent_json(replace(CONSENT, uses={}))).uses == dict.fromkeys(Use, False)


def test_help_survives_its_json() -> None:
    assert parse_help(help_json(HELP)) == HELP


def test_a_story_without_a_name_has_no_name_key_at_all() -> None:
    anonymous = replace(STORY, identity=Identity(IdentityKind.NONE))
    assert json.loads(story_json(anonymous))["identity"] == {"kind": "none"}


def test_the_json_holds_nothing_but_the_listed_keys() -> None:
    assert set(json.loads(story_json(STORY))) == {
        "schema", "story_id", "part", "language", "answers", "photos", "identity", "voice", "event_id", "month", "withdrawal_verifier",
    }  # fmt: skip


def refused(parse: Callable[[bytes], object], raw: bytes) -> BrokenPackage:
    with pytest.raises(BrokenPackage) as caught:
        parse(raw)
    return caught.value


@pytest.mark.parametrize(
    ("parse", "raw"), [(parse_story, story_json(STORY)), (parse_consent, consent_json(CONSENT)), (parse_help, help_json(HELP))]
)
def test_every_missing_unknown_or_emptied_key_is_refused(parse: Callable[[bytes], object], raw: bytes) -> None:
    value = json.loads(raw)
    for key in value:
        refused(parse, json.dumps({k: v for k, v in value.items() if k != key}).encode())
        refused(parse, json.dumps({**value, key: {"surprise": 1}}).encode())
        refused(parse, json.dumps({**value, key: 7.5}).encode())
    refused(parse, json.dumps({**value, "publish": True}).encode())


@pytest.mark.parametrize("schema", [None, 0, 2, "1", True, 1.0])
def test_only_schema_1_is_read(schema: Any) -> None:
    assert refused(parse_story, json.dumps({**json.loads(story_json(STORY)), "schema": schema}).encode()).code == "json-schema"


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"\xef\xbb\xbf{}", b"[" * 100_000, b'{"schema": 1, "schema": 1}', b"1" * 5_000, b"NaN"],
    ids=lambda raw: repr(raw[:12]),
)
@pytest.mark.parametrize("parse", [parse_story, parse_consent, parse_help])
def test_what_is_no_json_object_is_refused(parse: Callable[[bytes], object], raw: bytes) -> None:
    refused(parse, raw)


def test_a_key_that_comes_twice_is_refused_wherever_it_is() -> None:
    raw = consent_json(CONSENT).replace(b'"online": true', b'"online": true, "online": false')
    assert raw != consent_json(CONSENT)
    assert refused(parse_consent, raw).code == "json-syntax"


def test_oversize_is_refused_before_it_is_parsed() -> None:
    raw = story_json(STORY)
    assert refused(parse_story, raw + b" " * (LIMITS.json_bytes - len(raw) + 1)).code == "json-size"


def _answer(**changes: Any) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(story_json(STORY))["answers"][0]
    return {**value, **changes}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("story_id", str(uuid.UUID(int=0))),
        ("story_id", STORY.story_id.upper()),
        ("story_id", STORY.story_id.replace("-", "")),
        ("story_id", str(uuid.uuid1(node=1, clock_seq=1))),
        ("story_id", 5),
        ("story_id", None),
        ("part", "both"),
        ("part", ["listen"]),
        ("language", ""),
        ("language", "../en"),
        ("language", "en\n"),
        ("answers", {}),
        ("answers", [_answer(), _answer()]),
        ("answers", [_answer(prompt="name")]),
        ("answers", [_answer(prompt=["why"])]),
        ("answers", [_answer(file="data/../../etc/passwd")]),
        ("answers", [_answer(file="/data/answers/1-why.opus")]),
        ("answers", [_answer(file="data/answers/1-why.opus\n")]),
        ("answers", [_answer(file="data/photos/01.jpg")]),
        ("answers", [_answer(duration_ms=-1)]),
        ("answers", [_answer(duration_ms=1.5)]),
        ("answers", [_answer(duration_ms=True)]),
        ("answers", [_answer(duration_ms=2**53)]),
        ("answers", [_answer(sample_rate_hz="48000")]),
        ("answers", [_answer(loudness_centi_lufs=10**30)]),
        ("answers", [_answer(loudness_centi_lufs=-17.5)]),
        ("answers", [_answer(cuts=[{"start_ms": 5, "end_ms": 5}])]),
        ("answers", [_answer(cuts=[{"start_ms": 5, "end_ms": 4}])]),
        ("answers", [_answer(cuts=[[1, 2]])]),
        ("answers", [_answer(name_marks=[{"start_ms": 1, "end_ms": 2, "name": "x"}])]),
        ("answers", [_answer(name_marks=None)]),
        ("answers", [_answer(extra=1)]),
        ("answers", ["why"]),
        ("photos", [{"file": "data/photos/01.jpg", "caption": "c", "covers": 0}] * 11),
        ("photos", [{"file": "data/photos/1.jpg", "caption": "c", "covers": 0}]),
        ("photos", [{"file": "data/photos/01.jpg", "caption": "c" * 281, "covers": 0}]),
        ("photos", [{"file": "data/photos/01.jpg", "caption": "\x1b[2J", "covers": 0}]),
        ("photos", [{"file": "data/photos/01.jpg", "caption": "\ud800", "covers": 0}]),
        ("identity", {"kind": "none", "name": "Nour"}),
        ("identity", {"kind": "none", "name": None}),
        ("identity", {"kind": "own"}),
        ("identity", {"kind": "own", "name": None}),
        ("identity", {"kind": "own", "name": "x" * 121}),
        ("identity", {"kind": "own", "name": "Nour\x00"}),
        ("identity", {"name": "Nour"}),
        ("identity", {"kind": "secret"}),
        ("identity", {"kind": "own", "name": "Nour", "address": "x"}),
        ("voice", "disguised"),
        ("event_id", "x" * 65),
        ("event_id", 7),
        ("month", "2026"),
        ("month", "2026-00"),
        ("month", "2026-13"),
        ("month", "2026-03-14"),
        ("month", "٢٠٢٦-٠٣"),
        ("withdrawal_verifier", "0" * 63),
        ("withdrawal_verifier", None),
    ],
)
def test_a_story_that_says_something_else_is_refused_without_repeating_it(key: str, value: Any) -> None:
    fault = refused(parse_story, json.dumps({**json.loads(story_json(STORY)), key: value}).encode())
    assert fault.code.startswith("json-")
    assert "Nour" not in fault.sentence
    assert "passwd" not in fault.sentence


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("uses", {"online": True}),
        ("uses", {**dict.fromkeys(Use, True), "resale": True}),
        ("uses", {**dict.fromkeys(Use, True), "online": 1}),
        ("uses", {**dict.fromkeys(Use, True), "online": None}),
        ("uses", []),
        ("texts", []),
        ("texts", {"about": "short"}),
        ("texts", {"about": int("1" * 64)}),
        ("texts", {"about": None}),
        ("interface_language", "e"),
        ("heard_aloud", 1),
        ("heard_aloud", "true"),
        ("heard_aloud", None),
        # Only a yes is ever written down.
        ("own_wish", False),
        ("own_wish", 1),
        ("adult", False),
        ("adult", "yes"),
        ("understood", None),
        ("text_languages", {}),
        ("text_languages", []),
        ("text_languages", {"about": "e"}),
        ("text_languages", {"about": None}),
        ("text_languages", {"uses": "en"}),
        ("will", True),
    ],
)
def test_a_consent_that_is_not_plain_is_refused(key: str, value: Any) -> None:
    refused(parse_consent, json.dumps({**json.loads(consent_json(CONSENT)), key: value}).encode())


@pytest.mark.parametrize(
    ("key", "value"),
    [("needs", ["money"]), ("needs", "law"), ("language", "x" * 65), ("contact", None), ("contact", "x" * 2_001), ("note", "\x07")],
)
def test_a_help_request_that_is_not_one_is_refused(key: str, value: Any) -> None:
    refused(parse_help, json.dumps({**json.loads(help_json(HELP)), key: value}).encode())


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_refused_and_never_crash(raw: bytes) -> None:
    for parse in (parse_story, parse_consent, parse_help):
        refused(parse, raw)

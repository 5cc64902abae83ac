"""What is inside a package: `story.json`, `consent.json`, `help.json` (schema 1, docs/formats.md).

Parsing is strict: an unknown or missing key is refused, because a reader that ignores what it does not know would one day
publish what a newer kiosk asked it not to.
"""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeVar

from sync.contract.faults import BrokenPackage
from sync.contract.package import LIMITS, Part
from sync.contract.prompts import PROMPT_IDS

SCHEMA = 1
MAX_NAME_CHARACTERS = 120
MAX_CAPTION_CHARACTERS = 280
MAX_NOTE_CHARACTERS = 2_000
MAX_PHOTOS = 10

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")  # the shape of a BCP 47 tag
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])\Z")
_HEX64 = re.compile(r"[0-9a-f]{64}\Z")
_ANSWER_FILE = re.compile(r"data/answers/[1-9]-[a-z]{1,40}\.(flac|opus)\Z")
_PHOTO_FILE = re.compile(r"data/photos/[0-9]{2}\.jpg\Z")
# Keys of consent.json that are there only with something to say.
_SINCE_ASKED = frozenset({"own_wish", "adult", "understood", "text_languages"})
_LARGEST_LOUDNESS = 20_000  # 200 LUFS either way: beyond anything a meter gives


class IdentityKind(StrEnum):
    NONE = "none"
    OTHER = "other"
    OWN = "own"


class Voice(StrEnum):
    """How her words may be heard: as spoken, read by someone else, as text only, or kept in the archive and not published."""

    OWN = "own"
    READER = "reader"
    WORDS = "words"
    ARCHIVE = "archive"


class Use(StrEnum):
    ONLINE = "online"
    EXHIBITION = "exhibition"
    EDUCATION = "education"
    CAMPAIGN = "campaign"
    PARTNERS = "partners"


class Need(StrEnum):
    PRESS = "press"
    LAW = "law"
    TRANSLATION = "translation"
    TECHNOLOGY = "technology"
    TRAINING = "training"
    SAFETY = "safety"
    OTHER = "other"


@dataclass(frozen=True)
class Span:
    """Half-open [start_ms, end_ms) on the answer's own time line."""

    start_ms: int
    end_ms: int


@dataclass(frozen=True)
class Answer:
    """`name_marks`: where the speaker said that a name was said. `cuts`: spans whose samples were replaced before sealing."""

    prompt: str
    file: str
    duration_ms: int
    sample_rate_hz: int
    loudness_centi_lufs: int | None
    name_marks: tuple[Span, ...] = ()
    cuts: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Photo:
    """`covers` counts the areas painted over; where they lie is not said."""

    file: str
    caption: str
    covers: int


@dataclass(frozen=True)
class Identity:
    """`name` is None exactly when `kind` is NONE: then the key is absent from the JSON altogether."""

    kind: IdentityKind
    name: str | None = None


@dataclass(frozen=True)
class Story:
    """`month` is the only time in a package (ISO year and month). `withdrawal_verifier`: see `sync.package.verifier`."""

    story_id: str
    part: Part
    language: str
    answers: tuple[Answer, ...]
    photos: tuple[Photo, ...]
    identity: Identity
    voice: Voice
    event_id: str | None
    month: str
    withdrawal_verifier: str


@dataclass(frozen=True)
class Consent:
    """`texts` maps each text that was shown (by its id) to the SHA-256 of its exact words in its language of `text_languages`.

    The rest came later; a package without them is from a kiosk that did not ask: `own_wish` and `adult` are yes or not known (a kiosk
    records nobody who says no), `understood`: before Send she said rightly who will be able to hear or read her story. A text that
    `text_languages` does not name was shown in `interface_language`, the one that was chosen last.
    """

    uses: dict[Use, bool]
    texts: dict[str, str]
    interface_language: str
    heard_aloud: bool
    own_wish: bool = False
    adult: bool = False
    understood: bool = False
    text_languages: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class HelpRequest:
    """Private: never published, never joined to the public story."""

    needs: tuple[Need, ...]
    language: str
    contact: str
    note: str


def story_json(story: Story) -> bytes:
    identity: dict[str, Any] = {"kind": story.identity.kind}
    if story.identity.name is not None:
        identity["name"] = story.identity.name
    return _dump({**asdict(story), "identity": identity})


def consent_json(consent: Consent) -> bytes:
    value = {**asdict(consent), "uses": {use: consent.uses.get(use, False) for use in Use}}
    return _dump({key: given for key, given in value.items() if given or key not in _SINCE_ASKED})


def help_json(request: HelpRequest) -> bytes:
    return _dump(asdict(request))


def _dump(value: dict[str, Any]) -> bytes:
    return json.dumps({"schema": SCHEMA, **value}, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def parse_story(raw: bytes) -> Story:
    """Raises BrokenPackage, naming the key but never the value (values are the story)."""
    value = _load(raw, Story)
    identity = _parse_identity(value["identity"])
    story = Story(
        story_id=_uuid4(value["story_id"]),
        part=_member(Part, value["part"], "part"),
        language=_matching(_LANGUAGE, value["language"], "language"),
        answers=tuple(_parse_answer(item) for item in _list(value["answers"], "answers")),
        photos=tuple(_parse_photo(item) for item in _list(value["photos"], "photos")),
        identity=identity,
        voice=_member(Voice, value["voice"], "voice"),
        event_id=None if value["event_id"] is None else _text(value["event_id"], "event_id", 64),
        month=_matching(_MONTH, value["month"], "month"),
        withdrawal_verifier=_matching(_HEX64, value["withdrawal_verifier"], "withdrawal_verifier"),
    )
    if len({answer.prompt for answer in story.answers}) != len(story.answers):
        raise _broken("answers")
    if len(story.photos) > MAX_PHOTOS:
        raise _broken("photos")
    return story


def parse_consent(raw: bytes) -> Consent:
    """Raises BrokenPackage."""
    value = _load(raw, Consent, optional=_SINCE_ASKED)
    uses, texts = value["uses"], value["texts"]
    if not isinstance(uses, dict) or set(uses) != set(Use) or not all(type(v) is bool for v in uses.values()):
        raise _broken("uses")
    if not isinstance(texts, dict) or not all(isinstance(v, str) and _HEX64.match(v) for v in texts.values()):
        raise _broken("texts")
    if type(value["heard_aloud"]) is not bool:
        raise _broken("heard_aloud")
    return Consent(
        uses={Use(key): granted for key, granted in uses.items()},
        texts=texts,
        interface_language=_matching(_LANGUAGE, value["interface_language"], "interface_language"),
        heard_aloud=value["heard_aloud"],
        own_wish=_only_yes(value, "own_wish"),
        adult=_only_yes(value, "adult"),
        understood=_only_yes(value, "understood"),
        text_languages=_parse_text_languages(value, texts),
    )


def _only_yes(value: dict[str, Any], key: str) -> bool:
    if value.get(key, True) is not True:
        raise _broken(key)
    return key in value


def _parse_text_languages(value: dict[str, Any], texts: dict[str, str]) -> dict[str, str]:
    languages = value.get("text_languages", {})
    if not isinstance(languages, dict) or not set(languages) <= set(texts) or (not languages and "text_languages" in value):
        raise _broken("text_languages")
    return {text_id: _matching(_LANGUAGE, language, "text_languages") for text_id, language in languages.items()}


def parse_help(raw: bytes) -> HelpRequest:
    """Raises BrokenPackage."""
    value = _load(raw, HelpRequest)
    return HelpRequest(
        needs=tuple(_member(Need, need, "needs") for need in _list(value["needs"], "needs")),
        language=_text(value["language"], "language", 64),
        contact=_text(value["contact"], "contact", MAX_NOTE_CHARACTERS),
        note=_text(value["note"], "note", MAX_NOTE_CHARACTERS),
    )


def _parse_identity(value: Any) -> Identity:
    if not isinstance(value, dict) or not set(value) <= {"kind", "name"} or "kind" not in value:
        raise _broken("identity")
    kind = _member(IdentityKind, value["kind"], "identity.kind")
    if (kind is IdentityKind.NONE) != ("name" not in value):
        raise _broken("identity.name")
    return Identity(kind, _text(value["name"], "identity.name", MAX_NAME_CHARACTERS) if "name" in value else None)


def _parse_answer(value: Any) -> Answer:
    _keys(value, Answer, "answers")
    if value["prompt"] not in PROMPT_IDS:
        raise _broken("answers.prompt")
    loudness = value["loudness_centi_lufs"]
    if loudness is not None and (type(loudness) is not int or abs(loudness) > _LARGEST_LOUDNESS):
        raise _broken("answers.loudness_centi_lufs")
    return Answer(
        prompt=value["prompt"],
        file=_matching(_ANSWER_FILE, value["file"], "answers.file"),
        duration_ms=_count(value["duration_ms"], "answers.duration_ms"),
        sample_rate_hz=_count(value["sample_rate_hz"], "answers.sample_rate_hz"),
        loudness_centi_lufs=loudness,
        name_marks=tuple(_parse_span(span) for span in _list(value["name_marks"], "answers.name_marks")),
        cuts=tuple(_parse_span(span) for span in _list(value["cuts"], "answers.cuts")),
    )


def _parse_span(value: Any) -> Span:
    _keys(value, Span, "span")
    span = Span(_count(value["start_ms"], "span.start_ms"), _count(value["end_ms"], "span.end_ms"))
    if span.start_ms >= span.end_ms:
        raise _broken("span")
    return span


def _parse_photo(value: Any) -> Photo:
    _keys(value, Photo, "photos")
    return Photo(
        file=_matching(_PHOTO_FILE, value["file"], "photos.file"),
        caption=_text(value["caption"], "photos.caption", MAX_CAPTION_CHARACTERS),
        covers=_count(value["covers"], "photos.covers"),
    )


def _broken(key: str) -> BrokenPackage:
    return BrokenPackage("json-" + key.replace("_", "-").replace(".", "-"), f"The package's JSON is not as the format says: {key}.")


def _load(raw: bytes, shape: type, optional: frozenset[str] = frozenset()) -> dict[str, Any]:
    if len(raw) > LIMITS.json_bytes:
        raise _broken("size")
    try:
        value = json.loads(raw.decode("utf-8"), object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as error:
        raise _broken("syntax") from error
    if not isinstance(value, dict):
        raise _broken("schema")
    schema = value.pop("schema", None)
    if type(schema) is not int or schema != SCHEMA:  # `true` and 1.0 equal 1 in Python
        raise _broken("schema")
    _keys(value, shape, "top", optional)
    return value


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Two readers of `{"a": 1, "a": 2}` may disagree on what it says, so nobody gets to read it."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("repeated key")
    return value


def _keys(value: Any, shape: type, where: str, optional: frozenset[str] = frozenset()) -> None:
    known = {each.name for each in fields(shape)}
    if not isinstance(value, dict) or not known - optional <= set(value) <= known:
        raise _broken(where)


def _text(value: Any, where: str, most: int) -> str:
    if not isinstance(value, str) or len(value) > most or not all(_may_travel(character) for character in value):
        raise _broken(where)
    return value


def _may_travel(character: str) -> bool:
    """No control characters but line feed and tab, and no lone surrogates, which JSON can say and UTF-8 cannot."""
    code = ord(character)
    return character in "\n\t" or not (code < 32 or 127 <= code < 160 or 0xD800 <= code < 0xE000)


def _matching(pattern: re.Pattern[str], value: Any, where: str) -> str:
    if not isinstance(value, str) or not pattern.match(value):
        raise _broken(where)
    return value


def _count(value: Any, where: str) -> int:
    if type(value) is not int or not 0 <= value < 2**53:
        raise _broken(where)
    return value


def _list(value: Any, where: str) -> list[Any]:
    if not isinstance(value, list) or len(value) > 1_000:
        raise _broken(where)
    return value


_E = TypeVar("_E", bound=StrEnum)


def _member(kind: type[_E], value: Any, where: str) -> _E:
    try:
        return kind(value)
    except ValueError as error:
        raise _broken(where) from error


def _uuid4(value: Any) -> str:
    try:
        parsed = uuid.UUID(value)
    except (ValueError, TypeError, AttributeError) as error:
        raise _broken("story_id") from error
    if parsed.version != 4 or str(parsed) != value:
        raise _broken("story_id")
    return str(value)

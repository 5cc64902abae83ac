"""Everything one person has said and chosen, between Start and Send. Plain data: the draft store seals it, screens edit it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kiosk.errors import StorageFault
from sync.contract.prompts import PROMPT_IDS
from sync.contract.story import HelpRequest, Identity, IdentityKind, Need, Span, Use, Voice


@dataclass(frozen=True)
class ListeningCopy:
    """The Opus of an answer, made ahead of Send and sealed in the draft. `made_of`: see kiosk.audio.listening_copy."""

    blob_id: str
    made_of: str
    duration_ms: int
    loudness_centi_lufs: int | None


@dataclass
class AnswerDraft:
    """One answer. `take_ids` are its segments in order (more than one when a microphone or recorder died in between).

    `name_marks`, `cuts` and `trim` lie on the joined time line of the segments, in milliseconds. `trim` is what of it is kept (None:
    all); what lies outside of it leaves this laptop in no form. The trimmed time line, on which others hear it, begins at 0 again.
    """

    take_ids: list[str] = field(default_factory=list)
    name_marks: list[Span] = field(default_factory=list)
    cuts: list[Span] = field(default_factory=list)
    duration_ms: int = 0
    skipped: bool = False
    trim: Span | None = None
    listening_copy: ListeningCopy | None = None

    @property
    def has_recording(self) -> bool:
        return bool(self.take_ids)

    @property
    def kept(self) -> Span:
        """What is kept of the joined time line: `trim`, or all of it."""
        if self.trim is None:
            return Span(0, self.duration_ms)
        return Span(max(0, self.trim.start_ms), min(self.duration_ms, self.trim.end_ms))

    @property
    def kept_ms(self) -> int:
        """The length after trimming."""
        return max(0, self.kept.end_ms - self.kept.start_ms)

    def on_trimmed_line(self, spans: Iterable[Span]) -> list[Span]:
        """`spans` of the joined time line as they lie on the trimmed one; what was trimmed away is not there."""
        kept = self.kept
        clipped = (Span(max(kept.start_ms, span.start_ms), min(kept.end_ms, span.end_ms)) for span in spans)
        return [Span(span.start_ms - kept.start_ms, span.end_ms - kept.start_ms) for span in clipped if span.start_ms < span.end_ms]


@dataclass
class PhotoDraft:
    """Blob ids point into the draft store. `covers` counts painted areas; the uncovered original is never kept."""

    full_blob_id: str
    small_blob_id: str
    caption: str = ""
    covers: int = 0


class Question(StrEnum):
    """The two forms of the question before Send: something may be published, or nothing leaves the archive."""

    PUBLIC = "public"
    ARCHIVE = "archive"


@dataclass
class Session:
    """`identity` and `voice` stay None until chosen.

    `texts` maps the id of each text that was agreed to to the hash of its words, `text_languages` to the language she read it in.
    `own_wish` and `adult` know only yes: a no is written down nowhere. `understood` is the question she has answered rightly.
    """

    language: str = "en"
    page: str = "start"
    own_wish: bool = False
    adult: bool = False
    answers: dict[str, AnswerDraft] = field(default_factory=lambda: {prompt: AnswerDraft() for prompt in PROMPT_IDS})
    photos: list[PhotoDraft] = field(default_factory=list)
    identity: Identity | None = None
    name_checked: bool = False
    voice: Voice | None = None
    uses: set[Use] = field(default_factory=set)
    help: HelpRequest | None = None
    understood: Question | None = None
    texts: dict[str, str] = field(default_factory=dict)
    text_languages: dict[str, str] = field(default_factory=dict)
    heard_aloud: bool = False
    # Of takes that nobody has kept yet, by the first segment's take id: a name that was marked must not be forgotten in a crash.
    unkept_marks: dict[str, list[Span]] = field(default_factory=dict)
    # Written into the draft just before sealing, so that after a crash the half-made files and the finished Send can be told apart.
    group_id: str | None = None
    package_ids: list[str] = field(default_factory=list)

    def keep_take(self, prompt: str, take_ids: list[str], duration_ms: int, name_marks: list[Span]) -> list[str]:
        """A new take replaces the old one, with its marks, cuts and trim. Returns the ids of the takes it replaced.

        The old one's listening copy stays named until its blob has been deleted.
        """
        old = self.answers[prompt]
        replaced = old.take_ids
        self.answers[prompt] = AnswerDraft(list(take_ids), list(name_marks), [], duration_ms, listening_copy=old.listening_copy)
        if prompt == "why" or name_marks:
            self.name_checked = False
        return replaced

    def blob_ids(self) -> set[str]:
        """Every blob of the draft that this session names."""
        photos = {blob_id for photo in self.photos for blob_id in (photo.full_blob_id, photo.small_blob_id)}
        return photos | {answer.listening_copy.blob_id for answer in self.answers.values() if answer.listening_copy is not None}

    def choose_identity(self, identity: Identity) -> None:
        if identity != self.identity:
            self.identity = identity
            self.name_checked = False

    def agree(self, text_id: str, text_hash: str, language: str) -> None:
        """She went on from a page whose words bind; it was shown in `language`, whatever she chooses later."""
        self.texts[text_id] = text_hash
        self.text_languages[text_id] = language

    def forget_will_and_age(self) -> None:
        """Both are asked anew, and nothing tells that they were answered before."""
        self.own_wish = self.adult = False
        for text_id in ("own-will", "age"):
            self.texts.pop(text_id, None)
            self.text_languages.pop(text_id, None)

    def to_record(self) -> dict[str, Any]:
        """JSON-ready; the draft store encrypts it."""
        return {
            "language": self.language,
            "page": self.page,
            "own_wish": self.own_wish,
            "adult": self.adult,
            "answers": {
                prompt: {
                    "take_ids": list(answer.take_ids),
                    "name_marks": [[span.start_ms, span.end_ms] for span in answer.name_marks],
                    "cuts": [[span.start_ms, span.end_ms] for span in answer.cuts],
                    "duration_ms": answer.duration_ms,
                    "skipped": answer.skipped,
                    "trim": None if answer.trim is None else [answer.trim.start_ms, answer.trim.end_ms],
                    "listening_copy": None if answer.listening_copy is None else vars(answer.listening_copy).copy(),
                }
                for prompt, answer in self.answers.items()
            },
            "photos": [vars(photo).copy() for photo in self.photos],
            "identity": None if self.identity is None else [self.identity.kind, self.identity.name],
            "name_checked": self.name_checked,
            "voice": self.voice,
            "uses": sorted(self.uses),
            "help": None
            if self.help is None
            else {"needs": list(self.help.needs), "language": self.help.language, "contact": self.help.contact, "note": self.help.note},
            "understood": self.understood,
            "texts": dict(self.texts),
            "text_languages": dict(self.text_languages),
            "heard_aloud": self.heard_aloud,
            "unkept_marks": {take_id: [[span.start_ms, span.end_ms] for span in marks] for take_id, marks in self.unkept_marks.items()},
            "group_id": self.group_id,
            "package_ids": list(self.package_ids),
        }

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Session:
        """Raises StorageFault for one that was saved by a version with other choices; then nothing of it may be deleted."""
        try:
            return cls._from_record(record)
        except (KeyError, TypeError, ValueError) as error:
            sentence = "Unfinished stories here were saved by a newer version. Please update this program."
            raise StorageFault("drafts-newer", sentence) from error

    @classmethod
    def _from_record(cls, record: dict[str, Any]) -> Session:
        identity, help_record = record["identity"], record["help"]
        return cls(
            language=record["language"],
            page=record["page"],
            # Drafts of earlier versions have none of these: then they are asked.
            own_wish=record.get("own_wish", False),
            adult=record.get("adult", False),
            understood=None if record.get("understood") is None else Question(record["understood"]),
            text_languages=dict(record.get("text_languages", {})),
            answers={
                prompt: AnswerDraft(
                    take_ids=list(value["take_ids"]),
                    name_marks=[Span(*span) for span in value["name_marks"]],
                    cuts=[Span(*span) for span in value["cuts"]],
                    duration_ms=value["duration_ms"],
                    skipped=value["skipped"],
                    # Drafts of earlier versions have neither.
                    trim=None if value.get("trim") is None else Span(*value["trim"]),
                    listening_copy=None if value.get("listening_copy") is None else ListeningCopy(**value["listening_copy"]),
                )
                for prompt, value in record["answers"].items()
            },
            photos=[PhotoDraft(**value) for value in record["photos"]],
            identity=None if identity is None else Identity(IdentityKind(identity[0]), identity[1]),
            name_checked=record["name_checked"],
            voice=None if record["voice"] is None else Voice(record["voice"]),
            uses={Use(use) for use in record["uses"]},
            help=None
            if help_record is None
            else HelpRequest(
                tuple(Need(need) for need in help_record["needs"]), help_record["language"], help_record["contact"], help_record["note"]
            ),
            texts=dict(record["texts"]),
            heard_aloud=record["heard_aloud"],
            unkept_marks={take_id: [Span(*span) for span in marks] for take_id, marks in record.get("unkept_marks", {}).items()},
            group_id=record["group_id"],
            package_ids=list(record["package_ids"]),
        )

"""Everything one person has said and chosen, between Start and Send. Plain data: the draft store seals it, screens edit it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sync.contract.story import PROMPT_IDS, HelpRequest, Identity, IdentityKind, Need, Span, Use, Voice


@dataclass
class AnswerDraft:
    """One answer. `take_ids` are its segments in order (more than one when a microphone or recorder died in between).

    `name_marks` and `cuts` lie on the joined time line of the segments, in milliseconds.
    """

    take_ids: list[str] = field(default_factory=list)
    name_marks: list[Span] = field(default_factory=list)
    cuts: list[Span] = field(default_factory=list)
    duration_ms: int = 0
    skipped: bool = False

    @property
    def has_recording(self) -> bool:
        return bool(self.take_ids)


@dataclass
class PhotoDraft:
    """Blob ids point into the draft store. `covers` counts painted areas; the uncovered original is never kept."""

    full_blob_id: str
    small_blob_id: str
    caption: str = ""
    covers: int = 0


@dataclass
class Session:
    """`identity` and `voice` stay None until chosen. `texts` maps a text id to the hash of what was shown in `language`."""

    language: str = "en"
    page: str = "start"
    answers: dict[str, AnswerDraft] = field(default_factory=lambda: {prompt: AnswerDraft() for prompt in PROMPT_IDS})
    photos: list[PhotoDraft] = field(default_factory=list)
    identity: Identity | None = None
    name_checked: bool = False
    voice: Voice | None = None
    uses: set[Use] = field(default_factory=set)
    help: HelpRequest | None = None
    texts: dict[str, str] = field(default_factory=dict)
    heard_aloud: bool = False
    # Written into the draft just before sealing, so that after a crash the half-made files and the finished Send can be told apart.
    group_id: str | None = None
    package_ids: list[str] = field(default_factory=list)

    def keep_take(self, prompt: str, take_ids: list[str], duration_ms: int, name_marks: list[Span]) -> list[str]:
        """A new take replaces the old one, with its marks and cuts. Returns the ids of the takes it replaced."""
        replaced = self.answers[prompt].take_ids
        self.answers[prompt] = AnswerDraft(list(take_ids), list(name_marks), [], duration_ms)
        if prompt == "why":
            self.name_checked = False
        return replaced

    def choose_identity(self, identity: Identity) -> None:
        if identity != self.identity:
            self.identity = identity
            self.name_checked = False

    def to_record(self) -> dict[str, Any]:
        """JSON-ready; the draft store encrypts it."""
        return {
            "language": self.language,
            "page": self.page,
            "answers": {
                prompt: {
                    "take_ids": list(answer.take_ids),
                    "name_marks": [[span.start_ms, span.end_ms] for span in answer.name_marks],
                    "cuts": [[span.start_ms, span.end_ms] for span in answer.cuts],
                    "duration_ms": answer.duration_ms,
                    "skipped": answer.skipped,
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
            "texts": dict(self.texts),
            "heard_aloud": self.heard_aloud,
            "group_id": self.group_id,
            "package_ids": list(self.package_ids),
        }

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> Session:
        identity, help_record = record["identity"], record["help"]
        return cls(
            language=record["language"],
            page=record["page"],
            answers={
                prompt: AnswerDraft(
                    take_ids=list(value["take_ids"]),
                    name_marks=[Span(*span) for span in value["name_marks"]],
                    cuts=[Span(*span) for span in value["cuts"]],
                    duration_ms=value["duration_ms"],
                    skipped=value["skipped"],
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
            group_id=record["group_id"],
            package_ids=list(record["package_ids"]),
        )

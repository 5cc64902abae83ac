"""Stories for tests of the archive: real Ogg Opus and JPEG files in a real blob store, recorded through the archive's own action.

Needs Django to be set up, so it is imported by the conftests of archive tests alone.
"""

from __future__ import annotations

import functools
import hashlib
import io
import math
import uuid
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np
import soundfile
from django.contrib.auth.models import Group, User
from PIL import Image, ImageDraw

from archive.core.blobs import BlobStore
from archive.core.policy import Role
from archive.intake.models import Package
from archive.kiosks.models import Kiosk
from archive.review import actions
from archive.stories.actions import record_part
from archive.stories.models import Story as StoryRow
from archive.stories.renditions import current_rendition
from sync.contract.package import Part, answer_path, new_package_id, photo_path
from sync.contract.prompts import PROMPT_IDS
from sync.contract.story import (
    Answer,
    Consent,
    HelpRequest,
    Identity,
    IdentityKind,
    Photo,
    Span,
    Story,
    Use,
    Voice,
)

PASSWORD = "a long enough password"


@functools.cache
def opus(seconds: int = 2, tone_hz: int = 220) -> bytes:
    """Ogg Opus of a soft tone."""
    time = np.arange(48_000 * seconds) / 48_000
    out = io.BytesIO()
    soundfile.write(out, 0.2 * np.sin(2 * math.pi * tone_hz * time), 48_000, format="OGG", subtype="OPUS")
    return out.getvalue()


@functools.cache
def jpeg(number: int = 1) -> bytes:
    """A small drawn photo: a sun over a field."""
    picture = Image.new("RGB", (640, 480), ("#e9c9a0", "#b9d3cc", "#e7b8a4")[number % 3])
    draw = ImageDraw.Draw(picture)
    draw.ellipse((380, 90, 520, 230), fill="#b5432c")
    draw.polygon([(0, 480), (0, 330), (260, 250), (640, 360), (640, 480)], fill="#22706a")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()


@dataclass
class Telling:
    """What one teller said and chose; every field may be changed before it is sent."""

    identity: Identity = field(default_factory=lambda: Identity(IdentityKind.NONE))
    voice: Voice = Voice.OWN
    uses: frozenset[Use] = frozenset({Use.ONLINE})
    language: str = "en"
    month: str = "2026-11"
    captions: tuple[str, ...] = ()
    answers_s: tuple[int, ...] = (2, 2, 2)
    marks: tuple[Span, ...] = ()
    verifier: str = "ab" * 32
    help_request: HelpRequest | None = None
    asked_first: bool = True
    story_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def story(self, part: Part) -> Story:
        suffix = ".opus" if part is Part.LISTEN else ".flac"
        answers = tuple(
            Answer(prompt, answer_path(number, prompt, suffix), seconds * 1000, 48_000, -2300, self.marks if number == 1 else ())
            for number, (prompt, seconds) in enumerate(zip(PROMPT_IDS, self.answers_s, strict=False), start=1)
        )
        photos = tuple(Photo(photo_path(number), caption, 0) for number, caption in enumerate(self.captions, start=1))
        return Story(self.story_id, part, self.language, answers, photos, self.identity, self.voice, None, self.month, self.verifier)

    def consent(self) -> Consent:
        uses = {use: use in self.uses for use in Use}
        if not self.asked_first:
            return Consent(uses, {"about": "cd" * 32}, "en", True)
        return Consent(uses, {"about": "cd" * 32}, "en", True, own_wish=True, adult=True, understood=True, text_languages={"about": "en"})


@dataclass
class Shelf:
    """A kiosk, a blob store, and the ways a test puts stories into the archive."""

    blobs: BlobStore
    kiosk: Kiosk

    def package(self, part: Part, kiosk: Kiosk | None = None) -> Package:
        package_id = new_package_id()
        return Package.objects.create(
            kiosk=kiosk or self.kiosk,
            package_id=package_id,
            sha256=hashlib.sha256(package_id.encode()).hexdigest(),
            size_bytes=1,
            part=part.value,
            received_day=date(2026, 11, 20),
        )

    def receive(self, telling: Telling, part: Part = Part.LISTEN, *, package: Package | None = None, **changes: Any) -> StoryRow:
        """Records one part; `changes` are laid over the contract's Story."""
        story = replace(telling.story(part), **changes)
        record_part(
            package=package or self.package(part),
            story=story,
            consent=telling.consent(),
            help_request=telling.help_request if part is Part.LISTEN else None,
            blobs=self.stored(story),
        )
        return StoryRow.objects.get(story_id=story.story_id)

    def stored(self, story: Story) -> dict[str, str]:
        sounds = {answer.file: opus(max(1, answer.duration_ms // 1000), 180 + 40 * number) for number, answer in enumerate(story.answers)}
        photos = {photo.file: jpeg(number) for number, photo in enumerate(story.photos)}
        return {path: self.blobs.put(io.BytesIO(data)) for path, data in {**sounds, **photos}.items()}

    def in_review(self, telling: Telling, reviewer: User) -> StoryRow:
        row = self.receive(telling)
        actions.start_review(actor=reviewer, story_id=row.story_id, blobs=self.blobs)
        return refreshed(row)

    def published(self, telling: Telling, *reviewers: User) -> StoryRow:
        row = self.in_review(telling, reviewers[0])
        for reviewer in reviewers:
            approve(row, reviewer)
        return refreshed(row)


def approve(row: StoryRow, reviewer: User, *, listened: bool = True) -> None:
    """Approves what the reviewer has before her now."""
    rendition = current_rendition(row)
    assert rendition is not None
    actions.approve(
        actor=reviewer,
        story_id=row.story_id,
        rendition_sha256=rendition.sha256,
        consent_sha256=row.consent.sha256,
        listened=listened,
    )


def refreshed(row: StoryRow) -> StoryRow:
    return StoryRow.objects.get(pk=row.pk)


def user(name: str, role: Role | None) -> User:
    person: User = User.objects.create_user(name, password=PASSWORD)
    if role is not None:
        group, _ = Group.objects.get_or_create(name=role.value)
        person.groups.add(group)
    return person

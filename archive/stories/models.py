"""What the archive keeps of a story.

Rows are written by `archive.stories.actions`, `archive.stories.renditions` and `archive.review.actions` alone. Text that came with a
story (names, captions) lives here and in the sealed package, never in the event log.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.stories.states import State
from sync.contract.package import Part
from sync.contract.story import IdentityKind, Voice

_CONTENT_TYPES = {"audio": "audio/ogg", "photo": "image/jpeg"}


def new_public_id() -> str:
    """128 random bits as 32 hex digits: says nothing about the story, its time or its kiosk."""
    return secrets.token_hex(16)


class Story(models.Model):
    """`story_id` was made on the kiosk and never appears in public; `month` (YYYY-MM) is the only time that is known."""

    class States(models.TextChoices):
        RECEIVED = State.RECEIVED.value, _("waiting for review")
        IN_REVIEW = State.IN_REVIEW.value, _("in review")
        APPROVED = State.APPROVED.value, _("approved")
        PUBLISHED = State.PUBLISHED.value, _("published")
        WITHDRAWN = State.WITHDRAWN.value, _("withdrawn")
        REJECTED = State.REJECTED.value, _("rejected")

    story_id = models.UUIDField(unique=True)
    kiosk = models.ForeignKey("kiosks.Kiosk", on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=64)
    identity_kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in IdentityKind])
    name = models.CharField(max_length=120, null=True)
    voice = models.CharField(max_length=8, choices=[(voice.value, voice.value) for voice in Voice])
    event_id = models.CharField(max_length=64, null=True)
    month = models.CharField(max_length=7)
    withdrawal_verifier = models.CharField(max_length=64, db_index=True)
    state = models.CharField(max_length=12, choices=States.choices, default=States.RECEIVED, db_index=True)
    closed_reason = models.CharField(max_length=32, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="story_name_only_where_given",
                condition=Q(identity_kind=IdentityKind.NONE.value, name__isnull=True)
                | (~Q(identity_kind=IdentityKind.NONE.value) & Q(name__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"story {self.pk}"


class Consent(models.Model):
    """What the teller agreed to, as she sent it. `sha256` covers everything that an approval relies on (`snapshots.consent_hash`).

    `own_wish`, `adult` and `understood` are false where an older kiosk did not ask; see `sync.contract.story.Consent`.
    """

    story = models.OneToOneField(Story, on_delete=models.CASCADE, related_name="consent")
    uses = models.JSONField()
    texts = models.JSONField()
    interface_language = models.CharField(max_length=64)
    heard_aloud = models.BooleanField()
    own_wish = models.BooleanField(default=False)
    adult = models.BooleanField(default=False)
    understood = models.BooleanField(default=False)
    text_languages = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)


class PartReceived(models.Model):
    """One of a story's two parts, and the package it came in."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="parts")
    part = models.CharField(max_length=6, choices=[(part.value, part.value) for part in Part])
    package = models.OneToOneField("intake.Package", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(name="story_part_once", fields=("story", "part")),)


class Answer(models.Model):
    """One answer as one part holds it. Marks and cuts are lists of [start_ms, end_ms) on the answer's own time line."""

    received = models.ForeignKey(PartReceived, on_delete=models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField()
    prompt = models.CharField(max_length=16)
    path = models.CharField(max_length=100)
    blob_id = models.CharField(max_length=64, unique=True)
    duration_ms = models.PositiveBigIntegerField()
    sample_rate_hz = models.PositiveBigIntegerField()
    loudness_centi_lufs = models.IntegerField(null=True)
    name_marks = models.JSONField()
    cuts = models.JSONField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(name="answer_once_per_part", fields=("received", "prompt")),)


class Photo(models.Model):
    """One photo as one part holds it: small in `listen`, full size in `master`."""

    received = models.ForeignKey(PartReceived, on_delete=models.CASCADE, related_name="photos")
    position = models.PositiveSmallIntegerField()
    path = models.CharField(max_length=100)
    blob_id = models.CharField(max_length=64, unique=True)
    caption = models.CharField(max_length=280, blank=True)
    covers = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(name="photo_once_per_part", fields=("received", "position")),)


class Rendition(models.Model):
    """Exactly what the public would get, never changed once made. `sha256` covers its files, the shown name and the consent's hash.

    A newer rendition of the same story takes its place (the highest `id` is the current one); the older ones stay as they were.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="renditions")
    sha256 = models.CharField(max_length=64)
    consent_sha256 = models.CharField(max_length=64)
    shown_name = models.CharField(max_length=120, null=True)

    class Meta:
        ordering = ("id",)


class RenditionFile(models.Model):
    """`public_id` is the file's whole address: `/media/<public_id>`."""

    class Kind(models.TextChoices):
        AUDIO = "audio"
        PHOTO = "photo"

    rendition = models.ForeignKey(Rendition, on_delete=models.CASCADE, related_name="files")
    public_id = models.CharField(max_length=32, unique=True, default=new_public_id)
    kind = models.CharField(max_length=5, choices=Kind.choices)
    position = models.PositiveSmallIntegerField()
    prompt = models.CharField(max_length=16, blank=True)
    caption = models.CharField(max_length=280, blank=True)
    duration_ms = models.PositiveBigIntegerField(default=0)
    blob_id = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveBigIntegerField()

    class Meta:
        ordering = ("kind", "position")

    @property
    def content_type(self) -> str:
        return _CONTENT_TYPES[self.kind]


class Approval(models.Model):
    """One person's yes to one rendition under one consent. Voided, it stays as a record and counts no more."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="approvals")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    rendition_sha256 = models.CharField(max_length=64)
    consent_sha256 = models.CharField(max_length=64)
    voided = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(name="approval_once_per_person", fields=("story", "reviewer"), condition=Q(voided=False)),)


class Publication(models.Model):
    """A rendition being public under a random address. `ended_at` set: the address answers 410 for ever."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="publications")
    rendition = models.ForeignKey(Rendition, on_delete=models.PROTECT, related_name="publications")
    public_id = models.CharField(max_length=32, unique=True, default=new_public_id)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-started_at", "-id")
        constraints = (
            models.UniqueConstraint(name="publication_one_at_a_time", fields=("story",), condition=Q(ended_at__isnull=True)),
            models.CheckConstraint(
                name="publication_ends_after_start", condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at"))
            ),
        )

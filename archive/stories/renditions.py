"""Making a rendition: what the public would get of a story, as far as the teller's choices allow.

The files are the listening copies and small photos as the kiosk made them; nothing here changes a sample or a pixel.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django.utils.translation import gettext_noop as _

from archive.core.blobs import BlobStore
from archive.core.events import record_event
from archive.stories.models import PartReceived, Photo, Rendition, RenditionFile, Story
from archive.stories.snapshots import FileFacts, rendition_hash
from archive.stories.states import State, Step
from archive.stories.transitions import Refused, actor_of, advance, story_subject
from sync.contract.package import Part
from sync.contract.story import Voice

_READ_BYTES = 256 * 1024
# Browsers are told the type and may not sniff; a file that begins otherwise is not what the kiosk said it was.
_BEGINNINGS = {RenditionFile.Kind.AUDIO: b"OggS", RenditionFile.Kind.PHOTO: b"\xff\xd8\xff"}

_NOT_LISTENABLE = _("The listening copies of this story have not arrived yet.")
_NOT_MEDIA = _("A file of this story is not the kind of sound or photo it claims to be. Please reject it and tell the administrator.")
_NOT_NOW = _("A new rendition can only be made while the story is in review.")


def listen_part(story: Story) -> PartReceived:
    """The part that can be heard and seen. Raises Refused while it has not arrived."""
    part = story.parts.filter(part=Part.LISTEN.value).first()
    if part is None:
        raise Refused("story-not-listenable", _NOT_LISTENABLE)
    return part


def current_rendition(story: Story) -> Rendition | None:
    return story.renditions.order_by("-id").first()


def make_rendition(story: Story, *, actor: Any | None, blobs: BlobStore) -> Rendition:
    """The rendition of the story as it stands; the current one when nothing has changed.

    A new one voids every approval and takes an approved story back into review. Runs in the caller's transaction. Raises Refused.
    """
    if story.state not in (State.IN_REVIEW, State.APPROVED):
        raise Refused("rendition-not-now", _NOT_NOW)
    files = _files(story, listen_part(story), blobs)
    shown_name = None if story.voice == Voice.ARCHIVE else story.name
    facts = [FileFacts(file.kind, file.position, file.prompt, file.caption, file.duration_ms, file.sha256) for file in files]
    sha256 = rendition_hash(facts, shown_name=shown_name, consent_sha256=story.consent.sha256)
    current = current_rendition(story)
    if current is not None and current.sha256 == sha256:
        return current
    rendition = Rendition.objects.create(story=story, sha256=sha256, consent_sha256=story.consent.sha256, shown_name=shown_name)
    for file in files:
        file.rendition = rendition
    RenditionFile.objects.bulk_create(files)
    record_event("rendition.made", subject=story_subject(story), actor=actor_of(actor), facts={"rendition": sha256})
    if story.approvals.filter(voided=False).update(voided=True):
        advance(story, Step.VOID_APPROVALS, actor=actor)
    return rendition


def _files(story: Story, part: PartReceived, blobs: BlobStore) -> list[RenditionFile]:
    """Unsaved rows. Her voice is heard only where she chose so; `archive` lets nothing out, not even a photo."""
    if story.voice == Voice.ARCHIVE:
        return []
    files = []
    if story.voice == Voice.OWN:
        for answer in part.answers.all():
            file = RenditionFile(
                kind=RenditionFile.Kind.AUDIO,
                position=answer.position,
                prompt=answer.prompt,
                duration_ms=answer.duration_ms,
                blob_id=answer.blob_id,
            )
            files.append(_measured(file, blobs))
    photos: list[Photo] = list(part.photos.all())
    for photo in photos:
        file = RenditionFile(kind=RenditionFile.Kind.PHOTO, position=photo.position, caption=photo.caption, blob_id=photo.blob_id)
        files.append(_measured(file, blobs))
    return files


def _measured(file: RenditionFile, blobs: BlobStore) -> RenditionFile:
    digest, size_bytes, beginning = hashlib.sha256(), 0, b""
    with blobs.open(file.blob_id) as stream:
        while piece := stream.read(_READ_BYTES):
            beginning = beginning or piece[:4]
            digest.update(piece)
            size_bytes += len(piece)
    if not beginning.startswith(_BEGINNINGS[RenditionFile.Kind(file.kind)]):
        raise Refused("rendition-not-media", _NOT_MEDIA)
    file.sha256, file.size_bytes = digest.hexdigest(), size_bytes
    return file

"""Which stored bytes an address under `/media/` stands for, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from archive.core.blobs import BlobStore
from archive.core.policy import is_reviewer
from archive.stories.models import Answer, Photo, RenditionFile
from archive.stories.states import State
from sync.contract.package import Part

# Asked about each time (the ETag makes that cheap): what was taken down must not go on sounding from somebody's cache.
PUBLIC_CACHE = "no-cache"
PRIVATE_CACHE = "no-store"


@dataclass(frozen=True)
class MediaFile:
    """`etag` is a strong one: the bytes under a blob id never change."""

    blob_id: str
    content_type: str
    size_bytes: int
    etag: str
    cache_control: str


@dataclass(frozen=True)
class Gone:
    """It was public and has been taken down."""


def find_public(public_id: str) -> MediaFile | Gone | None:
    """A file of a published rendition. What was never public looks like what does not exist: None."""
    file = RenditionFile.objects.filter(public_id=public_id).first()
    if file is None:
        return None
    publications = file.rendition.publications
    if publications.filter(ended_at__isnull=True).exists():
        return MediaFile(file.blob_id, file.content_type, file.size_bytes, f'"{file.sha256}"', PUBLIC_CACHE)
    return Gone() if publications.exists() else None


def find_for_review(blob_id: str, cookie_header: str, blobs: BlobStore) -> MediaFile | None:
    """A file of any story that has not been withdrawn, for a logged-in reviewer; None for everyone else and everything else."""
    if not is_reviewer(get_user(_request_with_session(cookie_header))):
        return None
    content_type = _stored_type(blob_id)
    if content_type is None:
        return None
    return MediaFile(blob_id, content_type, blobs.size(blob_id), f'"{blob_id}"', PRIVATE_CACHE)


def _stored_type(blob_id: str) -> str | None:
    answer = Answer.objects.filter(blob_id=blob_id).exclude(received__story__state=State.WITHDRAWN).select_related("received").first()
    if answer is not None:
        return "audio/ogg" if answer.received.part == Part.LISTEN else "audio/flac"
    photo = Photo.objects.filter(blob_id=blob_id).exclude(received__story__state=State.WITHDRAWN).exists()
    return "image/jpeg" if photo else None


def _request_with_session(cookie_header: str) -> HttpRequest:
    """As much of a request as Django needs to say who is logged in (`get_user` checks the session's password hash too)."""
    request = HttpRequest()
    try:
        cookie = SimpleCookie(cookie_header).get(settings.SESSION_COOKIE_NAME)
    except CookieError:
        cookie = None
    engine = import_module(settings.SESSION_ENGINE)
    request.session = engine.SessionStore(cookie.value if cookie is not None else None)
    return request

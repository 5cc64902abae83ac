"""The media door by raw ASGI calls. The running event loop is asgiref's, so database work happens in the test's own thread."""

from __future__ import annotations

import asyncio
import io
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from story_samples import Shelf, Telling, opus, refreshed

from archive.core.blobs import BlobMissing
from archive.publish.media_door import CHUNK_BYTES, media_door
from archive.review import actions
from archive.review.actions import WithdrawReason
from archive.stories.models import RenditionFile, Story
from sync.contract.package import Part

# The door drops stale connections as Django does, which a test's own open transaction would not outlive.
pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Answer:
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    pieces: list[int] = field(default_factory=list)
    finished: bool = False
    damage: bool = False


def ask(path: str, method: str = "GET", *, hang_up_after: int | None = None, **headers: str) -> Answer:
    """One request; the listener may hang up after so many pieces of the body."""
    answer = Answer()

    async def run() -> None:
        hung_up = asyncio.Event()

        async def receive() -> dict[str, Any]:
            await hung_up.wait()
            return {"type": "http.disconnect"}

        async def send(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                answer.status = message["status"]
                answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
                return
            answer.body += message["body"]
            answer.pieces.append(len(message["body"]))
            answer.finished = not message.get("more_body", False)
            if hang_up_after is not None and len(answer.pieces) >= hang_up_after:
                hung_up.set()
            await asyncio.sleep(0)  # as a server does that waits for its link

        pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        try:
            await media_door({"type": "http", "method": method, "path": path, "headers": pairs}, receive, send)
        except BlobMissing:
            answer.damage = True

    async_to_sync(run)()
    return answer


@pytest.fixture
def story(shelf: Shelf, reviewer: User, second_reviewer: User) -> Story:
    return shelf.published(Telling(captions=("a house",)), reviewer, second_reviewer)


@pytest.fixture
def sound(shelf: Shelf, story: Story) -> RenditionFile:
    return RenditionFile.objects.get(rendition__story=story, prompt="why")


def _bytes(shelf: Shelf, file: RenditionFile) -> bytes:
    with shelf.blobs.open(file.blob_id) as stream:
        return stream.read()


def test_the_whole_sound(shelf: Shelf, sound: RenditionFile) -> None:
    answer = ask(f"/media/{sound.public_id}")
    assert (answer.status, answer.body, answer.finished) == (200, _bytes(shelf, sound), True)
    assert answer.headers == {
        "etag": f'"{sound.sha256}"',
        "cache-control": "no-cache",
        "accept-ranges": "bytes",
        "content-type": "audio/ogg",
        "content-length": str(sound.size_bytes),
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
        "referrer-policy": "no-referrer",
    }


def test_a_photo(shelf: Shelf, story: Story) -> None:
    photo = RenditionFile.objects.get(rendition__story=story, kind="photo")
    answer = ask(f"/media/{photo.public_id}")
    assert (answer.status, answer.headers["content-type"], answer.body) == (200, "image/jpeg", _bytes(shelf, photo))


@pytest.mark.parametrize(("asked", "start", "end"), [("bytes=0-9", 0, 10), ("bytes=100-", 100, None), ("bytes=-50", -50, None)])
def test_ranges(shelf: Shelf, sound: RenditionFile, asked: str, start: int, end: int | None) -> None:
    whole = _bytes(shelf, sound)
    answer = ask(f"/media/{sound.public_id}", range=asked)
    first = start % len(whole)
    assert (answer.status, answer.body) == (206, whole[start:end])
    assert answer.headers["content-range"] == f"bytes {first}-{first + len(answer.body) - 1}/{len(whole)}"
    assert answer.headers["content-length"] == str(len(answer.body))


def test_a_range_behind_the_end(sound: RenditionFile) -> None:
    answer = ask(f"/media/{sound.public_id}", range=f"bytes={sound.size_bytes}-")
    assert (answer.status, answer.headers["content-range"]) == (416, f"bytes */{sound.size_bytes}")


def test_if_range(shelf: Shelf, sound: RenditionFile) -> None:
    path, same = f"/media/{sound.public_id}", f'"{sound.sha256}"'
    assert ask(path, range="bytes=0-9", if_range=same).status == 206
    other = ask(path, range="bytes=0-9", if_range='"other"')
    assert (other.status, len(other.body)) == (200, sound.size_bytes)


def test_not_modified(sound: RenditionFile) -> None:
    answer = ask(f"/media/{sound.public_id}", if_none_match=f'"{sound.sha256}"')
    assert (answer.status, answer.body) == (304, b"")


def test_head_says_everything_and_sends_nothing(sound: RenditionFile) -> None:
    answer = ask(f"/media/{sound.public_id}", "HEAD", range="bytes=0-9")
    assert (answer.status, answer.body, answer.finished) == (200, b"", True)
    assert answer.headers["content-length"] == str(sound.size_bytes)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_other_methods(sound: RenditionFile, method: str) -> None:
    answer = ask(f"/media/{sound.public_id}", method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_unpublished_sounds_look_like_unknown_ones(shelf: Shelf, reviewer: User) -> None:
    shelf.in_review(Telling(), reviewer)
    unpublished = ask(f"/media/{RenditionFile.objects.filter(kind='audio')[0].public_id}")
    unknown = ask(f"/media/{'0' * 32}")
    assert (unpublished.status, unpublished.headers, unpublished.body) == (unknown.status, unknown.headers, unknown.body)
    assert unknown.status == 404


@pytest.mark.parametrize("name", ["", "review/", "review/../x", "../keys/django-secret.txt", "%00", "a/b"])
def test_names_that_are_no_ids(story: Story, name: str) -> None:
    assert ask(f"/media/{name}").status == 404


def test_blob_ids_open_nothing_in_public(sound: RenditionFile) -> None:
    assert ask(f"/media/{sound.blob_id}").status == 404
    assert ask(f"/media/review/{sound.blob_id}").status == 404


def test_withdrawn_files_are_gone(shelf: Shelf, story: Story, reviewer: User) -> None:
    files = list(RenditionFile.objects.filter(rendition__story=story))
    actions.withdraw(actor=reviewer, story_id=story.story_id, reason=WithdrawReason.TELLER)
    assert len(files) == 4
    for file in files:
        for headers in ({}, {"range": "bytes=0-9"}, {"if_none_match": f'"{file.sha256}"'}):
            answer = ask(f"/media/{file.public_id}", **headers)
            assert (answer.status, answer.headers["cache-control"]) == (410, "no-store")
            assert b"OggS" not in answer.body


def test_a_long_sound_goes_out_in_small_pieces(shelf: Shelf, sound: RenditionFile) -> None:
    long = opus(1) + bytes(10 * CHUNK_BYTES)
    _replace(shelf, sound, long)
    answer = ask(f"/media/{sound.public_id}")
    assert answer.body == long
    assert max(answer.pieces) == CHUNK_BYTES


def test_nothing_is_read_for_a_listener_who_hung_up(shelf: Shelf, sound: RenditionFile) -> None:
    _replace(shelf, sound, bytes(100 * CHUNK_BYTES))
    answer = ask(f"/media/{sound.public_id}", hang_up_after=3)
    assert not answer.finished
    assert len(answer.pieces) < 10


def _replace(shelf: Shelf, file: RenditionFile, data: bytes) -> None:
    file.blob_id, file.size_bytes = shelf.blobs.put(io.BytesIO(data)), len(data)
    file.save()


def test_a_lost_file_is_an_error_and_no_answer(shelf: Shelf, sound: RenditionFile) -> None:
    shelf.blobs.delete(sound.blob_id)
    answer = ask(f"/media/{sound.public_id}")
    assert (answer.damage, answer.status) == (True, 0)


class TestForReviewers:
    def _cookie(self, person: User) -> str:
        client = Client()
        client.force_login(person)
        return f"theme=dark; {settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"

    def test_a_reviewer_hears_what_is_not_public(self, shelf: Shelf, reviewer: User) -> None:
        story = shelf.receive(Telling(captions=("a house",)))
        part, cookie = story.parts.get(), self._cookie(reviewer)
        sound = ask(f"/media/review/{part.answers.first().blob_id}", cookie=cookie)
        assert (sound.status, sound.headers["content-type"], sound.headers["cache-control"]) == (200, "audio/ogg", "no-store")
        photo = ask(f"/media/review/{part.photos.get().blob_id}", cookie=cookie, range="bytes=0-1")
        assert (photo.status, photo.headers["content-type"], photo.body) == (206, "image/jpeg", b"\xff\xd8")

    def test_full_recordings_are_flac(self, shelf: Shelf, reviewer: User) -> None:
        part = shelf.receive(Telling(), Part.MASTER).parts.get()
        answer = ask(f"/media/review/{part.answers.first().blob_id}", "HEAD", cookie=self._cookie(reviewer))
        assert (answer.status, answer.headers["content-type"]) == (200, "audio/flac")

    def test_nobody_else_does(self, shelf: Shelf, reviewer: User, administrator: User) -> None:
        blob_id = shelf.receive(Telling()).parts.get().answers.first().blob_id
        stale = self._cookie(reviewer)
        reviewer.set_password("another long password")
        reviewer.save()
        for cookie in ("", "sessionid=", "sessionid=forged", "\x00;;=", self._cookie(administrator), stale):
            assert ask(f"/media/review/{blob_id}", cookie=cookie).status == 404

    def test_withdrawn_material_is_closed_to_reviewers_too(self, shelf: Shelf, reviewer: User) -> None:
        story = shelf.receive(Telling())
        actions.withdraw(actor=reviewer, story_id=story.story_id, reason=WithdrawReason.TELLER)
        blob_id = refreshed(story).parts.get().answers.first().blob_id
        assert ask(f"/media/review/{blob_id}", cookie=self._cookie(reviewer)).status == 404

    def test_only_blobs_of_stories_are_served(self, shelf: Shelf, reviewer: User) -> None:
        stray = shelf.blobs.put(io.BytesIO(b"not part of a story"))
        assert ask(f"/media/review/{stray}", cookie=self._cookie(reviewer)).status == 404

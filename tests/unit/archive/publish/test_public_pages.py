from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from story_samples import Shelf, Telling

from archive.publish import views
from archive.review import actions
from archive.review.actions import WithdrawReason
from archive.stories.models import Story
from sync.contract.story import Identity, IdentityKind, Use, Voice


def _story_url(story: Story) -> str:
    return reverse("story", args=[story.publications.get().public_id])


def _text(client: Client, url: str, language: str = "en") -> str:
    answer = client.get(url, headers={"Accept-Language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_gallery_says_so(client: Client, shelf: Shelf) -> None:
    assert "No story has been published yet" in _text(client, "/")


def test_gallery_and_story(client: Client, shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    telling = Telling(language="ar", captions=("", "البيت"), answers_s=(60, 90, 30))
    story = shelf.published(telling, reviewer, second_reviewer)
    gallery = _text(client, "/")
    for text in ("A story told in Arabic", "November 2026", "3 minutes", _story_url(story)):
        assert text in gallery
    page = _text(client, _story_url(story))
    assert page.count('<audio controls preload="none"') == 3
    assert page.count('type="audio/ogg; codecs=opus"') == 3
    assert '<figcaption lang="ar" dir="rtl">البيت</figcaption>' in page
    assert 'alt="Photo 1 of this story"' in page
    assert re.search(r'alt="البيت" lang="ar"', page)
    headings = re.findall(r"<h2[^>]*>(.*?)</h2>", page)
    assert headings == [
        "Why do you defend human rights?",
        "What is the most challenging part of what you do?",
        "What continues to inspire you to defend rights?",
    ]


def test_a_story_is_not_reached_by_the_kiosks_id(client: Client, shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.published(Telling(), reviewer, second_reviewer)
    for known in (str(story.story_id), story.story_id.hex, str(story.pk)):
        assert client.get(f"/stories/{known}/").status_code == 404
        assert known not in re.findall(r"/stories/([^/]+)/", _text(client, "/"))


def test_no_public_page_holds_what_is_not_public(client: Client, shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    """Each canary stands for one thing that a page could let slip."""
    shelf.kiosk.name = "CANARY-KIOSK"
    shelf.kiosk.save()
    hidden = Identity(IdentityKind.OWN, "CANARY-HIDDEN")
    shelf.published(Telling(identity=hidden, captions=("CANARY-CAPTION",), voice=Voice.ARCHIVE), reviewer, second_reviewer)
    shelf.published(Telling(identity=hidden, captions=("CANARY-CAPTION",), uses=frozenset({Use.CAMPAIGN})), reviewer, second_reviewer)
    shelf.in_review(Telling(identity=hidden, captions=("CANARY-CAPTION",)), reviewer)
    story = shelf.published(Telling(captions=("a house",)), reviewer, second_reviewer)
    # What no package may hold: should a name ever sit beside "no name", the pages must still not look at it.
    assert story.name is None
    for url in ("/", _story_url(story), "/about/"):
        page = _text(client, url)
        for secret in ("CANARY", "rosa", "samir", str(story.story_id), story.withdrawal_verifier, shelf.kiosk.kiosk_id):
            assert secret not in page, (url, secret)
    assert _text(client, "/").count('class="card"') == 1


@pytest.mark.parametrize("kind", [IdentityKind.OWN, IdentityKind.OTHER])
def test_a_chosen_name_is_shown_and_escaped(
    client: Client, shelf: Shelf, reviewer: User, second_reviewer: User, kind: IdentityKind
) -> None:
    story = shelf.published(Telling(identity=Identity(kind, "Amal <script>")), reviewer, second_reviewer)
    for url in ("/", _story_url(story)):
        page = _text(client, url)
        assert "Amal &lt;script&gt;" in page
        assert "Amal <script>" not in page


def test_a_story_taken_down_leaves_a_neutral_page(client: Client, shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.published(Telling(identity=Identity(IdentityKind.OWN, "Amal"), language="ar"), reviewer, second_reviewer)
    url = _story_url(story)
    actions.withdraw(actor=reviewer, story_id=story.story_id, reason=WithdrawReason.DANGER)
    answer = client.get(url)
    page = answer.content.decode()
    assert answer.status_code == 410
    assert "No longer available" in page
    assert not [word for word in ("Amal", "Arabic", "danger", "/media/") if word in page]
    assert "Amal" not in _text(client, "/")


def test_pages_turn_and_keep_the_newest_first(
    client: Client, shelf: Shelf, reviewer: User, second_reviewer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "STORIES_PER_PAGE", 2)
    urls = [_story_url(shelf.published(Telling(answers_s=(1,)), reviewer, second_reviewer)) for _ in range(3)]
    first, second = _text(client, "/"), _text(client, "/?page=2")
    assert re.findall(r"/stories/[0-9a-f]+/", first) == [urls[2], urls[1]]
    assert re.findall(r"/stories/[0-9a-f]+/", second) == [urls[0]]
    assert "Page 1 of 2" in first
    assert client.get("/?page=nonsense").status_code == 200


def test_the_gallery_asks_the_database_no_more_for_more_stories(
    client: Client, shelf: Shelf, reviewer: User, second_reviewer: User, django_assert_num_queries: object
) -> None:
    shelf.published(Telling(answers_s=(1,), captions=("a",)), reviewer, second_reviewer)
    with django_assert_num_queries(3):  # type: ignore[operator]
        client.get("/")
    for _ in range(3):
        shelf.published(Telling(answers_s=(1,), captions=("a",)), reviewer, second_reviewer)
    with django_assert_num_queries(3):  # type: ignore[operator]
        client.get("/")


def test_public_pages_set_no_cookie_and_load_nothing_from_elsewhere(
    client: Client, shelf: Shelf, reviewer: User, second_reviewer: User
) -> None:
    story = shelf.published(Telling(captions=("a house",)), reviewer, second_reviewer)
    for url in ("/", _story_url(story), "/about/", "/nowhere/"):
        answer = client.get(url)
        page = answer.content.decode()
        assert not answer.cookies, url
        assert not re.findall(r'(?:src|href|action)="(?!/|#|\?)[^"]*"', page), url
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=)", page), url
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_the_language_is_remembered_without_leading_elsewhere(client: Client, shelf: Shelf) -> None:
    assert 'dir="ltr"' in _text(client, "/")
    answer = client.post(reverse("choose-language"), {"language": "ar", "next": "/about/"})
    assert answer.headers["Location"] == "/about/"
    page = client.get("/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    for outside in ("https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"):
        assert client.post(reverse("choose-language"), {"language": "en", "next": outside}).headers["Location"] == "/"
    unknown = Client().post(reverse("choose-language"), {"language": "../../etc"})
    assert not unknown.cookies


def test_arabic_pages(client: Client, shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.published(Telling(language="fr", answers_s=(60, 60, 60)), reviewer, second_reviewer)
    page = _text(client, _story_url(story), "ar")
    for text in ("قصة محكية باللغة الفرنسيّة", "نوفمبر 2026", "3 دقائق", "لماذا تدافع عن حقوق الإنسان؟"):
        assert text in page

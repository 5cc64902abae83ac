from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from story_samples import PASSWORD, Shelf, Telling, approve, refreshed

from archive.core.keys import archive_keys
from archive.review.desk import queue_for
from archive.stories.models import Approval
from archive.stories.models import Story as StoryRow
from sync.contract.package import Part
from sync.contract.story import Identity, IdentityKind, Span, Use, Voice
from sync.contract.withdrawal import new_withdrawal_code
from sync.package import withdrawal_verifier


def _page(client: Client, story: StoryRow) -> str:
    return client.get(reverse("review-story", args=[story.story_id])).content.decode()


def _approval_form(page: str) -> dict[str, str]:
    return dict(re.findall(r'type="hidden" name="(rendition|consent)" value="([0-9a-f]{64})"', page))


def test_the_queue_shows_each_person_what_waits_for_her(shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    fresh = shelf.receive(Telling())
    mine = shelf.in_review(Telling(), reviewer)
    approve(mine, reviewer)
    shelf.receive(Telling(), Part.MASTER)  # cannot be heard yet
    assert queue_for(reviewer).waiting == [fresh]
    assert queue_for(reviewer).needs_second == [mine]
    assert queue_for(second_reviewer).waiting == [fresh, mine]


def test_handing_off_takes_a_story_out_of_ones_own_queue_only(client: Client, shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.receive(Telling())
    client.force_login(reviewer)
    client.post(reverse("review-hand-off", args=[story.story_id]))
    client.post(reverse("review-hand-off", args=[story.story_id]))
    assert queue_for(reviewer).waiting == []
    assert queue_for(second_reviewer).waiting == [story]


def test_two_reviewers_publish_through_the_pages(client: Client, shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.receive(Telling(captions=("a house",)))
    client.force_login(reviewer)
    client.post(reverse("review-start", args=[story.story_id]))
    form = {**_approval_form(_page(client, story)), "listened": "yes"}
    assert set(form) == {"rendition", "consent", "listened"}
    client.post(reverse("review-approve", args=[story.story_id]), form)
    client.force_login(second_reviewer)
    assert "rosa" in _page(client, story)
    client.post(reverse("review-approve", args=[story.story_id]), form)
    page = _page(client, story)
    public_id = story.publications.get().public_id
    assert reverse("story", args=[public_id]) in page
    assert client.get(reverse("story", args=[public_id])).status_code == 200


def test_a_refusal_is_shown_as_a_sentence(client: Client, shelf: Shelf, reviewer: User) -> None:
    story = shelf.in_review(Telling(voice=Voice.READER), reviewer)
    client.force_login(reviewer)
    form = {**_approval_form(_page(client, story)), "listened": "yes"}
    answer = client.post(reverse("review-approve", args=[story.story_id]), form, follow=True)
    assert "once someone else has read the words" in answer.content.decode()
    arabic = client.post(reverse("review-approve", args=[story.story_id]), form, follow=True, headers={"Accept-Language": "ar"})
    assert "بعد أن يقرأ شخص آخر كلماتها" in arabic.content.decode()


def test_the_tick_is_asked_for_by_the_server(client: Client, shelf: Shelf, reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    client.force_login(reviewer)
    client.post(reverse("review-approve", args=[story.story_id]), _approval_form(_page(client, story)))
    assert not Approval.objects.exists()


def test_rejecting_needs_a_reason(client: Client, shelf: Shelf, reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    client.force_login(reviewer)
    for reason in ("", "because"):
        client.post(reverse("review-reject", args=[story.story_id]), {"reason": reason})
        assert refreshed(story).state == "in_review"
    client.post(reverse("review-reject", args=[story.story_id]), {"reason": "harmful"})
    assert refreshed(story).state == "rejected"


def test_the_page_says_in_plain_words_what_was_agreed_to(client: Client, shelf: Shelf, reviewer: User) -> None:
    telling = Telling(
        identity=Identity(IdentityKind.OTHER, "Flor"), uses=frozenset({Use.EDUCATION}), marks=(Span(65_000, 67_000),), answers_s=(90,)
    )
    story = shelf.in_review(telling, reviewer)
    client.force_login(reviewer)
    page = _page(client, story)
    for text in ("To be called “Flor”, which is not the real name.", "The voice may be heard as it is.", "1:05 – 1:07"):
        assert text in page
    assert re.search(r'class="yes">.{1,80}in schools and courses', page)
    assert re.search(r'class="no">.{1,80}on the internet', page)
    assert "does not appear on the public page" in page
    assert "autoplay" not in page


@pytest.mark.parametrize(("asked", "said"), [(True, "to be 18 or older"), (False, "did not ask about own wish")])
def test_the_page_says_whether_she_was_asked_first(client: Client, shelf: Shelf, reviewer: User, asked: bool, said: str) -> None:
    story = shelf.in_review(Telling(asked_first=asked), reviewer)
    client.force_login(reviewer)
    assert said in _page(client, story)


def test_withdrawal_code_leads_to_the_take_down_page(client: Client, shelf: Shelf, administrator: User) -> None:
    code = new_withdrawal_code()
    story = shelf.receive(Telling(verifier=withdrawal_verifier(code, archive_keys().receipt_key)))
    client.force_login(administrator)
    spoken = f"{code[:4]} {code[4:8]}-{code[8:]}"
    take_down = reverse("review-take-down", args=[story.story_id])
    assert client.post(reverse("review-find"), {"code": spoken}).headers["Location"] == take_down
    for wrong in ("", code[:-1], new_withdrawal_code()):
        assert client.post(reverse("review-find"), {"code": wrong}).headers["Location"] == reverse("review-queue")
    client.post(take_down, {"reason": ""})
    assert refreshed(story).state == "received"
    client.post(take_down, {"reason": "teller"})
    assert refreshed(story).state == "withdrawn"
    assert client.get(take_down).status_code == 404


@pytest.mark.allow_logs("axes")
def test_logging_in_and_out(client: Client, shelf: Shelf, reviewer: User) -> None:
    login = reverse("login")
    assert client.get(reverse("review-queue")).headers["Location"] == f"{login}?next=/review/"
    assert client.get(login).status_code == 200
    wrong = client.post(login, {"username": "rosa", "password": "wrong"})
    assert "do not fit together" in wrong.content.decode()
    right = client.post(login, {"username": "rosa", "password": PASSWORD, "next": "/review/"})
    assert right.headers["Location"] == "/review/"
    assert client.get(reverse("review-queue")).status_code == 200
    client.post(reverse("logout"))
    assert client.get(reverse("review-queue")).status_code == 302


@pytest.mark.allow_logs("axes")
def test_guessing_passwords_is_stopped(client: Client, shelf: Shelf, reviewer: User) -> None:
    login = reverse("login")
    for _ in range(8):
        client.post(login, {"username": "rosa", "password": "wrong"})
    stopped = client.post(login, {"username": "rosa", "password": PASSWORD})
    assert stopped.status_code == 429
    assert client.get(reverse("review-queue")).status_code == 302


def test_staff_pages_are_never_cached(client: Client, shelf: Shelf, reviewer: User) -> None:
    story = shelf.in_review(Telling(), reviewer)
    client.force_login(reviewer)
    for url in (reverse("review-queue"), reverse("review-story", args=[story.story_id]), reverse("help-requests")):
        assert "no-store" in client.get(url).headers["Cache-Control"]

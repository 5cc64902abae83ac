"""The page for everyone with a code: three steps, no cookie, the same words for every code."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from story_samples import Shelf, Telling, refreshed

from archive.core.keys import archive_keys
from archive.stories.states import State
from archive.withdraw.limits import WEB_LIMIT
from archive.withdraw.models import Withdrawal
from sync.contract.withdrawal import new_withdrawal_code, spoken_groups
from sync.package import withdrawal_verifier

pytestmark = pytest.mark.django_db
URL = "/withdraw/"


@pytest.fixture
def strict(shelf: Shelf) -> Client:
    """A browser that keeps no cookies."""
    return Client(enforce_csrf_checks=True)


def take_back(client: Client, code: str) -> Any:
    return client.post(URL, {"code": code, "sure": "yes"})


def test_three_steps(strict: Client, shelf: Shelf) -> None:
    code = new_withdrawal_code()
    story = shelf.receive(Telling(verifier=withdrawal_verifier(code, archive_keys().receipt_key)))
    assert strict.get(URL).status_code == 200
    asked = strict.post(URL, {"code": spoken_groups(code)})
    assert (asked.status_code, refreshed(story).state) == (200, State.RECEIVED)
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', asked.content.decode()))
    assert hidden == {"code": code, "sure": "yes"}
    done = strict.post(URL, hidden)
    assert (done.status_code, done.headers["Location"]) == (302, "/withdraw/done/")
    assert refreshed(story).state == State.WITHDRAWN
    assert strict.get("/withdraw/done/").status_code == 200
    assert not strict.cookies


def test_the_same_answer_for_every_code(strict: Client, shelf: Shelf) -> None:
    codes = [new_withdrawal_code(), new_withdrawal_code()]
    shelf.receive(Telling(verifier=withdrawal_verifier(codes[0], archive_keys().receipt_key)))
    answers = [take_back(strict, code) for code in (*codes, codes[0])]
    told = [(answer.status_code, answer.headers["Location"], answer.content, {*answer.headers}) for answer in answers]
    assert told[0] == told[1] == told[2]
    assert Withdrawal.objects.count() == 2


@pytest.mark.parametrize("typed", ["", "1234", "1234 5678 9012 3453", "x" * 500, "<script>", "12345678901234525"])
def test_a_typing_mistake_is_said_at_once_and_not_counted(strict: Client, typed: str) -> None:
    for sure in ({}, {"sure": "yes"}):
        answer = strict.post(URL, {"code": typed, **sure})
        assert answer.status_code == 422
        assert "16 digits" in answer.content.decode()
        assert "<script>" not in answer.content.decode()
    assert not Withdrawal.objects.exists()
    assert WEB_LIMIT.allows("anyone")


def test_digits_of_any_script(strict: Client) -> None:
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    code = new_withdrawal_code()
    assert take_back(strict, code.translate(arabic)).status_code == 302
    assert Withdrawal.objects.get().verifier == withdrawal_verifier(code, archive_keys().receipt_key)


def test_nothing_is_cached_or_referred_to(strict: Client) -> None:
    code = new_withdrawal_code()
    for answer in (strict.get(URL), strict.post(URL, {"code": code}), take_back(strict, code), strict.get("/withdraw/done/")):
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert code not in str(answer.headers)
    assert 'action="' not in strict.get(URL).content.decode().split("<main")[1]


def test_the_code_is_never_taken_from_an_address(strict: Client) -> None:
    code = new_withdrawal_code()
    assert code not in strict.get(URL, {"code": code}).content.decode().split("<main")[1]
    strict.post(f"{URL}?code={code}&sure=yes")
    assert not Withdrawal.objects.exists()


def test_guessing_is_stopped_by_place_and_by_all(strict: Client) -> None:
    for _ in range(WEB_LIMIT.of_one):
        assert WEB_LIMIT.allows("one place")
    assert not WEB_LIMIT.allows("one place")
    assert take_back(strict, new_withdrawal_code()).status_code == 302
    for number in range(WEB_LIMIT.of_all):
        WEB_LIMIT.allows(f"place {number}")
    refused = take_back(strict, new_withdrawal_code())
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "3600")
    assert Withdrawal.objects.count() == 1


def test_every_public_page_leads_there(strict: Client) -> None:
    for page in ("/", "/about/"):
        assert 'href="/withdraw/"' in strict.get(page).content.decode()


def test_in_arabic_from_right_to_left(strict: Client) -> None:
    page = strict.get(URL, headers={"Accept-Language": "ar"}).content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "استرجاع قصتي" in page
    # Digits read from left to right in every language.
    assert re.search(r'<input id="code"[^>]*dir="ltr"', page)

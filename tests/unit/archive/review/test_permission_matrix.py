"""Every address and method of the pages, by every kind of visitor."""

from __future__ import annotations

import uuid

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver
from story_samples import Shelf, Telling, user

from archive.help.models import HelpRequest

OPEN, STAFF, REVIEWERS = "open", "staff", "reviewers"

# name of the address: who may GET it, who may POST to it; None = the method does not exist there.
MATRIX: dict[str, tuple[str | None, str | None]] = {
    "gallery": (OPEN, None),
    "story": (OPEN, None),
    "about": (OPEN, None),
    "choose-language": (None, OPEN),
    "withdraw": (OPEN, OPEN),
    "withdraw-done": (OPEN, None),
    "login": (OPEN, OPEN),
    "logout": (None, OPEN),
    "review-queue": (STAFF, None),
    "review-find": (None, STAFF),
    "review-story": (REVIEWERS, None),
    "review-start": (None, REVIEWERS),
    "review-approve": (None, REVIEWERS),
    "review-reject": (None, REVIEWERS),
    "review-hand-off": (None, REVIEWERS),
    "review-take-down": (STAFF, STAFF),
    "help-requests": (STAFF, None),
    "help-answered": (None, STAFF),
}
PERSONAS = ("anonymous", "no role", "reviewer", "administrator")
ALLOWED = {OPEN: set(PERSONAS), STAFF: {"reviewer", "administrator"}, REVIEWERS: {"reviewer"}}


def _names(resolver: URLResolver) -> set[str]:
    names = set()
    for pattern in resolver.url_patterns:
        names |= _names(pattern) if isinstance(pattern, URLResolver) else {_name(pattern)}
    return names


def _name(pattern: URLPattern) -> str:
    return str(pattern.name)


def test_the_matrix_knows_every_page() -> None:
    kiosk_doors = {"kiosk-enrol", "kiosk-token", "kiosk-policy", "kiosk-courier-key", "kiosk-withdrawal"}
    assert _names(get_resolver()) - kiosk_doors == set(MATRIX)


@pytest.fixture
def urls(shelf: Shelf, reviewer: User, second_reviewer: User) -> dict[str, str]:
    published = shelf.published(Telling(), reviewer, second_reviewer)
    waiting = shelf.receive(Telling())
    request = HelpRequest.objects.create(id=uuid.uuid4(), kiosk=shelf.kiosk, month="2026-11", needs=[], language="ar", contact="x")
    arguments = {"story": published.publications.get().public_id, "help-answered": request.pk}
    return {
        name: reverse(name, args=[arguments.get(name, waiting.story_id)] if name in arguments or name in _WITH_STORY else [])
        for name in MATRIX
    }


_WITH_STORY = {"review-story", "review-start", "review-approve", "review-reject", "review-hand-off", "review-take-down"}


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_who_may_do_what(
    client: Client, shelf: Shelf, urls: dict[str, str], reviewer: User, administrator: User, persona: str, method: str
) -> None:
    people = {"reviewer": reviewer, "administrator": administrator, "no role": user("nobody", None)}
    for name, url in urls.items():
        client.logout()
        if persona in people:
            client.force_login(people[persona])
        status = client.generic(method, url).status_code
        allowed = {"GET": MATRIX[name][0], "POST": MATRIX[name][1]}.get(method)
        expected = _expected(name, allowed, persona)
        assert status in expected, f"{method} {name} as {persona}: {status}"


def _expected(name: str, allowed: str | None, persona: str) -> set[int]:
    """Statuses that keep the promise. Whoever may not use a page at all is told so before it looks at the method."""
    guarded = STAFF if STAFF in MATRIX[name] else REVIEWERS if REVIEWERS in MATRIX[name] else OPEN
    if persona not in ALLOWED[guarded]:
        return {302} if persona == "anonymous" else {403}
    if name == "login" and persona != "anonymous":
        return {302}  # there is nothing to do here for someone who is logged in
    if name == "withdraw":
        return {200, 422} if allowed else {405}  # an empty form holds no code, whoever sends it
    return {405} if allowed is None else {200, 302}


@pytest.mark.allow_logs("django.security.csrf")
def test_forged_forms_are_refused(shelf: Shelf, urls: dict[str, str], reviewer: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(reviewer)
    for name, (_get, post) in MATRIX.items():
        # These two use no cookie: nothing that a forged form could borrow.
        if post is not None and name not in ("choose-language", "withdraw"):
            assert strict.post(urls[name]).status_code == 403, name

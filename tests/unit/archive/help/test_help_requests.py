from __future__ import annotations

from django.contrib.auth.models import User
from django.db import models
from django.test import Client
from django.urls import reverse
from story_samples import Shelf, Telling

from archive.core.events import Event
from archive.help.models import HelpRequest
from sync.contract.story import HelpRequest as Asked
from sync.contract.story import Need

ASKED = Asked((Need.LAW, Need.SAFETY), "Somali", "CANARY-CONTACT <b>baker</b>", "CANARY-NOTE")


def test_staff_see_what_was_asked_for_and_mark_it_answered(client: Client, shelf: Shelf, reviewer: User) -> None:
    shelf.receive(Telling(help_request=ASKED))
    client.force_login(reviewer)
    page = client.get(reverse("help-requests")).content.decode()
    for text in ("CANARY-CONTACT &lt;b&gt;baker", "CANARY-NOTE", "Somali", "law", "safety", "booth", "November 2026"):
        assert text in page
    request = HelpRequest.objects.get()
    client.post(reverse("help-answered", args=[request.pk]))
    client.post(reverse("help-answered", args=[request.pk]))
    request.refresh_from_db()
    assert request.status == "answered"
    assert Event.objects.filter(code="help.answered").count() == 1


def test_nothing_leads_from_a_request_to_a_story_or_back(shelf: Shelf) -> None:
    story = shelf.receive(Telling(help_request=ASKED))
    targets = {field.related_model for field in HelpRequest._meta.get_fields() if isinstance(field, models.ForeignKey)}
    assert targets == {type(shelf.kiosk)}
    values = repr(list(HelpRequest.objects.values()))
    assert str(story.story_id) not in values
    assert str(story.story_id).replace("-", "") not in values
    assert not [field for field in HelpRequest._meta.get_fields() if isinstance(field, models.DateTimeField)]


def test_a_request_shows_on_no_other_page_and_in_no_log(client: Client, shelf: Shelf, reviewer: User, second_reviewer: User) -> None:
    story = shelf.published(Telling(help_request=ASKED), reviewer, second_reviewer)
    client.force_login(reviewer)
    pages = [
        reverse("gallery"),
        reverse("story", args=[story.publications.get().public_id]),
        reverse("review-queue"),
        reverse("review-story", args=[story.story_id]),
    ]
    for url in pages:
        assert "CANARY" not in client.get(url).content.decode()
    assert "CANARY" not in repr(list(Event.objects.values()))

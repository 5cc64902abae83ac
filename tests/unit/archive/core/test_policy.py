"""Roles: held through groups, never by being a superuser, never by a deactivated or absent account."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import AnonymousUser, User

from archive.core.events import Event
from archive.core.policy import Role, create_user, is_administrator, is_reviewer, new_password
from sync.contract.faults import BadInput

pytestmark = pytest.mark.django_db


def test_a_role_is_what_it_says_and_no_more() -> None:
    reviewer = create_user(name="noor", role=Role.REVIEWER, password=new_password())
    administrator = create_user(name="sami", role=Role.ADMINISTRATOR, password=new_password())
    assert (is_reviewer(reviewer), is_administrator(reviewer)) == (True, False)
    assert (is_reviewer(administrator), is_administrator(administrator)) == (False, True)
    assert not is_reviewer(AnonymousUser())
    assert not is_reviewer(User.objects.create_superuser("root", password=new_password()))
    reviewer.is_active = False
    assert not is_reviewer(reviewer)


def test_a_name_is_taken_once_and_does_not_reach_the_log() -> None:
    create_user(name="noor", role=Role.REVIEWER, password=new_password())
    with pytest.raises(BadInput, match="already"):
        create_user(name="noor", role=Role.ADMINISTRATOR, password=new_password())
    event = Event.objects.get()
    assert event.code == "user.created"
    assert "noor" not in f"{event.subject} {event.actor} {event.facts}"


def test_made_up_passwords_can_be_read_over_a_telephone() -> None:
    passwords = {new_password() for _ in range(50)}
    assert len(passwords) == 50
    assert all(re.fullmatch(r"([a-km-np-z2-9]{4}-){4}[a-km-np-z2-9]{4}", password) for password in passwords)

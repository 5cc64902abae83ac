"""An action is one transaction, and it is not done without its event."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group

from archive.core.actions import UnrecordedAction, action, unchanged
from archive.core.events import Event, record_event

pytestmark = pytest.mark.django_db


def make_group(name: str) -> None:
    Group.objects.create(name=name)


@action
def recorded(name: str) -> str:
    make_group(name)
    record_event("group.made", subject=f"group:{name}")
    return name


@action
def silent(name: str) -> None:
    make_group(name)


@action
def failing(name: str) -> None:
    make_group(name)
    record_event("group.made", subject=f"group:{name}")
    raise KeyError(name)


@action
def repeated(name: str) -> None:
    if Group.objects.filter(name=name).exists():
        unchanged()
    else:
        make_group(name)
        record_event("group.made", subject=f"group:{name}")


@action
def outer(name: str) -> None:
    recorded(name)


def test_a_recorded_change_stands_with_its_event() -> None:
    assert recorded("a") == "a"
    assert Group.objects.count() == Event.objects.count() == 1


def test_a_change_without_an_event_is_rolled_back() -> None:
    with pytest.raises(UnrecordedAction, match="silent"):
        silent("a")
    assert Group.objects.count() == 0


def test_a_failing_action_leaves_neither_change_nor_event() -> None:
    with pytest.raises(KeyError):
        failing("a")
    assert Group.objects.count() == Event.objects.count() == 0


def test_an_action_may_say_that_nothing_was_to_change() -> None:
    repeated("a")
    repeated("a")
    assert Group.objects.count() == Event.objects.count() == 1


def test_the_event_of_an_inner_action_counts_for_the_outer_one() -> None:
    outer("a")
    assert Event.objects.count() == 1


def test_unchanged_is_only_for_actions() -> None:
    with pytest.raises(RuntimeError, match="only for actions"):
        unchanged()

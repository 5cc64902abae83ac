"""The log holds ids and codes only, and every way of tampering with it is found."""

from __future__ import annotations

import pytest
from django.db import connection, transaction

from archive.core.events import ChainBroken, ChainHead, Event, record_event, verify_chain


def three_events() -> None:
    for number in range(3):
        record_event("story.approved", actor="user:7", subject=f"story:{number}", facts={"stage": number})


def tamper(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.django_db
def test_events_form_a_chain_that_verifies() -> None:
    assert verify_chain() == 0
    three_events()
    assert verify_chain() == 3
    assert [event.position for event in Event.objects.all()] == [1, 2, 3]
    assert ChainHead.objects.get().digest == Event.objects.get(position=3).digest


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sql", "entry"),
    [
        ("UPDATE core_event SET code = 'story.rejected' WHERE position = 2", 2),
        ("UPDATE core_event SET facts = '{\"stage\": 9}' WHERE position = 1", 1),
        ("UPDATE core_event SET actor = 'user:8' WHERE position = 3", 3),
        ("UPDATE core_event SET at = '2020-01-01 00:00:00' WHERE position = 2", 2),
        ("DELETE FROM core_event WHERE position = 2", 2),
        ("DELETE FROM core_event WHERE position = 3", 2),
        ("DELETE FROM core_chainhead", 3),
    ],
)
def test_whatever_was_changed_is_found(sql: str, entry: int) -> None:
    three_events()
    tamper(sql)
    with pytest.raises(ChainBroken, match=rf"\b{entry}\b"):
        verify_chain()


@pytest.mark.django_db
def test_what_is_written_while_the_log_is_walked_is_no_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    three_events()
    to_come = 5
    look_up = ChainHead.objects.filter

    def busy(**which: object) -> object:
        nonlocal to_come
        if to_come:
            to_come -= 1
            with monkeypatch.context() as patch, transaction.atomic():
                patch.setattr(ChainHead.objects, "filter", look_up)
                record_event("story.approved", subject="story:1")
        return look_up(**which)

    monkeypatch.setattr(ChainHead.objects, "filter", busy)
    assert verify_chain() == 8
    assert to_come == 0


@pytest.mark.django_db
def test_the_program_itself_can_neither_change_nor_remove_an_event() -> None:
    three_events()
    event = Event.objects.get(position=1)
    event.code = "story.rejected"
    for attempt in (event.save, event.delete, Event.objects.all().delete, lambda: Event.objects.update(code="x")):
        with pytest.raises(TypeError):
            attempt()
    assert verify_chain() == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    "event",
    [
        {"code": "story.approved", "subject": "Amina from Mardin"},
        {"code": "story approved", "subject": "story:1"},
        {"code": "story.approved", "subject": "story:1", "facts": {"caption": "my daughter, 9"}},
        {"code": "story.approved", "subject": "story:1", "facts": {"address": "x" * 81}},
        {"code": "story.approved", "subject": "story:1", "actor": "آمنة"},
    ],
)
def test_names_and_sentences_are_refused(event: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="ids and codes only"):
        record_event(**event)  # type: ignore[arg-type]
    assert Event.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_an_event_needs_the_transaction_of_its_change() -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        record_event("story.approved", subject="story:1")
    with transaction.atomic():
        record_event("story.approved", subject="story:1")
        transaction.set_rollback(True)
    assert verify_chain() == 0

"""The archive's log: append-only, hash-chained, ids and codes only, so that erasing a story never means rewriting history.

Each event holds the SHA-256 of the one before it; `ChainHead` remembers the length and the last digest, so a changed, removed
or cut-off event is found by `verify_chain`. The shape follows PREMIS 3 events (who, what, to which object, when, outcome).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django.db import connection, models
from django.utils import timezone

from sync.contract.canonical import canonical_json
from sync.contract.faults import BadInput

SYSTEM = "system"
CONSOLE = "console"

_GENESIS = "0" * 64
_CODE = re.compile(r"[A-Za-z0-9._:@/-]{1,80}\Z")


def user_actor(user: Any) -> str:
    """The actor string of a logged-in member of staff: the row's id, never the name."""
    return f"user:{user.pk}"


def kiosk_actor(kiosk_id: str) -> str:
    return f"kiosk:{kiosk_id}"


class ChainBroken(BadInput):
    """The log is not what was written: an event was changed, removed or put in from outside."""


class EventQuerySet(models.QuerySet):
    """Refuses what an append-only table refuses."""

    def update(self, **kwargs: Any) -> int:
        raise TypeError("events are never changed")

    def delete(self) -> tuple[int, dict[str, int]]:
        raise TypeError("events are never removed")


class Event(models.Model):
    """One thing that happened. `code` as `story.approved`, `actor` as `user:7`, `subject` as `story:<id>`, `facts` small and flat."""

    position = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    code = models.CharField(max_length=80)
    actor = models.CharField(max_length=80)
    subject = models.CharField(max_length=80, db_index=True)
    facts = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        app_label = "core"
        ordering = ("position",)

    def expected_digest(self) -> str:
        """SHA-256 over everything but the digest itself."""
        value = {
            "position": self.position,
            "at": self.at.astimezone(UTC).isoformat(timespec="seconds"),
            "code": self.code,
            "actor": self.actor,
            "subject": self.subject,
            "facts": self.facts,
            "previous": self.previous,
        }
        return hashlib.sha256(canonical_json(value)).hexdigest()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("events are never changed")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise TypeError("events are never removed")


class ChainHead(models.Model):
    """One row: how long the chain is and how it ends. Its row lock also makes writers queue."""

    length = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default=_GENESIS)

    class Meta:
        app_label = "core"


@dataclass
class Journal:
    """What one action wrote; see `archive.core.actions`."""

    events: list[Event] = field(default_factory=list)
    unchanged: bool = False


_journal: ContextVar[Journal | None] = ContextVar("journal", default=None)


@contextmanager
def journal() -> Iterator[Journal]:
    """Collects the events recorded inside the block, those of inner blocks included."""
    outer = _journal.get()
    mine = Journal()
    token = _journal.set(mine)
    try:
        yield mine
    finally:
        _journal.reset(token)
        if outer is not None:
            outer.events.extend(mine.events)


def current_journal() -> Journal | None:
    return _journal.get()


def record_event(
    code: str,
    *,
    subject: object,
    actor: str = SYSTEM,
    facts: dict[str, str | int | bool | None] | None = None,
    clock: Callable[[], datetime] = timezone.now,
) -> Event:
    """Appends one event in the caller's transaction; it stands or falls with the change it tells of.

    `subject` is an id, or anything whose `str` is one. Raises ValueError for what is not an id or a code (a name, a sentence),
    RuntimeError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an event is recorded in the transaction of the change it tells of")
    facts = facts or {}
    about = str(subject)
    texts = [code, actor, about, *facts, *(value for value in facts.values() if isinstance(value, str))]
    if not all(_CODE.match(text) for text in texts):
        raise ValueError(f"event {code[:80]!r} may hold ids and codes only")
    ChainHead.objects.get_or_create(pk=1)
    head = ChainHead.objects.select_for_update().get(pk=1)
    event = Event(
        position=head.length + 1,
        at=clock().astimezone(UTC).replace(microsecond=0),
        code=code,
        actor=actor,
        subject=about,
        facts=facts,
        previous=head.digest,
    )
    event.digest = event.expected_digest()
    event.save()
    head.length, head.digest = event.position, event.digest
    head.save()
    open_journal = _journal.get()
    if open_journal is not None:
        open_journal.events.append(event)
    return event


def verify_chain() -> int:
    """The number of events, all of them in place and as written. Raises ChainBroken with the position of the first that is not.

    The archive may be at work meanwhile: what it writes during the walk is walked too.
    """
    position, digest, told = 0, _GENESIS, 0
    while True:
        for event in Event.objects.filter(position__gt=position).order_by("position").iterator(chunk_size=500):
            position += 1
            if event.position != position or event.previous != digest or event.digest != event.expected_digest():
                raise ChainBroken("event-chain", f"The archive's log is not as it was written, from entry {position} on.")
            digest = event.digest
        head = ChainHead.objects.filter(pk=1).first()
        length, end = (head.length, head.digest) if head else (0, _GENESIS)
        if (length, end) == (position, digest):
            return position
        # An event is there with the head that counts it: what the head told before the walk was to be found on it.
        if length <= position or position < told:
            raise ChainBroken("event-chain", f"The archive's log ends too early or too late, after entry {position}.")
        told = length

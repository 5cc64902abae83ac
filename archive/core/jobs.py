"""Background work on a lease table: nothing is lost or wedged when a worker is killed in the middle.

A job is claimed by a conditional UPDATE (whoever changes the row wins), held by a lease that the handler renews, retried with
back-off, and set aside as `dead` when it keeps failing. A handler may run twice for one job and must not mind.
Handlers live in each app's `job_handlers.py` and register with `@job_handler("kind")`.
"""

from __future__ import annotations

import logging
import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from archive.core.trouble import is_trouble
from sync.contract.faults import BadInput, EnvironmentFault

LEASE_S = 120
MAX_ATTEMPTS = 8
_FIRST_RETRY_S = 5
_LONGEST_RETRY_S = 3600

Heartbeat = Callable[[], None]
Handler = Callable[[dict[str, Any], Heartbeat], None]
Clock = Callable[[], datetime]

log = logging.getLogger("archive.jobs")
_handlers: dict[str, Handler] = {}


class LeaseLost(Exception):
    """Another worker holds this job now; whatever this one did must not be committed."""


class Job(models.Model):
    """`key` makes a job unique within its kind; `payload` holds ids only; `last_error` a code, never a message."""

    class State(models.TextChoices):
        QUEUED = "queued"
        LEASED = "leased"
        DONE = "done"
        DEAD = "dead"

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=80)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    attempts = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField()
    lease = models.CharField(max_length=32, default="", blank=True)
    lease_until = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=80, default="", blank=True)

    class Meta:
        app_label = "core"
        constraints = (models.UniqueConstraint(fields=("kind", "key"), name="one_job_per_key"),)
        indexes = (models.Index(fields=("state", "not_before"), name="job_due"),)


def job_handler(kind: str) -> Callable[[Handler], Handler]:
    """Registers the decorated function for jobs of this kind. Raises ValueError when the kind is taken."""

    def register(handler: Handler) -> Handler:
        if _handlers.setdefault(kind, handler) is not handler:
            raise ValueError(f"two handlers for {kind}")
        return handler

    return register


def handlers() -> dict[str, Handler]:
    """All registered handlers by kind."""
    return dict(_handlers)


def enqueue(kind: str, key: str, payload: dict[str, Any], *, clock: Clock = timezone.now) -> Job:
    """Adds the job in the caller's transaction; the same (kind, key) again returns the one that is there."""
    job, _ = Job.objects.get_or_create(kind=kind, key=key, defaults={"payload": payload, "not_before": clock()})
    return job


@dataclass(frozen=True)
class Claim:
    """A job that this worker holds until its lease runs out."""

    job_id: int
    kind: str
    payload: dict[str, Any]
    attempts: int
    lease: str

    def row(self) -> Any:
        """The job's row as a query set of one, or of none when the lease was lost."""
        return Job.objects.filter(pk=self.job_id, state=Job.State.LEASED, lease=self.lease)


def claim(kinds: list[str], *, clock: Clock = timezone.now) -> Claim | None:
    """The next due job of these kinds, or None. Safe with any number of workers."""
    now = clock()
    due = Q(state=Job.State.QUEUED, not_before__lte=now) | Q(state=Job.State.LEASED, lease_until__lt=now)
    for job in Job.objects.filter(due, kind__in=kinds).order_by("not_before", "pk")[:16]:
        unseen = Job.objects.filter(pk=job.pk, state=job.state, lease=job.lease, attempts=job.attempts)
        if job.state == Job.State.LEASED and job.attempts >= MAX_ATTEMPTS:
            # Its worker died every time: this job is what kills workers.
            unseen.update(state=Job.State.DEAD, lease="", last_error="worker-died")
            continue
        lease = secrets.token_hex(16)
        until = now + timedelta(seconds=LEASE_S)
        if unseen.update(state=Job.State.LEASED, lease=lease, lease_until=until, attempts=F("attempts") + 1) == 1:
            return Claim(job.pk, job.kind, job.payload, job.attempts + 1, lease)
    return None


def heartbeat(held: Claim, *, clock: Clock = timezone.now) -> None:
    """Renews the lease. Raises LeaseLost."""
    if held.row().update(lease_until=clock() + timedelta(seconds=LEASE_S)) != 1:
        raise LeaseLost


def release_leases() -> int:
    """Frees every held job at once. Only for the holder of the archive's serve lock, whose earlier worker is gone."""
    return int(Job.objects.filter(state=Job.State.LEASED).update(state=Job.State.QUEUED, lease="", lease_until=None))


def revive_dead() -> int:
    """Gives every job that was set aside another round. At each start of the archive: what set it aside may have been mended
    meanwhile, and a story that the archive has signed for must not wait for ever in a row that nobody looks at.
    """
    revived = Job.objects.filter(state=Job.State.DEAD).update(state=Job.State.QUEUED, attempts=0, lease="", lease_until=None)
    return int(revived)


def run_next(table: dict[str, Handler], *, clock: Clock = timezone.now, rng: random.Random | None = None) -> bool:
    """Claims one due job, runs it and writes down how it ended; False when none was due.

    What the machine does (EnvironmentFault, a full disk, a database that is away) is retried for ever, BadInput is dead at once,
    anything else is our bug and retried `MAX_ATTEMPTS` times. Raises what the database raises when this cannot be written down; the
    job's lease then lapses.
    """
    held = claim(list(table), clock=clock)
    if held is None:
        return False
    try:
        table[held.kind](held.payload, lambda: heartbeat(held, clock=clock))
    except LeaseLost:
        log.warning("job %s %d: another worker took over", held.kind, held.job_id)
    except EnvironmentFault as fault:
        _retry(held, fault.code, clock(), rng or random.Random())
    except BadInput as fault:
        held.row().update(state=Job.State.DEAD, lease="", last_error=fault.code)
        log.error("job %s %d: set aside, %s", held.kind, held.job_id, fault.code)
    except Exception as error:
        if is_trouble(error):
            _retry(held, type(error).__name__, clock(), rng or random.Random())
            return True
        # The one place where any handler's bug ends: logged (see `sync.quiet_errors`), and kept on the row by its type.
        log.exception("job %s %d: %s", held.kind, held.job_id, type(error).__name__)
        if held.attempts >= MAX_ATTEMPTS:
            held.row().update(state=Job.State.DEAD, lease="", last_error=type(error).__name__[:80])
        else:
            _retry(held, type(error).__name__[:80], clock(), rng or random.Random())
    else:
        held.row().update(state=Job.State.DONE, lease="", lease_until=None, last_error="")
    return True


def _retry(held: Claim, code: str, now: datetime, rng: random.Random) -> None:
    ceiling_s = min(_LONGEST_RETRY_S, _FIRST_RETRY_S * 2 ** (held.attempts - 1))
    delay_s = ceiling_s * rng.uniform(0.5, 1.0)
    with transaction.atomic():
        held.row().update(state=Job.State.QUEUED, lease="", lease_until=None, last_error=code, not_before=now + timedelta(seconds=delay_s))
    log.warning("job %s %d: %s, again in %d s", held.kind, held.job_id, code, delay_s)

"""What staff see of the outbox: plain states instead of the worker's own. Needs no network code and no window.

It never says more than is known: a story is `archived` only by a verified receipt, and the time left counts what waits before it.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from sync.config import load_config
from sync.contract.faults import BadInput, EnvironmentFault
from sync.enrolled import Enrolled, load_enrolled
from sync.limits import Hold, Limits, month_of
from sync.link import FOR_PEOPLE, Link, LinkState
from sync.outbox import Outbox, PackageBrief, State
from sync.outbox.lock import is_held
from sync.time_left import seconds_left

OUTBOX_FILE = "outbox.sqlite3"
PACKAGES_DIR = "packages"
LOCK_FILE = "worker.lock"


class PlainState(StrEnum):
    """saved here → waiting → sent → the archive has it."""

    SAVED_HERE = "saved-here"  # safe on this device and going nowhere by itself: not enrolled, or stepped aside
    WAITING = "waiting"
    SENT = "sent"  # the archive has every byte and has not signed for them yet
    ARCHIVED = "archived"


# By plain text too: a StrEnum is its text.
_PLAIN: dict[str, PlainState] = {
    State.QUEUED: PlainState.WAITING,
    State.SENDING: PlainState.WAITING,
    State.BLOCKED: PlainState.WAITING,
    State.DELIVERED: PlainState.SENT,
    State.CONFIRMED: PlainState.ARCHIVED,
    State.ERASED: PlainState.ARCHIVED,
    State.QUARANTINED: PlainState.SAVED_HERE,
}
_SLOWEST_FIRST = {state: number for number, state in enumerate(PlainState)}


class PackageStatus(NamedTuple):
    """`sent_bytes` is what the network has taken so far; `reason` says why it is blocked or stepped aside."""

    package_id: str
    group_id: str
    part: str | None
    state: PlainState
    size_bytes: int
    sent_bytes: int
    attempts: int
    reason: str | None
    queued_day: str | None
    received_day: str | None


@dataclass(frozen=True)
class LinkStatus:
    """What the worker last found. Times are Unix seconds, 0 for never. `rate_bytes_per_s` is what the last slice moved."""

    state: LinkState = LinkState.UNKNOWN
    since_s: float = 0.0
    checked_at_s: float = 0.0
    next_try_at_s: float = 0.0
    rate_bytes_per_s: float | None = None


class StoryStatus(NamedTuple):
    """All parts of one story; it is only as far as its slowest part. `listen_archived`: the archive can hear it already.

    `exported_day` is when a copy went onto a stick. `reason` is a code: why a part stepped aside, or `metered` where what is left of
    it may not travel over this link. `seconds_left` is None where nobody can know: nothing is being sent, or not this.
    """

    group_id: str
    state: PlainState
    size_bytes: int
    sent_bytes: int
    listen_archived: bool
    exported_day: str | None
    reason: str | None
    seconds_left: int | None


@dataclass(frozen=True)
class Status:
    """`fault` is the code of what makes the enrolment unreadable; `blocked_reason` is the one that holds everything up.

    What its teller took back is neither shown nor counted; `withdrawals_waiting` says how many requests have to travel.
    `monthly_limit_bytes` is None without a limit.
    """

    enrolled: bool
    archive_url: str | None
    fingerprint: str | None
    fault: str | None
    worker_running: bool
    blocked_reason: str | None
    counts: dict[PlainState, int]
    waiting_bytes: int
    packages: tuple[PackageStatus, ...]
    withdrawals_waiting: int = 0
    link: LinkStatus = field(default_factory=LinkStatus)
    stories: tuple[StoryStatus, ...] = ()
    sent_this_month_bytes: int = 0
    monthly_limit_bytes: int | None = None

    def to_lines(self) -> Iterator[dict[str, Any]]:
        """JSON-ready: first the whole, then one object per package, then one per story, each oldest first. Stable for other programs."""
        whole = {**vars(self), "link": asdict(self.link)}
        packages, stories = whole.pop("packages"), whole.pop("stories")
        yield {"kind": "status", **whole}
        for package in packages:
            yield {"kind": "package", **package._asdict()}
        for story in stories:
            yield {"kind": "story", **story._asdict()}


@dataclass(frozen=True)
class _Found:
    """One look at the outbox."""

    briefs: list[PackageBrief] = field(default_factory=list)
    withdrawals: int = 0
    link: Link = field(default_factory=Link)
    sent_this_month_bytes: int = 0


def read_status(data_dir: Path, now_s: Callable[[], float] = time.time) -> Status:
    """Reads and changes nothing but an outbox of an older version. Raises EnvironmentFault when the outbox cannot be read."""
    fault: str | None = None
    enrolled: Enrolled | None = None
    try:
        enrolled = load_enrolled(data_dir)
    except EnvironmentFault as damaged:
        fault = damaged.code
    now = now_s()
    found = _look(data_dir / OUTBOX_FILE, now)
    running = is_held(data_dir / LOCK_FILE)
    limits = _limits(data_dir, enrolled)
    hold = limits.hold(found.link, found.sent_this_month_bytes, now)
    packages = tuple(_package(brief, enrolled is not None) for brief in found.briefs)
    counts = Counter(package.state for package in packages)
    moving = running and enrolled is not None and not enrolled.revoked and found.link.state is LinkState.UP
    times = seconds_left(found.briefs, found.link.rate_bytes_per_s, hold) if moving else {}
    return Status(
        enrolled=enrolled is not None,
        archive_url=None if enrolled is None else enrolled.url,
        fingerprint=None if enrolled is None else enrolled.fingerprint,
        fault=fault,
        worker_running=running,
        blocked_reason=_blocked_reason(enrolled, found),
        counts={state: counts[state] for state in PlainState},
        waiting_bytes=sum(brief.size_bytes - brief.offset_bytes for brief in found.briefs if _PLAIN[brief.state] is PlainState.WAITING),
        packages=packages,
        withdrawals_waiting=found.withdrawals,
        link=_link(found.link),
        stories=_stories(found.briefs, packages, times, hold),
        sent_this_month_bytes=found.sent_this_month_bytes,
        monthly_limit_bytes=limits.monthly_bytes,
    )


def _look(path: Path, now_s: float) -> _Found:
    if not path.exists():
        return _Found()
    with Outbox(path) as outbox:
        return _Found(outbox.briefs(), outbox.withdrawals.count(), outbox.link(), outbox.sent_bytes_in(month_of(now_s)))


def _limits(data_dir: Path, enrolled: Enrolled | None) -> Limits:
    try:
        here = load_config(data_dir).limits
    except BadInput:
        here = Limits()  # then the worker says so and does not start
    signed = None if enrolled is None else enrolled.policy
    return here.under(None if signed is None else signed.policy)


def _blocked_reason(enrolled: Enrolled | None, found: _Found) -> str | None:
    if enrolled is not None and enrolled.revoked:
        return "revoked"
    waits = found.withdrawals or any(_PLAIN[brief.state] is not PlainState.ARCHIVED for brief in found.briefs)
    if waits and found.link.state in FOR_PEOPLE:
        return str(found.link.state)
    return next((brief.reason for brief in found.briefs if brief.state == State.BLOCKED), None)


def _link(link: Link) -> LinkStatus:
    return LinkStatus(link.state, link.since_s, link.checked_at_s, link.next_try_at_s, link.rate_bytes_per_s)


def _package(brief: PackageBrief, enrolled: bool) -> PackageStatus:
    plain = _PLAIN[brief.state]
    if plain is PlainState.WAITING and not enrolled:
        plain = PlainState.SAVED_HERE
    sent_bytes = brief.size_bytes if plain is PlainState.ARCHIVED else max(brief.sent_bytes, brief.offset_bytes)
    return PackageStatus(
        brief.package_id,
        brief.group_id,
        brief.part,
        plain,
        brief.size_bytes,
        sent_bytes,
        brief.attempts,
        brief.reason,
        brief.queued_day,
        brief.received_day,
    )


def _stories(briefs: list[PackageBrief], packages: tuple[PackageStatus, ...], times: dict[str, int], hold: Hold) -> tuple[StoryStatus, ...]:
    groups: dict[str, list[tuple[PackageBrief, PackageStatus]]] = {}
    for pair in zip(briefs, packages, strict=True):
        groups.setdefault(pair[1].group_id, []).append(pair)
    return tuple(_story(group_id, parts, times.get(group_id), hold) for group_id, parts in groups.items())


def _story(group_id: str, parts: list[tuple[PackageBrief, PackageStatus]], time_left: int | None, hold: Hold) -> StoryStatus:
    state = min((package.state for _, package in parts), key=_SLOWEST_FIRST.__getitem__)
    size_bytes = sum(package.size_bytes for _, package in parts)
    if state is PlainState.ARCHIVED:
        return StoryStatus(group_id, state, size_bytes, size_bytes, True, None, None, None)
    reason = next((brief.reason for brief, _ in parts if brief.reason is not None), None)
    if reason is None and state is PlainState.WAITING and any(hold.keeps(brief.state, brief.part, brief.must_go) for brief, _ in parts):
        reason = str(LinkState.METERED)
    archived = [(brief.part, package.state is PlainState.ARCHIVED) for brief, package in parts]
    return StoryStatus(
        group_id=group_id,
        state=state,
        size_bytes=size_bytes,
        sent_bytes=sum(package.sent_bytes for _, package in parts),
        listen_archived=any(done for _, done in archived) and all(done for part, done in archived if part == "listen"),
        exported_day=max((brief.exported_day for brief, _ in parts if brief.exported_day is not None), default=None),
        reason=reason,
        seconds_left=time_left,
    )

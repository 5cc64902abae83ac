"""What the page of finished stories may have to show, from nothing at all to ten thousand stories and every kind of trouble."""

from __future__ import annotations

from sync.link import LinkState
from sync.status import LinkStatus, PlainState, Status, StoryStatus

FINGERPRINT = "01234 56789 11111 22222 33333 44444"
SIZE_BYTES = 9_400_000


def story(
    group: str = "a",
    state: PlainState = PlainState.WAITING,
    *,
    sent_bytes: int = 0,
    listen_archived: bool = False,
    exported_day: str | None = None,
    reason: str | None = None,
    seconds_left: int | None = None,
) -> StoryStatus:
    return StoryStatus(group, state, SIZE_BYTES, sent_bytes, listen_archived, exported_day, reason, seconds_left)


def status(
    *stories: StoryStatus,
    link: LinkState = LinkState.UP,
    next_try_at_s: float = 0.0,
    enrolled: bool = True,
    worker_running: bool = True,
    fault: str | None = None,
    blocked_reason: str | None = None,
    withdrawals_waiting: int = 0,
) -> Status:
    counts = {state: sum(1 for one in stories if one.state is state) for state in PlainState}
    waiting_bytes = sum(one.size_bytes - one.sent_bytes for one in stories if one.state is PlainState.WAITING)
    url = "https://archive.example" if enrolled else None
    return Status(
        enrolled=enrolled,
        archive_url=url,
        fingerprint=FINGERPRINT if enrolled else None,
        fault=fault,
        worker_running=worker_running,
        blocked_reason=blocked_reason,
        counts=counts,
        waiting_bytes=waiting_bytes,
        packages=(),
        withdrawals_waiting=withdrawals_waiting,
        link=LinkStatus(link, 1.0, 1.0, next_try_at_s, 20_000.0),
        stories=stories,
    )


def some_of_everything() -> tuple[StoryStatus, ...]:
    """Every state, with everything that a row may have to say."""
    return (
        story("a", PlainState.ARCHIVED, sent_bytes=SIZE_BYTES, listen_archived=True),
        story("b", PlainState.ARCHIVED, sent_bytes=SIZE_BYTES, listen_archived=True, exported_day="2026-11-19"),
        story("c", PlainState.SAVED_HERE, reason="file-unreadable"),
        story("d", PlainState.SENT, sent_bytes=SIZE_BYTES, listen_archived=True),
        story("e", PlainState.WAITING, sent_bytes=2_100_000, listen_archived=True, seconds_left=170, exported_day="2026-11-19"),
        story("f", PlainState.WAITING, seconds_left=4 * 3600),
        story("g", PlainState.WAITING),
    )


def many(count: int) -> tuple[StoryStatus, ...]:
    """The first half has arrived."""
    arrived = count // 2
    return tuple(story(f"{number:032x}", PlainState.ARCHIVED if number < arrived else PlainState.WAITING) for number in range(count))

"""The status for a person at a terminal. Other programs read `Status.to_lines`."""

from __future__ import annotations

from collections.abc import Iterator

from sync.link import LinkState
from sync.status import PlainState, Status, StoryStatus

_MB = 1_000_000
_WORDS = {
    PlainState.SAVED_HERE: "saved here",
    PlainState.WAITING: "waiting",
    PlainState.SENT: "sent",
    PlainState.ARCHIVED: "the archive has it",
}


def status_text(status: Status) -> Iterator[str]:
    """Line by line: the whole, then each story that the archive does not have yet, oldest first."""
    yield f"archive: {status.fingerprint or status.fault or 'not enrolled'}"
    yield f"worker: {'running' if status.worker_running else 'not running'}"
    yield f"link: {status.link.state}{_rate(status)}"
    for state, count in status.counts.items():
        yield f"{state}: {count}"
    if status.blocked_reason is not None:
        yield f"blocked: {status.blocked_reason}"
    if status.monthly_limit_bytes is not None:
        yield f"this month: {_mb(status.sent_this_month_bytes)} of {_mb(status.monthly_limit_bytes)} MB"
    # Numbered as on the staff's page, where those that have arrived are shown as well.
    for number, story in enumerate(status.stories, start=1):
        if story.state is not PlainState.ARCHIVED:
            yield f"story {number}: {_story(story)}"


def _rate(status: Status) -> str:
    rate = status.link.rate_bytes_per_s
    return f", {rate / 125:.0f} kbit/s" if rate and status.link.state is LinkState.UP else ""


def _story(story: StoryStatus) -> str:
    said = [_WORDS[story.state], f"{_mb(min(story.sent_bytes, story.size_bytes))} of {_mb(story.size_bytes)} MB"]
    if story.listen_archived:
        said.append("the archive can hear it already")
    if story.exported_day is not None:
        said.append(f"on a stick since {story.exported_day}")
    if story.reason is not None:
        said.append(story.reason)
    if story.seconds_left is not None:
        said.append(f"about {_duration(story.seconds_left)} left")
    return ", ".join(said)


def _mb(size_bytes: int) -> str:
    return f"{size_bytes / _MB:.1f}"


def _duration(seconds: int) -> str:
    """Rounded up: who is told a time shall not be disappointed by the rounding."""
    if seconds < 60:
        return f"{seconds} s"
    minutes = -(-seconds // 60)
    return f"{minutes} min" if minutes < 120 else f"{-(-minutes // 60)} h"

"""What the page of finished stories says: the way to the archive, how far each story is, and what a stick has to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.ui.staff.sentences import state_words
from sync.contract.faults import Fault
from sync.link import LinkState
from sync.status import PlainState, Status, StoryStatus

_MOST_NAME = 20
_MINUTE_S = 60
_HOUR_S = 60 * _MINUTE_S
_DAY_S = 24 * _HOUR_S


@dataclass(frozen=True)
class LinkWords:
    """What is the matter, and what staff can do. `warns` where a story does not travel because of it."""

    sentence: str
    way_out: str
    warns: bool


def link_words(status: Status) -> LinkWords:
    """Never more than is known: without a worker nobody knows how the link is."""
    if status.fault is not None:
        return LinkWords(
            QCoreApplication.translate("Outbox", "What this device knows of its archive is damaged."),
            QCoreApplication.translate("Outbox", "Ask the archive's people for a new code, and connect again."),
            warns=True,
        )
    if not status.enrolled:
        return LinkWords(
            QCoreApplication.translate("Outbox", "This device is not connected to an archive yet."),
            QCoreApplication.translate("Outbox", "Enter an enrolment code first. Until then stories are kept here."),
            warns=True,
        )
    if not status.worker_running:
        return LinkWords(
            QCoreApplication.translate("Outbox", "The part that sends stories is not running."),
            QCoreApplication.translate("Outbox", "Close this program and start it again."),
            warns=True,
        )
    sentence, way_out = _of_state(status.link.state)
    return LinkWords(sentence, way_out, warns=status.link.state not in (LinkState.UP, LinkState.UNKNOWN))


def _of_state(state: LinkState) -> tuple[str, str]:
    by_itself = QCoreApplication.translate("Outbox", "Nothing has to be done. It goes on by itself.")
    return {
        LinkState.UNKNOWN: (QCoreApplication.translate("Outbox", "The archive has not been asked yet."), by_itself),
        LinkState.UP: (QCoreApplication.translate("Outbox", "The archive answers."), ""),
        LinkState.UNREACHABLE: (
            QCoreApplication.translate("Outbox", "The archive cannot be reached."),
            QCoreApplication.translate("Outbox", "Check the internet of this device. A stick works without it."),
        ),
        LinkState.PORTAL: (
            QCoreApplication.translate("Outbox", "This network asks you to log in first."),
            QCoreApplication.translate("Outbox", "Open a web page, log in there, then press Send now."),
        ),
        LinkState.INTERCEPTED: (
            QCoreApplication.translate("Outbox", "Somebody on this network reads along. So nothing is sent here."),
            QCoreApplication.translate("Outbox", "Use another network, such as that of a phone."),
        ),
        LinkState.CLOCK: (
            QCoreApplication.translate("Outbox", "The date of this device is wrong."),
            QCoreApplication.translate("Outbox", "Set it in the system's settings, then press Send now."),
        ),
        LinkState.TOKEN: (
            QCoreApplication.translate("Outbox", "The archive does not recognise this device any more."),
            QCoreApplication.translate("Outbox", "Ask its people for a new code, and connect again."),
        ),
        LinkState.REVOKED: (
            QCoreApplication.translate("Outbox", "The archive has ended the connection with this device."),
            QCoreApplication.translate("Outbox", "Ask its people why. A new code connects it again."),
        ),
        LinkState.ARCHIVE_FULL: (
            QCoreApplication.translate("Outbox", "The archive has no room at the moment."),
            QCoreApplication.translate("Outbox", "Tell its people. The stories stay safe here, and go later."),
        ),
        LinkState.ARCHIVE_BUSY: (QCoreApplication.translate("Outbox", "The archive has too much to do at the moment."), by_itself),
        LinkState.QUOTA: (
            QCoreApplication.translate("Outbox", "The archive takes no more from this device for now."),
            QCoreApplication.translate("Outbox", "It goes on by itself later. The archive's people can allow more."),
        ),
        LinkState.METERED: (
            QCoreApplication.translate("Outbox", "To save money, the rest waits."),
            QCoreApplication.translate("Outbox", "Use a free network, or press Send now to send it anyway."),
        ),
        LinkState.PROTOCOL: (
            QCoreApplication.translate("Outbox", "The archive gives answers that this program does not understand."),
            QCoreApplication.translate("Outbox", "Tell the archive's people. This program may be too old."),
        ),
        LinkState.ADDRESS: (
            QCoreApplication.translate("Outbox", "The address of the archive cannot be used."),
            QCoreApplication.translate("Outbox", "Ask the archive's people for a new code, and connect again."),
        ),
    }[state]


def next_try_words(status: Status, now_s: float) -> str:
    """When it tries by itself; empty when it works, or nobody tries, or the time lies too far ahead to be believed."""
    wait_s = status.link.next_try_at_s - now_s
    tries = status.enrolled and status.worker_running and status.link.state not in (LinkState.UP, LinkState.METERED, LinkState.REVOKED)
    if not tries or not 0 < wait_s < 2 * _DAY_S:
        return ""
    if wait_s < _MINUTE_S:
        return QCoreApplication.translate("Outbox", "It tries again by itself in less than a minute.")
    if wait_s < 2 * _HOUR_S:
        return QCoreApplication.translate("Outbox", "It tries again by itself in about %n minute(s).", "", _rounded_up(wait_s, _MINUTE_S))
    return QCoreApplication.translate("Outbox", "It tries again by itself in about %n hour(s).", "", _rounded_up(wait_s, _HOUR_S))


def time_left_words(seconds: int | None) -> str:
    """Empty when nobody can tell."""
    if seconds is None:
        return ""
    if seconds < _MINUTE_S:
        return QCoreApplication.translate("Outbox", "less than a minute left")
    if seconds < 2 * _HOUR_S:
        return QCoreApplication.translate("Outbox", "about %n minute(s) left", "", _rounded_up(seconds, _MINUTE_S))
    if seconds < 2 * _DAY_S:
        return QCoreApplication.translate("Outbox", "about %n hour(s) left", "", _rounded_up(seconds, _HOUR_S))
    return QCoreApplication.translate("Outbox", "about %n day(s) left", "", _rounded_up(seconds, _DAY_S))


def is_set_aside(story: StoryStatus) -> bool:
    """It stays here for good unless somebody does something: its reason says what."""
    return story.state is PlainState.SAVED_HERE and story.reason is not None


def story_title(number: int, story: StoryStatus) -> str:
    state = QCoreApplication.translate("Outbox", "set aside") if is_set_aside(story) else state_words(story.state)
    return QCoreApplication.translate("Outbox", "Story {number}: {state}").format(number=number, state=state)


def story_details(story: StoryStatus) -> str:
    """How much of it has gone, how long it takes, and what has arrived or been copied already."""
    done = story.state in (PlainState.SENT, PlainState.ARCHIVED)
    size = amount(story.size_bytes)
    if done:
        parts = [size]
    else:
        template = QCoreApplication.translate("Outbox", "{sent} of {size}")
        parts = [template.format(sent=amount(min(story.sent_bytes, story.size_bytes)), size=size), time_left_words(story.seconds_left)]
        if story.listen_archived:
            parts.append(QCoreApplication.translate("Outbox", "the archive can listen to it already"))
    if story.exported_day is not None and story.state is not PlainState.ARCHIVED:
        template = QCoreApplication.translate("Outbox", "copied to a stick on {day}")
        parts.append(template.format(day=_isolated(story.exported_day)))
    return QCoreApplication.translate("Outbox", ", ", "between parts of one line").join(part for part in parts if part)


def amount(size_bytes: int) -> str:
    """As shops and sticks count, in Western digits, held together in text that runs the other way."""
    for unit_bytes, unit in ((10**9, "GB"), (10**6, "MB")):
        if size_bytes >= unit_bytes:
            return _isolated(f"{size_bytes / unit_bytes:.1f} {unit}")
    return _isolated(f"{-(-max(0, size_bytes) // 1000)} kB")


def count_sentences(status: Status) -> str:
    """How many stories are where."""
    arrived = sum(1 for story in status.stories if story.state is PlainState.ARCHIVED)
    template = QCoreApplication.translate("Staff", "Not in the archive yet: {waiting}. In the archive: {arrived}.")
    return template.format(waiting=len(status.stories) - arrived, arrived=arrived)


def to_send_sentences(status: Status) -> str:
    """What has not left this device yet; empty when all has."""
    sentences = []
    if status.waiting_bytes > 0:
        template = QCoreApplication.translate("Outbox", "Still to be sent: {amount}.")
        sentences.append(template.format(amount=amount(status.waiting_bytes)))
    if status.withdrawals_waiting > 0:
        waiting = status.withdrawals_waiting
        sentences.append(QCoreApplication.translate("Outbox", "%n request(s) to take a story back still wait.", "", waiting))
    return " ".join(sentences)


def stick_label(name: str, free_bytes: int) -> str:
    """A name that is longer than labels of sticks are is cut: a button does not wrap."""
    template = QCoreApplication.translate("Outbox", "{stick} ({amount} free)")
    shown = name if len(name) <= _MOST_NAME else f"{name[: _MOST_NAME - 1]}…"
    return template.format(stick=_isolated(shown), amount=amount(free_bytes))


def stick_fault_sentence(fault: Fault) -> str:
    """Each code its own sentence and way out; an unknown one keeps its English sentence."""
    return {
        "stick-full": QCoreApplication.translate("Outbox", "The stick is full. Copy the rest to another one."),
        "stick-read-only": QCoreApplication.translate("Outbox", "Nothing can be written to this stick. Is its lock on?"),
        "stick-gone": QCoreApplication.translate("Outbox", "The stick is gone. Plug it in and start again: it goes on where it stopped."),
        "stick-unreadable": QCoreApplication.translate("Outbox", "This stick cannot be read. Use another one."),
        "file-too-large": QCoreApplication.translate(
            "Outbox", "A story is too large for the way this stick is set up. Use a stick that was set up as exFAT."
        ),
        "stick-links": QCoreApplication.translate("Outbox", "Something on this stick is not a plain file. Use another stick."),
        "no-receipts": QCoreApplication.translate("Outbox", "There is no receipt on this stick. The archive has to read it first."),
        "courier-busy": QCoreApplication.translate("Outbox", "A stick is being read or written already. Wait until that is done."),
        "not-enrolled": QCoreApplication.translate("Outbox", "This device is not connected to an archive yet."),
        "nothing-to-export": QCoreApplication.translate("Outbox", "There is nothing to copy. The archive has every story."),
        "disk-error": QCoreApplication.translate("Outbox", "A saved story cannot be read. The disk may be broken."),
        "courier-stopped": QCoreApplication.translate("Outbox", "Copying was stopped. What is on the stick is not complete."),
        "courier-failed": QCoreApplication.translate("Outbox", "The stick could not be read or written. Please try again."),
    }.get(fault.code, fault.sentence)


def exported_sentences(stories: int, damaged: int) -> Sequence[str]:
    """What is on the stick, and that it may be pulled out. `stories` is 0 where only requests to take one back were left to copy."""
    copied = QCoreApplication.translate("Outbox", "%n story(s) copied. You can pull the stick out now.", "", stories)
    requests = QCoreApplication.translate("Outbox", "Requests to take stories back are copied. You can pull the stick out now.")
    broken = QCoreApplication.translate("Outbox", "A saved story could not be copied. The disk may be broken.")
    stays = QCoreApplication.translate("Outbox", "What was copied also stays here until the archive has signed for it.")
    return (copied if stories else requests, *((broken,) if damaged else ()), stays)


def receipts_sentences(confirmed: int, already: int, foreign: int, refused: int) -> Sequence[str]:
    """What the stick brought back, and that it may be pulled out."""
    found = []
    if confirmed:
        found.append(QCoreApplication.translate("Outbox", "The archive has signed for %n more part(s) of stories.", "", confirmed))
    elif already:
        found.append(QCoreApplication.translate("Outbox", "Nothing is new: these receipts were read before."))
    elif not refused:
        found.append(QCoreApplication.translate("Outbox", "There is no receipt for this device on the stick."))
    if foreign:
        found.append(QCoreApplication.translate("Outbox", "%n receipt(s) are for another device, and were left alone.", "", foreign))
    if refused:
        sentence = QCoreApplication.translate("Outbox", "%n receipt(s) are not genuine. Nothing was erased for them.", "", refused)
        found += [sentence, QCoreApplication.translate("Outbox", "Tell the archive's people.")]
    return (*found, QCoreApplication.translate("Outbox", "You can pull the stick out now."))


def _rounded_up(value: float, unit: int) -> int:
    return -int(-value // unit)


def _isolated(text: str) -> str:
    """Left to right in itself (Unicode isolates), whatever runs around it."""
    return f"\u2066{text}\u2069"

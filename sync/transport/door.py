"""Every request to the archive goes through this door: our token to its own address only, and every answer must be our archive's."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from sync.schedule import LONGEST_RETRY_AFTER_S, Cause
from sync.transport.faults import Blocked, RetryLater, not_our_archive
from sync.transport.session import Answer, StreamedBody

ARCHIVE_HEADER = "X-Archive-Id"
_GATEWAY = {502, 504}  # what a proxy in front of a restarting archive says in its own name
_LATER = {408, 423, 425, 429}


class Session(Protocol):
    def request(self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | StreamedBody | None = None) -> Answer: ...


class ArchiveDoor:
    """`token` is None where none is had or wanted: to enrol, and to ask for proof. Not thread-safe.

    Raises, besides what the session raises: Blocked("portal") for an answer that is not our archive's,
    Blocked("token") for 401 and 403, RetryLater for 408, 423, 425, 429 and 5xx. Other answers are the caller's.
    """

    def __init__(self, session: Session, url: str, archive_id: str, token: str | None) -> None:
        self._session = session
        self._base = url.rstrip("/") + "/"
        self._archive_id = archive_id
        self._token = token

    def use_token(self, token: str) -> None:
        """From the next request on."""
        self._token = token

    def address(self, path: str, relative_to: str | None = None) -> str:
        """An absolute address at the archive's own origin. Raises Blocked for any other: our token and data never go there."""
        try:
            url = urljoin(relative_to or self._base, path)
            if _origin(url) == _origin(self._base):
                return url
        except ValueError as error:
            raise _elsewhere() from error
        raise _elsewhere()

    def request(
        self, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: bytes | StreamedBody | None = None
    ) -> Answer:
        """`path` is relative to the archive's address, or absolute at its origin."""
        sent = dict(headers or {})
        if self._token is not None:
            sent["Authorization"] = f"Bearer {self._token}"
        answer = self._session.request(method, self.address(path), headers=sent, body=body)
        self._check(answer)
        return answer

    def _check(self, answer: Answer) -> None:
        claimed = answer.headers.get(ARCHIVE_HEADER)
        if claimed is None and answer.status in _GATEWAY:
            raise _later(answer)
        if claimed != self._archive_id or 300 <= answer.status < 400:
            raise not_our_archive()
        if answer.status in (401, 403) and self._token is not None:
            raise Blocked("token", "The archive no longer accepts this device. Ask the archive's people for a new enrolment code.")
        if answer.status in _LATER or answer.status >= 500:
            raise _later(answer)


def retry_after_s(answer: Answer) -> float | None:
    """`Retry-After` (RFC 9110 section 10.2.3) in seconds. A date counts from the answer's own `Date`, as our clock may be wrong."""
    value = answer.headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdecimal() and len(value) < 10:
        return min(float(value), LONGEST_RETRY_AFTER_S)
    try:
        seconds = (parsedate_to_datetime(value) - parsedate_to_datetime(answer.headers.get("Date", ""))).total_seconds()
    except (ValueError, TypeError):
        return None
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER_S)


def _later(answer: Answer) -> RetryLater:
    return RetryLater(
        "archive-busy", "The archive is busy or being looked after. The stories wait here.", Cause.SERVER, retry_after_s(answer)
    )


def _elsewhere() -> Blocked:
    return Blocked("address", "The archive names an address that is not its own. Tell the archive's people.")


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)

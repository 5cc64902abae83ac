"""Every request to the archive goes through this door: our token to its own address only, and every answer must be our archive's."""

from __future__ import annotations

from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Protocol
from urllib.parse import urljoin, urlsplit

from sync.schedule import LONGEST_RETRY_AFTER_S
from sync.transport.faults import Blocked, SliceTooLarge, archive_busy, archive_full, not_our_archive, over_quota
from sync.transport.session import Answer, StreamedBody

ARCHIVE_HEADER = "X-Archive-Id"
_GATEWAY = {502, 504}  # what a proxy in front of a restarting archive says in its own name
_LATER = {408, 423, 425, 429}
_LOG_IN_FIRST = 511  # RFC 6585: only a network says that, never a server


class Session(Protocol):
    def request(self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | StreamedBody | None = None) -> Answer: ...

    def second(self, timeout_s: float) -> Session:
        """Another session like this one, for another thread."""

    def go_on_with(self, second: Any) -> None:
        """Takes over the connections of a session that `second` made."""

    def close(self) -> None: ...


class ArchiveDoor:
    """`token` is None where none is had or wanted: to enrol, and to ask for proof. Not thread-safe.

    Raises, besides what the session raises: Blocked("portal") for an answer that is not our archive's, Blocked("token") for 401
    and 403 (but for a 403 to DELETE, which the archive gives for what is not to be taken away), SliceTooLarge for a 413 that is not
    the archive's own, and RetryLater as `check_later` does. Other answers are the caller's.
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
        self._check(method, answer)
        return answer

    def _check(self, method: str, answer: Answer) -> None:
        claimed = answer.headers.get(ARCHIVE_HEADER)
        if claimed is None and answer.status in _GATEWAY:
            raise archive_busy(retry_after_s(answer))
        if claimed is None and answer.status == 413:
            raise SliceTooLarge
        if claimed != self._archive_id or 300 <= answer.status < 400 or answer.status == _LOG_IN_FIRST:
            raise not_our_archive()
        if self._token is not None and (answer.status == 401 or (answer.status == 403 and method != "DELETE")):
            raise Blocked("token", "The archive no longer accepts this device. Ask the archive's people for a new enrolment code.")
        check_later(answer)


def check_later(answer: Answer) -> None:
    """Raises RetryLater for what a server says when it wants to be asked again: 408, 423, 425, 429 and 5xx.

    Its code is `archive-full` for 507, `quota` for a 429 that says so, and otherwise `archive-busy`.
    """
    if answer.status not in _LATER and answer.status < 500:
        return
    wish_s = retry_after_s(answer)
    if answer.status == 507:
        raise archive_full(wish_s)
    if answer.status == 429 and _error_code(answer) == "quota":
        raise over_quota(wish_s)
    raise archive_busy(wish_s)


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


def _error_code(answer: Answer) -> object:
    try:
        return answer.json_object().get("error")
    except Blocked:
        return None  # a refusal need not say why


def _elsewhere() -> Blocked:
    return Blocked("address", "The archive names an address that is not its own. Tell the archive's people.")


def _origin(url: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or {"http": 80, "https": 443}.get(parts.scheme)

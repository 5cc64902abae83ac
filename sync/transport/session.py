"""A requests session that trusts nothing around it: no environment, no redirects, no cookies, no surprise in size or time."""

from __future__ import annotations

import json
import ssl
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter

from sync.config import Proxy
from sync.contract.faults import Fault
from sync.transport import tls
from sync.transport.faults import Blocked, intercepted, not_our_archive, unreachable

USER_AGENT = "i-defend-rights"
MAX_ANSWER_BYTES = 1024 * 1024
_READ_BYTES = 64 * 1024
# OpenSSL's name for a record that was changed on the way, on whichever side that was noticed. Only who holds the keys can notice it.
_DAMAGED = "BAD_RECORD_MAC"


class StreamedBody(Protocol):
    """A body of known length that is read while it is sent. Its `read` may raise any Fault or Cancelled to end the request."""

    def __len__(self) -> int: ...

    def read(self, size: int = -1, /) -> bytes: ...

    def __iter__(self) -> Iterator[bytes]: ...


@dataclass(frozen=True)
class Answer:
    """A whole answer in memory. Header names are case-insensitive."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json_object(self) -> dict[str, Any]:
        """Raises Blocked: an archive that cannot speak JSON is not ours."""
        try:
            value = json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise not_our_archive() from error
        if not isinstance(value, dict):
            raise not_our_archive()
        return value


class HardenedSession:
    """Keeps connections alive between requests. Not thread-safe: one worker, one session.

    `connect_timeout_s` bounds each wait for the link, `answer_timeout_s` each wait for an answer and a whole answer; a body that looks
    after its own connection (`attended`) decides for itself. `monotonic` and `now_s` (Unix time) are the clocks. `ahead_s` is by how
    much the server's clock was ahead of ours in its last answer; None before one that says.

    Raises RetryLater (link), Blocked (whoever answers is not to be trusted), and whatever a streamed body raises.
    """

    def __init__(
        self,
        *,
        pins: tuple[str, ...] = (),
        ca_file: Path | None = None,
        proxy: Proxy | None = None,
        connect_timeout_s: float = 30,
        answer_timeout_s: float = 60,
        monotonic: Callable[[], float] = time.monotonic,
        now_s: Callable[[], float] = time.time,
    ) -> None:
        self._policy = (pins, ca_file, proxy)
        self._timeout = (connect_timeout_s, answer_timeout_s)
        self._monotonic = monotonic
        self._now_s = now_s
        self.ahead_s: float | None = None
        self._session = _NoRedirects()
        self._session.trust_env = False
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers.clear()
        adapter = _Adapter(pins, ca_file, proxy)
        self._session.adapters.clear()
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)

    def close(self) -> None:
        self._session.close()

    def second(self, timeout_s: float) -> HardenedSession:
        """Another session that trusts the same and takes a way of its own, for another thread. The caller closes it."""
        pins, ca_file, proxy = self._policy
        return HardenedSession(
            pins=pins,
            ca_file=ca_file,
            proxy=proxy,
            connect_timeout_s=timeout_s,
            answer_timeout_s=timeout_s,
            monotonic=self._monotonic,
            now_s=self._now_s,
        )

    def go_on_with(self, second: HardenedSession) -> None:
        """Takes over the connections of `second`, which is not to be used again. May be called while a request of this one is failing."""
        self._session, abandoned = second._session, self._session
        abandoned.close()

    def __enter__(self) -> HardenedSession:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def request(self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | StreamedBody | None = None) -> Answer:
        """One request, one answer, nothing retried and nothing followed."""
        target = urlsplit(url)
        if target.username is not None:
            # requests would make a login of it and put that in our token's place.
            raise _no_address()
        if target.scheme == "http" and not tls.is_loopback_name(target.hostname or ""):
            raise tls.plain_http()
        fixed = {"User-Agent": USER_AGENT, "Accept-Encoding": "identity", "Accept": "application/json"}
        try:
            response = self._session.request(
                method,
                url,
                headers={**fixed, **headers},
                data=body,
                timeout=self._timeout,
                allow_redirects=False,
                stream=True,
            )
        except requests.exceptions.SSLError as error:
            raise self._tls_fault(error) from error
        except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema) as error:
            raise _no_address() from error
        except requests.RequestException as error:
            raise unreachable() from error
        try:
            answer = Answer(response.status_code, response.headers, self._read(response))
        finally:
            response.close()
        self._compare_clocks(answer)
        return answer

    def _compare_clocks(self, answer: Answer) -> None:
        try:
            date = parsedate_to_datetime(answer.headers.get("Date", ""))
        except ValueError:
            return  # servers are not obliged to have a clock
        self.ahead_s = date.timestamp() - self._now_s()

    def _tls_fault(self, error: requests.exceptions.SSLError) -> Fault:
        for cause in _causes(error):
            if isinstance(cause, (ssl.SSLEOFError, ssl.SSLZeroReturnError)) or _DAMAGED in str(getattr(cause, "reason", "")):
                return unreachable()
            if isinstance(cause, ssl.SSLCertVerificationError):
                return tls.wrong_time(cause.verify_code, self._now_s(), self.ahead_s) or intercepted()
        return not_our_archive()  # it speaks no TLS, or another one

    def _read(self, response: requests.Response) -> bytes:
        """The body as it came, never decompressed. Bounded in size and in time, for a server that drips."""
        deadline = self._monotonic() + self._timeout[1]
        body = bytearray()
        try:
            while chunk := response.raw.read1(_READ_BYTES, decode_content=False):
                body += chunk
                if len(body) > MAX_ANSWER_BYTES:
                    raise not_our_archive()
                if self._monotonic() > deadline:
                    raise unreachable()
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise unreachable() from error
        return bytes(body)


class _NoRedirects(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """requests reads a redirect's whole body, unbounded, even when told not to follow it. It never sees one here."""
        return None


class _Adapter(HTTPAdapter):
    """TLS policy lives in the pool manager's context alone; requests' own choice of certificates never runs."""

    def __init__(self, pins: tuple[str, ...], ca_file: Path | None, proxy: Proxy | None) -> None:
        self._pins = pins
        self._proxy = proxy
        self._context = tls.tls_context(pins, ca_file)
        super().__init__()

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any) -> None:
        super().init_poolmanager(
            connections, maxsize, block, ssl_context=self._context, socket_options=tls.socket_options(sys.platform), **pool_kwargs
        )
        self.poolmanager.pool_classes_by_scheme = {"http": tls.LoopbackPool, "https": tls.https_pool_class(self._pins, self._proxy)}

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> tuple[dict[str, Any], dict[str, Any]]:
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Nothing to do: see the class."""


def _no_address() -> Blocked:
    return Blocked("address", "The archive's address is not a web address. Enrol this device again.")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The chain below an error; urllib3 keeps the TLS error as an argument instead of a cause."""
    seen: set[int] = set()
    todo = [error]
    while todo:
        current = todo.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        todo += [current.__cause__, current.__context__, *(argument for argument in current.args if isinstance(argument, BaseException))]

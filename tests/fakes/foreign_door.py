"""A door to any tus server at all: no X-Archive-Id is asked for, no token given. For tests and benchmarks, never for stories."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urljoin

from sync.transport.faults import SliceTooLarge
from sync.transport.session import Answer, HardenedSession, StreamedBody


class ForeignDoor:
    """Keeps `sync.transport.tus.Door`'s promises. `url` is where uploads are created, such as http://127.0.0.1:1080/files/."""

    def __init__(self, session: HardenedSession, url: str) -> None:
        self._session = session
        self._url = url

    def address(self, path: str, relative_to: str | None = None) -> str:
        return urljoin(relative_to or self._url, path)

    def request(
        self, method: str, path: str, *, headers: Mapping[str, str] | None = None, body: bytes | StreamedBody | None = None
    ) -> Answer:
        answer = self._session.request(method, self.address(path), headers=headers or {}, body=body)
        if answer.status == 413 and body is not None:
            raise SliceTooLarge
        return answer

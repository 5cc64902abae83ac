"""What every kiosk asks again and again: is this really you, and do you have my package. A raw ASGI application beside the upload door.

Django would give each question a thread and a database connection of its own; when a thousand kiosks come back after an outage,
their questions would stand in everybody's way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

from archive.core.keys import ArchiveKeys
from archive.intake.completion import HASH_MISMATCH
from archive.intake.lanes import Lanes
from archive.intake.models import Package, Upload
from archive.kiosks.models import Kiosk
from sync.contract.receipt import Receipt
from sync.package import sign_ping, sign_receipt

PING = "/api/v1/ping"
RECEIPTS = "/api/v1/receipts/"
_NONCE = re.compile(r"[0-9a-f]{32}\Z")
_RETRY_S = 2

Message = MutableMapping[str, Any]
Reply = tuple[int, dict[str, Any], dict[str, str]]


class QuestionsDoor:
    """Answers `PING` and everything under `RECEIPTS`, in JSON, by GET."""

    def __init__(self, keys: ArchiveKeys, lanes: Lanes) -> None:
        self._keys, self._lanes = keys, lanes

    @staticmethod
    def answers(path: str) -> bool:
        return path == PING or path.startswith(RECEIPTS)

    async def __call__(self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]) -> None:
        path: str = scope["path"]
        if scope["method"] != "GET":
            reply: Reply = 405, {"error": "method"}, {"Allow": "GET"}
        elif path == PING:
            reply = self._ping(scope.get("query_string", b""))
        else:
            authorization = next((value for name, value in scope["headers"] if name == b"authorization"), b"").decode("latin-1")
            reply = await self._lanes.ask(authorization, lambda kiosk: self._receipt(path.removeprefix(RECEIPTS), kiosk))
        status, value, headers = reply
        body = json.dumps(value).encode()
        headers = {"Content-Type": "application/json", "Content-Length": str(len(body)), "Cache-Control": "no-store", **headers}
        raw = [(name.lower().encode("latin-1"), text.encode("latin-1")) for name, text in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        await send({"type": "http.response.body", "body": body})

    def _ping(self, query: bytes) -> Reply:
        """Signs the caller's nonce, which a captive portal cannot do. Needs no token: it tells nothing but who answers."""
        nonce = parse_qs(query.decode("latin-1")).get("nonce", [""])[0]
        if not _NONCE.match(nonce):
            return 400, {"error": "bad-nonce"}, {}
        return 200, {"nonce": nonce, "signature": sign_ping(nonce, self._keys.receipt_signing_key)}, {}

    def _receipt(self, package_id: str, kiosk: Kiosk | None) -> Reply:
        """200 with the signed receipt once stored; 202 while verifying; 422 when refused; the same 404 for unknown and another's."""
        if kiosk is None:
            return 401, {"error": "unauthorized"}, {"WWW-Authenticate": "Bearer"}
        package = Package.objects.filter(kiosk=kiosk, package_id=package_id).first()
        if package is not None:
            promise = Receipt(package.package_id, package.sha256, package.size_bytes, package.received_day.isoformat())
            return 200, sign_receipt(promise, self._keys.receipt_signing_key).to_json(), {}
        upload = Upload.objects.filter(kiosk=kiosk, package_id=package_id).first()
        # A lapsed or lost upload is no refusal: the package is simply unknown, and welcome.
        if upload is not None and upload.error == HASH_MISMATCH:
            return 422, {"error": upload.error}, {}
        if upload is not None and upload.state == Upload.State.VERIFYING:
            return 202, {"state": "verifying"}, {"Retry-After": str(_RETRY_S)}
        return 404, {"error": "unknown"}, {}

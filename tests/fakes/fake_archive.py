"""An archive on loopback that speaks the kiosk's protocol and misbehaves on demand.

It passes the same contract test as the real one (`tests/contracts/test_archive_contract.py`). Its misdeeds are the fields of
`Switches`; what reached it is in `requests`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import socket
import threading
from collections import Counter
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from fake_archive_switches import Seen, Switches

from sync.contract.enrolment import Enrolment, archive_id, encode_enrolment
from sync.contract.package import is_package_id, is_sha256
from sync.contract.policy import Policy
from sync.contract.receipt import Receipt
from sync.contract.withdrawal_request import MAX_SEALED_BYTES, sealed_sha256
from sync.enrolled import Enrolled
from sync.package.signatures import new_signing_key, sign_ping, sign_policy, sign_receipt
from sync.package.withdrawal import sign_withdrawal_receipt

TUS = "1.0.0"
RECIPIENT = "age1" + "q" * 58
COURIER_KEY = "c0" * 32
DAY = "2026-03-01"


@dataclass
class _Upload:
    upload_id: str
    kiosk_id: str
    package_id: str
    sha256: str
    size_bytes: int
    content: bytearray = field(default_factory=bytearray)
    refused: bool = False
    epoch: int = 0


class FakeArchive:
    """Runs in threads of its own until `close`. All public fields may be read from the test's thread between requests."""

    def __init__(self) -> None:
        self.switches = Switches()
        self.requests: list[Seen] = []
        self.stored: dict[str, bytes] = {}
        self.stores: Counter[str] = Counter()  # how often each package was taken over: more than once is a doubled story
        self.withdrawals: list[bytes] = []  # sealed requests to take a story back, in the order in which they came
        self.lock = threading.Lock()
        self._secret, self.receipt_key = new_signing_key()
        self._strangers_secret, _ = new_signing_key()
        self._tokens: dict[str, bool] = {}
        self._kiosks: dict[str, str] = {}
        self._next_secrets: dict[str, str] = {}
        self.courier_keys: dict[str, str] = {}  # kiosk id → public key
        self._revoked: set[str] = set()
        self.policy_version = 1
        self.policy_limits: dict[str, Any] = {}  # what it asks of its kiosks' links, as in `Policy`
        self.recipients: tuple[str, ...] = (RECIPIENT,)
        self._uploads: dict[str, _Upload] = {}
        self.received_bytes = 0
        self._server = _Server(("127.0.0.1", 0), self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="fake archive", daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def archive_id(self) -> str:
        return archive_id(self.receipt_key)

    def close(self) -> None:
        self._server.stop()
        self._thread.join()

    def new_code(self) -> str:
        """An enrolment code with a fresh one-time token."""
        token = secrets.token_urlsafe(16)
        self._tokens[token] = False
        return encode_enrolment(Enrolment(self.url, token, 4_000_000_000, (), self.receipt_key, (RECIPIENT,)))

    def enrolled(self) -> Enrolled:
        """What a kiosk that enrolled here would have saved."""
        kiosk_id, token = self._new_kiosk()
        return Enrolled(self.url, kiosk_id, token, self.receipt_key, (RECIPIENT,), (), None, courier_key=COURIER_KEY, courier_key_told=True)

    def revoke_all(self) -> None:
        """Without a word: their tokens are simply unknown from now on."""
        self._kiosks.clear()

    def revoke(self, kiosk_id: str) -> None:
        """As it should be: signed."""
        self._revoked.add(kiosk_id)
        self.policy_version += 1

    def change_recipients(self, *recipients: str) -> None:
        self.recipients = recipients
        self.policy_version += 1

    def sign(self, receipt: Receipt) -> dict[str, Any]:
        """A receipt with the archive's true signature, whatever it says."""
        return sign_receipt(receipt, self._secret).to_json()

    def works(self, token: str) -> bool:
        """Whether a kiosk with this token would be let in; looking changes nothing."""
        return token in self._kiosks

    def forget_uploads(self) -> None:
        self._uploads.clear()

    # --- what the doors do; under `lock` ---

    def enrol(self, body: bytes) -> tuple[int, dict[str, Any]]:
        try:
            value = json.loads(body)
            token = value["token"]
        except (ValueError, KeyError, TypeError):
            return 400, {"error": "bad-request"}
        if token not in self._tokens:
            return 403, {"error": "token-unknown"}
        if self._tokens[token]:
            return 403, {"error": "token-used"}
        self._tokens[token] = True
        kiosk_id, kiosk_token = self._new_kiosk()
        answer = {"kiosk_id": kiosk_id, "kiosk_token": kiosk_token, "event_id": None}
        if self.switches.knows_couriers and "courier_key" in value:
            answer["courier_key"] = self.courier_keys[kiosk_id] = value["courier_key"]
        return 201, answer

    def kiosk_of(self, token: str | None) -> str | None:
        """The kiosk that `token` proves, revoked or not. The first use of an announced token ends the one before."""
        if token is None or token in self._kiosks:
            return None if token is None else self._kiosks[token]
        kiosk_id, _, secret = token.partition(".")
        if self._next_secrets.get(kiosk_id) != hashlib.sha256(secret.encode()).hexdigest():
            return None
        del self._next_secrets[kiosk_id]
        self._kiosks = {known: its for known, its in self._kiosks.items() if its != kiosk_id} | {token: kiosk_id}
        return kiosk_id

    def is_revoked(self, kiosk_id: str) -> bool:
        return kiosk_id in self._revoked

    def announce(self, kiosk_id: str, body: bytes) -> int:
        next_sha256 = _hex_in(body, "next_sha256")
        if next_sha256 is not None:
            self._next_secrets[kiosk_id] = next_sha256
        return 400 if next_sha256 is None else 204

    def learn_courier_key(self, kiosk_id: str, body: bytes) -> int:
        told = _hex_in(body, "courier_key")
        if told is None:
            return 400
        return 204 if self.courier_keys.setdefault(kiosk_id, told) == told else 409

    def policy(self, kiosk_id: str) -> Any:
        policy = Policy(kiosk_id, self.policy_version, self.recipients, revoked=kiosk_id in self._revoked, **self.policy_limits)
        signed = sign_policy(policy, self._strangers_secret if self.switches.stranger else self._secret).to_json()
        return signed if self.switches.spoil_policy is None else self.switches.spoil_policy(signed)

    def create(self, kiosk_id: str, package_id: str, sha256: str, size_bytes: int) -> _Upload | None:
        for upload in list(self._uploads.values()):
            if upload.kiosk_id == kiosk_id and upload.refused and upload.package_id == package_id:
                del self._uploads[upload.upload_id]
            elif upload.kiosk_id == kiosk_id and (upload.sha256 == sha256 or upload.package_id == package_id):
                same = (upload.package_id, upload.sha256, upload.size_bytes) == (package_id, sha256, size_bytes)
                return upload if same else None
        upload = _Upload(secrets.token_hex(16), kiosk_id, package_id, sha256, size_bytes)
        self._uploads[upload.upload_id] = upload
        return upload

    def upload(self, kiosk_id: str, upload_id: str) -> _Upload | None:
        upload = self._uploads.get(upload_id)
        return upload if upload is not None and upload.kiosk_id == kiosk_id else None

    def finish(self, upload: _Upload) -> None:
        if self.switches.corrupt:
            self.switches.corrupt -= 1
            upload.content[-1] ^= 1
        if hashlib.sha256(upload.content).hexdigest() != upload.sha256:
            upload.refused = True
            return
        self.stored[upload.package_id] = bytes(upload.content)
        self.stores[upload.package_id] += 1

    def receipt(self, kiosk_id: str, package_id: str) -> tuple[int, Any]:
        mine = [upload for upload in self._uploads.values() if (upload.kiosk_id, upload.package_id) == (kiosk_id, package_id)]
        if not mine:
            return 404, {"error": "unknown"}
        if mine[0].refused:
            return 422, {"error": "hash-mismatch"}
        if package_id not in self.stored or self.switches.receipts == "pending":
            return 202, {"state": "verifying"}
        receipt = Receipt(package_id, mine[0].sha256, mine[0].size_bytes, DAY)
        if self.switches.receipts == "replayed":
            receipt = replace(receipt, package_id="0" * 32)
        forged = self.switches.receipts == "forged" or self.switches.stranger
        signed = sign_receipt(receipt, self._strangers_secret if forged else self._secret).to_json()
        return 200, signed if self.switches.spoil_receipt is None else self.switches.spoil_receipt(signed)

    def withdraw(self, sealed: bytes) -> tuple[int, dict[str, Any]]:
        if not 0 < len(sealed) <= MAX_SEALED_BYTES:
            return 400, {"error": "bad-request"}
        self.withdrawals.append(sealed)
        forged = self.switches.receipts == "forged" or self.switches.stranger
        named = sealed_sha256(b"another" if self.switches.receipts == "replayed" else sealed)
        return 200, sign_withdrawal_receipt(named, self._strangers_secret if forged else self._secret).to_json()

    def pong(self, nonce: str) -> dict[str, str]:
        return {"nonce": nonce, "signature": sign_ping(nonce, self._strangers_secret if self.switches.stranger else self._secret)}

    def _new_kiosk(self) -> tuple[str, str]:
        kiosk_id = secrets.token_hex(8)
        token = f"{kiosk_id}.{secrets.token_urlsafe(16)}"
        self._kiosks[token] = kiosk_id
        return kiosk_id, token


def _hex_in(body: bytes, key: str) -> str | None:
    try:
        value = json.loads(body)[key]
    except (ValueError, KeyError, TypeError):
        return None
    return value if isinstance(value, str) and is_sha256(value) else None


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def __init__(self, address: tuple[str, int], archive: FakeArchive) -> None:
        self.archive = archive
        self._open: set[socket.socket] = set()
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def close_request(self, request: Any) -> None:
        self._open.discard(request)
        super().close_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error; anything else fails the test by way of threading.excepthook."""
        raise

    def stop(self) -> None:
        self.shutdown()
        for request in list(self._open):
            try:
                request.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # the client was faster
        self.server_close()


class _HungUp(Exception):
    """The connection is to end without an answer."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def handle(self) -> None:
        try:
            super().handle()
        except (_HungUp, ConnectionError):
            self.close_connection = True

    def finish(self) -> None:
        try:
            super().finish()
        except ConnectionError:
            return

    def log_message(self, format: str, *args: Any) -> None:
        """Silent."""

    def do_GET(self) -> None:
        self._serve()

    do_POST = do_HEAD = do_PATCH = do_OPTIONS = do_DELETE = do_PUT = do_GET

    def _serve(self) -> None:
        archive = self.server.archive
        authorization = self.headers.get("Authorization", "")
        self._token = authorization.removeprefix("Bearer ") if authorization.startswith("Bearer ") else None
        self._seen = Seen(self.command, self.path, self._token)
        archive.requests.append(self._seen)
        self._route(archive)

    def _route(self, archive: FakeArchive) -> None:
        switches = archive.switches
        if switches.portal is not None:
            self._portal(switches.portal)
            return
        if switches.answer_with:
            status, headers = switches.answer_with.pop(0)
            self._answer(status, {"error": "switched"}, headers, close=True)
            return
        parts = urlsplit(self.path)
        if parts.path == "/api/v1/enrol" and self.command == "POST":
            body = self._body()
            with archive.lock:
                self._answer(*archive.enrol(body))
        elif parts.path == "/api/v1/ping" and self.command == "GET":
            nonce = parse_qs(parts.query).get("nonce", [""])[0]
            if len(nonce) == 32 and all(character in "0123456789abcdef" for character in nonce):
                self._answer(200, archive.pong(nonce))
            else:
                self._answer(400, {"error": "bad-nonce"})
        elif parts.path.startswith("/api/v1/uploads") and self.command == "OPTIONS":
            self._answer(204, None, {"Tus-Version": TUS, "Tus-Extension": "creation", "Tus-Max-Size": str(2**31)})
        elif not parts.path.startswith("/api/v1/"):
            self._answer(404, {"error": "unknown"}, close=True)
        elif (kiosk_id := archive.kiosk_of(self._token)) is None:
            self._answer(401, {"error": "unauthorized"}, close=True)
        elif parts.path == "/api/v1/policy" and self.command == "GET":
            self._answer(200, archive.policy(kiosk_id))
        elif archive.is_revoked(kiosk_id):
            self._answer(401, {"error": "unauthorized"}, close=True)
        elif parts.path == "/api/v1/token" and self.command == "POST":
            body = self._body()
            with archive.lock:
                status = archive.announce(kiosk_id, body)
            self._answer(status, None if status == 204 else {"error": "bad-request"})
        elif parts.path == "/api/v1/courier-key" and self.command == "POST" and switches.knows_couriers:
            body = self._body()
            with archive.lock:
                self._answer(archive.learn_courier_key(kiosk_id, body))
        elif parts.path == "/api/v1/withdrawals" and self.command == "POST":
            body = self._body()
            with archive.lock:
                self._answer(*archive.withdraw(body))
        elif parts.path.startswith("/api/v1/receipts/") and self.command == "GET":
            with archive.lock:
                status, value = archive.receipt(kiosk_id, parts.path.rpartition("/")[2])
            self._answer(status, value, {"Retry-After": "1"} if status == 202 else {})
        elif parts.path.startswith("/api/v1/uploads"):
            self._tus(archive, kiosk_id, parts.path)
        else:
            self._answer(404, {"error": "unknown"}, close=True)

    def _tus(self, archive: FakeArchive, kiosk_id: str, path: str) -> None:
        if self.headers.get("Tus-Resumable") != TUS:
            self._answer(412, {"error": "tus-version"}, {"Tus-Version": TUS}, close=True)
            return
        if path.rstrip("/") == "/api/v1/uploads":
            if self.command == "POST":
                self._create(archive, kiosk_id)
            else:
                self._answer(405, {"error": "method"}, close=True)
            return
        with archive.lock:
            upload = archive.upload(kiosk_id, path.rpartition("/")[2])
        if upload is None or upload.refused:
            self._answer(404 if upload is None else 410, {"error": "unknown"}, close=True)
        elif self.command == "HEAD":
            upload.epoch += 1
            with archive.lock:
                self._answer(200, None, {"Upload-Offset": str(len(upload.content)), "Upload-Length": str(upload.size_bytes)})
        elif self.command == "PATCH":
            self._append(archive, upload)
        else:
            self._answer(405, {"error": "method"}, close=True)

    def _create(self, archive: FakeArchive, kiosk_id: str) -> None:
        metadata = {}
        for pair in self.headers.get("Upload-Metadata", "").split(","):
            key, _, value = pair.strip().partition(" ")
            metadata[key] = base64.b64decode(value).decode()
        package_id, sha256, size = metadata.get("package_id", ""), metadata.get("sha256", ""), self.headers.get("Upload-Length", "")
        if not (is_package_id(package_id) and is_sha256(sha256) and metadata.get("part") in ("listen", "master") and size.isdecimal()):
            self._answer(400, {"error": "upload-metadata"}, close=True)
            return
        if int(size) > 2**31:
            self._answer(413, {"error": "too-large"}, close=True)
            return
        with archive.lock:
            upload = archive.create(kiosk_id, package_id, sha256, int(size))
        if upload is None:
            self._answer(409, {"error": "different-package"})
        else:
            self._answer(201, None, {"Location": f"/api/v1/uploads/{upload.upload_id}", "Upload-Offset": str(len(upload.content))})

    def _append(self, archive: FakeArchive, upload: _Upload) -> None:
        offset, length = int(self.headers["Upload-Offset"]), int(self.headers["Content-Length"])
        if self.headers.get("Content-Type") != "application/offset+octet-stream":
            self._answer(415, {"error": "content-type"}, close=True)
            return
        with archive.lock:
            upload.epoch += 1
            epoch = upload.epoch
            held = len(upload.content)
        if offset != held:
            self._answer(409, {"error": "offset"}, {"Upload-Offset": str(held)}, close=True)
            return
        if offset + length > upload.size_bytes:
            self._answer(413, {"error": "too-long"}, close=True)
            return
        cut_after = archive.switches.cut_after_bytes.pop(0) if archive.switches.cut_after_bytes else None
        while self._seen.body_bytes < length:
            room = (
                length - self._seen.body_bytes
                if cut_after is None
                else min(length - self._seen.body_bytes, cut_after - self._seen.body_bytes)
            )
            if room == 0:
                raise _HungUp
            block = self.rfile.read1(min(room, 16 * 1024))
            if not block:
                raise _HungUp
            self._seen.body_bytes += len(block)
            with archive.lock:
                if upload.epoch != epoch:
                    raise _HungUp  # a newer request has taken over: what comes late is not taken
                upload.content += block
                archive.received_bytes += len(block)
            if archive.switches.on_body_bytes is not None:
                archive.switches.on_body_bytes(archive.received_bytes)
        with archive.lock:
            if len(upload.content) == upload.size_bytes:
                archive.finish(upload)
        if upload.refused:
            self._answer(422, {"error": "hash-mismatch"})
        else:
            self._answer(204, None, {"Upload-Offset": str(len(upload.content))})

    def _portal(self, kind: str) -> None:
        page = b"<html><body>Welcome to our hotel. Please log in.</body></html>"
        self.send_response(200 if kind == "html" else 302)
        if kind != "html":
            self.send_header("Location", "http://login.invalid/")
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def _body(self) -> bytes:
        body = self.rfile.read(min(int(self.headers.get("Content-Length", "0")), 65536))
        self._seen.body_bytes += len(body)
        return body

    def _answer(self, status: int, value: Any = None, headers: dict[str, str] | None = None, close: bool = False) -> None:
        """`close` where a body may still lie unread in the connection."""
        if self.command in self.server.archive.switches.lose_answers:
            self.server.archive.switches.lose_answers.discard(self.command)
            raise _HungUp
        body = value if isinstance(value, bytes) else b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        fixed = {"X-Archive-Id": self.server.archive.archive_id, "Tus-Resumable": TUS, "Cache-Control": "no-store"}
        for name, text in {**fixed, **(headers or {})}.items():
            self.send_header(name, text)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        if close:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

"""A kiosk's token in the wrong hands: it can add, and ask about what this kiosk added. Nothing else, at any address, by any method.

Every address is read from the code, so that a new one fails here until somebody has said who may use it. Ids of another kiosk must
answer like ids that do not exist, down to the last header; no claim is made about time beyond what a network blurs anyway.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest
from live_archive import LiveArchive, live_archive
from tus_client import Reply, Sending, TusClient, call

from archive.intake.questions_door import PING, RECEIPTS
from sync.contract.enrolment import decode_enrolment

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")
BODIES = (b"", b"{}", b"code=1234567890123456&next=%2F")

# What the token is for: (address, method) and the status it then gets. Without a token each of them says 401.
KIOSK_MAY = {
    ("uploads", "POST"): 201,
    ("upload", "HEAD"): 200,
    ("upload", "PATCH"): 204,
    ("upload", "DELETE"): 204,  # of what it has not finished; what the archive owns is tried below
    ("receipt", "GET"): 200,
    ("kiosk-policy", "GET"): 200,
    ("kiosk-token", "POST"): 204,
    ("kiosk-courier-key", "POST"): 204,  # once: what the kiosk has told cannot be exchanged
    ("kiosk-withdrawal", "POST"): 200,
}
KIOSK_DOORS = {name for name, _ in KIOSK_MAY}
# Answers for everybody alike: with the token they must say the same as without.
OPEN = {"kiosk-enrol", "ping", "gallery", "story", "about", "choose-language", "login", "withdraw", "withdraw-done", "media"}
# For people with an account; the token is no account.
STAFF = {
    *("logout", "review-queue", "review-find", "review-story", "review-start", "review-approve", "review-reject", "review-hand-off"),
    *("review-take-down", "help-requests", "help-answered", "review-media"),
}
DENIED = {400, 401, 403, 404, 405, 410, 412, 415}


@dataclass
class Scene:
    """An archive with stories, a kiosk whose token was stolen, and another kiosk with uploads in every state."""

    archive: LiveArchive
    thief: TusClient
    other: TusClient
    own: dict[str, str]  # upload paths by state
    theirs: dict[str, str]
    own_packages: dict[str, str]
    their_packages: dict[str, str]
    paths: list[tuple[str, str]]  # (name of the address, path)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with live_archive(tmp_path_factory.mktemp("live"), disk_reserve_bytes="0") as archive:
        assert archive.run_python("-m", "fill_archive").returncode == 0
        thief, other = enrolled(archive, "stolen"), enrolled(archive, "other")
        own, own_packages = uploads_of(thief)
        theirs, their_packages = uploads_of(other)
        paths = all_paths(archive, [*own.values(), *theirs.values()], [*own_packages.values(), *their_packages.values()])
        archive.run_jobs()  # what came in is opened now, and not beside some test that compares what the archive holds
        yield Scene(archive, thief, other, own, theirs, own_packages, their_packages, paths)


def enrolled(archive: LiveArchive, name: str) -> TusClient:
    body = json.dumps({"token": decode_enrolment(archive.enrol(name)["code"]).token}).encode()
    reply = call(archive.url, "POST", "/api/v1/enrol", headers={"Content-Type": "application/json"}, body=body)
    assert reply.status == 201
    return TusClient(archive.url, reply.json()["kiosk_token"])


def uploads_of(kiosk: TusClient) -> tuple[dict[str, str], dict[str, str]]:
    """One upload each that is stored, half-way, and refused because what arrived is not what was announced."""
    urls, packages = {}, {}
    for state in ("stored", "open", "failed"):
        content = secrets.token_bytes(5000)
        sending = Sending(content, secrets.token_hex(16), sha256="00" * 32 if state == "failed" else "")
        created = kiosk.create(sending)
        assert created.status == 201
        urls[state], packages[state] = created.headers["location"], sending.package_id
        kiosk.patch(urls[state], 0, content[:1000] if state == "open" else content)
    return urls, packages


# --- every address there is ---


def addresses() -> set[str]:
    """The names of all addresses of Django's, and the prefixes that the server takes out before it."""
    from django.urls import get_resolver

    import archive.asgi

    def names(resolver: Any) -> Iterator[str]:
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                yield from names(pattern)
            else:
                yield str(pattern.name)

    # All that begins with KIOSK_PREFIX and is nobody else's goes to Django after all.
    raw = {value for name, value in vars(archive.asgi).items() if name.endswith("_PREFIX") and name != "KIOSK_PREFIX"}
    return {*names(get_resolver()), *raw, PING, RECEIPTS}


def test_somebody_has_said_who_may_use_each_address() -> None:
    raw = {"/api/v1/uploads": {"uploads", "upload"}, "/media/": {"media", "review-media"}, PING: {"ping"}, RECEIPTS: {"receipt"}}
    told = KIOSK_DOORS | OPEN | STAFF
    assert addresses() == told - set().union(*raw.values()) | set(raw)


def all_paths(archive: LiveArchive, uploads: list[str], packages: list[str]) -> list[tuple[str, str]]:
    """Each address with every id that fits: those that exist, whoever they belong to, and one that does not."""
    from django.urls import reverse

    with closing(sqlite3.connect(archive.dir / "archive.sqlite3")) as database:

        def ids(sql: str) -> list[str]:
            return [str(row[0]) for row in database.execute(sql)]

        stories = [f"{each[:8]}-{each[8:12]}-{each[12:16]}-{each[16:20]}-{each[20:]}" for each in ids("SELECT story_id FROM stories_story")]
        publications = ids("SELECT public_id FROM stories_publication")
        blobs = ids("SELECT blob_id FROM stories_answer UNION SELECT blob_id FROM stories_photo")
        public_files = ids("SELECT public_id FROM stories_renditionfile")
    nothing_uuid, nothing = "00000000-0000-4000-8000-000000000000", "0" * 32
    assert all((stories, publications, blobs, public_files))
    values = {"story": [*publications, "nothing"], "help-answered": [nothing_uuid]}
    values |= {name: [*stories, nothing_uuid] for name in STAFF if name.startswith("review-")}
    found = []
    for name in sorted(addresses()):
        if name.startswith("/"):
            continue
        bare = name in ("review-queue", "review-find") or name not in values
        found += [(name, reverse(name, args=[] if bare else [value])) for value in ([""] if bare else values[name])]
    found += [("uploads", "/api/v1/uploads"), ("uploads", "/api/v1/uploads/")]
    found += [("upload", path) for path in (*uploads, f"/api/v1/uploads/{nothing}", "/api/v1/uploads/nothing")]
    found += [("ping", PING), *(("receipt", f"{RECEIPTS}{each}") for each in (*packages, nothing))]
    found += [("media", f"/media/{each}") for each in (*public_files, nothing)]
    found += [("review-media", f"/media/review/{each}") for each in (*blobs, nothing)]
    return found


# --- what it opens, and what it does not ---


def ask(scene: Scene, method: str, path: str, body: bytes, *, token: str | None, **headers: str) -> Reply:
    sent = {"Tus-Resumable": "1.0.0", "Content-Type": "application/x-www-form-urlencoded", **headers}
    if token is not None:
        sent["Authorization"] = f"Bearer {token}"
    return call(scene.archive.url, method, path, headers=sent, body=body if method not in ("GET", "HEAD") else None)


def plain(reply: Reply) -> tuple[int, dict[str, str], bytes]:
    """An answer without what differs from one moment to the next."""
    headers = {name: value for name, value in reply.headers.items() if name not in ("date", "expires", "set-cookie", "content-length")}
    return reply.status, headers, re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", reply.body)


def rows(archive: LiveArchive) -> dict[str, list[tuple[Any, ...]]]:
    """Everything the archive's database says, but for who tried to log in."""
    with closing(sqlite3.connect(archive.dir / "archive.sqlite3")) as database:
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        kept = [name for name in tables if not name.startswith(("sqlite_", "axes_", "django_session"))]
        return {name: sorted(database.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in kept}


def files(archive: LiveArchive) -> dict[str, bytes]:
    folders = ("uploads", "packages", "blobs", "keys")
    return {str(path): path.read_bytes() for folder in folders for path in (archive.dir / folder).rglob("*") if path.is_file()}


def test_nothing_but_the_listed_answers_and_nothing_changes(scene: Scene) -> None:
    """Each address × method × body, with the token and without."""
    assert {name for name, _ in scene.paths} == KIOSK_DOORS | OPEN | STAFF
    scene.archive.run_jobs()
    before, kept = rows(scene.archive), files(scene.archive)
    tried = 0
    for name, path in scene.paths:
        for method in METHODS:
            if (name, method) in KIOSK_MAY or (name, method) == ("uploads", "OPTIONS"):
                continue
            for body in BODIES if method in ("POST", "PUT", "PATCH") else BODIES[:1]:
                tried += 1
                with_token = ask(scene, method, path, body, token=scene.thief.token)
                what = f"{method} {path}: {with_token.status}"
                if name in KIOSK_DOORS:
                    assert with_token.status in DENIED or method == "OPTIONS", what
                    continue
                assert plain(with_token) == plain(ask(scene, method, path, body, token=None)), what
                if name in STAFF:
                    to_log_in = with_token.status == 302 and with_token.headers["location"].startswith(("/review/login/", "/"))
                    only_methods = method == "OPTIONS" and with_token.body == b""
                    assert to_log_in or only_methods or with_token.status in DENIED, what
                    assert with_token.body == b"" or with_token.status in DENIED, what
    assert tried > 500
    assert rows(scene.archive) == before
    assert files(scene.archive) == kept


@pytest.mark.parametrize("method", METHODS)
def test_the_method_in_a_header_counts_like_the_one_in_the_line(scene: Scene, method: str) -> None:
    """tus lets proxies hide PATCH and DELETE in a POST."""
    before = rows(scene.archive)
    for path in (*scene.theirs.values(), "/api/v1/uploads/"):
        sent = {"X-HTTP-Method-Override": method, "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}
        reply = ask(scene, "POST", path, b"", token=scene.thief.token, **sent)
        assert reply.status in {*DENIED, 409} or method == "OPTIONS", f"{method} {path}: {reply.status}"
    assert rows(scene.archive) == before


def test_without_the_token_the_kiosks_doors_are_shut(scene: Scene) -> None:
    kiosk_id, _, secret = scene.thief.token.partition(".")
    wrong = (None, "", kiosk_id, f"{kiosk_id}.", f"{kiosk_id}.{secret[:-1]}", f"{scene.other.token.partition('.')[0]}.{secret}")
    for name, path in scene.paths:
        for allowed_name, method in KIOSK_MAY:
            if name == allowed_name:
                for token in wrong:
                    assert ask(scene, method, path, b"{}", token=token).status == 401, f"{method} {path}"


def test_the_control_what_it_is_for_works(scene: Scene) -> None:
    """The very requests that the matrix leaves out, made as the kiosk makes them."""
    kiosk, answered = enrolled(scene.archive, "control"), {}
    content = secrets.token_bytes(3000)
    sending = Sending(content, secrets.token_hex(16))
    created = kiosk.create(sending)
    answered["uploads", "POST"] = created.status
    path = created.headers["location"]
    answered["upload", "HEAD"] = kiosk.head(path).status
    answered["upload", "PATCH"] = kiosk.patch(path, 0, content).status
    answered["receipt", "GET"] = kiosk.receipt(sending.package_id).status
    unfinished = kiosk.create(Sending(secrets.token_bytes(10), secrets.token_hex(16)))
    answered["upload", "DELETE"] = kiosk.call("DELETE", unfinished.headers["location"]).status
    answered["kiosk-policy", "GET"] = kiosk.call("GET", "/api/v1/policy").status
    announcement = json.dumps({"next_sha256": hashlib.sha256(b"next").hexdigest()}).encode()
    answered["kiosk-token", "POST"] = kiosk.call("POST", "/api/v1/token", announcement, Content_Type="application/json").status
    key = json.dumps({"courier_key": secrets.token_hex(32)}).encode()
    answered["kiosk-courier-key", "POST"] = kiosk.call("POST", "/api/v1/courier-key", key, Content_Type="application/json").status
    sealed = b"age-encryption.org/v1\n" + secrets.token_bytes(300)
    answered["kiosk-withdrawal", "POST"] = kiosk.call("POST", "/api/v1/withdrawals", sealed, Content_Type="application/octet-stream").status
    assert answered == KIOSK_MAY


def test_what_the_archive_owns_cannot_even_be_removed_by_whoever_sent_it(scene: Scene) -> None:
    for method, body in (("DELETE", b""), ("PATCH", b"x"), ("POST", b""), ("PUT", b"x")):
        reply = scene.thief.call(method, scene.own["stored"], body, Content_Type="application/offset+octet-stream", Upload_Offset="0")
        assert reply.status in (403, 405, 409, 413)
    assert scene.thief.receipt(scene.own_packages["stored"]).status == 200


def test_the_key_for_sticks_cannot_be_exchanged_for_the_thiefs_own(scene: Scene) -> None:
    kiosk = enrolled(scene.archive, "told its key")

    def tell(key: str) -> int:
        return kiosk.call("POST", "/api/v1/courier-key", json.dumps({"courier_key": key}).encode(), Content_Type="application/json").status

    assert [tell("ab" * 32), tell("ab" * 32), tell("cd" * 32), tell("AB" * 32), tell("")] == [204, 204, 409, 400, 400]


# --- other kiosks' ids ---


@pytest.mark.parametrize("state", ["stored", "open", "failed"])
def test_another_kiosks_upload_answers_like_one_that_does_not_exist(scene: Scene, state: str) -> None:
    nowhere = f"/api/v1/uploads/{secrets.token_hex(16)}"
    for method in METHODS:
        for length in (0, 1, 5000):
            sent = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "1000"}
            there, here = (
                ask(scene, method, path, b"x" * length, token=scene.thief.token, **sent) for path in (scene.theirs[state], nowhere)
            )
            assert plain(there) == plain(here), f"{method} with {length} bytes"
            assert there.status in DENIED or method == "OPTIONS"
    if state == "open":
        assert scene.other.head(scene.theirs["open"]).offset == 1000


@pytest.mark.parametrize("state", ["stored", "open", "failed"])
def test_another_kiosks_package_answers_like_one_that_does_not_exist(scene: Scene, state: str) -> None:
    for method in METHODS:
        unknown = secrets.token_hex(16)
        there, here = (
            ask(scene, method, f"/api/v1/receipts/{package_id}", b"", token=scene.thief.token)
            for package_id in (scene.their_packages[state], unknown)
        )
        # The page about a forged form names the address it was sent to.
        here.body = here.body.replace(unknown.encode(), scene.their_packages[state].encode())
        assert plain(there) == plain(here), method
        assert there.status == (404 if method == "GET" else there.status)
        assert there.status in DENIED
    assert scene.other.receipt(scene.their_packages[state]).status == {"stored": 200, "open": 404, "failed": 422}[state]


@pytest.mark.parametrize("state", ["stored", "open", "failed"])
def test_announcing_what_another_kiosk_sent_tells_nothing(scene: Scene, state: str) -> None:
    """Neither by the package's id nor by its hash: to this kiosk it is new, and empty."""
    head = scene.other.head(scene.theirs[state])
    known = dict(pair.split() for pair in head.headers.get("upload-metadata", "").split(",") if pair)
    sha256 = base64.b64decode(known["sha256"]).decode() if known else secrets.token_hex(32)

    def announced(package_id: str, sha256: str) -> tuple[int, dict[str, str], bytes]:
        reply = scene.thief.create(Sending(b"x" * 5000, package_id, sha256=sha256))
        scene.thief.call("DELETE", reply.headers["location"])
        status, headers, body = plain(reply)
        return status, {name: value for name, value in headers.items() if name not in ("location", "upload-expires")}, body

    new = announced(secrets.token_hex(16), secrets.token_hex(32))
    assert announced(scene.their_packages[state], secrets.token_hex(32)) == new
    assert announced(secrets.token_hex(16), sha256) == new
    assert announced(scene.their_packages[state], sha256) == new
    assert (new[0], new[1]["upload-offset"]) == (201, "0")


# --- and when somebody notices ---


def test_once_revoked_it_is_told_so_and_nothing_else(scene: Scene) -> None:
    lost = enrolled(scene.archive, "lost in the field")
    urls, packages = uploads_of(lost)
    assert json.loads(scene.archive.cli("revoke", "lost in the field", "--json").stdout)["codes_voided"] == 0
    for method, path in (("POST", "/api/v1/uploads/"), ("HEAD", urls["open"]), ("PATCH", urls["open"]), ("DELETE", urls["open"])):
        assert lost.call(method, path, Upload_Length="5").status == 401, method
    assert lost.receipt(packages["stored"]).status == 401
    assert lost.call("POST", "/api/v1/token", b"{}", Content_Type="application/json").status == 401
    told = lost.call("GET", "/api/v1/policy")
    assert (told.status, told.json()["policy"]["revoked"]) == (200, True)
    assert scene.thief.call("GET", "/api/v1/policy").json()["policy"]["revoked"] is False

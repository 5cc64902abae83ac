"""The archive killed at each step between "all bytes are here" and its answer: stored once or sent again, never half."""

from __future__ import annotations

import http.client
import json
import os
import secrets
import sqlite3
from pathlib import Path

import pytest
from live_archive import LiveArchive, live_archive
from tus_client import Sending, TusClient, call

from sync.contract.enrolment import decode_enrolment

STEPS = ("verifying", "hashed", "renamed", "committed")


def enrolled(archive: LiveArchive) -> TusClient:
    token = decode_enrolment(archive.enrol()["code"]).token
    reply = call(archive.url, "POST", "/api/v1/enrol", body=json.dumps({"token": token}).encode())
    return TusClient(archive.url, reply.json()["kiosk_token"])


def rows(archive: LiveArchive, sql: str) -> list[tuple[object, ...]]:
    database = sqlite3.connect(archive.dir / "archive.sqlite3")
    try:
        return database.execute(sql).fetchall()
    finally:
        database.close()


def upload_until_the_crash(kiosk: TusClient, sending: Sending, *, whole: bool) -> None:
    path = kiosk.create(sending).headers["location"]
    data = sending.data if whole else sending.data[:-1] + bytes([sending.data[-1] ^ 1])
    with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
        kiosk.patch(path, 0, data)


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_between_the_last_byte_and_the_answer_loses_and_doubles_nothing(tmp_path: Path, step: str) -> None:
    sending = Sending(os.urandom(2_000_000), secrets.token_hex(16))
    with live_archive(tmp_path, server=["-m", "crashing_archive", step], disk_reserve_bytes="0") as archive:
        kiosk = enrolled(archive)
        upload_until_the_crash(kiosk, sending, whole=True)
        assert archive.wait() == -9
        archive.serve_with("-m", "archive")
        archive.start()
        kiosk.url = archive.url
        # The restart alone has finished it: the kiosk's next questions get the answers the lost one would have had.
        assert kiosk.receipt(sending.package_id).status == 200
        created = kiosk.create(sending)
        assert (created.status, created.offset) == (201, len(sending.data))
        assert kiosk.head(created.headers["location"]).offset == len(sending.data)
        archive.stop()
        assert rows(archive, "SELECT sha256 FROM intake_package") == [(sending.sha256,)]
        assert rows(archive, "SELECT count(*) FROM core_job WHERE kind = 'open-package'") == [(1,)]
        assert rows(archive, "SELECT count(*) FROM core_event WHERE code = 'package.stored'") == [(1,)]
        assert (archive.dir / "packages" / sending.sha256).read_bytes() == sending.data
        assert list((archive.dir / "uploads").iterdir()) == []
        assert json.loads(archive.cli("verify", "--json").stdout)["problems"] == []


@pytest.mark.parametrize("step", ["verifying", "hashed", "refused"])
def test_a_kill_while_wrong_bytes_are_refused_still_refuses_them(tmp_path: Path, step: str) -> None:
    sending = Sending(os.urandom(500_000), secrets.token_hex(16))
    with live_archive(tmp_path, server=["-m", "crashing_archive", step], disk_reserve_bytes="0") as archive:
        kiosk = enrolled(archive)
        upload_until_the_crash(kiosk, sending, whole=False)
        assert archive.wait() == -9
        archive.serve_with("-m", "archive")
        archive.start()
        kiosk.url = archive.url
        refused = kiosk.receipt(sending.package_id)
        assert (refused.status, refused.json()) == (422, {"error": "hash-mismatch"})
        assert list((archive.dir / "uploads").iterdir()) == []
        assert list((archive.dir / "packages").iterdir()) == []
        assert kiosk.create(sending, body=sending.data).offset == len(sending.data)
        assert kiosk.receipt(sending.package_id).status == 200


def test_a_kill_during_the_restarts_own_recovery_is_recovered_from_too(tmp_path: Path) -> None:
    sending = Sending(os.urandom(500_000), secrets.token_hex(16))
    with live_archive(tmp_path, server=["-m", "crashing_archive", "verifying"], disk_reserve_bytes="0") as archive:
        kiosk = enrolled(archive)
        upload_until_the_crash(kiosk, sending, whole=True)
        assert archive.wait() == -9
        for step in STEPS[1:]:
            archive.serve_with("-m", "crashing_archive", step)
            with pytest.raises(AssertionError, match="did not start"):
                archive.start()
        archive.serve_with("-m", "archive")
        archive.start()
        kiosk.url = archive.url
        assert kiosk.receipt(sending.package_id).status == 200
        assert rows(archive, "SELECT count(*) FROM intake_package") == [(1,)]

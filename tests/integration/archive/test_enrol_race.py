"""One enrolment code, many laptops at the same moment: exactly one becomes a kiosk."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from live_archive import LiveArchive
from tus_client import Reply, call

from sync.contract.enrolment import decode_enrolment


@pytest.mark.parametrize("attempt", range(3))
def test_a_token_works_once_under_parallel_attempts(archive: LiveArchive, attempt: int) -> None:
    body = json.dumps({"token": decode_enrolment(archive.enrol(f"Booth {attempt}")["code"]).token}).encode()
    start = Barrier(12)

    def enrol(_number: int) -> Reply:
        start.wait()
        return call(archive.url, "POST", "/api/v1/enrol", headers={"Content-Type": "application/json"}, body=body)

    with ThreadPoolExecutor(12) as pool:
        replies = list(pool.map(enrol, range(12)))
    assert sorted(reply.status for reply in replies) == [201] + [403] * 11
    assert {reply.json()["error"] for reply in replies if reply.status == 403} == {"token-used"}

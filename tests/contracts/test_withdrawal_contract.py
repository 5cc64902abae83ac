"""Handing in a request to take a story back: what the fake archive and the real one both do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests
from archive_under_test import ArchiveUnderTest, fake_archive, real_archive

from sync.contract.enrolment import archive_id, decode_enrolment
from sync.contract.package import new_package_id
from sync.contract.withdrawal_request import MAX_SEALED_BYTES, WithdrawalRequest, parse_withdrawal_receipt
from sync.package import seal_withdrawal, verify_withdrawal_receipt
from sync.package.identity import new_age_key

PATIENCE_S = 15


class Kiosk:
    """A kiosk that enrolled through the front door."""

    def __init__(self, archive: ArchiveUnderTest) -> None:
        enrolment = decode_enrolment(archive.new_code())
        self.receipt_key = enrolment.receipt_key
        self._url = archive.url
        self._token = self.ask("POST", "enrol", json={"token": enrolment.token}).json()["kiosk_token"]

    def ask(self, method: str, path: str, *, token: str | None = None, **body: object) -> requests.Response:
        with requests.Session() as http:
            http.trust_env = False
            headers = {"Authorization": f"Bearer {token}"} if token is not None else {}
            answer = http.request(method, f"{self._url}/api/v1/{path}", headers=headers, timeout=PATIENCE_S, **body)  # type: ignore[arg-type]
        assert answer.headers["X-Archive-Id"] == archive_id(self.receipt_key)
        return answer

    def hand_in(self, sealed: bytes, token: str | None = None) -> requests.Response:
        return self.ask("POST", "withdrawals", token=token or self._token, data=sealed)


@pytest.fixture(scope="module", params=["fake", "real"])
def kiosk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kiosk]:
    with fake_archive() if request.param == "fake" else real_archive(tmp_path_factory.mktemp("archive")) as running:
        yield Kiosk(running)


def test_a_sealed_request_gets_a_signed_receipt_whatever_is_in_it(kiosk: Kiosk) -> None:
    # Sealed for somebody else: nobody who signs can know what is in it.
    sealed = seal_withdrawal(WithdrawalRequest("ab" * 32, (new_package_id(), new_package_id())), [new_age_key().recipient])
    for _ in range(2):
        answer = kiosk.hand_in(sealed)
        assert answer.status_code == 200
        verify_withdrawal_receipt(parse_withdrawal_receipt(answer.json()), kiosk.receipt_key, sealed=sealed)


@pytest.mark.parametrize("size_bytes", [0, MAX_SEALED_BYTES + 1])
def test_what_is_no_request_is_refused(kiosk: Kiosk, size_bytes: int) -> None:
    assert kiosk.hand_in(b"x" * size_bytes).status_code == 400


def test_only_a_kiosk_hands_in(kiosk: Kiosk) -> None:
    assert kiosk.hand_in(b"age-encryption.org/v1\n", "guessed").status_code in (401, 403)
    assert kiosk.ask("GET", "withdrawals").status_code in (401, 404, 405)

"""What an operator does about laptops, from the command line to what the laptop makes of it: pins, policies, and the end."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from booth import Booth
from live_archive import live_archive
from tls_server import Certificate, make_certificate

from sync.__main__ import enrol, work
from sync.config import SyncConfig
from sync.contract.enrolment import decode_enrolment, fingerprint
from sync.contract.faults import BadCode
from sync.enrolled import Enrolled, load_enrolled
from sync.outbox import State
from sync.package.identity import new_age_key

pytestmark = pytest.mark.allow_logs("sync")


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    with closing(Booth(tmp_path / "kiosk")) as opened:
        yield opened


def held(booth: Booth) -> Enrolled:
    found = load_enrolled(booth.folder)
    assert found is not None
    return found


def one_pass(booth: Booth) -> str | None:
    booth.outbox.try_now()
    summary = work(booth.folder, held(booth), SyncConfig(), threading.Event(), once=True)
    assert summary is not None
    return summary.stopped_by


# --- pins ---


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("tls"), "archive")


def test_a_code_for_https_pins_what_is_configured_and_says_when_nothing_is(tmp_path: Path, certificate: Certificate) -> None:
    with live_archive(tmp_path, start=False) as archive:
        bare = archive.cli("enrol", "--name", "Booth", "--url", "https://archive.example", "--json")
        assert decode_enrolment(json.loads(bare.stdout)["code"]).pins == ()
        assert "No key is pinned" in bare.stderr
        local = archive.cli("enrol", "--name", "Booth", "--url", "http://127.0.0.1:8800")
        assert local.stderr == ""
        reserve = "ab" * 32
        (archive.dir / "archive.toml").write_text(f'tls_certificate = "{certificate.certificate}"\ntls_pins = ["{reserve}"]\n')
        pinned = archive.cli("enrol", "--name", "Booth", "--url", "https://archive.example", "--json")
        assert pinned.stderr == ""
        assert decode_enrolment(json.loads(pinned.stdout)["code"]).pins == (certificate.spki_sha256, reserve)


@pytest.mark.parametrize(
    ("setting", "told"),
    [('tls_pins = ["nonsense"]', "tls_pins"), ('tls_certificate = "absent.pem"', "tls_certificate"), ('tls_key = "x"', "tls_key")],
)
def test_a_setting_that_cannot_work_is_told_before_anything_is_served_or_given_out(tmp_path: Path, setting: str, told: str) -> None:
    with live_archive(tmp_path, start=False) as archive:
        (archive.dir / "archive.toml").write_text(setting + "\n")
        served = archive.cli("serve", "--port", "0", check=False)
        assert (served.returncode, told in served.stderr, "Traceback" in served.stderr) == (1, True, False)


# --- policies ---


def test_a_renewed_key_reaches_the_laptop_and_its_fingerprint_is_the_archives(tmp_path: Path, booth: Booth) -> None:
    with live_archive(tmp_path, disk_reserve_bytes="0") as archive:
        enrol(archive.enrol()["code"], booth.folder)
        assert one_pass(booth) is None
        first = held(booth)
        shown = json.loads(archive.cli("policy", "--json").stdout)
        assert (shown["new"], first.policy and first.policy.policy.version) == (False, shown["version"])

        ingest, (_, reserve) = new_age_key(), first.recipients
        (archive.dir / "keys" / "recipients.txt").write_text(f"{ingest.recipient}\n{reserve}\n")
        identities = archive.dir / "keys" / "ingest-identity.txt"
        identities.write_text(identities.read_text() + ingest.to_file())
        link = ("--on-metered", "listen", "--cap-kbit-s", "256", "--monthly-mb", "500")
        told = json.loads(archive.cli("policy", "--max-answer-minutes", "20", "--languages", "en,ar", *link, "--json").stdout)
        assert (told["new"], told["max_answer_minutes"], told["languages"]) == (True, 20, ["en", "ar"])
        assert one_pass(booth) is None
        renewed = held(booth)
        assert renewed.recipients == (ingest.recipient, reserve)
        assert renewed.fingerprint == fingerprint(renewed.receipt_key, (ingest.recipient, reserve)) != first.fingerprint
        assert renewed.policy is not None
        asked = renewed.policy.policy
        assert (asked.max_answer_minutes, asked.languages) == (20, ("en", "ar"))
        assert (asked.on_metered, asked.cap_kbit_s, asked.monthly_mb) == ("listen", 256, 500)
        assert renewed.fingerprint in archive.cli("policy").stdout

        back = json.loads(archive.cli("policy", "--max-answer-minutes", "0", "--languages", "", "--on-metered", "", "--json").stdout)
        assert (back["new"], back["max_answer_minutes"], back["languages"]) == (True, None, [])
        assert (back["on_metered"], back["cap_kbit_s"], back["monthly_mb"]) == (None, 256, 500)
        archive.cli("policy", "--max-answer-minutes", "999", check=False)
        assert json.loads(archive.cli("policy", "--json").stdout)["version"] == back["version"]
        archive.cli("verify")


def test_a_recipients_file_that_keeps_nothing_of_the_code_moves_no_laptop(tmp_path: Path, booth: Booth) -> None:
    with live_archive(tmp_path, disk_reserve_bytes="0") as archive:
        enrol(archive.enrol()["code"], booth.folder)
        before = held(booth).recipients
        (archive.dir / "keys" / "recipients.txt").write_text(new_age_key().recipient + "\n")
        archive.cli("policy")
        package = booth.queue()
        assert one_pass(booth) is None
        assert held(booth).recipients == before
        assert booth.row(package).state is State.ERASED


# --- the end ---


def test_a_revoked_laptop_says_so_keeps_its_stories_and_a_new_code_lets_them_go(tmp_path: Path, booth: Booth) -> None:
    with live_archive(tmp_path, disk_reserve_bytes="0") as archive:
        enrol(archive.enrol("Booth 7")["code"], booth.folder)
        assert one_pass(booth) is None
        unused = archive.enrol("Booth 7")["code"]
        assert archive.cli("revoke", "Booth 8", check=False).returncode == 1
        told = json.loads(archive.cli("revoke", "Booth 7", "--json").stdout)
        assert told == {"revoked": [held(booth).kiosk_id], "codes_voided": 1}

        package = booth.queue()
        assert one_pass(booth) == "revoked"
        assert (booth.outbox.link().state, held(booth).revoked) == ("revoked", True)
        assert package.file_name in booth.files()
        with pytest.raises(BadCode) as refused:
            enrol(unused, booth.folder)
        assert refused.value.code == "token-used"

        enrol(archive.enrol("Booth 7")["code"], booth.folder)
        assert one_pass(booth) is None
        assert booth.row(package).state is State.ERASED

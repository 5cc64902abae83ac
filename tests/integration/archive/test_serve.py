"""`idr-archive`: one command to make an archive, one to run it, and nothing left running when it ends."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from live_archive import LiveArchive, live_archive
from processes import Process, marked, poll
from sealed_story import sealed_story
from story_samples import Telling
from tus_client import Sending, TusClient, call

from archive.core.keys import INGEST_FILE, RESERVE_FILE, load_keys
from sync.contract.package import STORY_JSON, Part
from sync.package import verify_ping


@pytest.fixture
def own_archive(tmp_path: Path) -> Iterator[LiveArchive]:
    """For a test that ends its server; the others share `archive`."""
    with live_archive(tmp_path, disk_reserve_bytes="0") as running:
        yield running


def of(archive: LiveArchive) -> set[Process]:
    """All living processes of this archive."""
    return marked(f"IDR_ARCHIVE_DIR={archive.dir}")


def worker_of(archive: LiveArchive) -> Process:
    workers = [process for process in of(archive) if process.pid != archive.pid]
    assert len(workers) == 1
    return workers[0]


def test_init_makes_a_private_folder_once(archive: LiveArchive) -> None:
    assert archive.dir.stat().st_mode & 0o777 == 0o700
    keys = {path.name: path.read_bytes() for path in (archive.dir / "keys").iterdir()}
    again = archive.cli("init", check=False)
    assert again.returncode == 1
    assert again.stdout == ""
    assert {path.name: path.read_bytes() for path in (archive.dir / "keys").iterdir()} == keys


def test_init_prints_the_fingerprint_and_what_to_do_with_the_reserve_key(tmp_path: Path) -> None:
    with live_archive(tmp_path, start=False) as archive:
        said = archive.cli("--dir", str(tmp_path / "other"), "init").stdout
        assert load_keys(tmp_path / "other" / "keys").fingerprint in said
        assert RESERVE_FILE in said
        line = json.loads(archive.cli("--dir", str(tmp_path / "third"), "init", "--json").stdout)
        assert line["fingerprint"] == load_keys(tmp_path / "third" / "keys").fingerprint


def test_an_archive_that_was_not_made_is_not_served(tmp_path: Path) -> None:
    with live_archive(tmp_path, start=False) as archive:
        refused = archive.cli("--dir", str(tmp_path / "nothing"), "serve", "--port", "0", check=False)
        assert refused.returncode == 1
        assert "idr-archive init" in refused.stderr
        assert not (tmp_path / "nothing").exists()


def test_an_archive_is_served_once(archive: LiveArchive) -> None:
    second = archive.cli("serve", "--port", "0", check=False)
    assert second.returncode == 1
    assert second.stderr == "This archive is running already.\n"
    assert call(archive.url, "GET", "/").status == 200


def test_it_listens_on_this_machine_only_and_proves_itself(archive: LiveArchive) -> None:
    assert archive.url.startswith("http://127.0.0.1:")
    reply = call(archive.url, "GET", f"/api/v1/ping?nonce={'0a' * 16}").json()
    verify_ping("0a" * 16, reply["signature"], load_keys(archive.dir / "keys").receipt_key)
    assert call(archive.url, "GET", "/api/v1/ping?nonce=short").status == 400


def test_sigterm_ends_everything_at_once_and_cleanly(own_archive: LiveArchive) -> None:
    assert len(of(own_archive)) == 2
    assert own_archive.stop() == 0
    assert of(own_archive) == set()


def test_a_killed_server_leaves_no_worker_and_no_lock(own_archive: LiveArchive) -> None:
    own_archive.kill()
    assert poll(lambda: of(own_archive) == set(), 10)
    own_archive.start()
    assert call(own_archive.url, "GET", "/").status == 200


def test_a_server_without_its_worker_ends(own_archive: LiveArchive) -> None:
    os.kill(worker_of(own_archive).pid, signal.SIGKILL)
    assert own_archive.wait() == 1
    assert of(own_archive) == set()


def test_a_database_of_a_newer_version_is_not_touched(own_archive: LiveArchive) -> None:
    own_archive.stop()
    with sqlite3.connect(own_archive.dir / "archive.sqlite3") as database:
        database.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('intake', '0999_from_the_future', '2027-01-01')")
    database.close()
    refused = own_archive.cli("serve", "--port", "0", check=False)
    assert refused.returncode == 1
    assert "newer version" in refused.stderr


def test_an_unknown_setting_stops_the_program(tmp_path: Path) -> None:
    with live_archive(tmp_path, start=False) as archive:
        (archive.dir / "archive.toml").write_text("upload_idle = 3\n")
        refused = archive.cli("verify", check=False)
        assert refused.returncode == 1
        assert "no setting called upload_idle" in refused.stderr
        assert "Traceback" not in refused.stderr


def test_accounts_are_made_with_a_role_and_a_password_that_works(archive: LiveArchive) -> None:
    password = archive.create_user("noor", "reviewer")
    page = call(archive.url, "GET", "/review/login/")
    cookie = page.headers["set-cookie"].split(";")[0]
    token = page.body.decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    form = f"username=noor&password={password}&csrfmiddlewaretoken={token}".encode()
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", "Origin": archive.url}
    assert call(archive.url, "POST", "/review/login/", headers=headers, body=form).status == 302
    assert archive.cli("create-user", "--name", "noor", "--role", "reviewer", check=False).returncode == 1
    weak = archive.cli("create-user", "--name", "sami", "--role", "administrator", "--password-stdin", stdin="short\n", check=False)
    assert weak.returncode == 1
    assert "short" in weak.stderr
    given = archive.cli("create-user", "--name", "sami", "--role", "administrator", "--password-stdin", stdin="four quiet brown owls\n")
    assert given.stdout == "administrator sami\n"


def test_failed_log_ins_keep_no_address(own_archive: LiveArchive) -> None:
    page = call(own_archive.url, "GET", "/review/login/")
    cookie = page.headers["set-cookie"].split(";")[0]
    token = page.body.decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded", "Origin": own_archive.url}
    statuses = [
        call(
            own_archive.url, "POST", "/review/login/", headers=headers, body=f"username=x&password=y&csrfmiddlewaretoken={token}".encode()
        ).status
        for _ in range(9)
    ]
    assert statuses[-1] == 429
    own_archive.stop()
    assert all(b"127.0.0.1" not in path.read_bytes() for path in own_archive.dir.glob("archive.sqlite3*"))
    assert "127.0.0.1" not in own_archive.log()


def test_a_story_sent_by_a_kiosk_is_opened_by_the_worker(
    archive: LiveArchive, enrol: Callable[[LiveArchive], TusClient], tmp_path: Path
) -> None:
    kiosk = enrol(archive)
    recipients = load_keys(archive.dir / "keys").recipients
    for part in Part:
        sealed = sealed_story(tmp_path, recipients, STORY, part)
        sending = Sending(sealed.path.read_bytes(), os.urandom(16).hex(), part)
        assert kiosk.create(sending, body=sending.data).offset == sealed.size_bytes
    assert poll(lambda: package_states(archive) == ["opened", "opened"], 20)
    verified = json.loads(archive.cli("verify", "--json").stdout)
    assert (verified["packages"], verified["problems"]) == (2, [])
    # A story's whole way in leaves not one line: no address, no path, no warning of a library.
    assert archive.log() == ""
    spoil(archive.dir / "packages" / sending.sha256)
    broken = archive.cli("verify", "--json", check=False)
    assert broken.returncode == 1
    assert json.loads(broken.stdout)["problems"] == [{"package_id": sending.package_id, "problem": "changed"}]


STORY = Telling(captions=("my garden",))


def package_states(archive: LiveArchive) -> list[str]:
    database = sqlite3.connect(archive.dir / "archive.sqlite3")
    try:
        return [state for (state,) in database.execute("SELECT state FROM intake_package ORDER BY id")]
    finally:
        database.close()


def spoil(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_the_reserve_key_opens_a_package_too(archive: LiveArchive, tmp_path: Path) -> None:
    sealed = sealed_story(tmp_path, load_keys(archive.dir / "keys").recipients, STORY)
    for name in (INGEST_FILE, RESERVE_FILE):
        out = tmp_path / name
        arguments = ("open", str(sealed.path), "--identity", str(archive.dir / "keys" / name), "--out", str(out))
        opened = json.loads(archive.cli(*arguments, "--json").stdout)
        assert STORY_JSON in opened["files"]
        assert (Path(opened["bag"]) / STORY_JSON).exists()
        again = archive.cli(*arguments, check=False)
        assert again.returncode == 1
        assert "Nothing was overwritten" in again.stderr
    assert archive.cli("open", str(sealed.path), "--identity", str(sealed.path), "--out", str(tmp_path / "x"), check=False).returncode == 1

"""The archive's keys: private files, made all at once and never over others."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.core.keys import INGEST_FILE, RESERVE_FILE, KeysMissing, create_keys, ingest_identities, load_keys, read_identities
from sync.contract.faults import BadInput
from sync.package.identity import new_age_key, parse_identity_file


def test_keys_are_private_and_belong_together(tmp_path: Path) -> None:
    create_keys(tmp_path / "keys")
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in (tmp_path / "keys").iterdir())
    keys = load_keys(tmp_path / "keys")
    made = [parse_identity_file((tmp_path / "keys" / name).read_text())[0] for name in (INGEST_FILE, RESERVE_FILE)]
    assert keys.recipients == tuple(key.recipient for key in made)
    assert read_identities(tmp_path / "keys" / INGEST_FILE) == [made[0].identity]
    assert keys.receipt_signing_key not in repr(keys)


def test_existing_keys_are_never_replaced(tmp_path: Path) -> None:
    create_keys(tmp_path / "keys")
    before = {path.name: path.read_bytes() for path in (tmp_path / "keys").iterdir()}
    with pytest.raises(FileExistsError):
        create_keys(tmp_path / "keys")
    assert {path.name: path.read_bytes() for path in (tmp_path / "keys").iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]


def test_no_keys_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KeysMissing, match="idr-archive init"):
        load_keys(tmp_path / "nowhere")
    with pytest.raises(KeysMissing, match="identity file"):
        read_identities(tmp_path / "nothing.txt")
    (tmp_path / "something.txt").write_text("my shopping list\n")
    with pytest.raises(BadInput, match="not an age identity"):
        read_identities(tmp_path / "something.txt")


def test_only_this_archives_own_identity_is_used_to_open(tmp_path: Path) -> None:
    create_keys(tmp_path / "keys")
    path = tmp_path / "keys" / INGEST_FILE
    assert ingest_identities(tmp_path / "keys") == read_identities(path)
    path.write_text(new_age_key().to_file())
    with pytest.raises(KeysMissing, match="another archive"):
        ingest_identities(tmp_path / "keys")
    path.write_text("AGE-SECRET-KEY-1NONSENSE\n")
    with pytest.raises(KeysMissing, match="damaged"):
        ingest_identities(tmp_path / "keys")
    path.unlink()
    with pytest.raises(KeysMissing, match="no identity file"):
        ingest_identities(tmp_path / "keys")

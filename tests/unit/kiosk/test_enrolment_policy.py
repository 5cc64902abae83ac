"""What connecting to an archive decides about unfinished stories, and that connecting once more does not undo it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk import enrolment
from kiosk.enrolment import choose_draft_policy
from kiosk.errors import KeyFault
from kiosk.settings_file import change_setting


class Keyring:
    fault: KeyFault | None = None

    def probe(self) -> None:
        if self.fault is not None:
            raise self.fault


LOCKED = KeyFault("keyring-locked", "locked")


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    keyring = Keyring()
    monkeypatch.setattr(enrolment, "KeyringKek", lambda: keyring)
    return keyring


def setting(folder: Path) -> str:
    return str(tomllib.loads((folder / "settings.toml").read_text())["kiosk"]["draft_policy"])


def test_the_first_time_the_keyring_decides(tmp_path: Path, keyring: Keyring) -> None:
    assert choose_draft_policy(tmp_path) == ("keyring", None)
    assert setting(tmp_path) == "keyring"


def test_without_one_keys_stay_in_memory(tmp_path: Path, keyring: Keyring) -> None:
    keyring.fault = LOCKED
    assert choose_draft_policy(tmp_path) == ("ram", LOCKED)
    assert setting(tmp_path) == "ram"
    keyring.fault = None
    assert choose_draft_policy(tmp_path) == ("keyring", None)


def test_a_keyring_that_is_locked_today_costs_no_unfinished_story(tmp_path: Path, keyring: Keyring) -> None:
    choose_draft_policy(tmp_path)
    keyring.fault = LOCKED
    assert choose_draft_policy(tmp_path) == ("keyring", LOCKED)
    assert setting(tmp_path) == "keyring"


@pytest.mark.parametrize("fault", [None, LOCKED])
def test_the_passphrase_stays(tmp_path: Path, keyring: Keyring, fault: KeyFault | None) -> None:
    change_setting(tmp_path, "draft_policy", "passphrase")
    keyring.fault = fault
    assert choose_draft_policy(tmp_path) == ("passphrase", None)
    assert setting(tmp_path) == "passphrase"

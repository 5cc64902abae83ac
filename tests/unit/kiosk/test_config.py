"""Settings are typed, and what is not understood is refused by name."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kiosk.config import KioskConfig, load_config
from kiosk.settings_file import change_setting
from sync.config import SyncConfig
from sync.config import load_config as load_sync_config
from sync.contract.faults import BadInput


def loaded(folder: Path, **variables: str) -> KioskConfig:
    return load_config({"IDR_DATA_DIR": str(folder), **{f"IDR_KIOSK_{key.upper()}": value for key, value in variables.items()}})


def test_without_a_file_everything_has_a_default(tmp_path: Path) -> None:
    assert loaded(tmp_path / "none") == KioskConfig(tmp_path / "none")


def test_the_file_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(
        '[kiosk]\nlanguages = ["ar"]\nidle_minutes = 5\nfull_screen = true\nphoto_folder = "/photos"\n[sync]\nconnect_timeout_s = 5\n'
    )
    found = loaded(tmp_path, idle_minutes="7", languages="ar,en")
    assert found.languages == ("ar", "en")
    assert found.idle_minutes == 7
    assert found.full_screen
    assert found.countdown
    assert not loaded(tmp_path, countdown="false").countdown
    assert found.photo_folder == Path("/photos")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("idle_minutes", "0"),
        ("idle_minutes", "16"),
        ("idle_minutes", "three"),
        ("max_answer_minutes", "0"),
        ("languages", "en,en"),
        ("languages", "tlh"),
        ("languages", ""),
        ("player", "loud"),
        ("draft_policy", "disk"),
        ("full_screen", "perhaps"),
        ("countdown", "4"),
        ("microphone", "synthetic:/nowhere/at/all"),
        ("colour", "red"),
        ("data_dir", "/elsewhere"),
    ],
)
def test_what_is_not_understood_is_refused_by_name(tmp_path: Path, key: str, value: str) -> None:
    with pytest.raises(BadInput, match=key):
        loaded(tmp_path, **{key: value})


@pytest.mark.parametrize(
    "text",
    ["[kiosk]\nidle_minutes = 2.5\n", "[kiosk]\nidle_minutes = true\n", "[kiosk]\nplayer = 3\n", "[kiosk\n", "[kioks]\n", "kiosk = 3\n"],
)
def test_a_broken_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text)
    with pytest.raises(BadInput):
        loaded(tmp_path)


def test_a_change_keeps_everything_else(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('[sync]\nconnect_timeout_s = 5\n\n[kiosk]\nlanguages = ["ar", "en"]\n')
    change_setting(tmp_path, "microphone", 'A "good" microphone \\ ميكروفون')
    found = loaded(tmp_path)
    assert found.microphone == 'A "good" microphone \\ ميكروفون'
    assert found.languages == ("ar", "en")
    assert load_sync_config(tmp_path, {}) == SyncConfig(connect_timeout_s=5)
    change_setting(tmp_path, "microphone", None)
    assert loaded(tmp_path).microphone == ""
    assert (tmp_path / "settings.toml").stat().st_mode & 0o777 == 0o600


def test_a_change_that_would_be_refused_is_not_written(tmp_path: Path) -> None:
    change_setting(tmp_path, "idle_minutes", 4)
    for key, value in (("idle_minutes", 99), ("colour", "red")):
        with pytest.raises(BadInput):
            change_setting(tmp_path, key, value)
    assert tomllib.loads((tmp_path / "settings.toml").read_text()) == {"kiosk": {"idle_minutes": 4}}

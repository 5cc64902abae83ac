from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_data_dir

from sync.config import SyncConfig, data_dir, load_config
from sync.contract.faults import BadInput


def written(folder: Path, text: str) -> Path:
    (folder / "settings.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_settings_the_defaults_hold(tmp_path: Path) -> None:
    assert load_config(tmp_path, {}) == SyncConfig()
    assert load_config(written(tmp_path, '[kiosk]\nlanguage = "en"\n'), {"IDR_LANGUAGE": "ar", "HOME": "x"}) == SyncConfig()


def test_file_and_environment_are_typed_and_the_environment_wins(tmp_path: Path) -> None:
    ca_file = tmp_path / "ca.pem"
    ca_file.touch()
    written(tmp_path, f'[sync]\nca_file = "{ca_file}"\nconnect_timeout_s = 5\nanswer_timeout_s = 20\n')
    assert load_config(tmp_path, {"IDR_SYNC_ANSWER_TIMEOUT_S": "9"}) == SyncConfig(ca_file, 5, 9)


@pytest.mark.parametrize(
    ("text", "environ", "named"),
    [
        ("[sync]\nretries = 3\n", {}, "retries"),
        ("", {"IDR_SYNC_RETRIES": "3"}, "retries"),
        ('[sync]\nca_file = "/absent.pem"\n', {}, "ca_file"),
        ("[sync]\nca_file = 7\n", {}, "ca_file"),
        ("[sync]\nconnect_timeout_s = 0\n", {}, "connect_timeout_s"),
        ("[sync]\nconnect_timeout_s = 601\n", {}, "connect_timeout_s"),
        ("[sync]\nconnect_timeout_s = 1.5\n", {}, "connect_timeout_s"),
        ("[sync]\nconnect_timeout_s = true\n", {}, "connect_timeout_s"),
        ("", {"IDR_SYNC_ANSWER_TIMEOUT_S": "soon"}, "answer_timeout_s"),
        ("sync = 3\n", {}, "sync"),
        ("[sync\n", {}, "settings.toml"),
    ],
)
def test_what_it_does_not_know_is_refused_by_name(tmp_path: Path, text: str, environ: dict[str, str], named: str) -> None:
    with pytest.raises(BadInput) as refused:
        load_config(written(tmp_path, text), environ)
    assert named in refused.value.sentence


def test_the_data_folder() -> None:
    assert data_dir({"IDR_DATA_DIR": "/somewhere"}) == Path("/somewhere")
    assert data_dir({}) == data_dir({"IDR_DATA_DIR": ""}) == Path(user_data_dir("i-defend-rights", appauthor=False))

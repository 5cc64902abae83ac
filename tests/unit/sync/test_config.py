from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_data_dir

from sync.config import Proxy, SyncConfig, load_config
from sync.contract.faults import BadInput
from sync.contract.policy import OnMetered
from sync.data_folder import data_dir
from sync.limits import Limits, Metered


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
    assert load_config(tmp_path, {"IDR_SYNC_ANSWER_TIMEOUT_S": "9"}) == SyncConfig(ca_file=ca_file, connect_timeout_s=5, answer_timeout_s=9)


def test_what_the_link_may_cost(tmp_path: Path) -> None:
    assert load_config(tmp_path, {}).limits == Limits()
    written(tmp_path, '[sync]\nmetered = "yes"\non_metered = "nothing"\ncap_kbit_s = 64\nmonthly_mb = 500\n')
    assert load_config(tmp_path, {"IDR_SYNC_CAP_KBIT_S": "32"}).limits == Limits(Metered.YES, OnMetered.NOTHING, 32, 500)


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
        *(
            (f'[sync]\nproxy = "{url}"\n', {}, "proxy")
            for url in (
                "socks5://127.0.0.1:9050",
                "socks4a://127.0.0.1:9050",
                "http://127.0.0.1:8080",
                "https://127.0.0.1:8080",
                "socks5h://127.0.0.1",
                "socks5h://tor.example:9050",
                "socks5h://someone:else@127.0.0.1:9050",
                "socks5h://127.0.0.1:99999",
                "socks5h://127.0.0.1:9050/path",
                "127.0.0.1:9050",
            )
        ),
        ("[sync]\nproxy = 9050\n", {}, "proxy"),
        ("", {"IDR_SYNC_PROXY": "socks5://127.0.0.1:9050"}, "proxy"),
        ('[sync]\nmetered = "maybe"\n', {}, "metered"),
        ("[sync]\nmetered = true\n", {}, "metered"),
        ('[sync]\non_metered = "masters"\n', {}, "on_metered"),
        ("", {"IDR_SYNC_ON_METERED": ""}, "on_metered"),
        ("[sync]\ncap_kbit_s = -1\n", {}, "cap_kbit_s"),
        ("[sync]\ncap_kbit_s = 1.5\n", {}, "cap_kbit_s"),
        ("", {"IDR_SYNC_MONTHLY_MB": "lots"}, "monthly_mb"),
        ("sync = 3\n", {}, "sync"),
        ("[sync\n", {}, "settings.toml"),
    ],
)
def test_what_it_does_not_know_is_refused_by_name(tmp_path: Path, text: str, environ: dict[str, str], named: str) -> None:
    with pytest.raises(BadInput) as refused:
        load_config(written(tmp_path, text), environ)
    assert named in refused.value.sentence


@pytest.mark.parametrize(
    ("url", "proxy"),
    [
        ("socks5h://127.0.0.1:9050", Proxy("127.0.0.1", 9050)),
        ("socks5h://localhost:9150/", Proxy("127.0.0.1", 9150)),
        ("socks5h://[::1]:9050", Proxy("::1", 9050)),
        ("", None),
    ],
)
def test_a_proxy_is_told_names_and_has_none_itself(tmp_path: Path, url: str, proxy: Proxy | None) -> None:
    assert load_config(written(tmp_path, f'[sync]\nproxy = "{url}"\n'), {}).proxy == proxy
    assert load_config(tmp_path, {"IDR_SYNC_PROXY": url}).proxy == proxy


def test_the_data_folder() -> None:
    assert data_dir({"IDR_DATA_DIR": "/somewhere"}) == Path("/somewhere")
    assert data_dir({}) == data_dir({"IDR_DATA_DIR": ""}) == Path(user_data_dir("i-defend-rights", appauthor=False))

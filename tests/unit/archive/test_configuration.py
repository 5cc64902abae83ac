"""Settings: from a file and from variables, and loud about everything they do not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.configuration import ArchiveConfig, BadConfiguration, load_config


def load(tmp_path: Path, toml: str = "", **variables: str) -> ArchiveConfig:
    if toml:
        (tmp_path / "archive.toml").write_text(toml)
    return load_config({"IDR_ARCHIVE_DIR": str(tmp_path), "HOME": "/x", **variables})


def test_defaults_need_no_folder(tmp_path: Path) -> None:
    config = load_config({"IDR_ARCHIVE_DIR": str(tmp_path / "not-yet")})
    assert config.database_url == ""
    assert config.hosts == ["127.0.0.1", "[::1]", "localhost"]
    assert not config.behind_tls
    assert not (tmp_path / "not-yet").exists()


def test_a_variable_beats_the_file(tmp_path: Path) -> None:
    toml = 'public_url = "https://archive.example"\nallowed_hosts = ["archive.lan"]\nupload_idle_s = 10\n'
    config = load(tmp_path, toml)
    assert config.behind_tls
    assert config.upload_idle_s == 10
    assert set(config.hosts) >= {"archive.example", "archive.lan"}
    config = load(tmp_path, toml, IDR_ARCHIVE_UPLOAD_IDLE_S="3", IDR_ARCHIVE_ALLOWED_HOSTS="a.example, b.example")
    assert config.upload_idle_s == 3
    assert config.allowed_hosts == ("a.example", "b.example")


@pytest.mark.parametrize(
    ("toml", "variables", "sentence"),
    [
        ("uploads_idle_s = 3\n", {}, "archive.toml: the archive has no setting called uploads_idle_s"),
        ("dir = '/tmp'\n", {}, "no setting called dir"),
        ("upload_idle_s = '3'\n", {}, "upload_idle_s is not of the right kind"),
        ("upload_idle_s = true\n", {}, "not of the right kind"),
        ("upload_idle_s = -1\n", {}, "not of the right kind"),
        ("allowed_hosts = [1]\n", {}, "not of the right kind"),
        ("= 3\n", {}, "not valid TOML"),
        ("", {"IDR_ARCHIVE_UPLOADS": "3"}, "IDR_ARCHIVE_UPLOADS: the archive has no setting"),
        ("", {"IDR_ARCHIVE_UPLOAD_IDLE_S": "soon"}, "not of the right kind"),
    ],
)
def test_what_is_not_understood_stops_the_program(tmp_path: Path, toml: str, variables: dict[str, str], sentence: str) -> None:
    with pytest.raises(BadConfiguration, match=sentence):
        load(tmp_path, toml, **variables)

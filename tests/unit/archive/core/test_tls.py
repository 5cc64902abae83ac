"""What the archive tells laptops to pin, held against OpenSSL, and settings that could not work."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tls_server import Certificate, make_certificate

from archive.configuration import ArchiveConfig, BadConfiguration
from archive.core.tls import check_tls, configured_pins


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("tls"), "server")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return make_certificate(tmp_path_factory.mktemp("tls"), "other")


def test_without_settings_nothing_is_pinned_and_nothing_served(archive_config: ArchiveConfig) -> None:
    check_tls(archive_config)
    assert (configured_pins(archive_config), archive_config.serves_tls) == ((), False)


def test_the_servers_own_key_comes_first_whatever_chain_follows(
    archive_config: ArchiveConfig, server: Certificate, other: Certificate, tmp_path: Path
) -> None:
    chain = tmp_path / "chain.pem"
    chain.write_text("Subject: server\n" + server.certificate.read_text() + other.certificate.read_text())
    config = replace(archive_config, tls_certificate=str(chain), tls_pins=("ab" * 32, server.spki_sha256))
    assert configured_pins(config) == (server.spki_sha256, "ab" * 32)
    assert not config.serves_tls


def test_paths_are_relative_to_the_archives_folder(archive_config: ArchiveConfig, server: Certificate) -> None:
    archive_config.dir.mkdir()
    (archive_config.dir / "server.pem").write_bytes(server.certificate.read_bytes())
    (archive_config.dir / "server.key").write_bytes(server.key.read_bytes())
    config = replace(archive_config, tls_certificate="server.pem", tls_key="server.key")
    check_tls(config)
    assert (configured_pins(config), config.serves_tls) == ((server.spki_sha256,), True)


@pytest.mark.parametrize("pin", ["", "AB" * 32, "ab" * 31, "sha256/" + "ab" * 32])
def test_what_is_no_pin_is_told(archive_config: ArchiveConfig, pin: str) -> None:
    with pytest.raises(BadConfiguration, match="tls_pins"):
        check_tls(replace(archive_config, tls_pins=(pin,)))


@pytest.mark.parametrize("content", [None, b"", b"\xff", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_what_is_no_certificate_is_told(archive_config: ArchiveConfig, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "broken.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BadConfiguration, match="tls_certificate"):
        check_tls(replace(archive_config, tls_certificate=str(path)))


def test_a_key_that_does_not_belong_is_told(archive_config: ArchiveConfig, server: Certificate, other: Certificate) -> None:
    for certificate, key in ((str(server.certificate), str(other.key)), (str(server.certificate), "absent.key"), ("", str(server.key))):
        with pytest.raises(BadConfiguration, match="tls_key"):
            check_tls(replace(archive_config, tls_certificate=certificate, tls_key=key))

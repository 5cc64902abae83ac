"""Fixtures of the tests of `idr-archive import`: an archive, a laptop that it knows, that laptop's stick, and `run` to take it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from carried_stick import CarriedStick
from django.utils import timezone

from archive.configuration import ArchiveConfig
from archive.core.keys import ArchiveKeys, create_keys, load_keys
from archive.intake.courier import Import, Imported
from archive.intake.models import Upload
from archive.intake.spool import Spool
from archive.kiosks.models import Kiosk
from sync.contract.courier import ListedPackage
from sync.package import open_stick

Run = Callable[..., Imported]


@pytest.fixture
def config(archive_config: ArchiveConfig, settings: Any) -> ArchiveConfig:
    settings.ARCHIVE = replace(archive_config, disk_reserve_bytes=0)
    archive_config.dir.mkdir()
    create_keys(archive_config.keys_dir)
    return settings.ARCHIVE  # type: ignore[no-any-return]


@pytest.fixture
def keys(config: ArchiveConfig) -> ArchiveKeys:
    return load_keys(config.keys_dir)


@pytest.fixture
def spool(config: ArchiveConfig) -> Spool:
    spool = Spool(config.uploads_dir, config.packages_dir)
    spool.prepare()
    return spool


def new_kiosk(stick_path: Path, keys: ArchiveKeys, name: str = "Booth") -> tuple[Kiosk, CarriedStick]:
    kiosk = Kiosk.objects.create(name=name, secret_sha256="0" * 64)
    carried = CarriedStick(stick_path, keys.archive_id, kiosk.kiosk_id)
    kiosk.courier_key = carried.courier_key
    kiosk.save()
    return kiosk, carried


@pytest.fixture
def both(tmp_path: Path, keys: ArchiveKeys) -> tuple[Kiosk, CarriedStick]:
    return new_kiosk(tmp_path / "stick", keys)


@pytest.fixture
def kiosk(both: tuple[Kiosk, CarriedStick]) -> Kiosk:
    return both[0]


@pytest.fixture
def carried(both: tuple[Kiosk, CarriedStick]) -> CarriedStick:
    return both[1]


@pytest.fixture
def run(config: ArchiveConfig, keys: ArchiveKeys, carried: CarriedStick) -> Run:
    def run(**more: Any) -> Imported:
        with open_stick(carried.path) as stick:  # type: ignore[union-attr]
            taking = Import(stick, config, keys, **more)
            taking.run()
            return taking.counts

    return run


def stored_files(config: ArchiveConfig) -> set[str]:
    return {path.name for path in config.packages_dir.iterdir()}


def upload(kiosk: Kiosk, package: ListedPackage, spool: Spool, content: bytes) -> Upload:
    """As many bytes of it as `content` has came over the link."""
    row = Upload.objects.create(
        kiosk=kiosk,
        package_id=package.package_id,
        sha256=package.sha256,
        part=package.part,
        size_bytes=package.size_bytes,
        durable_offset=len(content),
        expires_at=timezone.now() + timedelta(days=1),
    )
    file = spool.open_at(row.upload_id, 0)
    file.write(content)
    file.close()
    return row

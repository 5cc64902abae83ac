"""A second opinion on cleaned photos, by the program that people use to look for metadata."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from photo_samples import laden_heic, laden_jpeg, laden_png, laden_webp

from kiosk.photos.clean import clean_photo

HARMLESS_GROUPS = {"SourceFile", "ExifTool", "System", "File", "JFIF", "Composite"}


def groups(path: Path) -> set[str]:
    output = subprocess.run(["exiftool", "-json", "-G1", str(path)], check=True, capture_output=True).stdout
    return {name.partition(":")[0] for name in json.loads(output)[0]}


@pytest.mark.parametrize("make", [laden_jpeg, laden_png, laden_webp, laden_heic])
def test_exiftool_finds_nothing_but_jfif(tmp_path: Path, make: object) -> None:
    raw = make()  # type: ignore[operator]
    (tmp_path / "before").write_bytes(raw)
    assert groups(tmp_path / "before") - HARMLESS_GROUPS, "the sample has something to find"
    photo = clean_photo(raw)
    for name, jpeg in (("full.jpg", photo.full_jpeg), ("small.jpg", photo.small_jpeg)):
        (tmp_path / name).write_bytes(jpeg)
        assert groups(tmp_path / name) <= HARMLESS_GROUPS

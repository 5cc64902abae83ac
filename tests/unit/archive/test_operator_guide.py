"""What the operator's guide says about settings is what the archive has."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from archive.configuration import ArchiveConfig

GUIDE = Path(__file__).parents[3] / "docs" / "archive.md"
_SIZES = {"1 GiB": 1024**3, "empty": ""}


def _rows() -> dict[str, str]:
    """Setting to its default, as the guide's first table has them."""
    table = GUIDE.read_text(encoding="utf-8").split("## Settings")[1].split("##")[0]
    found = {}
    for names, default in re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| ([^|]+) \|", table, re.MULTILINE):
        found |= dict.fromkeys(re.findall(r"`(\w+)`", names), default.strip().strip("`"))
    return found


def test_every_setting_is_in_the_guide_with_its_default() -> None:
    said = {name: str(_SIZES.get(default, default)) for name, default in _rows().items()}
    declared = {
        field.name: "" if field.default in ("", ()) else str(field.default) for field in fields(ArchiveConfig) if field.name != "dir"
    }
    assert said == declared

"""Changing one setting in `settings.toml`, as staff do. Apart from `kiosk.config`, because nothing is written before the first paint."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from kiosk.config import KioskConfig, read_tables, refused, typed
from sync.data_folder import SETTINGS_FILE
from sync.durable import replace_file


def change_setting(folder: Path, key: str, value: str | int | bool | None) -> None:
    """Sets one key of `[kiosk]` in `settings.toml`, or removes it with None; everything else stays, comments do not.

    Raises BadInput for a key or value that `load_config` would refuse, OSError when the file cannot be written.
    """
    path = folder / SETTINGS_FILE
    tables = read_tables(path)
    kiosk = {**tables.get("kiosk", {}), key: value}
    if value is None:
        del kiosk[key]
    else:
        if key not in {field.name for field in fields(KioskConfig)} - {"data_dir"}:
            raise refused(f"[kiosk] knows no {key!r}.")
        typed(key, value)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(path, _as_toml({**tables, "kiosk": kiosk}).encode())


def _as_toml(tables: Mapping[str, Any]) -> str:
    lines: list[str] = []
    for name, table in tables.items():
        lines.append(f"[{name}]")
        # JSON's texts, numbers, switches and flat lists are TOML's too.
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in table.items()]
        lines.append("")
    return "\n".join(lines)

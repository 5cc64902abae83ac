"""Where the bundled data lies, and which languages ship (`resources/languages.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


@dataclass(frozen=True)
class Language:
    """`name` as its speakers write it, `voice` the espeak-ng voice that reads it where no person has."""

    code: str
    name: str
    voice: str


@cache
def languages() -> dict[str, Language]:
    """By BCP 47 code, in the order in which Start offers them. Raises ValueError for a broken file."""
    with (RESOURCES / "languages.toml").open("rb") as file:
        tables = tomllib.load(file)
    try:
        return {code: Language(code, str(table["name"]), str(table["voice"])) for code, table in tables.items()}
    except (KeyError, TypeError) as error:
        raise ValueError("languages.toml must give name and voice of every language") from error

"""`docs/accessibility.md` promises nothing that no test shows."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
_NAMED = re.compile(r"`(test_\w+\.py)::(test_\w+)`")
_ROW = re.compile(r"^\| (\d\.\d+\.\d+[^|]*) \|([^|]*)\|([^|]*)\|$", re.MULTILINE)
# What cannot be shown by a test, because it is that there is nothing.
_NOTHING_TO_SHOW = ("1.4.13", "2.3.1", "3.3.8")


def functions_of(name: str) -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob(name)]
    return {function for text in texts for function in re.findall(r"^def (test_\w+)", text, re.MULTILINE)}


def test_every_test_that_is_named_exists() -> None:
    named = set(_NAMED.findall(PAGE))
    assert len(named) > 20
    assert {f"{file}::{test}" for file, test in named if test not in functions_of(file)} == set()


def test_every_point_names_a_test() -> None:
    rows = _ROW.findall(PAGE.partition("## When the system is locked")[0])
    assert len(rows) > 30
    assert [point for point, _, shown in rows if not _NAMED.search(shown) and not point.startswith(_NOTHING_TO_SHOW)] == []

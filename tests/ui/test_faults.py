"""Every fault that can reach a page has its sentence in the table that is translated, word for word."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app import RESOURCES
from kiosk.photos.clean import _SENTENCES as PHOTO_SENTENCES
from kiosk.ui.faults import fault_sentence
from sync.contract.faults import Fault

SOURCES = [RESOURCES.parent / "kiosk" / part for part in ("audio", "drafts", "photos", "ui", "errors.py")]
# Shown to staff by pages of their own, or only to somebody at a terminal.
_NOT_FOR_PAGES = {"microphone-synthetic"}


def spoken(folder: Path) -> Iterator[tuple[str, str]]:
    """(code, sentence) of each Fault that is made with literal words."""
    for path in [folder] if folder.is_file() else sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) == 2 and ast.unparse(node.func).endswith(("Fault", "Refused", "__init__")):
                words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                if len(words) == 2 and all(isinstance(word, str) for word in words):
                    yield str(words[0]), str(words[1])


@pytest.mark.parametrize(
    ("code", "sentence"), sorted({pair for source in SOURCES for pair in spoken(source)} | set(PHOTO_SENTENCES.items()))
)
def test_a_fault_is_known_to_translators(code: str, sentence: str) -> None:
    if code not in _NOT_FOR_PAGES:
        assert fault_sentence(Fault(code, "")), f"{code}: {sentence}"

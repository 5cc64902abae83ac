"""The Arabic catalogue is whole, agrees with its compiled form, and covers every text of pages and refusals."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

FOLDER = Path(settings.BASE_DIR) / "locale" / "ar" / "LC_MESSAGES"
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def _catalogue() -> polib.POFile:
    return polib.pofile(str(FOLDER / "django.po"))


def _texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_everything_is_translated() -> None:
    catalogue = _catalogue()
    assert len(catalogue) > 150
    for entry in catalogue:
        assert all(_texts(entry)), entry.msgid
        assert "fuzzy" not in entry.flags, entry.msgid
        assert not entry.obsolete, entry.msgid
        assert len(_texts(entry)) == (6 if entry.msgid_plural else 1), entry.msgid


def test_placeholders_survive() -> None:
    for entry in _catalogue():
        known = set(_PLACEHOLDER.findall(entry.msgid))
        for number, text in enumerate(_texts(entry)):
            found = set(_PLACEHOLDER.findall(text))
            # The Arabic forms for zero, one and two say the number in words.
            assert found == known or (entry.msgid_plural and number < 3 and not found), entry.msgid


def test_the_compiled_catalogue_agrees() -> None:
    compiled = polib.mofile(str(FOLDER / "django.mo"))
    said = {entry.msgid: _texts(entry) for entry in _catalogue()}
    assert {entry.msgid: _texts(entry) for entry in compiled} == said


def test_no_text_of_the_program_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "archive"
    shutil.copytree(settings.BASE_DIR, source, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(source)
    monkeypatch.setattr(settings, "LOCALE_PATHS", [str(source / "locale")])
    call_command("makemessages", locale=["ar"], no_location=True, no_wrap=True, verbosity=0)
    extracted = polib.pofile(str(source / "locale" / "ar" / "LC_MESSAGES" / "django.po"))
    known = {entry.msgid for entry in _catalogue()}
    assert {entry.msgid for entry in extracted if not entry.obsolete} == known

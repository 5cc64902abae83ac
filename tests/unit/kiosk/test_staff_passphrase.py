"""From choosing the passphrase on the command line to finding an unfinished story behind it."""

from __future__ import annotations

import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from told_story import open_storage

from kiosk.app import main
from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.drafts.passphrase_kek import PASSPHRASE_FILE, PassphraseKek, PassphraseMissing, WrongPassphrase
from kiosk.staff_actions import staff_actions
from kiosk.story.session import Session
from kiosk.submission import Storage
from kiosk.unfinished import UnfinishedStories

WORDS = "eleven patient herons walk home"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IDR_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def choose(words: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(words + "\n"))
    return main(["passphrase"])


@pytest.fixture
def storage(folder: Path) -> Iterator[Storage]:
    opened = open_storage(folder)
    yield opened
    opened.drafts.close()
    opened.outbox.close()


def with_passphrase(storage: Storage, folder: Path, kek: PassphraseKek) -> Storage:
    keys = DraftKeys(KeyPolicy.PASSPHRASE, folder / "keyslots", kek)
    return Storage(storage.drafts, keys, storage.outbox, storage.packages_dir)


def actions_of(storage: Storage, folder: Path, kek: PassphraseKek) -> Any:
    nobody: Any = SimpleNamespace(choose=None, names=list, alive=False)
    return staff_actions(folder, storage, nobody, UnfinishedStories(storage), nobody, nobody, nobody, kek)


def test_chosen_on_the_command_line(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert choose(WORDS, monkeypatch) == 0
    assert tomllib.loads((folder / "settings.toml").read_text())["kiosk"]["draft_policy"] == "passphrase"
    assert WORDS not in capsys.readouterr().out
    PassphraseKek(folder / PASSPHRASE_FILE).unlock(WORDS)
    assert choose("short", monkeypatch) == 2
    assert "16 characters" in capsys.readouterr().err
    PassphraseKek(folder / PASSPHRASE_FILE).unlock(WORDS)


def test_what_was_unfinished_is_found_when_staff_have_typed_it(folder: Path, storage: Storage) -> None:
    first = PassphraseKek(folder / PASSPHRASE_FILE)
    first.choose(WORDS)
    before = with_passphrase(storage, folder, first)
    draft_id = before.drafts.create()
    before.drafts.open(draft_id, before.keys.create(draft_id)).save_session(Session().to_record())

    kek = PassphraseKek(folder / PASSPHRASE_FILE)
    now = with_passphrase(storage, folder, kek)
    actions = actions_of(now, folder, kek)
    with pytest.raises(PassphraseMissing):
        UnfinishedStories(now).find()
    with pytest.raises(WrongPassphrase):
        actions.unlock(WORDS + "!")
    assert list(actions.unfinished()) == []
    actions.unlock(WORDS)
    assert [story.draft_id for story in actions.unfinished()] == [draft_id]
    actions.unlock("anything, because it is open already")
    assert [story.draft_id for story in actions.unfinished()] == [draft_id]


def test_where_no_passphrase_guards_anything_none_is_asked_for(folder: Path, storage: Storage) -> None:
    assert actions_of(storage, folder, None).unlock is None  # type: ignore[arg-type]

"""`idr-kiosk status` says what `idr-sync status` says: there is one truth about a laptop."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.commands import run_status
from kiosk.config import KioskConfig
from sync.__main__ import main as sync_main
from sync.contract.package import Part
from sync.link import LinkState
from sync.outbox import NewPackage, Outbox, State
from sync.status import OUTBOX_FILE


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two stories, one of them on its way, over a link that is down."""
    monkeypatch.setenv("IDR_DATA_DIR", str(tmp_path))
    with Outbox(tmp_path / OUTBOX_FILE) as outbox:
        for digit in "ab":
            parts = [(Part.LISTEN, digit + "1", 1_000_000), (Part.MASTER, digit + "2", 8_000_000)]
            outbox.add(digit * 32, [NewPackage(name * 16, part, f"{name}.age", name * 32, size) for part, name, size in parts])
        outbox.move("a1" * 16, State.SENDING)
        outbox.note("a1" * 16, offset_bytes=400_000, sent_bytes=400_000)
        outbox.set_link(LinkState.UNREACHABLE, now_s=1_800_000_000.0, next_try_at_s=1_800_000_060.0)
    return tmp_path


@pytest.mark.parametrize("as_json", [True, False])
def test_window_and_worker_tell_the_same(folder: Path, capsys: pytest.CaptureFixture[str], as_json: bool) -> None:
    assert sync_main(["status", *(["--json"] if as_json else [])]) == 0
    by_worker = capsys.readouterr().out
    assert run_status(KioskConfig(folder), as_json=as_json) == 0
    assert capsys.readouterr().out == by_worker


def test_the_status_has_the_link_and_every_story(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_status(KioskConfig(folder), as_json=True) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (whole,) = (line for line in lines if line["kind"] == "status")
    assert whole["link"]["state"] == "unreachable"
    stories = [line for line in lines if line["kind"] == "story"]
    assert [(story["size_bytes"], story["sent_bytes"], story["listen_archived"]) for story in stories] == [
        (9_000_000, 400_000, False),
        (9_000_000, 0, False),
    ]

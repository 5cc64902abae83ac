"""`idr-archive import`, as programs and people see it."""

from __future__ import annotations

import argparse
import json
from typing import Any

import pytest
from carried_stick import CarriedStick
from django.db import OperationalError
from import_fixtures import both, carried, config, keys, kiosk

from archive.commands import import_, release
from archive.configuration import ArchiveConfig
from archive.kiosks.models import Kiosk
from archive.kiosks.tokens import revoke

__all__ = ["both", "carried", "config", "keys", "kiosk"]
pytestmark = pytest.mark.django_db


def asked(carried: CarriedStick, as_json: bool = True) -> argparse.Namespace:
    return argparse.Namespace(stick=carried.path, json=as_json)


def test_for_programs(config: ArchiveConfig, carried: CarriedStick, capsys: pytest.CaptureFixture[str]) -> None:
    gone, _ = carried.put(), carried.put()
    carried.sign()
    carried.file(gone).unlink()
    assert import_.run(asked(carried), config) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["kind"] for line in lines} == {"problem", "progress", "result"}
    problem = next(line for line in lines if line["kind"] == "problem")
    assert (problem["about"], problem["error"]) == (gone.package_id, "package-incomplete")
    counts = {"stored": 1, "already": 0, "incomplete": 1, "foreign": 0, "refused": 0, "held": 0, "withdrawals": 0}
    assert lines[-1] == {"kind": "result", "ok": True, **counts}


def test_for_people(config: ArchiveConfig, kiosk: Kiosk, carried: CarriedStick, capsys: pytest.CaptureFixture[str]) -> None:
    carried.put()
    carried.sign()
    revoke(name=kiosk.name)
    assert import_.run(asked(carried, as_json=False), config) == 0
    said = capsys.readouterr().out
    for words in ("1 packages taken in", "1 of those taken in, kept sealed", "idr-archive release", "The receipts are on the stick."):
        assert words in said
    assert release.run(argparse.Namespace(name=kiosk.name, json=False), config) == 0
    assert "1 packages released" in capsys.readouterr().out


@pytest.mark.parametrize("as_json", [True, False])
def test_what_stands_in_the_way_is_said_with_what_was_done(
    config: ArchiveConfig, carried: CarriedStick, capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    carried.put()
    assert import_.run(asked(carried, as_json), config) == 1
    said = capsys.readouterr().out
    if as_json:
        told = json.loads(said)
        assert (told["kind"], told["ok"], told["error"], told["stored"]) == ("result", False, "no-list", 0)
    else:
        assert "interrupted" in said
        assert "The receipts are on the stick" not in said


def test_a_database_that_does_not_answer_is_a_sentence_and_no_more(
    config: ArchiveConfig,
    carried: CarriedStick,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    carried.put()
    carried.sign()

    def locked(*_: Any) -> None:
        raise OperationalError("database is locked: INSERT INTO names VALUES ('Nour')")

    monkeypatch.setattr("archive.intake.courier.owned", locked)
    assert import_.run(asked(carried), config) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["error"] == "database"
    assert "Nour" not in caplog.text

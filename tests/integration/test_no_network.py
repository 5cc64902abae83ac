"""No network at all: the walk is the same, the story waits, and when the archive comes back it arrives by itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from field import ROOT, FieldKiosk, without_kiosk_settings
from guest import Guest, whole_story
from live_archive import live_archive

from sync.outbox import State


def test_a_story_told_without_a_network_arrives_by_itself_later(tmp_path: Path) -> None:
    kiosk = FieldKiosk(tmp_path, without_kiosk_settings(), draft_policy="ram")
    with live_archive(tmp_path) as archive:
        kiosk.enrol(archive.enrol()["code"])
        port = int(archive.url.rpartition(":")[2])
        archive.stop()

        with Guest(kiosk.env, whole_story()) as guest:
            guest.until("read", "receipt-code")
            assert {row.state for row in kiosk.packages()} == {State.QUEUED}
        assert [row.part for row in kiosk.packages()] == ["listen", "master"]

        worker = subprocess.Popen([sys.executable, "-m", "sync", "run"], env=kiosk.env, cwd=ROOT)
        try:
            archive.start(port=port)
            kiosk.wait_erased(2)
        finally:
            worker.terminate()
            assert worker.wait(30) == 0
        verified = json.loads(archive.cli("verify", "--json").stdout)
        assert (verified["packages"], verified["problems"]) == (2, [])

"""`idr-archive import`: takes in what kiosks put on a USB stick, and writes the receipts for it onto the same stick."""

from __future__ import annotations

import argparse
import fcntl
import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DatabaseError

from archive.configuration import ArchiveConfig
from archive.core.keys import load_keys
from archive.intake.completion import OnStep, no_step
from archive.intake.courier import Import
from sync.contract.faults import EnvironmentFault, Fault
from sync.package import open_stick

log = logging.getLogger("archive.courier")


def run(args: argparse.Namespace, config: ArchiveConfig, *, on_step: OnStep = no_step) -> int:
    """1 when something stands in the way; it may be run again at any time, also beside a running server. See `archive.intake.courier`."""
    say = _Say(args.json)
    try:
        keys = load_keys(config.keys_dir)
        with _one_at_a_time(config.dir / "courier.lock"):
            stick = open_stick(args.stick)
            if stick is None:
                raise EnvironmentFault("no-list", "There are no stories on this stick.")
            with stick:
                taking = Import(stick, config, keys, on_progress=say.progress, on_problem=say.problem, on_step=on_step)
                try:
                    taking.run()
                finally:
                    say.counts = taking.counts.counts()
    except Fault as fault:
        say.result(fault)
        return 1
    except DatabaseError as error:
        # Its message may quote what it was asked to store.
        log.error("database: %s", type(error).__name__)
        say.result(
            EnvironmentFault("database", "The archive's database does not answer, or is older than this program. Start it, then try again.")
        )
        return 1
    say.result(None)
    return 0


class _Say:
    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._told_percent = -1
        self.counts: dict[str, int] = {}

    def progress(self, done_bytes: int, total_bytes: int) -> None:
        """At most a hundred lines."""
        percent = 100 * done_bytes // max(total_bytes, 1)
        if self._as_json and percent > self._told_percent:
            self._told_percent = percent
            print(json.dumps({"kind": "progress", "done_bytes": done_bytes, "total_bytes": total_bytes}), flush=True)

    def problem(self, about: str, code: str, sentence: str) -> None:
        if self._as_json:
            print(json.dumps({"kind": "problem", "about": about, "error": code, "sentence": sentence}), flush=True)
        else:
            print(f"{about}: {sentence}", flush=True)

    def result(self, fault: Fault | None) -> None:
        if self._as_json:
            outcome = {"ok": True} if fault is None else {"ok": False, "error": fault.code, "sentence": fault.sentence}
            print(json.dumps({"kind": "result", **outcome, **self.counts}), flush=True)
            return
        if fault is not None:
            print(fault.sentence)
        words = {
            "stored": "packages taken in",
            "already": "packages that were here before",
            "incomplete": "packages that are not wholly on the stick; their laptops still have them",
            "foreign": "packages for another archive",
            "refused": "packages and lists refused",
            "held": "of those taken in, kept sealed because their laptop was revoked",
            "withdrawals": "requests to take a story back",
        }
        for name, count in self.counts.items():
            if count or name == "stored":
                print(f"{count} {words[name]}")
        if fault is None:
            print("The receipts are on the stick. Take it back to the laptop.")


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise EnvironmentFault("courier-busy", "Another stick is being read at this moment. Wait until that is done.") from error
        yield

"""Connecting this kiosk to an archive. The network belongs to `sync`, so it is asked as a child process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kiosk.config import read_tables
from kiosk.drafts.keyring_kek import KeyringKek
from kiosk.errors import KeyFault
from kiosk.settings_file import change_setting
from sync.contract.faults import EnvironmentFault
from sync.data_folder import DATA_DIR_VARIABLE, SETTINGS_FILE

_PATIENCE_S = 180.0


@dataclass(frozen=True)
class Connected:
    """`fingerprint` is to be read aloud and compared. `keyring_fault` tells why unfinished stories cannot survive a crash here."""

    fingerprint: str
    draft_policy: str
    keyring_fault: KeyFault | None


def enrol(data_dir: Path, code: str) -> Connected:
    """Blocks for as long as the archive takes. Raises EnvironmentFault with the sentence that `sync` gave."""
    # The code holds a one-time token: on standard input it shows in no list of processes.
    answer = subprocess.run(
        [sys.executable, "-m", "sync", "enrol", "-"],
        input=code + "\n",
        env={**os.environ, DATA_DIR_VARIABLE: str(data_dir)},
        stdout=subprocess.PIPE,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    try:
        told = json.loads(answer.stdout.splitlines()[-1])
    except (ValueError, IndexError) as error:
        raise EnvironmentFault("enrolment-failed", "Connecting to the archive did not work. Please try again.") from error
    if not told["ok"]:
        raise EnvironmentFault(told["error"], told["sentence"])
    policy, fault = choose_draft_policy(data_dir)
    return Connected(told["fingerprint"], policy, fault)


def choose_draft_policy(data_dir: Path) -> tuple[str, KeyFault | None]:
    """Tries the keyring once and writes what follows from it into `settings.toml`: with a keyring that keeps secrets an unfinished
    story can be resumed after a crash, without one its key lives in memory alone.

    What was chosen before is not weakened: a keyring that is locked today would cost the stories that wait in it, and staff's
    passphrase was somebody's decision.
    """
    before = read_tables(data_dir / SETTINGS_FILE).get("kiosk", {}).get("draft_policy")
    if before == "passphrase":
        return before, None
    try:
        KeyringKek().probe()
    except KeyFault as fault:
        if before == "keyring":
            return before, fault
        change_setting(data_dir, "draft_policy", "ram")
        return "ram", fault
    change_setting(data_dir, "draft_policy", "keyring")
    return "keyring", None

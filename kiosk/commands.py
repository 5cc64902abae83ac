"""What `idr-kiosk` does without a window: `enrol` and `status`."""

from __future__ import annotations

import json
import sys

from kiosk.config import KioskConfig
from kiosk.drafts.passphrase_kek import PASSPHRASE_FILE, PassphraseKek
from kiosk.enrolment import Connected, enrol
from kiosk.settings_file import change_setting
from sync.status import read_status
from sync.status_text import status_text


def run_enrol(config: KioskConfig, code: str) -> int:
    """`code` is the archive's enrolment code, or - to read it from standard input. Raises Fault."""
    connected = enrol(config.data_dir, sys.stdin.readline().strip() if code == "-" else code)
    print("Connected. Compare this with what the archive shows:")
    print(connected.fingerprint)
    policy = f"(draft_policy = {connected.draft_policy})"
    if connected.draft_policy == "ram":
        print(f"Unfinished stories: a crash loses them {policy}.{_reason(connected)}")
    elif connected.keyring_fault is not None:
        print(f"Unfinished stories: the key to them cannot be had just now {policy}.{_reason(connected)}")
    else:
        print(f"Unfinished stories: a crash does not lose them, they can be resumed for a day {policy}.")
    return 0


def _reason(connected: Connected) -> str:
    return "" if connected.keyring_fault is None else f" {connected.keyring_fault.sentence}"


def run_passphrase(config: KioskConfig, words: str) -> int:
    """Chooses the passphrase behind which unfinished stories lie from the next start on. Raises Fault."""
    PassphraseKek(config.data_dir / PASSPHRASE_FILE).choose(words)
    change_setting(config.data_dir, "draft_policy", "passphrase")
    print('Staff type it on the page "Ready?" after each start (draft_policy = passphrase). It cannot be recovered.')
    print("What is unfinished here now will be deleted at the next start: finish it first.")
    return 0


def run_status(config: KioskConfig, *, as_json: bool) -> int:
    """Raises EnvironmentFault when the outbox cannot be read."""
    status = read_status(config.data_dir)
    if as_json:
        for line in status.to_lines():
            print(json.dumps(line))
        return 0
    for text in status_text(status):
        print(text)
    return 0

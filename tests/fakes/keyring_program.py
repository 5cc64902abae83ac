"""A program for `private_keyring`: two runs of a kiosk on one account, told as one JSON line. Then the keyring is locked."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import secretstorage

from kiosk.drafts.keyring_kek import SERVICE, KeyringKek, choose_backend
from kiosk.drafts.keys import DraftKeys, KeyPolicy
from kiosk.errors import KeyFault

DRAFT_ID = "d" * 32


def main(slots: Path) -> None:
    key = DraftKeys(KeyPolicy.KEYRING, slots, KeyringKek()).create(DRAFT_ID)
    recovered = DraftKeys(KeyPolicy.KEYRING, slots, KeyringKek()).recover(DRAFT_ID)
    stored = choose_backend().get_password(SERVICE, "kiosk")
    connection = secretstorage.dbus_init()
    collection = secretstorage.get_default_collection(connection)
    labels = sorted(item.get_label() for item in collection.get_all_items())
    collection.lock()
    connection.close()
    try:
        KeyringKek().kek()
        locked = ""
    except KeyFault as fault:
        locked = fault.code
    print(
        json.dumps(
            {
                "recovered": recovered == key,
                "backend": type(choose_backend()).__module__,
                "secret_characters": len(stored or ""),
                "items": len(labels),
                "locked": locked,
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))

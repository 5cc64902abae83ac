"""What the staff side may ask for. `kiosk.app` fills this in; everything here is called on a background thread and may raise Fault."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.courier import Exported, OnProgress, ReceiptsRead
from kiosk.staff.health import Finding
from kiosk.staff.pin import StaffPin
from kiosk.staff.unfinished import UnfinishedStory
from kiosk.ui.removable import Stick
from sync.status import Status


@dataclass(frozen=True)
class Microphones:
    """`chosen` is None while the system's own choice is used."""

    names: Sequence[str]
    chosen: str | None


@dataclass(frozen=True)
class StaffActions:
    """`enrol` takes a pasted code and returns when the archive has answered. `choose_microphone(None)` leaves it to the system.

    `sticks` are those that are plugged in now; `export` and `import_receipts` work on the folder of one, and end early when their event
    is set. `unlock` takes the passphrase behind which unfinished stories lie, where there is one.
    """

    pin: StaffPin
    health: Callable[[], Sequence[Finding]]
    status: Callable[[], Status]
    enrol: Callable[[str], None]
    microphones: Callable[[], Microphones]
    choose_microphone: Callable[[str | None], None]
    send_now: Callable[[], None]
    sticks: Callable[[], Sequence[Stick]]
    export: Callable[[Path, OnProgress, threading.Event], Exported]
    import_receipts: Callable[[Path, threading.Event], ReceiptsRead]
    unfinished: Callable[[], Sequence[UnfinishedStory]]
    delete_unfinished: Callable[[str], None]
    unlock: Callable[[str], None] | None = None

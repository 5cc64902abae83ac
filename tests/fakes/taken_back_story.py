"""A kiosk's data folder with a sealed story in it, and a child process that takes it back and kills itself at a named step.

python -m taken_back_story DATA_DIR STEP NTH
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from booth import Booth

from kiosk.withdrawal import TakenBack, take_back
from sync.contract.package import Part, new_package_id
from sync.outbox import NewPackage
from sync.package import withdrawal_verifier
from sync.package.identity import parse_identity_file

CODE = "1234567890123452"
OTHER_CODE = "1234567890123460"
RECEIPT_KEY = "ab" * 32
IDENTITY = parse_identity_file((Path(__file__).resolve().parents[1] / "golden" / "identity.txt").read_text())[0]
STEPS = ("committed", "unlinked", "emptied")


def queue_story(booth: Booth, code: str = CODE) -> list[NewPackage]:
    """Both parts, marked as the kiosk marks them."""
    parts = [booth.new_package(50_000, part) for part in Part]
    booth.outbox.add(new_package_id(), parts, withdrawal_verifier(code, RECEIPT_KEY))
    return parts


def take_back_here(booth: Booth, code: str = CODE, on_step=lambda step: None) -> TakenBack:
    return take_back(
        code,
        receipt_key=RECEIPT_KEY,
        recipients=[IDENTITY.recipient],
        outbox=booth.outbox,
        packages_dir=booth.packages_dir,
        on_step=on_step,
    )


def main(folder: Path, deadly_step: str, nth: int) -> None:
    seen = 0

    def on_step(step: str) -> None:
        nonlocal seen
        seen += step == deadly_step
        if seen == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    booth = Booth(folder)
    take_back_here(booth, on_step=on_step)
    booth.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

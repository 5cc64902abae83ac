"""The key with which this kiosk signs what it puts on a stick: made at enrolment, or later on a laptop that was enrolled before.

The secret half lies in `enrolment.json` and nowhere else. Making it and telling the archive its public half are two steps that may be
repeated: the archive takes the same key any number of times and never another one.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sync.contract.faults import EnvironmentFault
from sync.enrolled import Enrolled, load_enrolled, replace_enrolled
from sync.package.signatures import new_signing_key

_TRIES = 10


def with_courier_key(data_dir: Path) -> Enrolled:
    """This kiosk's enrolment, with a key that is durable. Raises EnvironmentFault: `not-enrolled`, or what the disk does."""
    for _ in range(_TRIES):
        enrolled = load_enrolled(data_dir)
        if enrolled is None:
            raise EnvironmentFault("not-enrolled", "This device is not connected to an archive yet.")
        if enrolled.courier_key is not None:
            return enrolled
        try:
            # Over what was read only: the worker rotates the token in the same file.
            replace_enrolled(data_dir, enrolled, replace(enrolled, courier_key=new_signing_key()[0]))
        except OSError as error:
            raise EnvironmentFault("disk-error", "A key could not be written to this device. Check the disk.") from error
    raise EnvironmentFault("enrolment-busy", "Something else is just changing the connection to the archive. Try again.")


def same_but_for_the_courier_key(one: Enrolled, other: Enrolled) -> bool:
    """Whether the two differ in nothing that a worker has to begin anew for."""
    return replace(one, courier_key=other.courier_key, courier_key_told=other.courier_key_told) == other

from __future__ import annotations

import pickle

import pytest

from kiosk.errors import DiskFull, NotEnrolled, PhotoRefused
from sync.contract.faults import BadCode, BadInput, BadReceipt, BrokenPackage, EnvironmentFault, Fault

_FAULTS = [
    kind("some-code", "A sentence.") for kind in (Fault, EnvironmentFault, BadInput, BrokenPackage, BadCode, BadReceipt, PhotoRefused)
]


@pytest.mark.parametrize("fault", [*_FAULTS, DiskFull(), NotEnrolled()], ids=lambda fault: type(fault).__name__)
def test_a_fault_crosses_a_process_border_whole(fault: Fault) -> None:
    arrived = pickle.loads(pickle.dumps(fault))
    assert type(arrived) is type(fault)
    assert (arrived.code, arrived.sentence, str(arrived)) == (fault.code, fault.sentence, fault.sentence)


def test_bad_input_is_not_an_environment_fault() -> None:
    for kind in (BrokenPackage, BadCode, BadReceipt):
        assert issubclass(kind, BadInput)
        assert not issubclass(kind, EnvironmentFault)

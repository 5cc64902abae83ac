from __future__ import annotations

import re

import pytest

from sync.contract.faults import BadCode
from sync.package.verifier import withdrawal_verifier

CODE = "1234567890123452"
KEY = "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"


def test_the_verifier_depends_on_code_and_archive_and_not_on_how_the_code_is_written() -> None:
    verifier = withdrawal_verifier(CODE, KEY)
    assert re.fullmatch(r"[0-9a-f]{64}", verifier)
    assert withdrawal_verifier("1234 5678 9012 3452", KEY) == verifier
    assert withdrawal_verifier("1234567890123460", KEY) != verifier
    assert withdrawal_verifier(CODE, KEY[::-1]) != verifier


def test_a_mistyped_code_has_no_verifier() -> None:
    with pytest.raises(BadCode):
        withdrawal_verifier("1234567890123453", KEY)

from __future__ import annotations

import pytest

from sync.contract.faults import BadInput
from sync.package.identity import new_age_key, parse_identity_file


def test_an_identity_file_reads_back() -> None:
    one, other = new_age_key(), new_age_key()
    assert one != other
    assert parse_identity_file(one.to_file()) == [one]
    assert parse_identity_file(f"\n{one.to_file()}\r\n# reserve\n  {other.identity}  \n") == [one, other]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "AGE-SECRET-KEY-1NONSENSE\n", new_age_key().recipient, "\0"])
def test_what_is_no_identity_file_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_identity_file(text)
    assert refused.value.code == "identity"

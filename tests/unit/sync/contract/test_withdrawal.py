from __future__ import annotations

import pytest

from sync.contract.faults import BadCode
from sync.contract.withdrawal import luhn_digit, new_withdrawal_code, read_withdrawal_code, spoken_groups


def test_the_check_digit_is_that_of_iso_7812() -> None:
    # The worked example of the standard's usual presentations, and a well-known test card number.
    assert luhn_digit("7992739871") == "3"
    assert luhn_digit("411111111111111") == "1"


def test_a_new_code_reads_back_however_it_is_written() -> None:
    codes = [new_withdrawal_code() for _ in range(200)]
    assert len(set(codes)) == 200
    for code in codes:
        arabic = "".join("٠١٢٣٤٥٦٧٨٩"[int(digit)] for digit in code)
        for written in (code, spoken_groups(code), spoken_groups(code).replace(" ", "-"), f"  {code}\n", arabic, spoken_groups(arabic)):
            assert read_withdrawal_code(written) == code


def test_every_single_wrong_digit_is_refused() -> None:
    code = "1234567890123452"
    assert read_withdrawal_code(code) == code
    for place in range(16):
        for digit in set("0123456789") - {code[place]}:
            with pytest.raises(BadCode):
                read_withdrawal_code(code[:place] + digit + code[place + 1 :])


def test_two_digits_changing_places_are_refused_but_for_09_and_90() -> None:
    for number in range(0, 10**15, 7 * 10**12 + 123456789):
        digits = f"{number:015d}"
        code = digits + luhn_digit(digits)
        for place in range(15):
            pair = code[place : place + 2]
            if pair[0] == pair[1] or set(pair) == {"0", "9"}:
                continue
            with pytest.raises(BadCode):
                read_withdrawal_code(code[:place] + pair[::-1] + code[place + 2 :])


@pytest.mark.parametrize(
    "text", ["", "123456789012345", "12345678901234522", "1234 5678 9012 345x", "1234567890123452a", "½" * 16, "0x" + "1" * 14]
)
def test_what_is_no_code_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(BadCode) as refused:
        read_withdrawal_code(text)
    assert refused.value.code == "withdrawal-mistyped"
    assert "16 digits" in refused.value.sentence


def test_groups_of_four() -> None:
    assert spoken_groups("1234567890123452") == "1234 5678 9012 3452"

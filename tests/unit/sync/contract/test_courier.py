"""What lies on a stick is read strictly: whatever else it may be, it is never half understood."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.contract.courier import (
    MAX_FILE_BYTES,
    MAX_PACKAGES,
    MAX_WITHDRAWALS,
    BadList,
    CourierList,
    CourierReceipts,
    ListedPackage,
    SignedCourierList,
    is_list_file,
    is_receipts_file,
    list_file,
    package_file,
    package_id_of,
    parse_courier_list,
    parse_courier_receipts,
    receipts_file,
)
from sync.contract.faults import BadReceipt
from sync.contract.package import LIMITS, Part
from sync.contract.receipt import Receipt, SignedReceipt
from sync.contract.withdrawal_request import MAX_SEALED_BYTES, WithdrawalReceipt

ONE = ListedPackage("a1" * 16, Part.LISTEN, "b2" * 32, 1000)
TWO = ListedPackage("c3" * 16, Part.MASTER, "d4" * 32, LIMITS.package_bytes)
LIST = CourierList("0123456789abcdef", "kiosk-1", "e5" * 32, None, (ONE, TWO), (b"sealed", b"another"))
SIGNED = SignedCourierList(LIST, "f6" * 64)
RECEIPTS = CourierReceipts(
    "0123456789abcdef",
    "kiosk-1",
    (SignedReceipt(Receipt("a1" * 16, "b2" * 32, 1000, "2026-03-01"), "07" * 64),),
    (WithdrawalReceipt("18" * 32, "29" * 64),),
)


def changed(raw: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    value = json.loads(raw)
    change(value)
    return json.dumps(value).encode()


def of_first(key: str, value: Any) -> Callable[[dict[str, Any]], object]:
    return lambda whole: whole["list"]["packages"][0].update({key: value})


def test_a_list_comes_back_as_it_was_written() -> None:
    assert parse_courier_list(SIGNED.to_bytes()) == SIGNED
    introduced = SignedCourierList(CourierList("0123456789abcdef", "kiosk-1", "e5" * 32, "ab" * 32, ()), "f6" * 64)
    assert parse_courier_list(introduced.to_bytes()) == introduced


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.update(surprise=1),
        lambda whole: whole.pop("signature"),
        lambda whole: whole.update(signature="F6" * 64),
        lambda whole: whole.update(signature="f6" * 63),
        lambda whole: whole.update(signature=7),
        lambda whole: whole.update(list=[]),
        lambda whole: whole["list"].update(schema=2),
        lambda whole: whole["list"].update(schema=True),
        lambda whole: whole["list"].update(surprise=1),
        lambda whole: whole["list"].pop("introduction"),
        lambda whole: whole["list"].update(archive_id="0123456789ABCDEF"),
        lambda whole: whole["list"].update(archive_id=None),
        lambda whole: whole["list"].update(kiosk_id=""),
        lambda whole: whole["list"].update(kiosk_id="a kiosk"),
        lambda whole: whole["list"].update(kiosk_id="k" * 65),
        lambda whole: whole["list"].update(courier_key="e5" * 31),
        lambda whole: whole["list"].update(introduction=""),
        lambda whole: whole["list"].update(introduction=7),
        lambda whole: whole["list"].update(packages={}),
        lambda whole: whole["list"].update(packages=[[]]),
        lambda whole: whole["list"].update(packages=[whole["list"]["packages"][0]] * 2),
        lambda whole: whole["list"].update(withdrawals=["not base64!"]),
        lambda whole: whole["list"].update(withdrawals=[""]),
        lambda whole: whole["list"].update(withdrawals=[7]),
        lambda whole: whole["list"].update(withdrawals=[whole["list"]["withdrawals"][0]] * 2),
        lambda whole: whole["list"].update(withdrawals=[base64.b64encode(bytes(MAX_SEALED_BYTES + 1)).decode()]),
        lambda whole: whole["list"].update(withdrawals=[base64.b64encode(b"%d" % n).decode() for n in range(MAX_WITHDRAWALS + 1)]),
        of_first("package_id", "../../etc/passwd"),
        of_first("package_id", "A1" * 16),
        of_first("package_id", "c3" * 16),
        of_first("package_id", None),
        of_first("sha256", "b2" * 31),
        of_first("sha256", "d4" * 32),
        of_first("part", "other"),
        of_first("size_bytes", 0),
        of_first("size_bytes", -1),
        of_first("size_bytes", 1000.0),
        of_first("size_bytes", True),
        of_first("size_bytes", LIMITS.package_bytes + 1),
        of_first("file", "packages/x.age"),
    ],
)
def test_whatever_differs_from_a_list_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(BadList):
        parse_courier_list(changed(SIGNED.to_bytes(), change))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"list": ' + b"9" * 5000 + b"}",
        b'{"list": {}, "list": {}, "signature": ""}',
        SIGNED.to_bytes()[:-3],
        SIGNED.to_bytes() + b"x",
        b" " * (MAX_FILE_BYTES + 1),
        SIGNED.to_bytes().replace(b'"part":"listen"', b'"part":"listen","part":"master"'),
    ],
    ids=lambda raw: str(raw[:20]),
)
def test_what_is_no_list_at_all_is_refused(raw: bytes) -> None:
    with pytest.raises(BadList):
        parse_courier_list(raw)


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_noise_is_refused(raw: bytes) -> None:
    with pytest.raises(BadList):
        parse_courier_list(raw)
    with pytest.raises(BadReceipt):
        parse_courier_receipts(raw)


def test_the_longest_list_that_may_be_written_can_be_read() -> None:
    packages = tuple(ListedPackage(f"{n:032x}", Part.MASTER, f"{n:064x}", LIMITS.package_bytes) for n in range(MAX_PACKAGES))
    requests = tuple(b"%8d" % n + bytes(MAX_SEALED_BYTES - 8) for n in range(MAX_WITHDRAWALS))
    longest = SignedCourierList(CourierList("0123456789abcdef", "k" * 64, "e5" * 32, "ab" * 32, packages, requests), "f6" * 64)
    raw = longest.to_bytes()
    assert len(raw) <= MAX_FILE_BYTES
    assert parse_courier_list(raw) == longest
    with pytest.raises(BadList):
        parse_courier_list(changed(raw, lambda whole: whole["list"]["packages"].append({})))


def test_the_longest_answer_can_be_read() -> None:
    receipts = tuple(SignedReceipt(Receipt(f"{n:032x}", f"{n:064x}", 2**31, "2026-03-01"), "07" * 64) for n in range(MAX_PACKAGES))
    withdrawals = tuple(WithdrawalReceipt(f"{n:064x}", "29" * 64) for n in range(MAX_WITHDRAWALS))
    longest = CourierReceipts("0123456789abcdef", "k" * 64, receipts, withdrawals)
    raw = longest.to_bytes()
    assert len(raw) <= MAX_FILE_BYTES
    assert parse_courier_receipts(raw) == (longest, 0)


def test_receipts_are_read_and_a_shapeless_one_among_them_spoils_no_other() -> None:
    assert parse_courier_receipts(RECEIPTS.to_bytes()) == (RECEIPTS, 0)

    def spoil(value: dict[str, Any]) -> None:
        value["receipts"].append({"receipt": {}})
        value["withdrawals"].append({})

    assert parse_courier_receipts(changed(RECEIPTS.to_bytes(), spoil)) == (RECEIPTS, 2)


@pytest.mark.parametrize(
    "change",
    [
        lambda value: value.update(surprise=1),
        lambda value: value.update(schema=2),
        lambda value: value.update(archive_id="x"),
        lambda value: value.update(kiosk_id=""),
        lambda value: value.update(receipts={}),
        lambda value: value.update(receipts=[7]),
        lambda value: value.update(withdrawals=[None]),
        lambda value: value.pop("withdrawals"),
    ],
)
def test_whatever_differs_from_a_file_of_receipts_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    with pytest.raises(BadReceipt):
        parse_courier_receipts(changed(RECEIPTS.to_bytes(), change))


def test_names_follow_from_ids_and_suit_every_file_system() -> None:
    names = [list_file("kiosk-1"), receipts_file("kiosk-1"), package_file("a1" * 16)]
    assert names == [name.lower() for name in names]
    assert (is_list_file(names[0]), is_receipts_file(names[1]), package_id_of(names[2])) == (True, True, "a1" * 16)
    assert list_file("kiosk-1") != list_file("kiosk-2")
    for name in ("._" + names[0], names[0] + ".partial", names[0].upper(), "list-.json", "list-0123456789abcdef.json\n", names[2]):
        assert not is_list_file(name)
    for name in (names[2] + ".partial", names[2].upper(), "../" + names[2], "._" + names[2], names[2] + "\n"):
        assert package_id_of(name) is None
    with pytest.raises(ValueError, match="package id"):
        package_file("../../x")

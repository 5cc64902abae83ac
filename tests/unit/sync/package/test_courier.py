from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from sync.contract.courier import BadList, CourierList, ListedPackage, SignedCourierList
from sync.contract.package import Part
from sync.package.courier import introduce, is_introduced, sign_courier_list, verify_courier_list
from sync.package.signatures import new_signing_key, sign_bytes

SECRET, KEY = new_signing_key()
LIST = CourierList("0123456789abcdef", "kiosk-1", KEY, None, (ListedPackage("a1" * 16, Part.LISTEN, "b2" * 32, 1000),), (b"sealed",))
TOKEN = hashlib.sha256(b"secret").hexdigest()


def test_what_a_kiosk_signed_verifies_with_its_key() -> None:
    verify_courier_list(sign_courier_list(LIST, SECRET), KEY)


@pytest.mark.parametrize(
    "changed",
    [
        replace(LIST, archive_id="fedcba9876543210"),
        replace(LIST, kiosk_id="kiosk-2"),
        replace(LIST, introduction="ab" * 32),
        replace(LIST, packages=()),
        replace(LIST, packages=(replace(LIST.packages[0], size_bytes=1001),)),
        replace(LIST, packages=(replace(LIST.packages[0], sha256="b3" * 32),)),
        replace(LIST, packages=(replace(LIST.packages[0], part=Part.MASTER),)),
        replace(LIST, withdrawals=()),
        replace(LIST, withdrawals=(b"sealeD",)),
    ],
)
def test_nothing_in_it_can_be_changed(changed: CourierList) -> None:
    with pytest.raises(BadList) as refused:
        verify_courier_list(SignedCourierList(changed, sign_courier_list(LIST, SECRET).signature), KEY)
    assert refused.value.code == "list-signature"


def test_another_kiosks_key_and_another_kind_of_signature_do_not_pass() -> None:
    strangers_secret, strangers_key = new_signing_key()
    with pytest.raises(BadList):
        verify_courier_list(sign_courier_list(LIST, strangers_secret), KEY)
    with pytest.raises(BadList):
        verify_courier_list(sign_courier_list(LIST, SECRET), strangers_key)
    with pytest.raises(BadList):
        verify_courier_list(SignedCourierList(LIST, sign_bytes(b"idr receipt 1\n", b"", SECRET)), KEY)


def test_only_who_knows_the_token_can_introduce_a_key() -> None:
    facts = {"kiosk_id": "kiosk-1", "courier_key": KEY}
    made = introduce(secret_sha256=TOKEN, **facts)
    assert is_introduced(made, secret_sha256=TOKEN, **facts)
    assert not is_introduced(made, secret_sha256=hashlib.sha256(b"guess").hexdigest(), **facts)
    assert not is_introduced(made, secret_sha256=TOKEN, kiosk_id="kiosk-2", courier_key=KEY)
    assert not is_introduced(made, secret_sha256=TOKEN, kiosk_id="kiosk-1", courier_key="ab" * 32)
    assert not is_introduced("00" * 32, secret_sha256=TOKEN, **facts)

"""Nothing on the laptop opens what was sent, nothing at the archive opens what was not: a hundred of each, tried with every key there is.

The laptop is taken with everything: files, key slots, what the keyring holds, the staff's passphrase. Whatever looks like a key there is
tried as one. The controls open all of them with the keys they are meant for.
"""

from __future__ import annotations

import base64
import io
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from bech32 import age_identity, secret_of
from told_story import MONTH, FixedKek, ToldStory, close_storage, open_storage, told_story

from kiosk.drafts.sealing import BrokenRecord, Place, unseal
from kiosk.submission import Destination, Storage, submit
from sync.enrolled import Enrolled, save_enrolled
from sync.package import new_signing_key, open_package, public_key_of

STORIES, DRAFTS = 50, 100  # a story is two packages
PASSPHRASE = "eleven patient herons walk home"
_BOX_BYTES = 73  # a wrapped key in its slot
_TOKENS = re.compile(rb"[0-9a-fA-F]{64}|[A-Za-z0-9+/_-]{43,44}=?")


class Nowhere:
    def open(self, path: str) -> Nowhere:
        return self

    def write(self, data: bytes) -> int:
        return len(data)

    def close(self) -> None:
        pass


class Field:
    """One laptop with fifty stories sent and a hundred unfinished, and its archive's keys."""

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.identity = str(pyrage.x25519.Identity.generate())
        recipient = str(pyrage.x25519.Identity.from_str(self.identity).to_public())
        self.signing_key, receipt_key = new_signing_key()
        save_enrolled(data_dir, Enrolled("http://127.0.0.1:9", "kiosk", "kiosk.secret", receipt_key, (recipient,), (), None))
        self.storage = open_storage(data_dir)
        self.codes: list[str] = []
        self.drafts: list[ToldStory] = []
        for number in range(STORIES + DRAFTS):
            told = told_story(self.storage, seconds=0.02)
            if number < STORIES:
                destination = Destination((recipient,), receipt_key, None)
                self.codes.append(
                    submit(told.draft, told.session, destination=destination, storage=self.storage, month=MONTH).withdrawal_code
                )
            else:
                self.drafts.append(told)

    def packages(self) -> list[Path]:
        return sorted((self.data_dir / "packages").iterdir())


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Field]:
    field = Field(tmp_path_factory.mktemp("laptop"))
    yield field
    close_storage(field.storage)


def keys_in(data_dir: Path, storage: Storage) -> set[bytes]:
    """All 32 bytes on the laptop that could be a key: what is spelled in hex or base64 anywhere, the keyring's, and every draft's."""
    found = {FixedKek().kek()}
    for path in (path for path in data_dir.rglob("*") if path.is_file() and path.suffix != ".age"):
        content = path.read_bytes()
        if path.suffix == ".slot":
            draft_key = storage.keys.recover(path.stem)
            assert draft_key is not None
            found.add(draft_key)
        for token in set(_TOKENS.findall(content)) if path.name != "drafts.sqlite3" else ():
            raw = bytes.fromhex(token.decode()) if len(token) == 64 else base64.urlsafe_b64decode(token.rstrip(b"=")[:43] + b"=")
            found.add(raw)
    return found


def opens(package: Path, identities: list[pyrage.x25519.Identity]) -> bool:
    try:
        pyrage.decrypt_io(io.BytesIO(package.read_bytes()), io.BytesIO(), identities)
    except pyrage.DecryptError:
        return False
    return True


def opens_with_words(package: Path, words: str) -> bool:
    try:
        pyrage.passphrase.decrypt(package.read_bytes(), words)
    except pyrage.DecryptError:
        return False
    return True


def test_any_bytes_can_be_tried_as_an_identity(field: Field) -> None:
    assert age_identity(secret_of(field.identity)) == field.identity
    assert set(age_identity(bytes(32))) <= set(string.ascii_uppercase + string.digits + "-")


def test_nothing_on_the_laptop_opens_a_sealed_package(field: Field) -> None:
    packages = field.packages()
    assert len(packages) == 2 * STORIES == 100
    candidates = keys_in(field.data_dir, field.storage)
    assert len(candidates) > DRAFTS
    identities = [pyrage.x25519.Identity.from_str(age_identity(key)) for key in candidates]
    assert [package.name for package in packages if opens(package, identities)] == []
    words = [PASSPHRASE, field.codes[0], "kiosk.secret"]
    assert not any(opens_with_words(packages[0], each) for each in words)
    # The control: the archive's own key opens every one, and all the way.
    assert all(opens(package, [pyrage.x25519.Identity.from_str(field.identity)]) for package in packages)
    open_package(packages[0], [field.identity], Nowhere())


def test_nothing_at_the_archive_opens_a_draft(field: Field) -> None:
    theirs = [secret_of(field.identity), bytes.fromhex(field.signing_key), bytes.fromhex(public_key_of(field.signing_key))]
    opened = []
    for told in field.drafts:
        draft_id = told.draft.draft_id
        box = (field.data_dir / "keyslots" / f"{draft_id}.slot").read_bytes()[:_BOX_BYTES]
        for key in theirs:
            if _reads(field.storage, draft_id, key) or _unwraps(key, draft_id, box):
                opened.append(draft_id)
    assert len(field.drafts) == DRAFTS
    assert opened == []
    # The control: the laptop's own keyring does.
    for told in field.drafts:
        box = (field.data_dir / "keyslots" / f"{told.draft.draft_id}.slot").read_bytes()[:_BOX_BYTES]
        key = unseal(FixedKek().kek(), Place(told.draft.draft_id, "key", "", 0), box)
        assert _reads(field.storage, told.draft.draft_id, key)


def test_what_was_sent_is_not_a_draft_any_more(field: Field) -> None:
    assert sorted(field.storage.drafts.draft_ids()) == sorted(told.draft.draft_id for told in field.drafts)
    assert len(list((field.data_dir / "keyslots").iterdir())) == DRAFTS


def _reads(storage: Storage, draft_id: str, key: bytes) -> bool:
    try:
        return storage.drafts.open(draft_id, key).load_session() is not None
    except BrokenRecord:
        return False


def _unwraps(key: bytes, draft_id: str, box: bytes) -> bool:
    try:
        unseal(key, Place(draft_id, "key", "", 0), box)
    except BrokenRecord:
        return False
    return True

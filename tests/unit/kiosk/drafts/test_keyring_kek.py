"""The key-encryption key: only from a real keyring, never silently from something weaker, never holding up the caller."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring_program
import pytest
from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import KeyringLocked
from private_keyring import run_with_keyring

from kiosk.drafts.keyring_kek import SERVICE, KeyringKek, choose_backend, refuse_unsafe
from kiosk.errors import KeyFault


class MemoryKeyring(KeyringBackend):
    """A keyring that keeps what it is given, for as long as the test runs."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


class ForgetfulKeyring(MemoryKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Says nothing and keeps nothing."""


class LockedKeyring(MemoryKeyring):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("locked")


class PromptingKeyring(MemoryKeyring):
    """Waits for somebody at a dialog that nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.answered.wait()


class AbsentKeyring(MemoryKeyring):
    @properties.classproperty
    def priority(cls) -> float:  # type: ignore[override]
        raise RuntimeError("no such service here")


@pytest.fixture(autouse=True)
def nothing_registered() -> Iterator[None]:
    """Subclasses register themselves with the library; the test's own must not be offered to other tests."""
    yield
    KeyringBackend._classes -= {cls for cls in KeyringBackend._classes if cls.__module__ == __name__}


def fault_of(backend: KeyringBackend, timeout_s: float = 5.0) -> str:
    with pytest.raises(KeyFault) as caught:
        KeyringKek(backend, timeout_s).kek()
    return caught.value.code


def test_the_key_is_made_once_and_kept_under_a_service_of_its_own() -> None:
    backend = MemoryKeyring()
    kek = KeyringKek(backend).kek()
    assert len(kek) == 32
    assert KeyringKek(backend).kek() == kek
    assert list(backend.secrets) == [(SERVICE, "kiosk")]
    assert len(backend.secrets[SERVICE, "kiosk"]) == 44
    assert KeyringKek(MemoryKeyring()).kek() != kek


def test_the_probe_leaves_nothing() -> None:
    backend = MemoryKeyring()
    KeyringKek(backend).probe()
    assert backend.secrets == {}


@pytest.mark.parametrize("unsafe", [keyring.backends.null.Keyring, keyring.backends.fail.Keyring, keyring.backends.chainer.ChainerBackend])
def test_backends_that_keep_nothing_or_split_it_are_refused(unsafe: type[KeyringBackend]) -> None:
    assert fault_of(unsafe()) == "keyring-unsafe"


def test_plaintext_backends_are_refused() -> None:
    for name in ("keyrings.alt", "keyrings.alt.file"):
        plaintext = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": ModuleType(name).__name__})
        with pytest.raises(KeyFault):
            refuse_unsafe(plaintext())
        KeyringBackend._classes.discard(plaintext)
    refuse_unsafe(MemoryKeyring())


def test_a_keyring_that_forgets_is_noticed() -> None:
    assert fault_of(ForgetfulKeyring()) == "keyring-forgets"


def test_a_locked_keyring_is_told() -> None:
    assert fault_of(LockedKeyring()) == "keyring-locked"


def test_a_keyring_that_never_answers_is_given_up() -> None:
    backend = PromptingKeyring()
    assert fault_of(backend, timeout_s=0.05) == "keyring-timeout"
    backend.answered.set()


@pytest.mark.parametrize("foreign", ["not base64!", "c2hvcnQ="])
def test_something_else_in_our_place_is_not_used_as_a_key(foreign: str) -> None:
    backend = MemoryKeyring()
    backend.secrets[SERVICE, "kiosk"] = foreign
    assert fault_of(backend) == "keyring-foreign"
    assert backend.secrets[SERVICE, "kiosk"] == foreign


def test_without_a_keyring_there_is_no_second_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    with pytest.raises(KeyFault) as caught:
        choose_backend((AbsentKeyring,))
    assert caught.value.code == "keyring-absent"
    assert isinstance(choose_backend((AbsentKeyring, MemoryKeyring)), MemoryKeyring)


def test_gnome_keyring_keeps_the_key_and_says_when_it_is_locked(tmp_path: Path) -> None:
    done = run_with_keyring(tmp_path, sys.executable, keyring_program.__file__, str(tmp_path / "keyslots"))
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told == {
        "recovered": True,
        "backend": "keyring.backends.SecretService",
        "secret_characters": 44,
        "items": 1,
        "locked": "keyring-locked",
    }

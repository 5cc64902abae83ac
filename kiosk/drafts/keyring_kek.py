"""The key-encryption key from the operating system's keyring.

Only real keyrings are accepted: with `keyrings.alt` installed the library would silently store secrets in a plain file, `null`
forgets them, and `chainer` may read from another place than it wrote to. There is no fall-back; who wants none uses the policy `ram`.
A locked keyring may put up a dialog and block, so every call runs in a thread of its own and is given up after a while.
"""

from __future__ import annotations

import base64
import binascii
import queue
import secrets
import threading
from collections.abc import Callable
from typing import TypeVar

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.kwallet
import keyring.backends.macOS
import keyring.backends.null
import keyring.backends.SecretService
import keyring.backends.Windows
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError

from kiosk.drafts.sealing import KEY_BYTES
from kiosk.errors import KeyFault

SERVICE = "i-defend-rights-draft-key"  # one service per secret: on Windows user names under one service overwrite each other
_PROBE_SERVICE = "i-defend-rights-probe"
_USER = "kiosk"
TIMEOUT_S = 5.0

_SAFE_BACKENDS: tuple[type[KeyringBackend], ...] = (
    keyring.backends.SecretService.Keyring,
    keyring.backends.kwallet.DBusKeyring,
    keyring.backends.macOS.Keyring,
    keyring.backends.Windows.WinVaultKeyring,
)
_UNSAFE_BACKENDS = (keyring.backends.null.Keyring, keyring.backends.fail.Keyring, keyring.backends.chainer.ChainerBackend)
_UNSAFE_PACKAGE = "keyrings.alt"

_T = TypeVar("_T")


def choose_backend(candidates: tuple[type[KeyringBackend], ...] = _SAFE_BACKENDS) -> KeyringBackend:
    """The first of the real keyrings that this machine has; PYTHON_KEYRING_BACKEND is not asked. Raises KeyFault."""
    for candidate in candidates:
        if candidate.viable:
            return candidate()
    raise KeyFault("keyring-absent", "This device has no keyring to keep unfinished stories safe. Please call staff.")


def refuse_unsafe(backend: KeyringBackend) -> None:
    """Raises KeyFault for a keyring that stores in the clear, forgets, or splits its secrets."""
    package = type(backend).__module__
    if isinstance(backend, _UNSAFE_BACKENDS) or package == _UNSAFE_PACKAGE or package.startswith(_UNSAFE_PACKAGE + "."):
        raise KeyFault("keyring-unsafe", "The keyring of this device would not keep secrets safe. Please call staff.")


class KeyringKek:
    """A `KekSource`. The first `kek()` may take up to a few `timeout_s`, so ask for it away from the window's thread."""

    def __init__(self, backend: KeyringBackend | None = None, timeout_s: float = TIMEOUT_S) -> None:
        """Without `backend` the first call looks for one."""
        self._backend = backend
        self._timeout_s = timeout_s
        self._kek: bytes | None = None

    def kek(self) -> bytes:
        """Made at the first use on this account. Raises KeyFault: absent, unsafe, locked, too slow, or not keeping what it is given."""
        if self._kek is None:
            backend = self._checked_backend()
            stored = self._ask(lambda: backend.get_password(SERVICE, _USER))
            if stored is None:
                stored = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
                self._keep(backend, SERVICE, stored)
            self._kek = _decode(stored)
        return self._kek

    def probe(self) -> None:
        """Writes, reads back and deletes a throw-away secret. Raises KeyFault."""
        self._checked_backend()

    def _checked_backend(self) -> KeyringBackend:
        backend = self._ask(choose_backend) if self._backend is None else self._backend
        refuse_unsafe(backend)
        if isinstance(backend, keyring.backends.Windows.WinVaultKeyring):
            backend.persist = "local machine"  # the default roams with the account through a domain
        self._keep(backend, _PROBE_SERVICE, secrets.token_hex(16))
        self._ask(lambda: backend.delete_password(_PROBE_SERVICE, _USER))
        self._backend = backend
        return backend

    def _keep(self, backend: KeyringBackend, service: str, secret: str) -> None:
        self._ask(lambda: backend.set_password(service, _USER, secret))
        if self._ask(lambda: backend.get_password(service, _USER)) != secret:
            raise KeyFault("keyring-forgets", "The keyring of this device does not keep what it is given. Please call staff.")

    def _ask(self, call: Callable[[], _T]) -> _T:
        answer: queue.SimpleQueue[tuple[_T | None, BaseException | None]] = queue.SimpleQueue()

        def run() -> None:
            try:
                answer.put((call(), None))
            except BaseException as error:  # noqa: BLE001 -- carried over to the asking thread, which raises it
                answer.put((None, error))

        # A daemon: if the keyring never answers, this thread must not keep the program from ending.
        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            value, error = answer.get(timeout=self._timeout_s)
        except queue.Empty:
            raise KeyFault("keyring-timeout", "The keyring of this device does not answer. It may be locked. Please call staff.") from None
        if isinstance(error, KeyringError):
            raise KeyFault("keyring-locked", "The keyring of this device is locked or refuses. Please call staff.") from error
        if error is not None:
            raise error
        return value  # type: ignore[return-value]  # no error: `call` has returned a _T


def _decode(stored: str) -> bytes:
    try:
        kek = base64.b64decode(stored, validate=True)
    except binascii.Error as error:
        raise _foreign() from error
    if len(kek) != KEY_BYTES:
        raise _foreign()
    return kek


def _foreign() -> KeyFault:
    return KeyFault("keyring-foreign", "The keyring of this device holds something else where our key should be. Please call staff.")

"""What the worker needs of others, as it uses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, Protocol

from sync.contract.policy import Policy
from sync.contract.receipt import SignedReceipt
from sync.contract.withdrawal_request import WithdrawalReceipt
from sync.transport.faults import Blocked
from sync.transport.tus import Upload


class Stop(Protocol):
    def is_set(self) -> bool: ...

    def wait(self, timeout: float | None = None) -> bool: ...


class Uploads(Protocol):
    @property
    def rate_bytes_per_s(self) -> float | None:
        """What the last slice moved; None before the first."""

    def create(self, size_bytes: int, metadata: dict[str, str]) -> Upload: ...

    def offset(self, url: str, size_bytes: int) -> int: ...

    def send_slice(
        self,
        url: str,
        file: BinaryIO,
        offset_bytes: int,
        size_bytes: int,
        on_progress: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> int: ...


class Archive(Protocol):
    @property
    def tus(self) -> Uploads: ...

    def ping(self, nonce: str) -> None: ...

    def ping_anew(self, nonce: str, patience_s: float) -> None: ...

    def receipt(self, package_id: str) -> SignedReceipt: ...

    def withdraw(self, sealed: bytes) -> WithdrawalReceipt: ...


class Upkeep(Protocol):
    """`sync.upkeep`, which keeps token and policy fresh."""

    @property
    def revoked(self) -> bool: ...

    @property
    def policy(self) -> Policy | None: ...

    def is_due(self) -> bool: ...

    def put_off(self) -> None: ...

    def run(self) -> None: ...

    def explain(self, fault: Blocked) -> Blocked: ...

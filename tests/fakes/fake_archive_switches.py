"""What a test can make the fake archive do wrong, and what it gets to see of each request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Switches:
    """`cut_after_bytes`, `lose_answers` and `answer_with` are used up as they strike; the others stay until they are reset."""

    cut_after_bytes: list[int] = field(default_factory=list)  # per PATCH: hang up after that many bytes of its body
    lose_answers: set[str] = field(default_factory=set)  # do what "POST", "PATCH" or "GET" asks, then hang up instead of answering
    answer_with: list[tuple[int, dict[str, str]]] = field(default_factory=list)  # answer the next requests so, whatever they ask
    portal: str | None = None  # "html" or "redirect": what a hotel's network does to every request
    corrupt: int = 0  # how many finished uploads arrive with one bit flipped
    receipts: str = "signed"  # or "forged", "replayed", "pending"
    knows_couriers: bool = True  # False: an archive of a version that had no courier keys
    stranger: bool = False  # everything as it should be, signed by another key
    spoil_receipt: Callable[[dict[str, Any]], Any] | None = None  # what is made of each receipt before it goes out; bytes go as they are
    spoil_policy: Callable[[dict[str, Any]], Any] | None = None  # the same for policies
    on_body_bytes: Callable[[int], None] | None = None  # told how many body bytes have come in altogether


@dataclass
class Seen:
    """One request that reached the archive. `body_bytes` is what was read of its body."""

    method: str
    path: str
    token: str | None
    body_bytes: int = 0

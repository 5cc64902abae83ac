"""A policy: what the archive asks of one kiosk from now on, in a signed statement whose version only ever rises.

It can change whom stories are sealed to, so it counts only with the signature of the key that was pinned at enrolment, made over
`signed_bytes` (Ed25519, `sync.package.signatures`), and only if it is newer than what the kiosk holds (`sync.enrolled`).
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from sync.contract.canonical import canonical_json
from sync.contract.enrolment import is_recipient
from sync.contract.faults import BadPolicy

LONGEST_ANSWER_MINUTES = 240
_MAX_RECIPIENTS = 16
_MAX_LANGUAGES = 64
_CONTEXT = b"idr policy 1\n"
_FIELDS = {"kiosk_id", "version", "recipients", "max_answer_minutes", "languages", "revoked"}
# Left out of the JSON where nothing is asked, so that a policy without them is byte for byte what it was before they came.
_LINK_FIELDS = ("on_metered", "cap_kbit_s", "monthly_mb")
MOST_KBIT_S = 10_000_000
MOST_MONTHLY_MB = 10_000_000
_KIOSK_ID = re.compile(r"[\x21-\x7e]{1,64}\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")  # BCP 47, roughly


class OnMetered(StrEnum):
    """What may travel over a network that costs money."""

    NOTHING = "nothing"
    LISTEN = "listen"
    EVERYTHING = "everything"


@dataclass(frozen=True)
class Policy:
    """`recipients` are age recipients, never none. `max_answer_minutes` None and no `languages`: as the laptop's own settings say.

    `revoked` ends this kiosk's connection: it sends nothing any more and tells staff, and keeps what it has. `on_metered`,
    `cap_kbit_s` and `monthly_mb` are limits for the link; None: as the laptop's own settings say (`sync.limits`).
    """

    kiosk_id: str
    version: int
    recipients: tuple[str, ...]
    max_answer_minutes: int | None = None
    languages: tuple[str, ...] = ()
    revoked: bool = False
    on_metered: OnMetered | None = None
    cap_kbit_s: int | None = None
    monthly_mb: int | None = None

    def to_json(self) -> dict[str, Any]:
        value = asdict(self)
        return {name: what for name, what in value.items() if what is not None or name not in _LINK_FIELDS}

    def signed_bytes(self) -> bytes:
        """What the archive signs. The context line keeps a signature over anything else from passing as a policy."""
        return _CONTEXT + canonical_json(self.to_json())


@dataclass(frozen=True)
class SignedPolicy:
    policy: Policy
    signature: str  # 128 hex digits

    def to_json(self) -> dict[str, Any]:
        return {"policy": self.policy.to_json(), "signature": self.signature}


def parse_signed_policy(value: Any) -> SignedPolicy:
    """Checks the shape only. Raises BadPolicy."""
    try:
        inner, signature = value["policy"], value["signature"]
        if not _FIELDS <= set(inner) <= _FIELDS | set(_LINK_FIELDS):
            raise _shapeless()
        if not all(type(inner[key]) is list for key in ("recipients", "languages")) or not _are_link_limits(inner):
            raise _shapeless()
        policy = Policy(
            inner["kiosk_id"],
            inner["version"],
            tuple(inner["recipients"]),
            inner["max_answer_minutes"],
            tuple(inner["languages"]),
            inner["revoked"],
            OnMetered(inner["on_metered"]) if "on_metered" in inner else None,
            inner.get("cap_kbit_s"),
            inner.get("monthly_mb"),
        )
        well_formed = (
            bool(_KIOSK_ID.match(policy.kiosk_id))
            and type(policy.version) is int
            and 1 <= policy.version < 2**53
            and is_policy_content(policy.recipients, policy.max_answer_minutes, policy.languages)
            and type(policy.revoked) is bool
            and bool(re.match(r"[0-9a-f]{128}\Z", signature))
        )
    except (KeyError, TypeError) as error:
        raise _shapeless() from error
    if not well_formed:
        raise _shapeless()
    return SignedPolicy(policy, signature)


def is_policy_content(recipients: tuple[Any, ...], max_answer_minutes: Any, languages: tuple[Any, ...]) -> bool:
    """Whether both sides can live with these: at least one recipient, each named once, limits within reason."""
    return (
        1 <= len(recipients) <= _MAX_RECIPIENTS
        and len(set(recipients)) == len(recipients)
        and all(is_recipient(recipient) for recipient in recipients)
        and (max_answer_minutes is None or (type(max_answer_minutes) is int and 1 <= max_answer_minutes <= LONGEST_ANSWER_MINUTES))
        and len(languages) <= _MAX_LANGUAGES
        and len(set(languages)) == len(languages)
        and all(isinstance(language, str) and bool(_LANGUAGE.match(language)) for language in languages)
    )


def is_link_limit(value: Any, most: int) -> bool:
    """Whether it can stand in a policy as `cap_kbit_s` (most: `MOST_KBIT_S`) or `monthly_mb` (`MOST_MONTHLY_MB`)."""
    return type(value) is int and 1 <= value <= most


def _are_link_limits(inner: dict[str, Any]) -> bool:
    """What is there must be a limit; what is not there is none. A null would be a second way to say the same."""
    return (
        ("on_metered" not in inner or inner["on_metered"] in list(OnMetered))
        and ("cap_kbit_s" not in inner or is_link_limit(inner["cap_kbit_s"], MOST_KBIT_S))
        and ("monthly_mb" not in inner or is_link_limit(inner["monthly_mb"], MOST_MONTHLY_MB))
    )


def _shapeless() -> BadPolicy:
    return BadPolicy("policy-shape", "The archive's answer is not a policy.")

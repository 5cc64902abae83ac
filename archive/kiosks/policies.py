"""What the archive asks of its kiosks: whom to seal to, how long an answer may be, which languages to offer, what the link may cost.

Whom to seal to is what `keys/recipients.txt` says. A change there, or of a limit, is published as a new version, which each kiosk
then gets signed and in its own name (`sync.contract.policy`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

from archive.core.actions import action, unchanged
from archive.core.events import CONSOLE, record_event
from archive.core.keys import ArchiveKeys
from archive.kiosks.models import Kiosk, PolicyVersion
from sync.contract.faults import BadInput
from sync.contract.policy import MOST_KBIT_S, MOST_MONTHLY_MB, OnMetered, Policy, SignedPolicy, is_link_limit, is_policy_content
from sync.package import sign_policy


@dataclass(frozen=True)
class Limits:
    """None and no languages: each laptop's own settings hold. Of the last three (`sync.contract.policy`) the stricter always holds."""

    max_answer_minutes: int | None = None
    languages: tuple[str, ...] = ()
    on_metered: OnMetered | None = None
    cap_kbit_s: int | None = None
    monthly_mb: int | None = None

    @classmethod
    def of(cls, version: PolicyVersion) -> Limits:
        on_metered = None if version.on_metered is None else OnMetered(version.on_metered)
        return cls(version.max_answer_minutes, tuple(version.languages), on_metered, version.cap_kbit_s, version.monthly_mb)


def newest_policy() -> PolicyVersion | None:
    return PolicyVersion.objects.order_by("-version").first()


@action
def publish_policy(
    *, keys: ArchiveKeys, limits: Limits | None = None, actor: str = CONSOLE, now_s: Callable[[], float] = time.time
) -> PolicyVersion:
    """The policy for the recipients in `keys` and `limits` (None: as before), made if it is not the newest one already.

    Raises BadInput for what no kiosk could live with.
    """
    newest = newest_policy()
    held = None if newest is None else Limits.of(newest)
    limits = limits or held or Limits()
    if not is_policy_content(keys.recipients, limits.max_answer_minutes, limits.languages):
        raise BadInput("policy-content", "A policy needs at least one age recipient, 1 to 240 minutes, and language codes such as en.")
    _check_link(limits)
    if newest is not None and (newest.recipients, held) == (list(keys.recipients), limits):
        unchanged()
        return newest
    return _append(keys.recipients, limits, actor=actor, now_s=now_s)


def publish_again(*, actor: str, now_s: Callable[[], float] = time.time) -> None:
    """The newest policy once more under a higher version, inside the caller's action: something about one kiosk has changed."""
    newest = newest_policy()
    if newest is not None:
        _append(tuple(newest.recipients), Limits.of(newest), actor=actor, now_s=now_s)


def policy_for(kiosk: Kiosk, keys: ArchiveKeys) -> SignedPolicy | None:
    """None before the first was published, which `serve` does."""
    newest = newest_policy()
    if newest is None:
        return None
    policy = Policy(kiosk.kiosk_id, newest.version, tuple(newest.recipients), revoked=kiosk.revoked, **asdict(Limits.of(newest)))
    return sign_policy(policy, keys.receipt_signing_key)


def _check_link(limits: Limits) -> None:
    if not (limits.cap_kbit_s is None or is_link_limit(limits.cap_kbit_s, MOST_KBIT_S)):
        raise BadInput("policy-content", f"A cap lies between 1 and {MOST_KBIT_S} kbit/s.")
    if not (limits.monthly_mb is None or is_link_limit(limits.monthly_mb, MOST_MONTHLY_MB)):
        raise BadInput("policy-content", f"A monthly limit lies between 1 and {MOST_MONTHLY_MB} MB.")


def _append(recipients: tuple[str, ...], limits: Limits, *, actor: str, now_s: Callable[[], float]) -> PolicyVersion:
    newest = newest_policy()
    # The clock's seconds, so that an archive restored from a backup does not count again what its kiosks have seen.
    version = max(int(now_s()), 1 if newest is None else newest.version + 1)
    wanted = {**asdict(limits), "languages": list(limits.languages)}
    made = PolicyVersion.objects.create(version=version, recipients=list(recipients), **wanted)
    record_event("policy.published", actor=actor, subject=f"policy:{version}")
    return made

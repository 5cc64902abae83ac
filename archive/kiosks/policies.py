"""What the archive asks of its kiosks: whom to seal to, how long an answer may be, which languages to offer.

Whom to seal to is what `keys/recipients.txt` says. A change there, or of a limit, is published as a new version, which each kiosk
then gets signed and in its own name (`sync.contract.policy`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from archive.core.actions import action, unchanged
from archive.core.events import CONSOLE, record_event
from archive.core.keys import ArchiveKeys
from archive.kiosks.models import Kiosk, PolicyVersion
from sync.contract.faults import BadInput
from sync.contract.policy import Policy, SignedPolicy, is_policy_content
from sync.package import sign_policy


@dataclass(frozen=True)
class Limits:
    """None and no languages: each laptop's own settings hold."""

    max_answer_minutes: int | None = None
    languages: tuple[str, ...] = ()


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
    if limits is None:
        limits = Limits() if newest is None else Limits(newest.max_answer_minutes, tuple(newest.languages))
    if not is_policy_content(keys.recipients, limits.max_answer_minutes, limits.languages):
        raise BadInput("policy-content", "A policy needs at least one age recipient, 1 to 240 minutes, and language codes such as en.")
    wanted = (list(keys.recipients), limits.max_answer_minutes, list(limits.languages))
    if newest is not None and (newest.recipients, newest.max_answer_minutes, newest.languages) == wanted:
        unchanged()
        return newest
    return _append(*wanted, actor=actor, now_s=now_s)


def publish_again(*, actor: str, now_s: Callable[[], float] = time.time) -> None:
    """The newest policy once more under a higher version, inside the caller's action: something about one kiosk has changed."""
    newest = newest_policy()
    if newest is not None:
        _append(newest.recipients, newest.max_answer_minutes, newest.languages, actor=actor, now_s=now_s)


def policy_for(kiosk: Kiosk, keys: ArchiveKeys) -> SignedPolicy | None:
    """None before the first was published, which `serve` does."""
    newest = newest_policy()
    if newest is None:
        return None
    policy = Policy(
        kiosk.kiosk_id, newest.version, tuple(newest.recipients), newest.max_answer_minutes, tuple(newest.languages), kiosk.revoked
    )
    return sign_policy(policy, keys.receipt_signing_key)


def _append(
    recipients: list[str], max_answer_minutes: int | None, languages: list[str], *, actor: str, now_s: Callable[[], float]
) -> PolicyVersion:
    newest = newest_policy()
    # The clock's seconds, so that an archive restored from a backup does not count again what its kiosks have seen.
    version = max(int(now_s()), 1 if newest is None else newest.version + 1)
    made = PolicyVersion.objects.create(version=version, recipients=recipients, max_answer_minutes=max_answer_minutes, languages=languages)
    record_event("policy.published", actor=actor, subject=f"policy:{version}")
    return made

"""Was this story taken back before it came?"""

from __future__ import annotations

from archive.withdraw.models import Withdrawal


def is_withdrawn(verifier: str) -> bool:
    """To be asked after the caller's transaction has recorded an event: the log's lock then keeps withdrawals out until it commits."""
    return Withdrawal.objects.filter(verifier=verifier).exists()

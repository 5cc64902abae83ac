"""The outbox: which sealed packages wait on this laptop, and what the archive has acknowledged. The kiosk inserts, the worker moves."""

from sync.outbox.outbox import Outbox
from sync.outbox.rows import NewPackage, PackageBrief, PackageRow
from sync.outbox.states import ERASABLE, SETTLED, TAKEN_BACK, IllegalMove, State
from sync.outbox.withdrawals import WaitingWithdrawal, Withdrawn

__all__ = [
    "ERASABLE",
    "SETTLED",
    "TAKEN_BACK",
    "IllegalMove",
    "NewPackage",
    "Outbox",
    "PackageBrief",
    "PackageRow",
    "State",
    "WaitingWithdrawal",
    "Withdrawn",
]

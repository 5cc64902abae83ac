"""The outbox: which sealed packages wait on this laptop, and what the archive has acknowledged. The kiosk inserts, the worker moves."""

from sync.outbox.outbox import NewPackage, Outbox, PackageRow
from sync.outbox.states import ERASABLE, TAKEN_BACK, IllegalMove, State
from sync.outbox.withdrawals import WaitingWithdrawal, Withdrawn

__all__ = ["ERASABLE", "TAKEN_BACK", "IllegalMove", "NewPackage", "Outbox", "PackageRow", "State", "WaitingWithdrawal", "Withdrawn"]

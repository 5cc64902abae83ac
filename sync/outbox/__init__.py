"""The outbox: which sealed packages wait on this laptop, and what the archive has acknowledged. The kiosk inserts, the worker moves."""

from sync.outbox.outbox import NewPackage, Outbox, PackageRow
from sync.outbox.states import IllegalMove, State

__all__ = ["IllegalMove", "NewPackage", "Outbox", "PackageRow", "State"]

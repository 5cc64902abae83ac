"""The sync worker: takes sealed packages from the outbox to the archive, and erases them only for a verified receipt."""

from sync.worker.carrier import STEPS
from sync.worker.ports import Stop
from sync.worker.route import has_route
from sync.worker.worker import Summary, Worker

__all__ = ["STEPS", "Stop", "Summary", "Worker", "has_route"]

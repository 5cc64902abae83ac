"""Where Django looks for this app's tables; they are defined beside the code that owns them."""

from archive.core.events import ChainHead, Event
from archive.core.jobs import Job

__all__ = ["ChainHead", "Event", "Job"]

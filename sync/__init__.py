"""The background sync worker: carries sealed packages from the laptop's outbox to the archive."""

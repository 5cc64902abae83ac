"""The kiosk's errors: what went wrong, told so that the person, staff or we ourselves can act on it.

They share their base with `sync.contract.faults`, so that one handler at the window can show the sentence of any of them.
Sentences here are English source texts; the window translates them by `code`.
"""

from __future__ import annotations

from sync.contract.faults import BadInput, EnvironmentFault


class DiskFull(EnvironmentFault):
    """No room for more sound or for sealing. What is already committed stays."""

    def __init__(self) -> None:
        super().__init__("disk-full", "This device is full. What you have said so far is safe. Please call staff.")


class MicrophoneFault(EnvironmentFault):
    """The microphone cannot be opened, went away, or gives nothing."""


class StorageFault(EnvironmentFault):
    """The disk refused a read or write for another reason than being full."""


class KeyFault(EnvironmentFault):
    """The keyring is absent, locked or of a kind that would store secrets in the clear."""


class PhotoRefused(BadInput):
    """A file that is not a photo we can take, or is made to do harm."""


class NotEnrolled(EnvironmentFault):
    """This kiosk has not been told yet which archive it belongs to."""

    def __init__(self) -> None:
        super().__init__("not-enrolled", "This device is not connected to an archive yet. Please call staff.")

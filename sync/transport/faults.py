"""What can go wrong between kiosk and archive, by what to do about it."""

from __future__ import annotations

from sync.contract.faults import BadInput, EnvironmentFault
from sync.schedule import Cause


class RetryLater(EnvironmentFault):
    """The link or the archive is in trouble; the same request may work later. `retry_after_s` is the archive's own wish.

    `proven`: the connection to go on with is another one, on which the archive has just given its proof.
    """

    def __init__(
        self, code: str, sentence: str, cause: Cause = Cause.SERVER, retry_after_s: float | None = None, *, proven: bool = False
    ) -> None:
        super().__init__(code, sentence)
        self.cause = cause
        self.retry_after_s = retry_after_s
        self.proven = proven


class Blocked(EnvironmentFault):
    """Nothing may be sent to whoever answers there until staff have mended it. `code` is the reason staff see."""


class SliceTooLarge(RetryLater):
    """Something in front of the archive takes no body of this size; a smaller one may pass."""

    def __init__(self) -> None:
        super().__init__(
            "slice-too-large", "Something in front of the archive takes only small pieces. They are made smaller.", Cause.NETWORK
        )


class Refused(BadInput):
    """The archive will never take this, however often it is asked."""


class UploadGone(EnvironmentFault):
    """The archive knows this upload no more: create it anew."""

    def __init__(self) -> None:
        super().__init__("upload-gone", "The archive has forgotten this unfinished upload. It begins again by itself.")


class OffsetConflict(EnvironmentFault):
    """The archive holds another number of bytes than we thought: ask it before sending more."""

    def __init__(self) -> None:
        super().__init__("offset-conflict", "The archive holds another part of this upload than expected. It goes on by itself.")


class HashMismatch(EnvironmentFault):
    """What arrived is not what was sealed: upload it again from the beginning."""

    def __init__(self) -> None:
        super().__init__("hash-mismatch", "The upload arrived damaged. It begins again by itself.")


class FileFault(EnvironmentFault):
    """The sealed file on this laptop is absent, changed or unreadable."""


class Cancelled(Exception):
    """The worker was told to stop while it was sending. Nothing is lost."""


class Superseded(Cancelled):
    """This device was enrolled anew while the worker spoke for the enrolment before: it has to begin anew too."""


def unreachable() -> RetryLater:
    return RetryLater("unreachable", "The archive cannot be reached. The stories wait here until it can.", Cause.NETWORK)


def stalled(*, proven: bool = False) -> RetryLater:
    sentence = "The connection to the archive fell silent and was ended. Sending goes on by itself."
    return RetryLater("stalled", sentence, Cause.NETWORK, proven=proven)


def archive_busy(retry_after_s: float | None = None) -> RetryLater:
    sentence = "The archive is busy or being looked after. The stories wait here."
    return RetryLater("archive-busy", sentence, Cause.SERVER, retry_after_s)


def archive_full(retry_after_s: float | None = None) -> RetryLater:
    sentence = "The archive has no room left. The stories wait here until its people have made some."
    return RetryLater("archive-full", sentence, Cause.SERVER, retry_after_s)


def over_quota(retry_after_s: float | None = None) -> RetryLater:
    sentence = "The archive takes no more from this device for now. The stories wait here and go on by themselves."
    return RetryLater("quota", sentence, Cause.SERVER, retry_after_s)


def not_our_archive() -> Blocked:
    return Blocked(
        "portal",
        "Something else than your archive answers. This network may ask for a log-in first: open a browser, or use another network.",
    )


def intercepted() -> Blocked:
    return Blocked(
        "intercepted",
        "This network opens the connection to your archive: the certificate it shows is not the archive's. Nothing was sent. "
        "Use another network, and tell the archive's people.",
    )


def revoked() -> Blocked:
    return Blocked(
        "revoked",
        "The archive has ended its connection with this device. The stories stay sealed here. Ask the archive's people for a new code.",
    )

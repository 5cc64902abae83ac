"""Health findings, package states and reasons in the language of the window. Unknown codes keep their English sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.staff.health import Finding
from sync.status import PlainState


def finding_sentence(finding: Finding) -> str:
    template = {
        "disk-full": QCoreApplication.translate("Health", "There is no room for more stories. Send what waits, or free some space."),
        "disk-low": QCoreApplication.translate("Health", "There is room for about {hours} more hours of sound."),
        "disk-good": QCoreApplication.translate("Health", "There is room for about {hours} hours of sound."),
        "microphone-none": QCoreApplication.translate("Health", "No microphone was found. Plug one in, or check the system's settings."),
        "microphone-gone": QCoreApplication.translate(
            "Health", "The chosen microphone is not plugged in. Plug it in, or choose another one."
        ),
        "microphone-muted": QCoreApplication.translate(
            "Health", "The microphone is turned off in the system's settings. Turn it on there."
        ),
        "microphone-good": QCoreApplication.translate("Health", "A microphone is ready."),
        "loudspeaker-none": QCoreApplication.translate("Health", "No loudspeaker was found. Nobody can listen to a page or an answer."),
        "loudspeaker-good": QCoreApplication.translate("Health", "A loudspeaker is ready."),
        "clock-wrong": QCoreApplication.translate("Health", "The date of this device is wrong. Set it in the system's settings."),
        "clock-good": QCoreApplication.translate("Health", "The date looks right."),
        "keyring-none": QCoreApplication.translate(
            "Health", "The system's key store cannot be used. A story cut short by a crash is lost then."
        ),
        "keyring-good": QCoreApplication.translate("Health", "The system's key store works."),
        "passphrase-none": QCoreApplication.translate(
            "Health", "No staff passphrase was chosen. A story cut short by a crash is lost then."
        ),
        "passphrase-missing": QCoreApplication.translate(
            "Health", "The staff passphrase is not typed yet. Until then a crash loses an unfinished story."
        ),
        "passphrase-good": QCoreApplication.translate("Health", "The staff passphrase was typed. Unfinished stories survive a crash."),
        "protection-unknown": QCoreApplication.translate("Health", "Please check that the system protects its disk with a password."),
        "protection-none": QCoreApplication.translate(
            "Health", "The system's disk is not protected. Whoever takes this device could find traces."
        ),
        "protection-good": QCoreApplication.translate("Health", "The system protects its disk."),
        "swap-open": QCoreApplication.translate("Health", "The system may write its memory to the disk. Turn off its swap space."),
        "hibernation-open": QCoreApplication.translate("Health", "The system may save its memory when it sleeps. Turn off hibernation."),
        "awake-none": QCoreApplication.translate(
            "Health", "This device may fall asleep while somebody speaks. Switch off its sleep in the system's settings."
        ),
        "awake-good": QCoreApplication.translate("Health", "This device stays awake while somebody speaks."),
        "archive-none": QCoreApplication.translate("Health", "This device is not connected to an archive yet. Enter an enrolment code."),
        "archive-good": QCoreApplication.translate("Health", "This device knows its archive."),
        "worker-gone": QCoreApplication.translate(
            "Health", "The part that sends stories is not running. Close this program and start it again."
        ),
        "worker-good": QCoreApplication.translate("Health", "The part that sends stories is running."),
        "voices-unusable": QCoreApplication.translate("Health", "Recordings of the voice that cannot be used: {count}."),
    }.get(finding.code, finding.template)
    return template.format(**finding.values)


def state_words(state: PlainState) -> str:
    return {
        PlainState.SAVED_HERE: QCoreApplication.translate("Outbox", "saved here"),
        PlainState.WAITING: QCoreApplication.translate("Outbox", "waiting"),
        PlainState.SENT: QCoreApplication.translate("Outbox", "sent"),
        PlainState.ARCHIVED: QCoreApplication.translate("Outbox", "the archive has it"),
    }[state]


def reason_words(reason: str) -> str:
    """What is the matter with a story itself, and what staff can do. What is the matter with the link is said by `outbox_words`."""
    sentence = {
        "receipt": QCoreApplication.translate("Outbox", "The archive's receipt is not genuine, so nothing is erased. Tell its people."),
        "hash-mismatch": QCoreApplication.translate("Outbox", "A story arrives damaged each time. Copy it to a stick."),
        "file-missing": QCoreApplication.translate("Outbox", "A saved story is missing from this device. Tell the archive's people."),
        "file-unreadable": QCoreApplication.translate("Outbox", "A saved story cannot be read. The disk may be broken."),
        "file-changed": QCoreApplication.translate("Outbox", "A saved story is not as it was. The disk may be broken."),
    }.get(reason)
    refused = QCoreApplication.translate("Outbox", "The archive does not take a story. Copy it to a stick and tell its people.")
    if sentence is None and reason.startswith("archive-"):
        return refused
    template = QCoreApplication.translate("Outbox", "Something is not right. Tell the archive's people: {reason}")
    return sentence or template.format(reason=reason)

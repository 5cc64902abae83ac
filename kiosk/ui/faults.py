"""Faults in the person's own language, by their code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sync.contract.faults import Fault


def fault_sentence(fault: Fault) -> str:
    """The translated sentence of a known code; for any other the fault's own (English) sentence, which is better than none."""
    return {**_storage(), **_sound(), **_photos(), **_archive()}.get(fault.code, fault.sentence)


def _storage() -> dict[str, str]:
    call_staff = QCoreApplication.translate("Faults", "This device cannot save or read unfinished stories. Please call staff.")
    keyring = QCoreApplication.translate("Faults", "This device cannot keep unfinished stories safe just now. Please call staff.")
    return {
        "disk-full": QCoreApplication.translate("Faults", "This device is full. What you have said so far is safe. Please call staff."),
        "storage": QCoreApplication.translate(
            "Faults", "This device's disk does not work as it must. What you have said so far is safe. Please call staff."
        ),
        "drafts-unusable": call_staff,
        "drafts-newer": call_staff,
        "draft-gone": call_staff,
        "draft-damaged": QCoreApplication.translate("Faults", "A part of this story cannot be read. Please call staff."),
        "keyring-absent": keyring,
        "keyring-unsafe": keyring,
        "keyring-forgets": keyring,
        "keyring-timeout": keyring,
        "keyring-locked": keyring,
        "keyring-foreign": keyring,
        "passphrase-missing": keyring,
        "passphrase-damaged": keyring,
        "passphrase-wrong": QCoreApplication.translate("Faults", "This passphrase is not right."),
    }


def _sound() -> dict[str, str]:
    return {
        "microphone-gone": QCoreApplication.translate(
            "Faults", "The microphone has gone away. What you have said so far is safe. Please call staff."
        ),
        "microphone-changed": QCoreApplication.translate(
            "Faults", "This device has changed to another microphone. What you have said so far is safe. Please call staff."
        ),
        "microphone-missing": QCoreApplication.translate(
            "Faults", "The chosen microphone is not connected. Plug it in, or ask staff to choose another."
        ),
        "microphone-none": QCoreApplication.translate("Faults", "This device has no microphone. Please connect one, or call staff."),
        "microphone-refused": QCoreApplication.translate(
            "Faults", "The microphone cannot be opened. Another program may hold it, or access is not allowed."
        ),
        "microphones-unlistable": QCoreApplication.translate(
            "Faults", "The microphones of this device cannot be listed. Please call staff."
        ),
        "recorder-died": QCoreApplication.translate("Faults", "Recording has stopped working. Please call staff."),
        "loudspeaker-refused": QCoreApplication.translate("Faults", "The loudspeaker of this device cannot be used. Please call staff."),
        "voice-unreadable": QCoreApplication.translate("Faults", "This page cannot be read aloud just now."),
        "encoding-failed": QCoreApplication.translate(
            "Faults", "The sound could not be prepared. Nothing is lost. Please try again, or call staff."
        ),
    }


def _photos() -> dict[str, str]:
    return {
        "photo-empty": QCoreApplication.translate("Faults", "This file is empty. Please choose another one."),
        "photo-bytes": QCoreApplication.translate("Faults", "This file is too large for a photo. Please choose another one."),
        "photo-kind": QCoreApplication.translate("Faults", "This is not a photo we can take. Photos end in JPG, PNG, WebP or HEIC."),
        "photo-pixels": QCoreApplication.translate("Faults", "This picture is larger than we can take. Please choose a smaller one."),
        "photo-damaged": QCoreApplication.translate("Faults", "This photo is damaged and cannot be opened. Please choose another one."),
        "photo-slow": QCoreApplication.translate("Faults", "This photo took too long to open. Please choose another one."),
        "photo-worker": QCoreApplication.translate("Faults", "Photos cannot be opened on this device just now. Please call staff."),
        "photo-unreadable": QCoreApplication.translate("Faults", "This file cannot be read. Is the stick or phone still connected?"),
    }


def _archive() -> dict[str, str]:
    enrol_again = QCoreApplication.translate("Faults", "The archive's key on this device is damaged. Please call staff.")
    mistyped = QCoreApplication.translate("Faults", "This code is not complete or has a typing mistake. It has 16 digits.")
    return {
        "withdrawal-mistyped": mistyped,
        "withdrawal-tries": QCoreApplication.translate("Faults", "Too many codes were typed here. Please try again in an hour."),
        "erase-failed": QCoreApplication.translate(
            "Faults", "Your story will not be sent, but this device could not erase it yet. Please call staff."
        ),
        "not-enrolled": QCoreApplication.translate("Faults", "This device is not connected to an archive yet. Please call staff."),
        "enrolment-file": enrol_again,
        "recipients": enrol_again,
        "enrolment-failed": QCoreApplication.translate("Faults", "Connecting to the archive did not work. Please try again."),
        "enrolment-prefix": QCoreApplication.translate("Faults", "This is not an enrolment code. It begins with IDR1-."),
        "enrolment-damaged": QCoreApplication.translate(
            "Faults", "This enrolment code has a mistake in it. Copy it again from the archive."
        ),
        "token-used": QCoreApplication.translate("Faults", "This enrolment code was used before. Ask the archive for a new one."),
        "token-expired": QCoreApplication.translate("Faults", "This enrolment code has lapsed. Ask the archive for a new one."),
        "stories-waiting": QCoreApplication.translate(
            "Faults", "Stories for the archive that this device belonged to still wait here. Send them first."
        ),
        "disk-error": QCoreApplication.translate("Faults", "This device's disk does not work as it must. Please call staff."),
        "settings-unwritable": QCoreApplication.translate("Faults", "The settings of this device cannot be written."),
    }

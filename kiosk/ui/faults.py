"""Faults in the person's own language, by their code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sync.contract.faults import Fault


def fault_sentence(fault: Fault) -> str:
    """The translated sentence of a known code; for any other the fault's own (English) sentence, which is better than none."""
    return _sentences().get(fault.code, fault.sentence)


def _sentences() -> dict[str, str]:
    return {
        "disk-full": QCoreApplication.translate("Faults", "This device is full. What you have said so far is safe. Please call staff."),
        "not-enrolled": QCoreApplication.translate("Faults", "This device is not connected to an archive yet. Please call staff."),
    }

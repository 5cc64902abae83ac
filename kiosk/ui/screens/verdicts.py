"""What is wrong with a take, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.audio.quality import Verdict
from kiosk.ui.recording import Recorded
from kiosk.ui.widgets.advice_list import Advice

_LOSS_WORTH_TELLING_MS = 50


def advice_on(recorded: Recorded) -> list[Advice]:
    """Empty for a good take."""
    told = [advice for verdict, advice in _advice().items() if verdict in recorded.verdicts]
    if recorded.lost_ms > _LOSS_WORTH_TELLING_MS:
        told.append(Advice("ear", QCoreApplication.translate("Prompt", "A small part of the sound is missing. Please listen to it.")))
    return told


def _advice() -> dict[Verdict, Advice]:
    return {
        Verdict.BLOCKED: Advice(
            "mic-off", QCoreApplication.translate("Prompt", "The microphone gave no sound at all. Please call staff, then record again.")
        ),
        Verdict.MUTED: Advice(
            "mic-off",
            QCoreApplication.translate("Prompt", "The microphone was turned off for a while. Please call staff, then record again."),
        ),
        Verdict.WRONG_DEVICE: Advice(
            "mic-off", QCoreApplication.translate("Prompt", "We heard only a steady noise and no voice. Please call staff.")
        ),
        Verdict.SILENT: Advice(
            "closer", QCoreApplication.translate("Prompt", "We heard almost nothing. Please come closer and record again.")
        ),
        Verdict.TOO_SHORT: Advice(
            "clock", QCoreApplication.translate("Prompt", "This is very short. You can record again if you want to say more.")
        ),
        Verdict.TOO_QUIET: Advice(
            "closer", QCoreApplication.translate("Prompt", "Your voice is very quiet. You can come closer and record again.")
        ),
        Verdict.CLIPPED: Advice(
            "back-off", QCoreApplication.translate("Prompt", "Some parts are too loud and may crackle. You can move back and record again.")
        ),
    }


def verdict_sentences(recorded: Recorded) -> list[str]:
    """The same without pictures."""
    return [advice.sentence for advice in advice_on(recorded)]

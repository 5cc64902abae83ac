"""Which picture stands for what: a person who cannot read finds again by it what she has heard. Names as in kiosk.ui.icons."""

from __future__ import annotations

from kiosk.story.pages import Page

_CHOICES = {
    "own-will": {"own": "heart", "told": "told-to"},
    "age": {"adult": "grown-up", "minor": "child"},
    "name": {"none": "badge-off", "other": "mask", "mine": "badge"},
    "name-check": {"said-none": "said-nothing"},
    "voice": {"own": "own-voice", "reader": "reader", "words": "written", "archive": "kept-box"},
    "uses": {
        "online": "world",
        "exhibition": "exhibition",
        "education": "graduate",
        "campaign": "megaphone",
        "partners": "partners",
    },
    "help": {
        "press": "newspaper",
        "law": "scales",
        "translation": "two-languages",
        "technology": "laptop-help",
        "training": "lesson",
        "safety": "shield",
        "other": "something-else",
    },
    "understood-public": {"here": "two-people", "anyone": "world", "chosen": "chosen-person"},
    "understood-archive": {"anyone": "world", "archive": "kept-box", "nobody": "nobody"},
}
_SENTENCES = {
    "about": ("people", "microphone", "headphones", "world", "copies", "way-out"),
    "how-to": ("one-by-one", "read-aloud", "red-button", "stays-here", "way-out", "talk"),
    "sent": ("take-back", "slip", "travels"),
    "withdraw": ("bin", "copies"),
    "talk-first": ("heart", "talk", "shield", "way-out", "one-by-one"),
}
_PARTS = {
    Page.PROMPT_1: "microphone",
    Page.PROMPT_2: "microphone",
    Page.PROMPT_3: "microphone",
    Page.PHOTOS: "photo",
    Page.NAME: "badge",
    Page.VOICE: "own-voice",
    Page.USES: "world",
    Page.HELP: "help-hand",
}


def choice_picture(text_id: str, choice: str) -> str:
    """Of one card or box of a page of kiosk.story.texts; empty where there is none."""
    return _CHOICES.get(text_id, {}).get(choice, "")


def sentence_pictures(text_id: str) -> tuple[str, ...]:
    """Of the sentences of a page, in order; fewer than there are sentences where some have none."""
    return _SENTENCES.get(text_id, ())


def part_picture(page: Page) -> str:
    """Of what a page of the walk adds to the story."""
    return _PARTS[page]

"""The pages of the walk by name. What follows what is the interview's (`kiosk.story.interview`)."""

from __future__ import annotations

from enum import StrEnum


class Page(StrEnum):
    START = "start"
    ABOUT = "about"
    OWN_WILL = "own-will"
    AGE = "age"
    TALK_FIRST = "talk-first"
    MICROPHONE = "microphone"
    PROMPT_1 = "prompt-1"
    PROMPT_2 = "prompt-2"
    PROMPT_3 = "prompt-3"
    PHOTOS = "photos"
    NAME = "name"
    NAME_CHECK = "name-check"
    VOICE = "voice"
    USES = "uses"
    HELP = "help"
    UNDERSTOOD = "understood"
    CHECK = "check"
    SENT = "sent"


PROMPT_PAGES = {Page.PROMPT_1: "why", Page.PROMPT_2: "challenge", Page.PROMPT_3: "inspiration"}

# What the step bar counts: the pages on which the person gives something.
STEPS = (Page.PROMPT_1, Page.PROMPT_2, Page.PROMPT_3, Page.PHOTOS, Page.NAME, Page.VOICE, Page.USES, Page.HELP, Page.CHECK)

"""One story told from Start to Sent by somebody who has a mouse, or a keyboard, and the accessibility bus.

What is done is decided by which page is shown: a new page of the walk is one more row of `PAGES`.
"""

from __future__ import annotations

from dataclasses import dataclass

from bus_hands import Hands, Keyboard
from processes import poll

OTHER_NAME = "Dawn"
CONTACT = "ask for Dawn"
CODE_DIGITS = 16

_SOON_S = 15.0
_SEAL_S = 60.0


@dataclass(frozen=True)
class Press:
    """`{language}` stands for the language of the walk."""

    identifier: str


@dataclass(frozen=True)
class Write:
    identifier: str
    words: str


@dataclass(frozen=True)
class See:
    """Waits until it is there and enabled."""

    identifier: str


@dataclass(frozen=True)
class Speak:
    """Waits until the time shown beside the record button has moved on so often, once a second."""

    seconds: int


Step = Press | Write | See | Speak

_ON = Press("continue")
_ANSWER = (Press("record"), See("stop"), Speak(2), Press("stop"), Press("keep"), _ON)
_ANSWER_WITH_PAUSE = (
    *(Press("record"), See("stop"), Speak(1), Press("pause"), See("play")),
    *(Press("pause"), See("waveform"), Speak(1), Press("stop"), Press("keep"), _ON),
)

# What is done on a page; where the two ways differ, `page/way` wins.
PAGES: dict[str, tuple[Step, ...]] = {
    "start": (Press("language-{language}"), Press("start")),
    "about": (_ON,),
    "own-will": (Press("will-own"), _ON),
    "age": (Press("age-adult"), _ON),
    "microphone/mouse": (Press("record"), See("play"), Press("mic-ok"), _ON),
    # Without the three seconds, which nobody has to take.
    "microphone/keyboard": (Press("mic-ok"), _ON),
    "prompt-1": _ANSWER,
    "prompt-2": _ANSWER_WITH_PAUSE,
    "prompt-3": (Press("skip"),),
    "photos": (Press("add-photo"), Press("photo-file-1"), Press("photos-done"), See("photo-1"), _ON),
    "name/mouse": (Press("name-none"), _ON),
    "name/keyboard": (Press("name-other"), Write("name-field", OTHER_NAME), _ON),
    "name-check": (Press("no-name-said"), _ON),
    "voice": (Press("voice-own"), _ON),
    "uses": (Press("use-online"), Press("use-education"), _ON),
    "help/mouse": (Press("need-law"), _ON),
    "help/keyboard": (Press("need-law"), Write("help-contact", CONTACT), _ON),
    # The first is wrong.
    "understood": (Press("understood-1"), Press("understood-2"), _ON),
    "check": (Press("send"),),
}


@dataclass(frozen=True)
class Walked:
    """`pages` in the order in which they were shown."""

    withdrawal_code: str
    pages: tuple[str, ...]


def walk(hands: Hands, language: str) -> Walked:
    """Starts at Start and ends there. Raises AssertionError with what was to be seen.

    On every page, and in each of its states that is waited for, what can be used has a name, and no two things share an identifier.
    """
    pages: list[str] = []
    while (page := _next_page(hands, pages)) != "sent":
        hands.arrive()
        for step in _steps(page, hands.way):
            _do(hands, step, language)
    hands.arrive()
    code = hands.look()["receipt-code"].name
    hands.press("done")
    assert _next_page(hands, pages) == "start"
    return Walked("".join(filter(str.isdigit, code)), tuple(pages))


def _steps(page: str, way: str) -> tuple[Step, ...]:
    steps = PAGES.get(f"{page}/{way}", PAGES.get(page))
    assert steps is not None, f"nobody has said what is to be done on page-{page}: give it a row in PAGES"
    return steps


def _next_page(hands: Hands, pages: list[str]) -> str:
    """Another than the last; noted in `pages`."""
    before = pages[-1] if pages else ""
    turned = poll(lambda: hands.look().page not in ("", before), _SEAL_S if before == "check" else _SOON_S)
    assert turned, f"{before or 'nothing'} is still shown; there is\n{hands.sight}"
    pages.append(hands.sight.page)
    _complain(hands)
    return pages[-1]


def _do(hands: Hands, step: Step, language: str) -> None:
    match step:
        case Press(identifier):
            hands.press(identifier.format(language=language))
        case Write(identifier, words):
            assert isinstance(hands, Keyboard)
            hands.write(identifier, words)
        case See(identifier):
            hands.find(identifier)
            _complain(hands)
        case Speak(seconds):
            _pass(hands, seconds)


def _pass(hands: Hands, seconds: int) -> None:
    for _ in range(seconds):
        shown = hands.find("elapsed")
        moved = poll(lambda shown=shown: (now := hands.again(shown)) is not None and now.name != shown.name, _SOON_S, 0.05)
        assert moved, f"the time stands still; there is\n{hands.look()}"


def _complain(hands: Hands) -> None:
    """Only of what stays: a look takes a moment in which the page may turn."""
    complaints = list(hands.sight.complaints())

    def fine() -> bool:
        complaints[:] = hands.look().complaints()
        return not complaints

    assert not complaints or poll(fine, _SOON_S), "\n".join(complaints)

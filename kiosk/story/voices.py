"""From words to the clips that speak them. What is shown is what can be spoken: a clip is found by the very words that stand on the page.

A clip lies at `<folder>/<language>/<voice_key(words)>.opus`, mono, 48 kHz. `kiosk.story.spoken_words` lists the words that need one,
`resources/voices/build` makes them, and whoever changes a word makes the old clip fall silent instead of speak something else.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

LARGEST_NUMBER = 100
CLIP_ENDING = ".opus"

_KEY_CHARACTERS = 16
# A clock, a decimal, a plain number, or anything else up to the next number or space.
_TOKEN = re.compile(r"\d+(?::\d\d)+|\d+[.٫]\d+|\d+|[^\s\d]+")
_EDGES = " \t\n,;:.،؛၊။…·–—-/|()«»\"“”‘’'"


def voice_key(words: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 over the words in NFC, every run of white space one blank."""
    plain = unicodedata.normalize("NFC", " ".join(words.split()))
    return hashlib.sha256(plain.encode()).hexdigest()[:_KEY_CHARACTERS]


def speakable(words: str) -> str:
    """The words of a piece without what only stands between pieces; empty if nothing is left to say."""
    return _without_marks(" ".join(words.split())).strip(_EDGES)


def number_words(digits: str) -> list[str]:
    """The number clips that speak one number as it is written: a clock by its parts, a decimal rounded, a code digit by digit."""
    parts = [int(part) for part in digits.split(":")] if ":" in digits else []
    if parts:
        return [word for part in parts for word in number_words(str(part))]
    if not digits.isdecimal():
        whole, _, fraction = re.sub("٫", ".", digits).partition(".")
        return number_words(str(int(whole) + (int(fraction[0]) >= 5)))
    code = len(digits) > 1 and unicodedata.decimal(digits[0]) == 0
    if code or int(digits) > LARGEST_NUMBER:
        return [str(unicodedata.decimal(digit)) for digit in digits]
    return [str(int(digits))]


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    is_number: bool


class Voices:
    """Looks words up in `folders`, the first that has a clip wins: staff's own recordings stand before what ships.

    Folders need not exist. A clip that is put into one while the program runs is found at the next look. `usable(path)` is asked once
    about every clip that is about to be used: one that is damaged must give way to the next folder's.
    """

    def __init__(self, folders: Sequence[Path], usable: Callable[[Path], bool] = Path.exists) -> None:
        self._folders = tuple(folders)
        self._usable = usable
        self._listed: dict[Path, tuple[int, _Clips]] = {}

    def clips(self, language: str, words: str) -> list[Path] | None:
        """What to play, in order: one clip of exactly these words, or else the fewest clips that say them, numbers by number clips.

        None where any part of it has no voice: then the words stay text. Empty for words that hold nothing to say, such as "…".
        """
        known = [(folder / language, self._keys(folder / language)) for folder in self._folders]
        exact = _find(known, words)
        if exact is not None:
            return [exact]
        return _fewest(known, words)

    def _keys(self, folder: Path) -> Container[str]:
        try:
            changed_ns = folder.stat().st_mtime_ns
        except OSError:
            # Not there, or not to be read: then these words have no voice here, and staff see it on the health page.
            return ()
        listed = self._listed.get(folder)
        if listed is None or listed[0] != changed_ns:
            listed = changed_ns, _Clips(folder, self._usable)
            self._listed[folder] = listed
        return listed[1]


class _Clips:
    """The keys of the clips in one folder, each looked into when it is first asked for."""

    def __init__(self, folder: Path, usable: Callable[[Path], bool]) -> None:
        self._folder = folder
        self._is_usable = usable
        self._listed = frozenset(path.stem for path in folder.glob(f"*{CLIP_ENDING}"))
        self._looked_into: dict[str, bool] = {}

    def __contains__(self, key: object) -> bool:
        if not isinstance(key, str) or key not in self._listed:
            return False
        if key not in self._looked_into:
            self._looked_into[key] = self._is_usable(self._folder / f"{key}{CLIP_ENDING}")
        return self._looked_into[key]


_Known = list[tuple[Path, Container[str]]]


def _find(known: _Known, words: str) -> Path | None:
    key = voice_key(words)
    return next((folder / f"{key}{CLIP_ENDING}" for folder, keys in known if key in keys), None)


def _find_piece(known: _Known, words: str) -> Path | None:
    found = _find(known, words)
    bare = speakable(words)
    return _find(known, bare) if found is None and bare else found


def _fewest(known: _Known, words: str) -> list[Path] | None:
    """The shortest way from the first token to the last, every step a clip."""
    tokens = list(_tokens(words))
    ways: list[list[Path] | None] = [[], *[None] * len(tokens)]
    for end in range(1, len(tokens) + 1):
        for first in range(end):
            way = ways[first]
            if way is None:
                continue
            step = _step(known, words, tokens[first:end])
            best = ways[end]
            if step is not None and (best is None or len(way) + len(step) < len(best)):
                ways[end] = [*way, *step]
    return ways[-1]


def _step(known: _Known, words: str, tokens: Sequence[_Token]) -> list[Path] | None:
    text = words[tokens[0].start : tokens[-1].end]
    if len(tokens) == 1 and not speakable(text):
        return []
    found = _find_piece(known, text)
    if found is not None:
        return [found]
    if len(tokens) > 1 or not tokens[0].is_number:
        return None
    numbers = [_find(known, number) for number in number_words(text)]
    return [clip for clip in numbers if clip is not None] if None not in numbers else None


def _tokens(words: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(words):
        yield _Token(found.start(), found.end(), found[0][0].isdecimal())


def _without_marks(words: str) -> str:
    """Without the invisible marks that only steer the direction of a line; joiners within words stay."""
    return "".join(c for c in words if c in "\u200c\u200d" or unicodedata.category(c) != "Cf")

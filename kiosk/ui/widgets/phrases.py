"""Where lines may end in a script that Qt breaks in the wrong places.

Burmese is written without spaces between words; its writers put one after each phrase. Qt 6.11 ends lines nearly anywhere, inside a
syllable too, and no joining character keeps it from that. So these texts are folded here, at their own spaces, before Qt sees them.
"""

from __future__ import annotations

import re

from PySide6.QtGui import QFontMetrics

_MYANMAR = re.compile("[\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff]")

# Qt lays a whole line out a little wider than it has measured it, and would break it again.
_SLACK_PX = 3


def needs_folding(words: str) -> bool:
    return _MYANMAR.search(words) is not None


def fold(words: str, metrics: QFontMetrics, width_px: int, *, always: bool = False) -> str:
    """`words` with line ends at phrases, so that no line is wider than `width_px`; unchanged where Qt breaks lines well.

    A phrase that is wider alone stays whole: the longest one says how narrow a widget may become (`longest_phrase_px`). `always` is for
    who draws lines that end on the left with QPainter: there Qt moves a line aside for the space that it was broken at.
    """
    if not (always or needs_folding(words)):
        return words
    return "\n".join(_folded(line, metrics, width_px) for line in words.split("\n"))


def longest_phrase_px(words: str, metrics: QFontMetrics) -> int:
    return max((metrics.horizontalAdvance(phrase) for phrase in words.split()), default=0)


def _folded(line: str, metrics: QFontMetrics, width_px: int) -> str:
    lines: list[str] = []
    for phrase in line.split():
        longer = f"{lines[-1]} {phrase}" if lines else phrase
        if lines and metrics.horizontalAdvance(longer) <= width_px - _SLACK_PX:
            lines[-1] = longer
        else:
            lines.append(phrase)
    return "\n".join(lines)

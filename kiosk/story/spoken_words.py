"""Everything that must have a voice in one language, as the pieces that `kiosk.story.voices` puts together.

What a person types herself (a name, a note) and the names of sticks and files cannot be spoken: no clip can know them.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from kiosk.resources import languages
from kiosk.story.prompts import load_prompts
from kiosk.story.texts import TEXT_IDS, load_texts
from kiosk.story.voices import LARGEST_NUMBER, speakable

# Words that only stand behind the PIN: staff can read.
STAFF_CONTEXTS = frozenset({"Staff", "Health", "Outbox"})

_PLACEHOLDER = re.compile(r"%L?n|\{[a-z_]*\}")


def all_words(resources: Path, language: str) -> list[str]:
    """Without doubles, in the order of the walk. Raises FileNotFoundError for a language without texts, ValueError for broken ones."""
    return list(dict.fromkeys(_all(resources, language)))


def pieces(template: str) -> list[str]:
    """What stands between the placeholders of one string; the string itself where it has none."""
    if not _PLACEHOLDER.search(template):
        return [template] if speakable(template) else []
    return [piece for part in _PLACEHOLDER.split(template) if (piece := speakable(part))]


def _all(resources: Path, language: str) -> Iterator[str]:
    yield languages()[language].name
    texts = load_texts(resources / "texts", language)
    for text_id in TEXT_IDS:
        yield from texts.page(text_id).words()
    for prompt in load_prompts(resources / "prompts", language).by_id.values():
        yield prompt.title
        yield prompt.sentence
    for form in _translated(resources / "translations" / f"{language}.ts"):
        yield from pieces(form)
    yield from (str(number) for number in range(LARGEST_NUMBER + 1))


def _translated(path: Path) -> Iterator[str]:
    """Every finished form of every string that a visitor may meet."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        if context.findtext("name") in STAFF_CONTEXTS:
            continue
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield from (form for form in forms if form)

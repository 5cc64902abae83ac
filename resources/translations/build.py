"""From the sources to `.ts` files (in git, for translators) to `.qm` files (built, for Qt).

    python resources/translations/build.py update      # after changing a word in kiosk/: rewrites every .ts
    python resources/translations/build.py list        # what is not translated yet, one line each
    python resources/translations/build.py compile     # .qm beside every .ts that is newer

English needs its own file too, because plurals ("1 photo", "2 photos") are translations.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
with (ROOT / "resources" / "languages.toml").open("rb") as _file:
    LANGUAGES = tuple(tomllib.load(_file))


@dataclass(frozen=True)
class Message:
    """One string of one language. `forms` holds one translation, or one per plural form of the language."""

    context: str
    source: str
    forms: tuple[str, ...]
    plural: bool
    finished: bool


def compile_translations(folder: Path) -> list[Path]:
    """Builds `<language>.qm` beside each `<language>.ts` where it is missing or older. Returns all .qm paths.

    Raises CalledProcessError when lrelease refuses a file, and OSError when the folder cannot be written.
    """
    compiled = []
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            _run("lrelease", "-silent", str(source), "-qm", str(target))
        compiled.append(target)
    return compiled


def update_translations(folder: Path) -> None:
    """Brings every .ts up to date with the sources in kiosk/. Texts that are gone go; new ones come as unfinished.

    Raises ValueError for a call of `translate` whose words are not written out, because nobody could translate those.
    """
    with tempfile.TemporaryDirectory() as scratch:
        calls = Path(scratch) / "calls.py"
        lines = [line for path in sorted((ROOT / "kiosk").rglob("*.py")) for line in _calls(path)]
        calls.write_text("\n".join(["from PySide6.QtCore import QCoreApplication", *lines]), encoding="utf-8")
        for language in LANGUAGES:
            target = folder / f"{language}.ts"
            options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
            _run("lupdate", *options, str(calls), "-ts", str(target))
    _finish_english(folder / "en.ts")


def _calls(path: Path) -> Iterator[str]:
    """One line per call of `QCoreApplication.translate`, with a literal number where it has one: only then does lupdate see the plural."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "QCoreApplication.translate":
            words = [argument.value for argument in node.args[:3] if isinstance(argument, ast.Constant) and isinstance(argument.value, str)]
            if len(words) != len(node.args[:3]) or len(words) < 2 or node.keywords:
                raise ValueError(f"{path.name}, line {node.lineno}: translate() needs its words written out")
            literals = [json.dumps(word, ensure_ascii=False) for word in words]
            yield f"QCoreApplication.translate({', '.join(literals)}{', 1' if len(node.args) == 4 else ''})"


def messages(path: Path) -> Iterator[Message]:
    """All strings of one .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            plural = message.get("numerus") == "yes"
            finished = translation is not None and translation.get("type") is None
            forms: tuple[str, ...] = ()
            if translation is not None:
                forms = tuple(form.text or "" for form in translation.iter("numerusform")) if plural else (translation.text or "",)
            yield Message(name, message.findtext("source") or "", forms, plural, finished and all(forms))


def _finish_english(path: Path) -> None:
    """Everything but plurals says the same in English; a plural form is guessed as `%n photo(s)` → photo, photos until written."""
    tree = ElementTree.parse(path)
    for message in tree.getroot().iter("message"):
        source, translation = message.findtext("source") or "", message.find("translation")
        if translation is None or translation.get("type") != "unfinished":
            continue
        forms = list(translation.iter("numerusform"))
        for form, ending in zip(forms, ("", "s"), strict=False):
            form.text = form.text or source.replace("(s)", ending)
        if not forms:
            translation.text = source
        del translation.attrib["type"]
    ElementTree.indent(tree, "    ")
    text = ElementTree.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def _run(tool: str, *arguments: str) -> None:
    # Beside the interpreter: the window may run from a virtual environment that is not on the path.
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main(arguments: list[str]) -> int:
    if arguments == ["update"]:
        update_translations(FOLDER)
    elif arguments == ["compile"]:
        compile_translations(FOLDER)
    elif arguments == ["list"]:
        for language in LANGUAGES:
            for message in messages(FOLDER / f"{language}.ts"):
                if not message.finished:
                    print(f"{language}\t{message.context}\t{message.source}")
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

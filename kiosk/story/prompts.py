"""The three prompts in one language, from `resources/prompts/<language>.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from sync.contract.prompts import PROMPT_IDS


@dataclass(frozen=True)
class Prompt:
    """What is asked. `sentence` is the help under the title; both are spoken and written."""

    prompt_id: str
    title: str
    sentence: str


@dataclass(frozen=True)
class Prompts:
    """All three, in the order of the walk. `version` rises with every change of the words."""

    language: str
    version: int
    by_id: dict[str, Prompt]


def load_prompts(folder: Path, language: str) -> Prompts:
    """Reads `<folder>/<language>.toml`. Raises FileNotFoundError, and ValueError unless it holds exactly the three prompts."""
    path = folder / f"{language}.toml"
    with path.open("rb") as file:
        value = tomllib.load(file)
    if set(value) != {"version", *PROMPT_IDS}:
        raise ValueError(f"{path.name} must hold version and {', '.join(PROMPT_IDS)}")
    prompts = {prompt_id: Prompt(prompt_id, value[prompt_id]["title"], value[prompt_id]["sentence"]) for prompt_id in PROMPT_IDS}
    return Prompts(language, int(value["version"]), prompts)

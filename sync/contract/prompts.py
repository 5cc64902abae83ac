"""The ids of the three prompts, in the order in which they are asked."""

from __future__ import annotations

PROMPT_IDS = ("why", "challenge", "inspiration")

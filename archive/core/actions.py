"""The only way state changes: a named action, one transaction, its event inside that transaction, its effects after the commit.

    @action
    def approve(*, actor: str, story_id: str) -> None:
        ...change rows...
        record_event("story.approved", actor=actor, subject=f"story:{story_id}")
        transaction.on_commit(...)

An action that changed rows without recording an event is a bug and is rolled back. One that found everything as it should be
already says so with `unchanged()`. Views call actions; actions never import views.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import transaction

from archive.core.events import current_journal, journal

P = ParamSpec("P")
R = TypeVar("R")


class UnrecordedAction(RuntimeError):
    """An action neither recorded an event nor called `unchanged()`: our bug; its transaction is rolled back."""


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Runs `function` in one transaction and demands its event. Actions may call actions; the outermost commits for all.

    Sync code, on any thread with a database connection. Whatever `function` raises rolls everything back and passes through.
    """

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        with transaction.atomic(), journal() as written:
            result = function(*args, **kwargs)
            if not written.events and not written.unchanged:
                raise UnrecordedAction(function.__qualname__)
        return result

    return run


def unchanged() -> None:
    """Says that the running action found nothing to change (a repeated request, a job that had already been done)."""
    written = current_journal()
    if written is None:
        raise RuntimeError("unchanged() is only for actions")
    written.unchanged = True

"""What a program says of an unexpected error: its type and the lines of code it came through, never its message.

A message may quote what somebody typed, or name her file, and standard error often ends in a file of the system's (a journal,
`~/.xsession-errors`). So neither log lines nor the last words of a thread or a process carry one. A Fault's code may be logged.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType


def told_quietly(error: BaseException | None) -> str:
    """Types and lines of code; chained errors follow from the last to the first."""
    parts: list[str] = []
    while error is not None:
        parts.append(type(error).__qualname__ + "\n" + "".join(traceback.format_tb(error.__traceback__)))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "".join(parts).rstrip()


class QuietFormatter(logging.Formatter):
    """The formatter of every handler in all three programs."""

    def formatException(self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]) -> str:
        return told_quietly(ei[1])


def log_to_stderr(pattern: str) -> None:
    """For a program's start; harmless when something listens to the root logger already."""
    handler = logging.StreamHandler()
    handler.setFormatter(QuietFormatter(pattern))
    logging.basicConfig(handlers=[handler])


def die_quietly() -> None:
    """From here on an error that nobody catches ends the process, a thread or an object's life without its message. Once, at start."""
    sys.excepthook = _on_error
    threading.excepthook = _on_thread_error
    sys.unraisablehook = _on_unraisable


@contextmanager
def ending_quietly() -> Iterator[None]:
    """For the main function of a `multiprocessing` process, which would print the message itself. Ends it with exit code 1."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 -- the process's last words; it ends right here
        _say(told_quietly(error))
        raise SystemExit(1) from None


def _on_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _say(told_quietly(error.with_traceback(trace)))


def _on_thread_error(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_type is not SystemExit:
        _say(told_quietly(arguments.exc_value))


def _on_unraisable(arguments: sys.UnraisableHookArgs) -> None:
    _say(told_quietly(arguments.exc_value))


def _say(text: str) -> None:
    if sys.stderr is not None:  # a windowed program has none
        print(text, file=sys.stderr, flush=True)

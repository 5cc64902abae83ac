"""Log lines for people who must not read stories: an exception's type and lines of code, never its message, which may quote one."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType


class QuietFormatter(logging.Formatter):
    """The formatter of every handler in `archive.settings`. Chained exceptions follow from the last to the first."""

    def formatException(self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]) -> str:
        parts: list[str] = []
        error = ei[1]
        while error is not None:
            parts.append(type(error).__qualname__ + "\n" + "".join(traceback.format_tb(error.__traceback__)))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "".join(parts).rstrip()

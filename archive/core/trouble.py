"""What a machine does, unlike what a mistake of ours does: the disk fails, the database is away. The same request may work later."""

from __future__ import annotations

import logging

from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.deprecation import MiddlewareMixin

# `Retry-After` in seconds: a disk is seldom well again sooner.
RETRY_LATER_S = "300"
_KIOSKS = "/api/"

log = logging.getLogger("archive.trouble")


def is_trouble(error: BaseException) -> bool:
    """Whether the machine is at fault.

    SQLite calls a page that it could not read a malformed database, which is a plain DatabaseError; its other kinds are mistakes.
    """
    return isinstance(error, (OSError, OperationalError, InterfaceError)) or type(error) is DatabaseError


class TroubleMiddleware(MiddlewareMixin):
    """Tells kiosks 503 and when to come again; people get the page for everything that went wrong."""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not request.path.startswith(_KIOSKS) or not is_trouble(error):
            return None
        log.error("no kiosk can be served now: %s", type(error).__name__)
        return JsonResponse({"error": "storage"}, status=503, headers={"Retry-After": RETRY_LATER_S})

"""Static files through whitenoise, fit for ASGI.

Whitenoise answers with a synchronous file iterator, which Django's ASGI handler drains into memory with a warning for each request.
The project's static files are small, so they are read at once and sent as an ordinary response.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware


class StaticFilesMiddleware(WhiteNoiseMiddleware):
    """See the module."""

    @staticmethod
    def serve(static_file: Any, request: Any) -> HttpResponse:
        answer = static_file.get_response(request.method, request.META)
        if answer.file is None:
            body = b""
        else:
            with answer.file as file:
                body = file.read()
        response = HttpResponse(body, status=int(answer.status))
        del response["Content-Type"]
        for name, value in answer.headers:
            response[name] = value
        return response

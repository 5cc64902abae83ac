"""`POST /api/v1/enrol`: one-time token in, kiosk token out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from archive.kiosks.actions import redeem
from sync.contract.faults import BadCode

_MAX_BODY_BYTES = 4096


@csrf_exempt  # no cookie is read here: the token in the body is the whole authority
@never_cache
@require_POST
def enrol(request: Any) -> JsonResponse:
    """201 with `kiosk_id`, `kiosk_token`, `event_id`; 403 with `error` for a token that does not work; 400 for anything else."""
    token = _token(request.body) if len(request.body) <= _MAX_BODY_BYTES else None
    if token is None:
        return JsonResponse({"error": "bad-request"}, status=400)
    try:
        enrolled = redeem(token)
    except BadCode as refused:
        return JsonResponse({"error": refused.code}, status=403)
    return JsonResponse(asdict(enrolled), status=201)


def _token(body: bytes) -> str | None:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    token = value.get("token") if isinstance(value, dict) else None
    return token if isinstance(token, str) else None

"""The kiosks' own doors: enrolment (one-time token in, kiosk token out), the next token, and the policy."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from archive.core.keys import archive_keys
from archive.kiosks.actions import redeem
from archive.kiosks.policies import policy_for
from archive.kiosks.tokens import announce_token, authenticate, identify
from sync.contract.faults import BadCode
from sync.contract.package import is_sha256

_MAX_BODY_BYTES = 4096


@csrf_exempt  # no cookie is read here: the token in the body is the whole authority
@never_cache
@require_POST
def enrol(request: Any) -> JsonResponse:
    """201 with `kiosk_id`, `kiosk_token`, `event_id`; 403 with `error` for a token that does not work; 400 for anything else."""
    token = _text(request.body, "token") if len(request.body) <= _MAX_BODY_BYTES else None
    if token is None:
        return JsonResponse({"error": "bad-request"}, status=400)
    try:
        enrolled = redeem(token)
    except BadCode as refused:
        return JsonResponse({"error": refused.code}, status=403)
    return JsonResponse(asdict(enrolled), status=201)


@csrf_exempt  # the same: no cookie is read
@never_cache
@require_POST
def next_token(request: Any) -> HttpResponse:
    """204: the token whose secret has this `next_sha256` comes next, and its first use ends the one before. 400, 401."""
    kiosk = authenticate(request.headers.get("Authorization", ""))
    if kiosk is None:
        return unauthorized()
    next_sha256 = _text(request.body, "next_sha256") if len(request.body) <= _MAX_BODY_BYTES else None
    if next_sha256 is None or not is_sha256(next_sha256):
        return JsonResponse({"error": "bad-request"}, status=400)
    announce_token(kiosk=kiosk, next_sha256=next_sha256)
    return HttpResponse(status=204)


@never_cache
@require_GET
def policy(request: Any) -> JsonResponse:
    """The newest policy, signed for the kiosk that asks. Also for one that was revoked: it is told so here and nowhere else. 401, 404."""
    kiosk = identify(request.headers.get("Authorization", ""))
    if kiosk is None:
        return unauthorized()
    signed = policy_for(kiosk, archive_keys())
    return JsonResponse({"error": "unknown"}, status=404) if signed is None else JsonResponse(signed.to_json())


def unauthorized() -> JsonResponse:
    """The one answer to every token that does not work here."""
    response = JsonResponse({"error": "unauthorized"}, status=401)
    response["WWW-Authenticate"] = "Bearer"
    return response


def _text(body: bytes, key: str) -> str | None:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    text = value.get(key) if isinstance(value, dict) else None
    return text if isinstance(text, str) else None

"""The kiosks' own doors: enrolment (one-time token in, kiosk token out), the next token, the courier key, and the policy."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from archive.core.keys import archive_keys
from archive.kiosks.actions import redeem
from archive.kiosks.courier_keys import learn_courier_key
from archive.kiosks.policies import policy_for
from archive.kiosks.tokens import announce_token, authenticate, identify
from sync.contract.faults import BadCode
from sync.contract.package import is_sha256

_MAX_BODY_BYTES = 4096
_KEY = re.compile(r"[0-9a-f]{64}\Z")


@csrf_exempt  # no cookie is read here: the token in the body is the whole authority
@never_cache
@require_POST
def enrol(request: Any) -> JsonResponse:
    """201 with `kiosk_id`, `kiosk_token`, `event_id`, and `courier_key` for a kiosk that told its own; 403 with `error` for a token
    that does not work; 400 for anything else.
    """
    body = request.body if len(request.body) <= _MAX_BODY_BYTES else b""
    token, courier_key = _text(body, "token"), _text(body, "courier_key")
    if token is None or not (courier_key is None or _KEY.match(courier_key)):
        return JsonResponse({"error": "bad-request"}, status=400)
    try:
        enrolled = redeem(token, courier_key=courier_key or "")
    except BadCode as refused:
        return JsonResponse({"error": refused.code}, status=403)
    return JsonResponse({name: value for name, value in asdict(enrolled).items() if name != "courier_key" or value}, status=201)


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


@csrf_exempt  # the same: no cookie is read
@never_cache
@require_POST
def courier_key(request: Any) -> HttpResponse:
    """204: with this Ed25519 key (hex) the kiosk signs what it puts on a stick. 409 when another one is known of it. 400, 401."""
    kiosk = authenticate(request.headers.get("Authorization", ""))
    if kiosk is None:
        return unauthorized()
    told = _text(request.body, "courier_key") if len(request.body) <= _MAX_BODY_BYTES else None
    if told is None or not _KEY.match(told):
        return JsonResponse({"error": "bad-request"}, status=400)
    if not learn_courier_key(kiosk=kiosk, courier_key=told):
        return JsonResponse({"error": "courier-key"}, status=409)
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

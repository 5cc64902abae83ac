"""What a kiosk may ask: is this really you, and do you have my package."""

from __future__ import annotations

import re
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from archive.core.keys import archive_keys
from archive.intake.completion import HASH_MISMATCH
from archive.intake.models import Package, Upload
from archive.kiosks.tokens import authenticate
from archive.kiosks.views import unauthorized
from sync.contract.receipt import Receipt, SignedReceipt
from sync.package import sign_ping, sign_receipt

_NONCE = re.compile(r"[0-9a-f]{32}\Z")
_RETRY_S = 2


@never_cache
@require_GET
def ping(request: Any) -> HttpResponse:
    """Signs the caller's nonce, which a captive portal cannot do. Needs no token: it tells nothing but who answers."""
    nonce = request.GET.get("nonce", "")
    if not _NONCE.match(nonce):
        return JsonResponse({"error": "bad-nonce"}, status=400)
    return JsonResponse({"nonce": nonce, "signature": sign_ping(nonce, archive_keys().receipt_signing_key)})


@never_cache
@require_GET
def receipt(request: Any, package_id: str) -> HttpResponse:
    """200 with the signed receipt once stored; 202 while verifying; 422 when refused; the same 404 for unknown and another's."""
    kiosk = authenticate(request.headers.get("Authorization", ""))
    if kiosk is None:
        return unauthorized()
    package = Package.objects.filter(kiosk=kiosk, package_id=package_id).first()
    if package is not None:
        return JsonResponse(_signed(package).to_json())
    upload = Upload.objects.filter(kiosk=kiosk, package_id=package_id).first()
    # A lapsed or lost upload is no refusal: the package is simply unknown, and welcome.
    if upload is not None and upload.error == HASH_MISMATCH:
        return JsonResponse({"error": upload.error}, status=422)
    if upload is not None and upload.state == Upload.State.VERIFYING:
        response = JsonResponse({"state": "verifying"}, status=202)
        response["Retry-After"] = str(_RETRY_S)
        return response
    return JsonResponse({"error": "unknown"}, status=404)


def _signed(package: Package) -> SignedReceipt:
    promise = Receipt(package.package_id, package.sha256, package.size_bytes, package.received_day.isoformat())
    return sign_receipt(promise, archive_keys().receipt_signing_key)

"""`POST /api/v1/withdrawals` for kiosks, and `/withdraw/` for everyone with a code: no account, no script, no cookie.

Neither answers differently for a code that belongs to a story and one that does not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from archive.core.client_address import blurred_address
from archive.core.keys import archive_keys
from archive.kiosks.tokens import authenticate
from archive.withdraw.actions import accept_request, withdraw_story
from archive.withdraw.limits import KIOSK_LIMIT, RETRY_S, WEB_LIMIT
from sync.contract.faults import BadCode
from sync.contract.withdrawal import read_withdrawal_code, spoken_groups
from sync.contract.withdrawal_request import MAX_SEALED_BYTES
from sync.package import sign_withdrawal_receipt, withdrawal_proof

_AGE_V1 = b"age-encryption.org/v1\n"
_MOST_CODE_CHARACTERS = 100

View = Callable[[HttpRequest], HttpResponse]


@csrf_exempt  # no cookie is read here: the token is the whole authority
@never_cache
@require_POST
def hand_in(request: HttpRequest) -> HttpResponse:
    """200 with the signed receipt for a sealed request, whatever is in it; 400 for what is none; 401; 429."""
    kiosk = authenticate(request.headers.get("Authorization", ""))
    if kiosk is None:
        response = JsonResponse({"error": "unauthorized"}, status=401)
        response["WWW-Authenticate"] = "Bearer"
        return response
    sealed = request.body
    if len(sealed) > MAX_SEALED_BYTES or not sealed.startswith(_AGE_V1):
        return JsonResponse({"error": "bad-request"}, status=400)
    if not KIOSK_LIMIT.allows(kiosk.kiosk_id):
        response = JsonResponse({"error": "too-many"}, status=429)
        response["Retry-After"] = str(RETRY_S)
        return response
    sha256 = accept_request(kiosk=kiosk, sealed=sealed)
    return JsonResponse(sign_withdrawal_receipt(sha256, archive_keys().receipt_signing_key).to_json())


def _leaves_no_trace(view: View) -> View:
    """The code must not stay in a browser's cache, nor travel on as a referrer."""

    @wraps(view)
    def careful(request: HttpRequest) -> HttpResponse:
        response = view(request)
        response["Referrer-Policy"] = "no-referrer"
        return response

    return never_cache(careful)


# Exempt so that it works without cookies. A forged form would have to hold the code, and who holds the code needs no forgery.
@csrf_exempt
@_leaves_no_trace
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest) -> HttpResponse:
    """The code, then one question, then it is done."""
    if request.method != "POST":
        return render(request, "withdraw/code.html", {"typed": ""})
    typed = request.POST.get("code", "")[:_MOST_CODE_CHARACTERS]
    try:
        code = read_withdrawal_code(typed)
    except BadCode:
        problem = gettext("This code is not complete or has a typing mistake. It has 16 digits.")
        return render(request, "withdraw/code.html", {"typed": typed, "problem": problem}, status=422)
    if request.POST.get("sure") != "yes":
        return render(request, "withdraw/sure.html", {"code": code, "groups": spoken_groups(code)})
    # Counted here, where the slow hash is made and where a code is really tried.
    if not WEB_LIMIT.allows(blurred_address(request)):
        problem = gettext("Too many codes were tried. Please try again in an hour.")
        response = render(request, "withdraw/code.html", {"typed": typed, "problem": problem}, status=429)
        response["Retry-After"] = str(RETRY_S)
        return response
    withdraw_story(proof=withdrawal_proof(code, archive_keys().receipt_key))
    return HttpResponseRedirect(reverse("withdraw-done"))


@_leaves_no_trace
@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """The same for every code."""
    return render(request, "withdraw/done.html")

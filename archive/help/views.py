"""The private list of requests for help."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from archive.help import actions
from archive.help.models import HelpRequest
from archive.review.access import staff_page


@staff_page(actions.may_see_help)
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """New requests first."""
    rows = HelpRequest.objects.select_related("kiosk")
    new, answered = HelpRequest.Status.NEW, HelpRequest.Status.ANSWERED
    return render(request, "help/requests.html", {"new": rows.filter(status=new), "answered": rows.filter(status=answered)})


@staff_page(actions.may_see_help)
@require_POST
def answered(request: HttpRequest, request_id: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(HelpRequest, pk=request_id)
    actions.mark_answered(actor=request.user, request_id=row.pk)
    return redirect("help-requests")

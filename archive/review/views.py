"""The review desk's pages. Reading is done here, deciding in `archive.review.actions`; a refusal becomes a message on the page."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from archive.core.blobs import blob_store
from archive.core.keys import archive_keys
from archive.core.policy import is_administrator, is_reviewer
from archive.review import actions
from archive.review.access import staff_page
from archive.review.desk import desk_story, queue_for
from archive.stories.models import Story
from archive.stories.states import State
from archive.stories.transitions import Refused
from sync.contract.faults import BadCode
from sync.package import withdrawal_verifier


@staff_page(is_reviewer, is_administrator)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """Reviewers see what waits for them; administrators see the same stories without being able to open them."""
    context = {"queue": queue_for(request.user), "may_listen": is_reviewer(request.user)}
    return render(request, "review/queue.html", context)


@staff_page(is_reviewer)
@require_safe
def story(request: HttpRequest, story_id: uuid.UUID) -> HttpResponse:
    """Everything about one story that a decision needs."""
    row = get_object_or_404(Story.objects.exclude(state=State.WITHDRAWN).select_related("consent", "kiosk"), story_id=story_id)
    context = {"desk": desk_story(row, request.user), "reject_reasons": actions.RejectReason.choices}
    return render(request, "review/story.html", context)


@staff_page(is_reviewer)
@require_POST
def start(request: HttpRequest, story_id: uuid.UUID) -> HttpResponse:
    _told(request, lambda: actions.start_review(actor=request.user, story_id=story_id, blobs=blob_store()))
    return redirect("review-story", story_id=story_id)


@staff_page(is_reviewer)
@require_POST
def approve(request: HttpRequest, story_id: uuid.UUID) -> HttpResponse:
    approved = _told(
        request,
        lambda: actions.approve(
            actor=request.user,
            story_id=story_id,
            rendition_sha256=request.POST.get("rendition", ""),
            consent_sha256=request.POST.get("consent", ""),
            listened=request.POST.get("listened") == "yes",
        ),
    )
    if approved:
        messages.success(request, gettext("Your approval is recorded. Thank you for listening."))
    return redirect("review-story", story_id=story_id)


@staff_page(is_reviewer)
@require_POST
def reject(request: HttpRequest, story_id: uuid.UUID) -> HttpResponse:
    reason = request.POST.get("reason", "")
    if reason not in actions.RejectReason.values:
        messages.error(request, gettext("Please choose a reason."))
        return redirect("review-story", story_id=story_id)
    if _told(request, lambda: actions.reject(actor=request.user, story_id=story_id, reason=actions.RejectReason(reason))):
        messages.success(request, gettext("The story will not be published."))
        return redirect("review-queue")
    return redirect("review-story", story_id=story_id)


@staff_page(is_reviewer)
@require_POST
def hand_off(request: HttpRequest, story_id: uuid.UUID) -> HttpResponse:
    if _told(request, lambda: actions.hand_off(actor=request.user, story_id=story_id)):
        messages.success(request, gettext("Handed off. Someone else will listen to this story."))
    return redirect("review-queue")


@staff_page(is_reviewer, is_administrator)
@require_http_methods(["GET", "HEAD", "POST"])
def take_down(request: HttpRequest, story_id: uuid.UUID) -> HttpResponse:
    """Asks for a reason, then takes the story down at once."""
    row = get_object_or_404(Story.objects.exclude(state=State.WITHDRAWN), story_id=story_id)
    reason = request.POST.get("reason", "")
    if request.method == "POST" and reason in actions.WithdrawReason.values:
        if _told(request, lambda: actions.withdraw(actor=request.user, story_id=story_id, reason=actions.WithdrawReason(reason))):
            messages.success(request, gettext("The story has been taken down. Its page and its files are no longer served."))
        return redirect("review-queue")
    if request.method == "POST":
        messages.error(request, gettext("Please choose a reason."))
    return render(request, "review/take_down.html", {"story": row, "reasons": actions.WithdrawReason.choices})


@staff_page(is_reviewer, is_administrator)
@require_POST
def find(request: HttpRequest) -> HttpResponse:
    """From a teller's withdrawal code to the page on which her story is taken down."""
    try:
        verifier = withdrawal_verifier(request.POST.get("code", ""), archive_keys().receipt_key)
    except BadCode:
        messages.error(request, gettext("This code is not complete or has a typing mistake. It has 16 digits."))
        return redirect("review-queue")
    row = Story.objects.exclude(state=State.WITHDRAWN).filter(withdrawal_verifier=verifier).first()
    if row is None:
        messages.error(
            request, gettext("No story in this archive belongs to this code. Perhaps it was taken down before, or has not arrived yet.")
        )
        return redirect("review-queue")
    return redirect("review-take-down", story_id=row.story_id)


def _told(request: HttpRequest, act: Callable[[], None]) -> bool:
    """Whether it was done; a refusal is put before the reviewer in her language."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, gettext(refusal.sentence))
        return False
    return True

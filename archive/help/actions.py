"""Taking in a request for help, and marking it answered."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied

from archive.core.actions import action, unchanged
from archive.core.events import record_event, user_actor
from archive.core.policy import is_administrator, is_reviewer
from archive.help.models import HelpRequest
from archive.kiosks.models import Kiosk
from sync.contract import story as contract


def record_help_request(request: contract.HelpRequest, *, kiosk: Kiosk, month: str) -> None:
    """Called inside the transaction that records the story's part, so that a repeated package brings no second request.

    Leaves no event: its neighbour in the log would be the story's.
    """
    HelpRequest.objects.create(
        id=uuid.uuid4(),
        kiosk=kiosk,
        month=month,
        needs=[need.value for need in request.needs],
        language=request.language,
        contact=request.contact,
        note=request.note,
    )


@action
def mark_answered(*, actor: Any, request_id: uuid.UUID) -> None:
    """Staff took care of it. Raises PermissionDenied, HelpRequest.DoesNotExist."""
    if not may_see_help(actor):
        raise PermissionDenied
    request = HelpRequest.objects.select_for_update().get(pk=request_id)
    if request.status == HelpRequest.Status.ANSWERED:
        unchanged()
        return
    request.status = HelpRequest.Status.ANSWERED
    request.save(update_fields=["status"])
    record_event("help.answered", subject=f"help:{request.pk}", actor=user_actor(actor))


def may_see_help(user: Any) -> bool:
    return is_reviewer(user) or is_administrator(user)

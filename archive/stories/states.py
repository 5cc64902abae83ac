"""A story's life in the archive as a table: which step leads from where to where. Nothing else decides on states."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    RECEIVED = "received"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


class Step(StrEnum):
    """The value is also the code of the event that the step leaves in the log."""

    START_REVIEW = "story.review-started"
    COMPLETE_APPROVAL = "story.approved"
    VOID_APPROVALS = "story.approvals-voided"
    PUBLISH = "story.published"
    REJECT = "story.rejected"
    WITHDRAW = "story.withdrawn"


TABLE: dict[tuple[State, Step], State] = {
    (State.RECEIVED, Step.START_REVIEW): State.IN_REVIEW,
    (State.IN_REVIEW, Step.COMPLETE_APPROVAL): State.APPROVED,
    (State.IN_REVIEW, Step.VOID_APPROVALS): State.IN_REVIEW,
    (State.APPROVED, Step.VOID_APPROVALS): State.IN_REVIEW,
    (State.APPROVED, Step.PUBLISH): State.PUBLISHED,
    **{(state, Step.REJECT): State.REJECTED for state in (State.RECEIVED, State.IN_REVIEW, State.APPROVED)},
    **{(state, Step.WITHDRAW): State.WITHDRAWN for state in State if state is not State.WITHDRAWN},
}


def after(state: State, step: Step) -> State | None:
    """The state that `step` leads to, or None where the table has no such move."""
    return TABLE.get((state, step))

"""Moving a story along its table, with the event of each step."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.translation import gettext_noop as _

from archive.core.events import SYSTEM, record_event, user_actor
from archive.stories.models import Story
from archive.stories.states import State, Step, after
from sync.contract.faults import BadInput


class Refused(BadInput):
    """What was asked for is against the rules; nothing has changed. The sentence is an English source text for translation."""


_WRONG_STATE = _("This is not possible any more: the story has moved on meanwhile. Please look at it again.")
_GONE = _("There is no such story.")


def lock_story(story_id: uuid.UUID) -> Story:
    """The story's row, locked until the transaction ends, so that two people's clicks are counted one after the other. Raises Refused."""
    story = Story.objects.select_for_update().filter(story_id=story_id).first()
    if story is None:
        raise Refused("story-unknown", _GONE)
    return story


def story_subject(story: Story) -> str:
    """How the event log speaks of a story."""
    return f"story:{story.story_id}"


def actor_of(user: Any | None) -> str:
    """The log's name for who acts: a member of staff, or the archive itself."""
    return SYSTEM if user is None else user_actor(user)


def require_step(story: Story, step: Step) -> State:
    """The state that `step` would lead to. Raises Refused where the table has no such move."""
    following = after(State(story.state), step)
    if following is None:
        raise Refused("story-state", _WRONG_STATE)
    return following


def advance(story: Story, step: Step, *, actor: Any | None, facts: dict[str, str | int | bool | None] | None = None) -> None:
    """Takes the step and writes its event, in the caller's transaction. Raises Refused."""
    story.state = require_step(story, step).value
    story.save(update_fields=["state", "closed_reason"])
    record_event(step.value, subject=story_subject(story), actor=actor_of(actor), facts=facts)

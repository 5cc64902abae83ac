"""What a teller chose, in plain words."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

from archive.stories.models import Story
from sync.contract.package import Part
from sync.contract.story import Need, Use, Voice

register = template.Library()

_VOICE_SENTENCES = {
    Voice.OWN: _("The voice may be heard as it is."),
    Voice.READER: _("The voice may not be heard: someone else is to read the words."),
    Voice.WORDS: _("Only the words may be published, written down. The voice may not be heard."),
    Voice.ARCHIVE: _("The story stays in the archive. Nothing of it may be published."),
}
_VOICE_SHORT = {
    Voice.OWN: _("own voice"),
    Voice.READER: _("needs a reader"),
    Voice.WORDS: _("words only"),
    Voice.ARCHIVE: _("archive only"),
}
_USES = {
    Use.ONLINE: _("on the internet"),
    Use.EXHIBITION: _("in exhibitions"),
    Use.EDUCATION: _("in schools and courses"),
    Use.CAMPAIGN: _("in campaigns"),
    Use.PARTNERS: _("by partner organisations"),
}
_NEEDS = {
    Need.PRESS: _("press"),
    Need.LAW: _("law"),
    Need.TRANSLATION: _("translation"),
    Need.TECHNOLOGY: _("technology"),
    Need.TRAINING: _("training"),
    Need.SAFETY: _("safety"),
    Need.OTHER: _("something else"),
}


@register.filter
def voice_sentence(voice: str) -> str:
    return str(_VOICE_SENTENCES[Voice(voice)])


@register.filter
def voice_short(voice: str) -> str:
    return str(_VOICE_SHORT[Voice(voice)])


@register.filter
def use_name(use: str) -> str:
    return str(_USES[Use(use)])


@register.filter
def need_name(need: str) -> str:
    return str(_NEEDS[Need(need)])


@register.filter
def listen_length(story: Story) -> int:
    """Milliseconds to listen to; reads prefetched `parts__answers` where there are any."""
    return sum(answer.duration_ms for part in story.parts.all() if part.part == Part.LISTEN for answer in part.answers.all())

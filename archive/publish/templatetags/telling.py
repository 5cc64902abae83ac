"""How stories are spoken of on pages: languages, months, lengths of time, prompts."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from archive.publish import languages, patterns

register = template.Library()

_PROMPTS = {
    "why": _("Why do you defend human rights?"),
    "challenge": _("What is the most challenging part of what you do?"),
    "inspiration": _("What continues to inspire you to defend rights?"),
}


@register.filter
def prompt_title(prompt_id: str) -> str:
    return str(_PROMPTS[prompt_id])


@register.filter
def language_name(tag: str) -> str:
    return languages.language_name(tag)


@register.filter
def direction(tag: str) -> str:
    return languages.direction(tag)


@register.filter
def month_name(month: str) -> str:
    """`2026-11` as `November 2026` in the active language."""
    year, number = month.split("-")
    return date_format(date(int(year), int(number), 1), "F Y")


@register.filter
def spoken_length(duration_ms: int) -> str:
    """A length of time in words, to the minute once there is one: `40 seconds`, `6 minutes`."""
    seconds = round(duration_ms / 1000)
    if seconds < 60:
        return ngettext("%(count)d second", "%(count)d seconds", seconds) % {"count": seconds}
    minutes = round(seconds / 60)
    return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}


@register.filter
def clock(duration_ms: int) -> str:
    """A position in an answer as `2:14`."""
    minutes, seconds = divmod(duration_ms // 1000, 60)
    return f"{minutes}:{seconds:02d}"


@register.filter
def iso_duration(duration_ms: int) -> str:
    """The `datetime` attribute of a duration (ISO 8601): `PT134S`."""
    return f"PT{round(duration_ms / 1000)}S"


@register.filter
def story_title(language_tag: str) -> str:
    return gettext("A story told in %(language)s") % {"language": languages.language_name(language_tag)}


@register.simple_tag
def story_pattern(seed: str) -> SafeString:
    # Safe: the seed is hashed, everything else is our own constant text.
    return mark_safe(patterns.pattern_svg(seed))

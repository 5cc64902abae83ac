"""Names of spoken languages. Django knows about a hundred; those that it lacks and that stories are likely told in are named here."""

from __future__ import annotations

from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_noop as _

_MORE_NAMES = {
    "am": _("Amharic"),
    "ay": _("Aymara"),
    "bm": _("Bambara"),
    "bo": _("Tibetan"),
    "ceb": _("Cebuano"),
    "ff": _("Fula"),
    "fil": _("Filipino"),
    "gn": _("Guarani"),
    "ha": _("Hausa"),
    "ht": _("Haitian Creole"),
    "kmr": _("Kurmanji Kurdish"),
    "ku": _("Kurdish"),
    "ln": _("Lingala"),
    "lo": _("Lao"),
    "mg": _("Malagasy"),
    "nah": _("Nahuatl"),
    "nd": _("Ndebele"),
    "ny": _("Chichewa"),
    "om": _("Oromo"),
    "prs": _("Dari"),
    "ps": _("Pashto"),
    "qu": _("Quechua"),
    "rhg": _("Rohingya"),
    "rn": _("Kirundi"),
    "rw": _("Kinyarwanda"),
    "si": _("Sinhala"),
    "sn": _("Shona"),
    "so": _("Somali"),
    "ti": _("Tigrinya"),
    "tl": _("Tagalog"),
    "wo": _("Wolof"),
    "xh": _("Xhosa"),
    "yo": _("Yoruba"),
    "zu": _("Zulu"),
}

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "prs", "ps", "rhg", "sd", "ug", "ur", "yi"}


def language_name(tag: str) -> str:
    """The language of a BCP 47 tag, named in the active language; the tag itself where nobody here knows its name."""
    primary = tag.split("-")[0].lower()
    if primary in _MORE_NAMES:
        return gettext(_MORE_NAMES[primary])
    try:
        return str(get_language_info(primary)["name_translated"])
    except KeyError:
        return tag


def direction(tag: str) -> str:
    """`rtl` or `ltr`, for the `dir` attribute of text in this language."""
    return "rtl" if tag.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"

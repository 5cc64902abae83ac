"""The public pages. They read published renditions and nothing else, so what a rendition leaves out cannot slip onto a page."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from archive.publish.shown import shown_story
from archive.stories.models import Publication

STORIES_PER_PAGE = 24
LANGUAGE_COOKIE_AGE_S = 365 * 24 * 3600


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every published story as a card, the newest first."""
    live = Publication.objects.filter(ended_at__isnull=True).select_related("story", "rendition").prefetch_related("rendition__files")
    page = Paginator(live, STORIES_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "publish/gallery.html", {"page": page, "stories": [shown_story(publication) for publication in page]})


@require_safe
def story(request: HttpRequest, public_id: str) -> HttpResponse:
    """One story; 410 and a neutral sentence once it has been taken down."""
    publication = get_object_or_404(Publication.objects.select_related("story", "rendition"), public_id=public_id)
    if publication.ended_at is not None:
        response = render(request, "publish/gone.html", status=410)
    else:
        response = render(request, "publish/story.html", {"story": shown_story(publication)})
    # A page that was taken down must not live on in somebody's cache.
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this archive is, and how a story is taken back."""
    return render(request, "publish/about.html")


# Exempt so that public pages need no cookie: a forged request could do no more than change the language of the page.
@csrf_exempt
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remembers the language in a cookie and goes back to the page the visitor came from."""
    following = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(following, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        following = "/"
    response = HttpResponseRedirect(following)
    language = request.POST.get("language", "")
    if check_for_language(language):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=LANGUAGE_COOKIE_AGE_S,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
        )
    return response

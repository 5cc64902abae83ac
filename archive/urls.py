"""All addresses that Django answers; `archive.asgi` takes out uploads, kiosks' questions and media before."""

from django.urls import include, path

urlpatterns = [
    path("", include("archive.kiosks.urls")),
    path("", include("archive.withdraw.urls")),
    path("review/", include("archive.review.urls")),
    path("", include("archive.publish.urls")),
]

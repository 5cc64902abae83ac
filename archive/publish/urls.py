"""Public addresses, mounted at `/`."""

from django.urls import path

from archive.publish import views

urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("stories/<str:public_id>/", views.story, name="story"),
    path("about/", views.about, name="about"),
    path("language/", views.choose_language, name="choose-language"),
]

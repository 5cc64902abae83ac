"""The review desk's addresses, mounted at `/review/`. The names `login` and `logout` are what the settings refer to."""

from django.contrib.auth import views as auth_views
from django.urls import path

from archive.help import views as help_views
from archive.review import views

_log_in = auth_views.LoginView.as_view(
    template_name="review/login.html", redirect_authenticated_user=True, http_method_names=["get", "head", "post"]
)

urlpatterns = [
    path("login/", _log_in, name="login"),
    path("logout/", auth_views.LogoutView.as_view(), name="logout"),
    path("", views.queue, name="review-queue"),
    path("find/", views.find, name="review-find"),
    path("stories/<uuid:story_id>/", views.story, name="review-story"),
    path("stories/<uuid:story_id>/start/", views.start, name="review-start"),
    path("stories/<uuid:story_id>/approve/", views.approve, name="review-approve"),
    path("stories/<uuid:story_id>/reject/", views.reject, name="review-reject"),
    path("stories/<uuid:story_id>/hand-off/", views.hand_off, name="review-hand-off"),
    path("stories/<uuid:story_id>/take-down/", views.take_down, name="review-take-down"),
    path("help/", help_views.requests, name="help-requests"),
    path("help/<uuid:request_id>/answered/", help_views.answered, name="help-answered"),
]

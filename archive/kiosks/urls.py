"""Addresses of the kiosks' own doors."""

from django.urls import path

from archive.kiosks import views

urlpatterns = [
    path("api/v1/enrol", views.enrol, name="kiosk-enrol"),
    path("api/v1/token", views.next_token, name="kiosk-token"),
    path("api/v1/courier-key", views.courier_key, name="kiosk-courier-key"),
    path("api/v1/policy", views.policy, name="kiosk-policy"),
]

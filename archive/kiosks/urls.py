"""Addresses of the kiosks' own doors."""

from django.urls import path

from archive.kiosks import views

urlpatterns = [path("api/v1/enrol", views.enrol, name="kiosk-enrol")]

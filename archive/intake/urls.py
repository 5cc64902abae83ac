"""Addresses of what kiosks ask; uploads themselves go through `tus_door`, in front of Django."""

from django.urls import path

from archive.intake import views

urlpatterns = [
    path("api/v1/ping", views.ping, name="ping"),
    path("api/v1/receipts/<str:package_id>", views.receipt, name="receipt"),
]

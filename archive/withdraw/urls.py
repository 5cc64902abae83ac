"""Addresses of taking back: the kiosks' door, and the page for everyone."""

from django.urls import path

from archive.withdraw import views

urlpatterns = [
    path("api/v1/withdrawals", views.hand_in, name="kiosk-withdrawal"),
    path("withdraw/", views.withdraw, name="withdraw"),
    path("withdraw/done/", views.done, name="withdraw-done"),
]

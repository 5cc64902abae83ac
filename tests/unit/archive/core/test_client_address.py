"""Addresses are told apart and not kept."""

from __future__ import annotations

import ipaddress
from typing import Any

from django.test import RequestFactory

from archive.core.client_address import blurred_address


def address(remote: str) -> str:
    return blurred_address(RequestFactory().get("/", REMOTE_ADDR=remote))


def test_two_addresses_differ_one_stays_and_neither_shows(settings: Any) -> None:
    one, other = address("203.0.113.9"), address("203.0.113.10")
    assert one == address("203.0.113.9") != other
    assert ipaddress.IPv6Address(one).is_private
    assert "203.0.113" not in one
    settings.SECRET_KEY = "another archive's"
    assert address("203.0.113.9") != one

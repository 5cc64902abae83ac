"""A stand-in for a visitor's IP address: enough to count failed log-ins from one place, useless for finding that place."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from typing import Any

from django.conf import settings


def blurred_address(request: Any) -> str:
    """A keyed hash of the address, written as a unique local IPv6 address (RFC 4193) because axes stores it in an address column."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    digest = hmac.digest(settings.SECRET_KEY.encode(), b"client address " + address.encode(), hashlib.sha256)
    return str(ipaddress.IPv6Address(b"\xfd" + digest[:15]))

"""A program for load tests: `python -m herd_kiosks N` makes N kiosks in the archive that `IDR_ARCHIVE_DIR` names and prints their tokens.

One JSON list on one line. They skip the enrolment codes, whose making is not what such a test is about.
"""

from __future__ import annotations

import json
import os
import secrets
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from archive.kiosks.models import Kiosk  # noqa: E402
from archive.kiosks.tokens import digest_of  # noqa: E402


def main() -> None:
    tokens = [secrets.token_urlsafe(32) for _ in range(int(sys.argv[1]))]
    kiosks = [Kiosk(name=f"herd {number}", secret_sha256=digest_of(token)) for number, token in enumerate(tokens)]
    Kiosk.objects.bulk_create(kiosks)
    print(json.dumps([f"{kiosk.kiosk_id}.{token}" for kiosk, token in zip(kiosks, tokens, strict=True)]))


if __name__ == "__main__":
    main()

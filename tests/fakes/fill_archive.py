"""A program for tests of whole pages: `python -m fill_archive [CODE]` puts stories into the archive that `IDR_ARCHIVE_DIR` names.

The published one can be taken back with CODE. Prints one JSON line: the public address of a published story in Arabic and a
reviewer's session cookie with a waiting story's page.
"""

from __future__ import annotations

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402
from story_samples import Shelf, Telling, user  # noqa: E402

from archive.core.blobs import blob_store  # noqa: E402
from archive.core.keys import archive_keys  # noqa: E402
from archive.core.policy import Role  # noqa: E402
from archive.kiosks.models import Kiosk  # noqa: E402
from sync.contract.story import Span  # noqa: E402
from sync.package import withdrawal_verifier  # noqa: E402


def main() -> None:
    shelf = Shelf(blob_store(), Kiosk.objects.create(name="booth", secret_sha256="0" * 64))
    rosa, samir = user("rosa", Role.REVIEWER), user("samir", Role.REVIEWER)
    public = Telling(language="ar", captions=("البيت", ""), answers_s=(30, 20, 5))
    if sys.argv[1:]:
        public.verifier = withdrawal_verifier(sys.argv[1], archive_keys().receipt_key)
    published = shelf.published(public, rosa, samir)
    waiting = shelf.in_review(Telling(captions=("a house",), marks=(Span(12_000, 14_000),), answers_s=(30,)), rosa)
    client = Client()
    client.force_login(rosa)
    print(
        json.dumps(
            {
                "story": reverse("story", args=[published.publications.get().public_id]),
                "review": reverse("review-story", args=[waiting.story_id]),
                "session": [settings.SESSION_COOKIE_NAME, client.cookies[settings.SESSION_COOKIE_NAME].value],
            }
        )
    )


if __name__ == "__main__":
    main()

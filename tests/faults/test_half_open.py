"""A thousand bodies that were begun and never go on, from phones that lost their network: a real upload goes through beside them."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack
from pathlib import Path

from fault_trial import Trial, fault_trial
from tus_client import HalfRequest, Sending, TusClient
from upload_audit import rounds

from sync.contract.package import new_package_id

_DECLARED_BYTES = 50_000
# As many bodies as the archive receives from one kiosk at a time.
_OF_ONE_KIOSK = 4
_MAKE_KIOSKS = """
import hashlib, json, os, secrets, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "archive.settings"
django.setup()
from archive.kiosks.models import Kiosk
made = [(Kiosk.objects.create(name="booth", secret_sha256=hashlib.sha256(secret.encode()).hexdigest()).kiosk_id, secret)
        for secret in (secrets.token_hex(32) for _ in range(int(sys.argv[1])))]
print(json.dumps([f"{kiosk_id}.{secret}" for kiosk_id, secret in made]))
"""


def many_kiosks(trial: Trial, count: int) -> list[TusClient]:
    """A thousand phones: no enrolment each, which takes a second."""
    made = trial.archive.run_python("-c", _MAKE_KIOSKS, str(count))
    assert made.returncode == 0, made.stderr
    return [TusClient(trial.archive.url, token) for token in json.loads(made.stdout)]


def test_beside_a_real_upload(tmp_path: Path) -> None:
    with fault_trial("half-open bodies", tmp_path, upload_idle_s="600") as trial, ExitStack() as stack:
        count = rounds(10)
        kiosks = many_kiosks(trial, -(-count // _OF_ONE_KIOSK))
        begun: list[tuple[TusClient, str, Sending, int]] = []
        for number in range(count):
            kiosk = kiosks[number // _OF_ONE_KIOSK]
            sending = Sending(os.urandom(_DECLARED_BYTES), new_package_id())
            path = kiosk.create(sending).headers["location"]
            half: HalfRequest = kiosk.begin_patch(path, 0, _DECLARED_BYTES)
            stack.callback(half.close)
            sent_bytes = number % 3 * 1_000
            half.send(sending.data[:sent_bytes])
            begun.append((kiosk, path, sending, sent_bytes))
            trial.audit.expect(sending.package_id, sending.sha256, len(sending.data))
        trial.queue(3_000_000)
        trial.queue(30_000)
        trial.settle()
        trial.look()
        # The phones come back: each finds what it had sent, and goes on.
        for kiosk, path, sending, sent_bytes in begun:
            assert kiosk.head(path).offset == sent_bytes
            assert kiosk.patch(path, sent_bytes, sending.data[sent_bytes:]).status == 204
            assert kiosk.receipt(sending.package_id).status == 200
        trial.audit.close(trial.booth, rounds=count)

"""What was taken back, and sealed requests that nobody has opened yet."""

from __future__ import annotations

from django.db import models


class Withdrawal(models.Model):
    """Whatever carries this verifier is not to be kept, whenever it arrives. No day, no kiosk, no story: a row for a story that never
    came looks like any other.
    """

    verifier = models.CharField(max_length=64, primary_key=True)


class SealedRequest(models.Model):
    """A request that a kiosk handed in and was given a receipt for. Gone as soon as it has been opened."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    sealed = models.BinaryField()

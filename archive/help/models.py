"""What a teller asked for. Holds her contact, so it knows no more of where it came from than the kiosk and the month."""

from __future__ import annotations

from django.db import models


class HelpRequest(models.Model):
    """No key leads from here to a story or a package, or back: the published story must not lead to a contact.

    The primary key is random and no time of arrival is kept, because times would join what the missing key keeps apart.
    """

    class Status(models.TextChoices):
        NEW = "new"
        ANSWERED = "answered"

    id = models.UUIDField(primary_key=True, editable=False)
    kiosk = models.ForeignKey("kiosks.Kiosk", on_delete=models.PROTECT, related_name="+")
    month = models.CharField(max_length=7)
    needs = models.JSONField()
    language = models.CharField(max_length=64)
    contact = models.TextField()
    note = models.TextField(blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.NEW)

    class Meta:
        ordering = ("status", "-month", "id")

    def __str__(self) -> str:
        return f"help request {self.pk}"

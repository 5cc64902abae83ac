"""Who asked not to be shown a story again."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class HandOff(models.Model):
    """One reviewer leaves one story to the others. No reason is asked for and none is kept."""

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="hand_offs")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(name="hand_off_once_per_person", fields=("story", "reviewer")),)

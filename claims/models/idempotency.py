from datetime import datetime, timedelta

from django.conf import settings
from django.db import models

from claims.models.fields import PlainCharField, PlainTextField

KEPT = timedelta(days=7)


class ReplyQuerySet(models.QuerySet["Reply"]):
    def expired(self, now: datetime) -> "ReplyQuerySet":
        return self.filter(created_at__lt=now - KEPT)

    def forget(self) -> int:
        """Remove them, so that their keys are free again; how many."""
        return self.delete()[0]


class Reply(models.Model):
    """What the API answered to a request that carried an Idempotency-Key, so that a retry gets the same answer.

    Written in the transaction of the write itself: either both are there or neither.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    route = PlainCharField(max_length=200)
    key = PlainCharField(max_length=200)
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the request's body.")
    status = models.PositiveIntegerField(default=0)
    body = PlainTextField(blank=True)
    headers = models.JSONField(default=dict)
    created_at = models.DateTimeField()

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "replies"
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["user", "route", "key"], name="reply_once_a_key")]

    def __str__(self) -> str:
        return f"{self.route} {self.key}"

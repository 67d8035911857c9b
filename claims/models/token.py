from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from knox.models import AbstractAuthToken, AuthTokenManager

from claims.models.event import Event
from claims.models.fields import PlainCharField
from claims.permissions import refusal, require

if TYPE_CHECKING:
    from claims.models.user import User


# The time of the last use is a write; once a minute is exact enough to see what is still in use.
NOTED_EVERY = timedelta(minutes=1)


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def of(self, user: "User") -> "ApiTokenQuerySet":
        return self.filter(user=user)

    def newest_first(self) -> "ApiTokenQuerySet":
        return self.order_by("-created", "digest")

    def withdraw(self) -> int:
        """Make them open nothing any more; how many."""
        return self.delete()[0]


class ApiToken(AbstractAuthToken):  # type: ignore[misc]
    """A key to the API for one person. Only its digest is kept; the key itself is shown once, when it is made."""

    name = PlainCharField(
        max_length=100, help_text="What uses this token, so that it can be told apart and withdrawn."
    )
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects = AuthTokenManager.from_queryset(ApiTokenQuerySet)()

    class Meta:
        verbose_name = "API token"
        ordering = ["-created", "digest"]

    def __str__(self) -> str:
        return f"{self.name} ({self.token_key}…)"

    def opens(self, *, now: datetime) -> bool:
        """Whether it lets anybody in: it has not ended, and its owner has not left."""
        return bool(self.user.is_active) and (self.expiry is None or self.expiry > now)

    def note_use(self, *, now: datetime) -> None:
        if self.last_used_at is None or now - self.last_used_at >= NOTED_EVERY:
            ApiToken.objects.filter(pk=self.pk).update(last_used_at=now)

    def revoke(self, *, by: "User", now: datetime) -> None:
        """Make it open nothing any more, for its owner or an administrator."""
        if by.pk != self.user_id:
            require(refusal("administer", by))
        with transaction.atomic():
            data = {"user": self.user_id, "name": self.name, "token_key": self.token_key}
            self.delete()
            Event.objects.append("token.revoked", actor=by, now=now, data=data)

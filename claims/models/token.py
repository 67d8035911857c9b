from django.db import models
from knox.models import AbstractAuthToken

from claims.models.fields import PlainCharField


class ApiToken(AbstractAuthToken):  # type: ignore[misc]
    """A key to the API for one person. Only its digest is kept; the key itself is shown once, when it is made."""

    name = PlainCharField(
        max_length=100, help_text="What uses this token, so that it can be told apart and withdrawn."
    )
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "API token"
        ordering = ["-created", "digest"]

    def __str__(self) -> str:
        return f"{self.name} ({self.token_key}…)"

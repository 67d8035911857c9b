from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from claims.models.fields import PlainJSONField, PlainTextField

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from claims.models.statement import Statement
    from claims.models.version import Version


class AnchorState(models.TextChoices):
    """How the anchor came about, seen from the version before it."""

    NEW = "new", "new"
    CARRIED = "carried", "carried"
    MOVED = "moved", "moved"
    CHANGED = "changed", "changed"
    LOST = "lost", "lost"


class AnchorQuerySet(models.QuerySet["Anchor"]):
    def in_version(self, version: "Version") -> "AnchorQuerySet":
        return self.filter(version=version).order_by("start", "claim__position")

    def newest_of_each_claim(self) -> "AnchorQuerySet":
        """Of each claim the anchor in the newest version that has it."""
        of_claim = Anchor.objects.filter(claim=models.OuterRef("claim")).order_by("-version__number")
        return self.filter(pk=models.Subquery(of_claim.values("pk")[:1]))

    def checkable(self) -> "AnchorQuerySet":
        return self.filter(claim__checkable=True)

    def around(self, start: int, end: int) -> "AnchorQuerySet":
        """Anchors that hold the whole of this stretch of the text."""
        return self.filter(start__lte=start, end__gte=end)

    def of_claims(self, claims: "Iterable[UUID]") -> "AnchorQuerySet":
        return self.filter(claim__in=claims)

    def oldest_version_first(self) -> "AnchorQuerySet":
        return self.order_by("version__number", "pk")

    def of_statements(self, statements: "Sequence[Statement]") -> "AnchorQuerySet":
        return self.filter(statement__in=statements)

    def with_claim(self) -> "AnchorQuerySet":
        return self.select_related("claim")


class Anchor(models.Model):
    """Where a claim stands in a version: W3C TextQuote (quote, prefix, suffix) and TextPosition (start, end).

    Offsets are code points of the version's text; `quote == text[start:end]`. `spans` are the pairs inside it whose
    words the claim uses.
    """

    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="anchors")
    version = models.ForeignKey("claims.Version", on_delete=models.PROTECT, related_name="anchors")
    statement = models.ForeignKey("claims.Statement", on_delete=models.PROTECT, related_name="anchors")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    spans = PlainJSONField(default=list, blank=True)
    quote = PlainTextField()
    prefix = PlainTextField(blank=True)
    suffix = PlainTextField(blank=True)
    state = models.CharField(max_length=10, choices=AnchorState.choices, default=AnchorState.NEW)

    objects = AnchorQuerySet.as_manager()

    class Meta:
        ordering = ["version_id", "start", "id"]
        indexes = [models.Index(fields=["version", "start"], name="anchor_in_text_order")]
        constraints = [
            models.UniqueConstraint(fields=["claim", "version"], name="anchor_once_a_version"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="anchor_is_not_empty"),
            models.CheckConstraint(condition=Q(state__in=AnchorState.values), name="anchor_state_known"),
        ]

    def __str__(self) -> str:
        return f"{self.start} to {self.end} of version {self.version_id}"

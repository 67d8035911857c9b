from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from claims.models.fields import PlainCharField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.models.version import Version


class Disposition(models.TextChoices):
    """What a statement or a claim is. Only claims are checked; the rest is accounted for by name."""

    CLAIM = "claim", "claim"
    OPINION = "opinion", "opinion"
    PREDICTION = "prediction", "prediction"
    DIRECTIVE = "directive", "directive"
    QUESTION = "question", "question"
    QUOTATION_MARKER = "quotation_marker", "quotation marker"
    COMMON_KNOWLEDGE = "common_knowledge", "common knowledge"
    NOT_CHECKABLE = "not_checkable", "not checkable"
    DUPLICATE = "duplicate", "duplicate"


class StatementQuerySet(models.QuerySet["Statement"]):
    def between(self, version: "Version", first: int, end: int) -> "StatementQuerySet":
        """Statements of a version from ordinal `first` up to, and without, `end`."""
        return self.filter(version=version, ordinal__gte=first, ordinal__lt=end)

    def of_versions(self, numbers: "Iterable[int]") -> "StatementQuerySet":
        return self.filter(version__in=numbers)

    def in_order(self) -> "StatementQuerySet":
        return self.order_by("ordinal")

    def in_text_order(self) -> "StatementQuerySet":
        """Version by version, when they are of several."""
        return self.order_by("version_id", "ordinal")


class Statement(models.Model):
    """One sentence of a version: code points `start` to `end` of its text. Statements never overlap."""

    version = models.ForeignKey("claims.Version", on_delete=models.PROTECT, related_name="statements")
    ordinal = models.PositiveIntegerField(help_text="Counted from 0 in the order of the text.")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    disposition = models.CharField(max_length=20, choices=Disposition.choices)
    reason = PlainCharField(max_length=300, blank=True, help_text="Why it has this disposition.")

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["version_id", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["version", "ordinal"], name="statement_ordinal_once_a_version"),
            models.UniqueConstraint(fields=["version", "start"], name="statement_start_once_a_version"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="statement_is_not_empty"),
            models.CheckConstraint(
                condition=Q(disposition__in=Disposition.values), name="statement_disposition_known"
            ),
        ]

    def __str__(self) -> str:
        return f"statement {self.ordinal} of version {self.version_id}"

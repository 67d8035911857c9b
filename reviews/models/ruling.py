from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.fields import PlainTextField
from reviews.models.scale import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reviews.models.review import Review


class Basis(models.TextChoices):
    UNANIMITY = "unanimity", "unanimity"
    ADJUDICATION = "adjudication", "adjudication"


class RulingQuerySet(models.QuerySet["Ruling"]):
    def of_review(self, review: "Review") -> "RulingQuerySet":
        return self.filter(review=review)

    def of_reviews(self, numbers: "Iterable[int]") -> "RulingQuerySet":
        return self.filter(review__in=numbers)

    def oldest_first(self) -> "RulingQuerySet":
        return self.order_by("created_at", "id")

    def with_all(self) -> "RulingQuerySet":
        return self.select_related("rating", "ruled_by", "review__claim")

    def newest_first(self) -> "RulingQuerySet":
        return self.order_by("-created_at", "-id")


class Ruling(models.Model):
    """The settled verdict of a review, one a round. Append-only: a re-check ends in a ruling of its own."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="rulings")
    round = models.PositiveIntegerField()
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="rulings")
    summary = PlainTextField(help_text="What was found, for the reader.")
    reasons = PlainTextField(blank=True, help_text="Why the adjudicator ruled so, for the desk.")
    basis = models.CharField(max_length=12, choices=Basis.choices)
    ruled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="rulings"
    )
    reviewed_by = models.PositiveSmallIntegerField(
        help_text="How many reviewers' verdicts stood when it was made."
    )
    created_at = models.DateTimeField()

    objects = RulingQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "round"], name="ruling_one_a_round"),
            models.CheckConstraint(
                condition=Q(basis="unanimity", ruled_by=None)
                | Q(basis="adjudication", ruled_by__isnull=False) & ~Q(reasons=""),
                name="ruling_names_its_adjudicator_and_reasons",
                violation_error_message="An adjudicated ruling names its adjudicator and gives reasons.",
            ),
            models.CheckConstraint(
                condition=~Q(summary=""),
                name="ruling_has_summary",
                violation_error_message="A ruling needs a summary.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating} ({self.get_basis_display()})"

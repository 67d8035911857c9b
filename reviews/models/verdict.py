from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.fields import PlainTextField
from reviews import visibility
from reviews.models.evidence import Evidence, Visibility
from reviews.models.scale import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AnonymousUser

    from claims.models import User
    from reviews.models.review import Review


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def of_review(self, review: "Review") -> "VerdictQuerySet":
        return self.filter(review=review)

    def of_reviews(self, numbers: "Iterable[int]") -> "VerdictQuerySet":
        return self.filter(review__in=numbers)

    def standing(self) -> "VerdictQuerySet":
        """Verdicts that no later one has superseded, of the round that their review is in."""
        return self.filter(superseded_by=None, round=F("review__round"))

    def visible_to(self, user: "User | AnonymousUser") -> "VerdictQuerySet":
        return self.filter(visibility.of_verdicts(user))

    def with_all(self) -> "VerdictQuerySet":
        return self.select_related("rating", "author", "review__claim")

    def with_citations(self) -> "VerdictQuerySet":
        """With its author, rating, and the evidence that it rests on."""
        return self.select_related("rating", "author").prefetch_related("citations__evidence__source")

    def with_cited_ids(self) -> "VerdictQuerySet":
        return self.prefetch_related("citations")

    def in_order(self) -> "VerdictQuerySet":
        return self.order_by("created_at", "id")

    def newest_first(self) -> "VerdictQuerySet":
        return self.order_by("-created_at", "-id")


class Verdict(models.Model):
    """One reviewer's rating and rationale on one anchor of a claim. Append-only: a later verdict supersedes it."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="verdicts")
    anchor = models.ForeignKey("claims.Anchor", on_delete=models.PROTECT, related_name="verdicts")
    assignment = models.ForeignKey("reviews.Assignment", on_delete=models.PROTECT, related_name="verdicts")
    round = models.PositiveIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts")
    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="verdicts")
    rationale = PlainTextField(error_messages={"blank": "Say why: a verdict needs a rationale."})
    as_of = models.DateField(
        null=True, blank=True, help_text="The day that the verdict speaks of, where it matters."
    )
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    evidence = models.ManyToManyField(Evidence, through="Citation", related_name="verdicts")
    created_at = models.DateTimeField()

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["review", "created_at", "id"], name="verdict_of_review_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(rationale=""),
                name="verdict_has_rationale",
                violation_error_message="Say why: a verdict needs a rationale.",
            ),
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(supersedes=None), name="verdict_one_first_a_share"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rating} by {self.author}"


class CitationQuerySet(models.QuerySet["Citation"]):
    def visible_to(self, user: "User | AnonymousUser") -> "CitationQuerySet":
        """What hidden verdicts rest on is as hidden as they are."""
        return self.filter(verdict__in=Verdict.objects.visible_to(user))

    def with_both(self) -> "CitationQuerySet":
        return self.select_related("verdict__rating", "verdict__author", "evidence__source")

    def of_reviews(self, numbers: "Iterable[int]") -> "CitationQuerySet":
        return self.filter(verdict__review__in=numbers).order_by("id")

    def behind_rulings(self, reviews: "Iterable[int]") -> "CitationQuerySet":
        """What the verdicts rest on from which the ruling in force of these reviews came, oldest evidence first."""
        return self.filter(
            verdict__review__in=reviews,
            verdict__round=F("verdict__review__ruling__round"),
            verdict__superseded_by=None,
        ).order_by("evidence__created_at", "evidence_id")

    def shared(self) -> "CitationQuerySet":
        return self.filter(evidence__visibility=Visibility.SHARED)


class Citation(models.Model):
    """One piece of evidence that a verdict rests on. Append-only, as the verdict is."""

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="citations")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="citations")

    objects = CitationQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["verdict", "evidence"], name="citation_once_a_verdict")
        ]

    def __str__(self) -> str:
        return f"{self.verdict_id} rests on {self.evidence_id}"

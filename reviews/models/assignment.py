from datetime import date, datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from claims.models.fields import PlainCharField, PlainTextField
from claims.permissions import require
from claims.refusals import Stale
from reviews import permissions, workflow
from reviews.models.scale import Rating

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AnonymousUser

    from claims.models import User


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def current(self) -> "AssignmentQuerySet":
        """Shares that have not been given back."""
        return self.filter(released_at=None)

    def of_reviews(self, numbers: "Iterable[int]") -> "AssignmentQuerySet":
        return self.filter(review__in=numbers)

    def oldest_first(self) -> "AssignmentQuerySet":
        return self.order_by("created_at", "id")

    def of(self, user: "User | AnonymousUser") -> "AssignmentQuerySet":
        return self.filter(reviewer_id=user.pk)

    def awaiting_verdict(self) -> "AssignmentQuerySet":
        open_states = (workflow.State.ASSIGNED, workflow.State.IN_REVIEW)
        return self.current().filter(verdict_at=None, round=F("review__round"), review__state__in=open_states)

    def visible_to(self, user: "User | AnonymousUser") -> "AssignmentQuerySet":
        """Everybody at the desk sees who has which share; the draft in it is shown to its reviewer alone."""
        return self if user.has_perm("reviews.view_assignment") else self.none()

    def with_review(self) -> "AssignmentQuerySet":
        return self.select_related("review__claim__article", "reviewer", "draft_rating")

    def with_people(self) -> "AssignmentQuerySet":
        return self.select_related("review", "reviewer", "assigned_by", "draft_rating")

    def most_pressing_first(self) -> "AssignmentQuerySet":
        """By due day, shares without one last, then by worth."""
        return self.annotate(
            due_key=Coalesce("due_on", Value(date.max)), worth_key=F("review__worth")
        ).order_by("due_key", "-worth_key", "id")

    def newest_first(self) -> "AssignmentQuerySet":
        return self.order_by("-created_at", "-id")


class Assignment(models.Model):
    """One reviewer's share of a review, and the draft of the verdict that the reviewer is working on."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="assignments")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="shares")
    round = models.PositiveIntegerField(help_text="Which round of checking the share belongs to.")
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True, blank=True)
    release_reason = PlainCharField(max_length=300, blank=True)
    verdict_at = models.DateTimeField(null=True, blank=True)
    draft_rating = models.ForeignKey(
        Rating, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    draft_rationale = PlainTextField(blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["reviewer", "released_at", "verdict_at"], name="assignment_by_reviewer")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "reviewer", "round"],
                condition=Q(released_at=None),
                name="assignment_one_share_a_round",
                violation_error_message="This reviewer has a share in the review already.",
            ),
            models.CheckConstraint(
                condition=Q(released_at=None) | Q(verdict_at=None),
                name="assignment_with_verdict_is_not_released",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reviewer}: {self.review}"

    @property
    def verdict_given(self) -> bool:
        return self.verdict_at is not None

    @property
    def is_open(self) -> bool:
        """Whether its reviewer can still write on it."""
        review = self.review
        working = review.state in (workflow.State.ASSIGNED, workflow.State.IN_REVIEW)
        return self.released_at is None and self.round == review.round and working

    def is_overdue(self, today: date) -> bool:
        return self.due_on is not None and self.due_on < today and not self.verdict_given

    def save_draft(
        self, *, by: "User", now: datetime, revision: int, rating: Rating | None = None, rationale: str = ""
    ) -> None:
        """Keep the draft verdict. Raises Refused, ValidationError, or Stale with the newer draft where another window
        saved first: then nothing is written, and both texts are there to compare."""
        require(permissions.draft_refusal(self, by))
        self.draft_rating, self.draft_rationale, self.drafted_at = rating, rationale, now
        if rating is not None and rating.retired_at is not None:
            raise ValidationError({"rating": f"“{rating}” is no longer in use. Choose another rating."})
        self.clean_fields(exclude=["review", "reviewer", "assigned_by"])
        written = (
            Assignment.objects.current()
            .filter(pk=self.pk, revision=revision)
            .update(
                draft_rating=rating, draft_rationale=rationale, drafted_at=now, revision=F("revision") + 1
            )
        )
        if not written:
            raise Stale(Assignment.objects.with_review().get(pk=self.pk))
        self.revision = revision + 1

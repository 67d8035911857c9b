from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from claims.models import Event
from claims.models.fields import PlainCharField, PlainTextField
from claims.permissions import require
from claims.refusals import Refusal, Refused
from reviews import permissions, visibility
from reviews.models.source import Snapshot, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.models import AnonymousUser

    from claims.models import User
    from reviews.models.review import Review


class Stance(models.TextChoices):
    SUPPORTS = "supports", "supports"
    REFUTES = "refutes", "refutes"
    MIXED = "mixed", "mixed"
    CONTEXT = "context", "context"


class Visibility(models.TextChoices):
    SHARED = "shared", "shared"
    PRIVATE = "private", "private until all verdicts are in"


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def standing(self) -> "EvidenceQuerySet":
        return self.filter(withdrawn_at=None)

    def of_review(self, review: "Review") -> "EvidenceQuerySet":
        return self.filter(review=review)

    def of_reviews(self, numbers: "Iterable[int]") -> "EvidenceQuerySet":
        return self.filter(review__in=numbers)

    def of_source(self, source: Source) -> "EvidenceQuerySet":
        return self.filter(source=source)

    def with_claim(self) -> "EvidenceQuerySet":
        return self.select_related("review__claim__article", "added_by")

    def shared(self) -> "EvidenceQuerySet":
        return self.filter(visibility=Visibility.SHARED)

    def among(self, ids: "Iterable[int]") -> "EvidenceQuerySet":
        return self.filter(pk__in=ids)

    def cited_in_round(self, number: int) -> "EvidenceQuerySet":
        """Cited by a verdict of this round that no later one has superseded."""
        return self.filter(verdicts__round=number, verdicts__superseded_by=None).distinct()

    def visible_to(self, user: "User | AnonymousUser") -> "EvidenceQuerySet":
        return self.filter(visibility.of_evidence(user))

    def with_source(self) -> "EvidenceQuerySet":
        return self.select_related("source", "added_by")

    def with_snapshot(self) -> "EvidenceQuerySet":
        """With what is said of the snapshot; its text may be long and stays where it is."""
        return self.select_related("snapshot").defer("snapshot__text")

    def with_review_and_people(self) -> "EvidenceQuerySet":
        return self.select_related("review", "added_by")

    def in_order(self) -> "EvidenceQuerySet":
        return self.order_by("created_at", "id")

    def newest_first(self) -> "EvidenceQuerySet":
        return self.order_by("-created_at", "-id")

    def add(
        self,
        *,
        review: "Review",
        source: Source,
        by: "User",
        now: datetime,
        stance: str,
        quote: str = "",
        locator: str = "",
        note: str = "",
        snapshot: Snapshot | None = None,
        shown_to: str = Visibility.SHARED,
        independence_group: str = "",
    ) -> "Evidence":
        """Put a source to a claim. Raises Refused or ValidationError, such as for a quotation the snapshot lacks."""
        require(permissions.right_refusal("add_evidence", by))
        evidence = Evidence(
            review=review,
            source=source,
            snapshot=snapshot,
            stance=stance,
            quote=quote,
            locator=locator,
            note=note,
            visibility=shown_to,
            independence_group=independence_group,
            added_by=by,
            created_at=now,
        )
        evidence.full_clean(exclude=["review", "source", "snapshot", "added_by"])
        with transaction.atomic():
            evidence.save(force_insert=True)
            # Its source is not told here: the evidence may be private, and the trail is for everybody.
            data = {"evidence": evidence.pk}
            Event.objects.append("evidence.added", actor=by, now=now, claim=review.claim, data=data)
        return evidence


class Evidence(models.Model):
    """A source put to a claim: where in it, what it says there, and which way that points."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="evidence")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="evidence")
    snapshot = models.ForeignKey(
        Snapshot, null=True, blank=True, on_delete=models.PROTECT, related_name="evidence"
    )
    quote = PlainTextField(blank=True, help_text="The words of the source.")
    locator = PlainCharField(
        max_length=200, blank=True, help_text="Where in the source: page, paragraph, time."
    )
    stance = models.CharField(max_length=10, choices=Stance.choices)
    note = PlainTextField(blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility.choices, default=Visibility.SHARED)
    independence_group = PlainCharField(
        max_length=100,
        blank=True,
        help_text="Sources that lean on the same origin share a group, and count once.",
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["review", "created_at", "id"], name="evidence_of_review_in_order")]
        constraints = [
            models.CheckConstraint(condition=Q(stance__in=Stance.values), name="evidence_stance_known"),
            models.CheckConstraint(
                condition=Q(visibility__in=Visibility.values), name="evidence_visibility_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.stance}"

    def clean(self) -> None:
        if self.snapshot is None:
            return
        if self.snapshot.source_id != self.source_id:
            raise ValidationError({"snapshot": "This snapshot is of another source."})
        if self.quote and not self.snapshot.holds(self.quote):
            raise ValidationError(
                {"quote": "These words do not stand in the snapshot. Quote it as it is written there."}
            )

    def withdraw(self, *, by: "User", now: datetime) -> None:
        """Offer it no more; verdicts that cite it keep it. Raises Refused."""
        right = "add_evidence" if by.pk == self.added_by_id else "adjudicate_review"
        require(permissions.right_refusal(right, by))
        with transaction.atomic():
            if not Evidence.objects.filter(pk=self.pk, withdrawn_at=None).update(withdrawn_at=now):
                raise Refused(Refusal("This evidence has been withdrawn already.", "conflict"))
            data = {"evidence": self.pk}
            Event.objects.append("evidence.withdrawn", actor=by, now=now, claim=self.review.claim, data=data)
        self.withdrawn_at = now

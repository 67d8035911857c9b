"""The checking of one claim: its verbs are the only way in which its work state changes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from claims.models import Claim, Disposition
from claims.models.fields import PlainCharField
from claims.permissions import require
from reviews import permissions, settling
from reviews.models import giving, publishing, sharing
from reviews.models.assignment import Assignment
from reviews.models.evidence import Evidence
from reviews.models.moving import move, one_of_two
from reviews.models.policy import Policy
from reviews.models.publication import WORDING_ONLY, Correction, Publication
from reviews.models.retrying import again_when_stale
from reviews.models.review_set import ReviewQuerySet
from reviews.models.ruling import Basis, Ruling
from reviews.models.scale import Rating
from reviews.models.verdict import Verdict
from reviews.workflow import State

if TYPE_CHECKING:
    from claims.models import Anchor, User


class Review(models.Model):
    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="review")
    state = models.CharField(max_length=16, choices=State.choices, default=State.NEW)
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="reviews")
    round = models.PositiveIntegerField(default=1, help_text="Counted up by each re-check.")
    due_on = models.DateField(null=True, blank=True)
    dismissed_as = models.CharField(max_length=20, choices=Disposition.choices, blank=True)
    dismissed_because = PlainCharField(max_length=300, blank=True)
    ruling = models.OneToOneField(
        Ruling,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The ruling in force.",
    )
    publication = models.OneToOneField(
        Publication,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="What the public sees.",
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    worth = models.FloatField(help_text="The claim's, kept here so that a queue is read along one index.")
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-id"]
        indexes = [
            models.Index(fields=["state", "-changed_at", "-id"], name="review_by_state"),
            models.Index(fields=["state", "-worth", "id"], name="review_by_worth"),
            models.Index(fields=["-changed_at", "-id"], name="review_newest_first"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="review_state_known"),
            models.CheckConstraint(
                condition=~Q(state__in=(State.SETTLED, State.PUBLISHED)) | Q(ruling__isnull=False),
                name="review_settled_has_ruling",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(State.PUBLISHED, State.WITHDRAWN)) | Q(publication__isnull=False),
                name="review_published_has_publication",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.DISMISSED) | ~Q(dismissed_as="") & ~Q(dismissed_because=""),
                name="review_dismissed_has_reason",
                violation_error_message="Say as what the claim is dismissed, and why.",
            ),
        ]
        permissions = [
            ("triage_review", "Can triage, dismiss and send to re-check"),
            ("assign_review", "Can assign reviewers"),
            ("take_review", "Can take a share and give a verdict"),
            ("adjudicate_review", "Can rule between verdicts"),
            ("publish_review", "Can publish, correct and withdraw"),
        ]

    def __str__(self) -> str:
        return f"{self.claim} ({self.get_state_display()})"

    # What a step needs to know.

    def shares(self) -> Sequence[Assignment]:
        """Current shares of this round, with their reviewers; one query, or none when prefetched."""
        return [
            share
            for share in self.assignments.all()
            if share.released_at is None and share.round == self.round
        ]

    def share_of(self, user: "User") -> Assignment | None:
        return next((share for share in self.shares() if share.reviewer_id == user.pk), None)

    def places_left(self) -> int:
        return self.policy.reviewers_required - len(self.shares())

    def standing_verdicts(self) -> Sequence[Verdict]:
        """The verdicts that count: this round's, each reviewer's latest."""
        return list(Verdict.objects.of_review(self).standing().select_related("rating", "author").in_order())

    def verdict_authors(self) -> set[int]:
        return {verdict.author_id for verdict in self.standing_verdicts()}

    def hold(self) -> None:
        """Keep other steps on this review waiting until the transaction ends, and look at it anew."""
        self.refresh_from_db(from_queryset=Review.objects.held())

    def anchor(self) -> "Anchor":
        """Where the claim stands in the newest version that has it."""
        return self.claim.anchors.select_related("version").defer("version__text").latest("version__number")

    # Steps, in the order of the process.

    def triage(self, *, by: "User", now: datetime, due_on: date | None = None) -> None:
        """Put the claim into the reviewers' queue."""
        move(
            self,
            "triage",
            State.TRIAGED,
            by=by,
            now=now,
            due_on=due_on,
            dismissed_as="",
            dismissed_because="",
        )

    def dismiss(self, *, by: "User", now: datetime, disposition: str, reason: str) -> None:
        """Close it unchecked, with what it is instead and why."""
        require(permissions.refusal("dismiss", self, by))
        if disposition not in Disposition.values:
            raise ValidationError({"disposition": f"Choose one of: {', '.join(Disposition.values)}."})
        if not reason.strip():
            raise ValidationError({"reason": "Say why the claim is dismissed."})
        data = {"disposition": disposition, "reason": reason}
        changes = {"dismissed_as": disposition, "dismissed_because": reason}
        move(self, "dismiss", State.DISMISSED, by=by, now=now, data=data, **changes)

    @again_when_stale
    def assign(
        self, *, by: "User", reviewer: "User", now: datetime, due_on: date | None = None
    ) -> Assignment:
        """Give a reviewer a share."""
        return sharing.assign(self, by=by, reviewer=reviewer, now=now, due_on=due_on)

    @again_when_stale
    def take(self, *, by: "User", now: datetime) -> Assignment:
        """Take a share for oneself."""
        return sharing.give_share(self, "take", to=by, by=by, now=now, due_on=self.due_on)

    @again_when_stale
    def release(self, *, by: "User", now: datetime, reason: str = "") -> None:
        """Give one's share back; the draft stays with it."""
        sharing.release(self, by=by, now=now, reason=reason)

    @again_when_stale
    def submit(
        self,
        *,
        by: "User",
        now: datetime,
        rating: Rating,
        rationale: str,
        evidence: Sequence[Evidence] = (),
        as_of: date | None = None,
    ) -> Verdict:
        """Give a verdict, superseding one's earlier verdict of this round; the last one awaited settles the review or
        sends it to adjudication. Raises Refused or ValidationError."""
        return giving.submit(
            self, by=by, now=now, rating=rating, rationale=rationale, evidence=evidence, as_of=as_of
        )

    def adjudicate(self, *, by: "User", now: datetime, rating: Rating, summary: str, reasons: str) -> Ruling:
        """Rule between verdicts that differ."""
        require(permissions.refusal("adjudicate", self, by))
        settling.check_rating(rating)
        with one_of_two(self):
            ruling = giving.rule(
                self,
                now=now,
                rating=rating,
                summary=summary,
                reasons=reasons,
                basis=Basis.ADJUDICATION,
                ruled_by=by,
                reviewed_by=len(self.standing_verdicts()),
            )
            move(self, "adjudicate", State.SETTLED, by=by, now=now, data={"ruling": ruling.pk}, ruling=ruling)
        return ruling

    def send_back(self, *, by: "User", now: datetime, reason: str) -> None:
        """Ask the reviewers to look again; their verdicts stand until they supersede them."""
        require(permissions.refusal("send_back", self, by))
        if not reason.strip():
            raise ValidationError({"reason": "Say what the reviewers should look at again."})
        move(self, "send_back", State.IN_REVIEW, by=by, now=now, data={"reason": reason})

    def publish(
        self, *, by: "User", now: datetime, summary: str = "", correction: str = "", note: str = ""
    ) -> Publication:
        """Show the ruling to the public. After an earlier publication it is a correction, with its class and a note."""
        require(permissions.refusal("publish", self, by))
        if self.publication_id and correction in ("", Correction.WITHDRAWN):
            raise ValidationError(
                {"correction": "This was published before: choose the class of the correction."}
            )
        return publishing.publish(
            self,
            "publish",
            State.PUBLISHED,
            by=by,
            now=now,
            summary=summary,
            correction=correction,
            note=note,
        )

    def correct(self, *, by: "User", now: datetime, summary: str, correction: str, note: str) -> Publication:
        """Change the wording of what is published, the ruling being the same."""
        require(permissions.refusal("correct", self, by))
        if correction not in WORDING_ONLY:
            raise ValidationError(
                {"correction": "Only a typo or minor correction keeps the ruling; otherwise check again."}
            )
        return publishing.publish(
            self,
            "correct",
            State.PUBLISHED,
            by=by,
            now=now,
            summary=summary,
            correction=correction,
            note=note,
        )

    def recheck(self, *, by: "User", now: datetime, reason: str) -> None:
        """Open another round; what is published stays until it ends in a new ruling."""
        require(permissions.refusal("recheck", self, by))
        if not reason.strip():
            raise ValidationError({"reason": "Say why it is checked again."})
        move(self, "recheck", State.RECHECK, by=by, now=now, data={"reason": reason}, round=self.round + 1)

    def withdraw(self, *, by: "User", now: datetime, note: str) -> Publication:
        """Take it back from the public, leaving a tombstone with a note."""
        require(permissions.refusal("withdraw", self, by))
        return publishing.publish(
            self,
            "withdraw",
            State.WITHDRAWN,
            by=by,
            now=now,
            summary="",
            correction=Correction.WITHDRAWN,
            note=note,
        )

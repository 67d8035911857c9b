"""Verdicts and what becomes of them: the last one awaited settles the review, or calls an adjudicator."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import F

from claims.permissions import require
from claims.refusals import Refusal, Refused
from reviews import permissions, settling
from reviews.models.assignment import Assignment
from reviews.models.evidence import Evidence
from reviews.models.moving import move, one_of_two
from reviews.models.ruling import Basis, Ruling
from reviews.models.scale import Rating
from reviews.models.verdict import Citation, Verdict
from reviews.workflow import State

if TYPE_CHECKING:
    from claims.models import User
    from reviews.models.review import Review


def submit(
    review: "Review",
    *,
    by: "User",
    now: datetime,
    rating: Rating,
    rationale: str,
    evidence: Sequence[Evidence],
    as_of: date | None,
) -> Verdict:
    """Raises Refused or ValidationError; then nothing is written."""
    require(permissions.refusal("submit", review, by))
    share = review.share_of(by)
    if share is None:
        raise Refused(Refusal("A verdict needs a share in the review."))
    cited = settling.check_verdict(review, rating=rating, evidence=evidence, by=by)
    standing = review.standing_verdicts()
    verdict = Verdict(
        review=review,
        anchor=review.anchor(),
        assignment=share,
        round=review.round,
        author=by,
        rating=rating,
        rationale=rationale,
        as_of=as_of,
        supersedes=next((earlier for earlier in standing if earlier.author_id == by.pk), None),
        created_at=now,
    )
    verdict.full_clean(
        exclude=["review", "anchor", "assignment", "author", "rating", "supersedes", "evidence"]
    )
    counted = [earlier for earlier in standing if earlier.author_id != by.pk] + [verdict]
    with one_of_two(review):
        verdict.save(force_insert=True)
        Citation.objects.bulk_create(Citation(verdict=verdict, evidence=piece) for piece in cited)
        Assignment.objects.filter(pk=share.pk, released_at=None).update(
            verdict_at=now, revision=F("revision") + 1
        )
        to = settling.state_after(review, counted)
        changes: dict[str, Any] = {}
        if to == State.SETTLED:
            changes["ruling"] = rule(
                review,
                now=now,
                rating=rating,
                summary=rationale,
                basis=Basis.UNANIMITY,
                reviewed_by=len(counted),
            )
        data = {"verdict": verdict.pk, "assignment": share.pk}
        move(review, "submit", to, by=by, now=now, data=data, **changes)
    return verdict


def rule(review: "Review", *, now: datetime, **what: Any) -> Ruling:
    """The ruling of this round, written down."""
    ruling = Ruling(review=review, round=review.round, created_at=now, **what)
    ruling.full_clean(exclude=["review", "rating"])
    ruling.save(force_insert=True)
    return ruling

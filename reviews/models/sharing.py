"""Shares of a review: who gets one, and how it is given back."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from claims.permissions import require
from reviews import permissions
from reviews.models.assignment import Assignment
from reviews.models.moving import move
from reviews.workflow import State

if TYPE_CHECKING:
    from claims.models import User
    from reviews.models.review import Review


def assign(
    review: "Review", *, by: "User", reviewer: "User", now: datetime, due_on: date | None
) -> Assignment:
    """Raises Refused, or ValidationError where this reviewer cannot have a share."""
    require(permissions.refusal("assign", review, by))
    lacking = permissions.right_refusal("take_review", reviewer)
    if lacking is not None:
        raise ValidationError({"reviewer": f"{reviewer} is no active reviewer."})
    if review.share_of(reviewer) is not None:
        raise ValidationError({"reviewer": f"{reviewer} has a share in this review already."})
    if review.places_left() < 1:
        raise ValidationError({"reviewer": "This review has all the reviewers that its policy asks for."})
    return give_share(review, "assign", to=reviewer, by=by, now=now, due_on=due_on)


def give_share(
    review: "Review", step: str, *, to: "User", by: "User", now: datetime, due_on: date | None
) -> Assignment:
    state = State.IN_REVIEW if review.state == State.IN_REVIEW else State.ASSIGNED
    with transaction.atomic():
        move(review, step, state, by=by, now=now, data={"reviewer": to.pk})
        return Assignment.objects.create(
            review=review, reviewer=to, round=review.round, assigned_by=by, due_on=due_on, created_at=now
        )


def release(review: "Review", *, by: "User", now: datetime, reason: str) -> None:
    """Closes the share of this person; the draft stays with it."""
    others = [share for share in review.shares() if share.reviewer_id != by.pk]
    empty = State.RECHECK if review.ruling_id else State.TRIAGED
    to = empty if not others and review.state == State.ASSIGNED else State(review.state)
    with transaction.atomic():
        move(review, "release", to, by=by, now=now, data={"reviewer": by.pk, "reason": reason})
        Assignment.objects.current().of(by).filter(review=review, round=review.round).update(
            released_at=now, release_reason=reason, revision=F("revision") + 1
        )

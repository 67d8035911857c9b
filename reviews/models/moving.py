"""How a step is written down: the one place that writes the work state of a review."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import F

from claims.models import Event
from claims.permissions import require
from claims.refusals import Refusal, Refused, Stale
from reviews import permissions, workflow
from reviews.workflow import State

if TYPE_CHECKING:
    from claims.models import User
    from reviews.models.review import Review


def move(
    review: "Review",
    step: str,
    to: State,
    *,
    by: "User",
    now: datetime,
    data: dict[str, Any] | None = None,
    **changes: Any,
) -> None:
    """Refuses, writes by conditional update, appends the event. Raises Refused or Stale; then nothing is written."""
    require(permissions.refusal(step, review, by))
    if not workflow.leads(step, review.state, to):
        raise Refused(Refusal(f"“{step}” does not lead from {review.state} to {to}.", "conflict"))
    rows = type(review).objects
    with transaction.atomic():
        seen = rows.filter(pk=review.pk, revision=review.revision, state=review.state)
        if not seen.update(state=to, revision=F("revision") + 1, changed_at=now, **changes):
            raise Stale(rows.get(pk=review.pk))
        told = {"from": review.state, "to": to.value, "round": review.round, **(data or {})}
        Event.objects.append(f"review.{step}", actor=by, now=now, claim=review.claim, data=told)
    for name, value in {**changes, "state": to, "changed_at": now}.items():
        setattr(review, name, value)
    review.revision += 1


@contextmanager
def one_of_two(review: "Review") -> Iterator[None]:
    """A transaction in which unique constraints decide between two people: the second one is told, as Stale."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise Stale(type(review).objects.get(pk=review.pk)) from None

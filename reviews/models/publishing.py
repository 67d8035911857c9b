"""What the public is shown of a review: frozen when it is published, and again by each correction."""

from datetime import datetime
from typing import TYPE_CHECKING

from claims.refusals import Refusal, Refused
from reviews import settling
from reviews.freezing import freeze
from reviews.models.moving import move, one_of_two
from reviews.models.publication import Publication
from reviews.workflow import State

if TYPE_CHECKING:
    from claims.models import User
    from reviews.models.review import Review


def publish(
    review: "Review",
    step: str,
    to: State,
    *,
    by: "User",
    now: datetime,
    summary: str,
    correction: str,
    note: str,
) -> Publication:
    """Another publication of the ruling in force, with its step. Raises Refused, Stale or ValidationError."""
    ruling = review.ruling
    if ruling is None:
        raise Refused(Refusal("There is no ruling to publish.", "conflict"))
    evidence = settling.published_evidence(review)
    publication = Publication(
        review=review,
        ruling=ruling,
        number=review.publication.number + 1 if review.publication else 1,
        correction=correction,
        note=note,
        summary=summary or ruling.summary,
        frozen=freeze(review, ruling, review.anchor(), evidence),
        published_by=by,
        created_at=now,
    )
    publication.full_clean(exclude=["review", "ruling", "published_by"])
    moved = {"publication": publication.number, "correction": correction}
    with one_of_two(review):
        publication.save(force_insert=True)
        move(review, step, to, by=by, now=now, data=moved, publication=publication)
    return publication

"""Triage of many claims at once."""

from datetime import datetime
from typing import TYPE_CHECKING

from claims.refusals import Refused, Stale

if TYPE_CHECKING:
    from claims.models import User
    from reviews.models.review_set import ReviewQuerySet

MOST_AT_ONCE = 300


def triage_all(reviews: "ReviewQuerySet", *, by: "User", now: datetime) -> tuple[int, bool]:
    """Put each into the queue, in a short transaction and with an event of its own; `(how many, more left)`.

    A claim that somebody else moved in the meantime is left alone.
    """
    found = list(reviews.in_article_order().for_page()[: MOST_AT_ONCE + 1])
    done = 0
    for review in found[:MOST_AT_ONCE]:
        try:
            review.triage(by=by, now=now)
            done += 1
        except (Refused, Stale):
            continue
    return done, len(found) > MOST_AT_ONCE

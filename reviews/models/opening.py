from collections.abc import Sequence
from datetime import datetime

from claims.models import Claim
from reviews.models.policy import Policy
from reviews.models.review import Review


def open_reviews(claims: Sequence[Claim], now: datetime) -> None:
    """Give each claim that can be checked its review, under the policy of the day. Settings name this function as what
    follows the splitting of a version."""
    checkable = [claim for claim in claims if claim.checkable]
    if not checkable:
        return
    policy = Policy.objects.get(is_default=True)
    Review.objects.bulk_create(
        Review(claim=claim, policy=policy, worth=claim.worth, created_at=now, changed_at=now)
        for claim in checkable
    )

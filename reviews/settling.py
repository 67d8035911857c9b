"""When a verdict may be given, and what a review's verdicts amount to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from reviews.models.evidence import Evidence
from reviews.workflow import State

if TYPE_CHECKING:
    from claims.models import User
    from reviews.models.review import Review
    from reviews.models.scale import Rating
    from reviews.models.verdict import Verdict


def check_rating(rating: "Rating") -> None:
    """Raise ValidationError for a rating that is no longer offered."""
    if rating.retired_at is not None:
        raise ValidationError({"rating": f"“{rating}” is no longer in use. Choose another rating."})


def check_verdict(
    review: "Review", *, rating: "Rating", evidence: Sequence[Evidence], by: "User"
) -> Sequence[Evidence]:
    """The evidence that the verdict may cite, each piece once; ValidationError where it is too little or foreign."""
    check_rating(rating)
    wanted = {piece.pk for piece in evidence}
    cited = list(Evidence.objects.of_review(review).standing().visible_to(by).among(wanted).in_order())
    if len(cited) != len(wanted):
        raise ValidationError({"evidence": "Cite evidence of this claim that has not been withdrawn."})
    needed = max(1, review.policy.minimum_evidence)
    if rating.on_truth_order and len(cited) < needed:
        pieces = "one piece" if needed == 1 else f"{needed} pieces"
        raise ValidationError(
            {"evidence": f"“{rating}” needs at least {pieces} of evidence. Add a source and cite it."}
        )
    return cited


def state_after(review: "Review", counted: "Sequence[Verdict]") -> State:
    """Where the review stands when these verdicts count: awaiting more, agreed, or for an adjudicator."""
    if len(counted) < review.policy.reviewers_required:
        return State.IN_REVIEW
    return State.SETTLED if len({verdict.rating_id for verdict in counted}) == 1 else State.IN_ADJUDICATION


def published_evidence(review: "Review") -> Sequence[Evidence]:
    """What the standing verdicts of this round rest on, and nothing that was marked private."""
    return list(
        Evidence.objects.of_review(review).cited_in_round(review.round).shared().with_source().in_order()
    )

"""Who may take which step: one function that gives a reason, or nothing where the step is allowed.

The step raises on it, the page shows it, the API answers with it, the button hides by it.
"""

from typing import TYPE_CHECKING

from claims.refusals import Refusal
from reviews import workflow

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from claims.models import User
    from reviews.models import Assignment, Review

_WHOSE = {
    "triage_review": "Triage is for editors.",
    "assign_review": "Assigning is for editors.",
    "take_review": "Checking claims is for reviewers.",
    "adjudicate_review": "Ruling is for editors.",
    "publish_review": "Publishing is for editors.",
    "add_source": "Adding sources is for reviewers.",
    "add_evidence": "Adding evidence is for reviewers.",
    "change_source": "Changing a source is for reviewers.",
    "change_scale": "Scales are for administrators.",
    "change_rating": "Ratings are for administrators.",
    "change_policy": "Policies are for administrators.",
}


def right_refusal(right: str, user: "User | AnonymousUser") -> Refusal | None:
    """The reason why this person lacks a right of this app, whatever the review."""
    if user.is_active and user.has_perm(f"reviews.{right}"):
        return None
    return Refusal(_WHOSE[right])


def refusal(step: str, review: "Review", user: "User | AnonymousUser") -> Refusal | None:
    """The reason why this person may not take this step on this review now, or None."""
    lacking = right_refusal(workflow.STEPS[step].right, user)
    if lacking is not None:
        return lacking
    if not workflow.starts(step, review.state):
        label = workflow.STEPS[step].label
        return Refusal(
            f"“{label}” is not possible while the claim is {review.get_state_display()}.", "conflict"
        )
    special = _SPECIAL.get(step)
    return special(review, user) if special else None  # type: ignore[arg-type]


def _take_refusal(review: "Review", user: "User") -> Refusal | None:
    if review.share_of(user) is not None:
        return Refusal("You have a share in this review already.", "conflict")
    if review.places_left() < 1:
        return Refusal("This review has all the reviewers that its policy asks for.", "conflict")
    return None


def _submit_refusal(review: "Review", user: "User") -> Refusal | None:
    if review.share_of(user) is None:
        return Refusal("A verdict needs a share in the review: take one, or have it assigned to you.")
    return None


def _release_refusal(review: "Review", user: "User") -> Refusal | None:
    share = review.share_of(user)
    if share is None:
        return Refusal("You have no share in this review to give back.", "conflict")
    if share.verdict_given:
        return Refusal("Your verdict is in; a share with a verdict cannot be given back.", "conflict")
    return None


def _adjudicate_refusal(review: "Review", user: "User") -> Refusal | None:
    if review.policy.adjudicator_may_be_reviewer or user.pk not in review.verdict_authors():
        return None
    return Refusal("Whoever gave one of the verdicts cannot rule between them.")


def _publish_refusal(review: "Review", user: "User") -> Refusal | None:
    if review.policy.only_author_may_publish or review.verdict_authors() != {user.pk}:
        return None
    return Refusal("Whoever wrote the only verdict cannot publish it: ask a colleague.")


_SPECIAL = {
    "take": _take_refusal,
    "submit": _submit_refusal,
    "release": _release_refusal,
    "adjudicate": _adjudicate_refusal,
    "send_back": _adjudicate_refusal,
    "publish": _publish_refusal,
    "correct": _publish_refusal,
}


def draft_refusal(assignment: "Assignment", user: "User | AnonymousUser") -> Refusal | None:
    """The reason why this person may not write on this share's draft, or None."""
    lacking = right_refusal("take_review", user)
    if lacking is not None:
        return lacking
    if assignment.reviewer_id != user.pk:
        return Refusal("A draft verdict belongs to its reviewer alone.")
    if not assignment.is_open:
        return Refusal("This share is closed; its draft cannot be changed.", "conflict")
    return None

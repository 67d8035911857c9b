"""Who may see whose work: the only place that decides it.

Under a blind policy a colleague's verdict, and evidence marked private, stay hidden until all the verdicts that the
policy asks for are in. Their author sees them always; so does an editor who has no share in that review.
"""

from typing import TYPE_CHECKING, cast

from django.db.models import Q

from reviews.workflow import OPENED

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from claims.models import User


def _opened(user: "User | AnonymousUser") -> Q:
    """Rows whose review hides nothing from this person (any more)."""
    opened = Q(review__policy__blind=False) | Q(review__state__in=OPENED)
    if not user.has_perm("reviews.adjudicate_review"):
        return opened
    # An open share makes an editor one of the reviewers.
    shares = cast("User", user).shares.current().values("review")
    return opened | ~Q(review__in=shares)


def of_verdicts(user: "User | AnonymousUser") -> Q:
    """Condition on verdicts: those that this person may see."""
    return Q(author_id=user.pk) | _opened(user)


def of_evidence(user: "User | AnonymousUser") -> Q:
    """Condition on evidence: those that this person may see."""
    return Q(visibility="shared") | Q(added_by_id=user.pk) | _opened(user)

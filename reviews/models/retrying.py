"""Steps of a review that colleagues take in the same moment without contradicting one another."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from django.db import transaction

from claims.refusals import Stale

if TYPE_CHECKING:
    from reviews.models.review import Review

P = ParamSpec("P")
R = TypeVar("R")
# More rounds than a review has reviewers are not needed.
_TRIES = 8


def again_when_stale(
    step: "Callable[Concatenate[Review, P], R]",
) -> "Callable[Concatenate[Review, P], R]":
    """Make a step that finds the review changed look at it again from the newer state, instead of giving up.

    For taking shares and giving verdicts: whoever comes second has lost nothing that a second look does not mend.
    """

    @wraps(step)
    def taken(self: "Review", /, *args: P.args, **kwargs: P.kwargs) -> R:
        for _ in range(_TRIES - 1):
            try:
                with transaction.atomic():
                    self.hold()
                    return step(self, *args, **kwargs)
            except Stale:
                self.refresh_from_db()
        with transaction.atomic():
            self.hold()
            return step(self, *args, **kwargs)

    return taken

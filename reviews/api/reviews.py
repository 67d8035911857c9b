"""Reviews and their steps. A step runs with the review held, so that `If-Match` means what it says."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import django_filters
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.bodies import Body
from claims.api.filters import Filters, IdFilter, PersonFilter
from claims.api.idempotency import once
from claims.api.resource import Resource
from reviews.api import bodies
from reviews.api.serializers import ReviewSerializer, ReviewWithSharesSerializer
from reviews.models import Review
from reviews.models.review_set import ReviewQuerySet
from reviews.permissions import refusal
from reviews.workflow import State


class ShareFilter(PersonFilter):
    def rows_of(self, rows: Any, person: int) -> Any:
        return rows.shared_by(person)


class ReviewFilters(Filters):
    state = django_filters.ChoiceFilter(choices=State.choices)
    article = IdFilter("claim__article_id", label="Reviews of this article's claims.")
    claim = django_filters.UUIDFilter("claim_id", label="The review of this claim.")
    reviewer = ShareFilter(label="Reviews in which this person has a share now; `me` is who asks.")


Take = Callable[["Reviews", Review, dict[str, Any]], object]


def step(shape: type[Body]) -> Callable[[Take], Any]:
    """Make a method that takes a step an address, `/reviews/{id}/<its name>/`, which answers with the review."""

    def made(take: Take) -> Any:
        @extend_schema(request=shape, responses=ReviewWithSharesSerializer)
        @action(detail=True, methods=["post"])
        @once
        @wraps(take)
        def taken(resource: "Reviews", request: Request, pk: str) -> Response:
            with transaction.atomic():
                review = get_object_or_404(Review.objects.held(), pk=pk)
                resource.admit(refusal(take.__name__, review, resource.user), review, revision_required=False)
                take(resource, review, resource.said(shape))
            return resource.answer(resource.row(pk))

        return taken

    return made


class Reviews(Resource[Review]):
    """The checking of claims: where each stands, and the steps that lead on."""

    serializer_class = ReviewWithSharesSerializer
    list_serializer_class = ReviewSerializer
    filterset_class = ReviewFilters

    def rows(self) -> ReviewQuerySet:
        rows = Review.objects.for_page().newest_first()
        return rows if self.action == "list" else rows.with_shares()

    @step(bodies.TriageBody)
    def triage(self, review: Review, said: dict[str, Any]) -> None:
        """Put the claim into the reviewers' queue."""
        review.triage(by=self.user, now=timezone.now(), **said)

    @step(bodies.DismissBody)
    def dismiss(self, review: Review, said: dict[str, Any]) -> None:
        """Close it unchecked, with what it is instead and why."""
        review.dismiss(by=self.user, now=timezone.now(), **said)

    @step(bodies.AssignBody)
    def assign(self, review: Review, said: dict[str, Any]) -> None:
        """Give a reviewer a share."""
        review.assign(by=self.user, now=timezone.now(), **said)

    @step(bodies.NothingBody)
    def take(self, review: Review, said: dict[str, Any]) -> None:
        """Take a share for oneself."""
        review.take(by=self.user, now=timezone.now())

    @step(bodies.ReleaseBody)
    def release(self, review: Review, said: dict[str, Any]) -> None:
        """Give one's share back."""
        review.release(by=self.user, now=timezone.now(), **said)

    @step(bodies.AdjudicateBody)
    def adjudicate(self, review: Review, said: dict[str, Any]) -> None:
        """Rule between verdicts that differ."""
        review.adjudicate(by=self.user, now=timezone.now(), **said)

    @step(bodies.ReasonBody)
    def send_back(self, review: Review, said: dict[str, Any]) -> None:
        """Ask the reviewers to look again; their verdicts stand until they supersede them."""
        review.send_back(by=self.user, now=timezone.now(), **said)

    @step(bodies.PublishBody)
    def publish(self, review: Review, said: dict[str, Any]) -> None:
        """Show the ruling to the public. After an earlier publication it is a correction, with its class and a note."""
        review.publish(by=self.user, now=timezone.now(), **said)

    @step(bodies.CorrectBody)
    def correct(self, review: Review, said: dict[str, Any]) -> None:
        """Change the wording of what is published, the ruling being the same."""
        review.correct(by=self.user, now=timezone.now(), **said)

    @step(bodies.ReasonBody)
    def recheck(self, review: Review, said: dict[str, Any]) -> None:
        """Open another round; what is published stays until it ends in a new ruling."""
        review.recheck(by=self.user, now=timezone.now(), **said)

    @step(bodies.WithdrawBody)
    def withdraw(self, review: Review, said: dict[str, Any]) -> None:
        """Take it back from the public, leaving a tombstone with a note."""
        review.withdraw(by=self.user, now=timezone.now(), **said)

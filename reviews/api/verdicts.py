"""What reviewers write and what becomes of it: shares with their drafts, verdicts, rulings, publications, scales."""

from typing import Any

import django_filters
from django.db import transaction
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.filters import Filters, IdFilter, PersonFilter, TruthFilter
from claims.api.idempotency import once
from claims.api.resource import Resource
from claims.permissions import require
from reviews.api.bodies import DraftBody, VerdictBody, add_evidence
from reviews.api.serializers import (
    AssignmentSerializer,
    PublicationSerializer,
    ReviewWithSharesSerializer,
    RulingSerializer,
    ScaleSerializer,
    VerdictSerializer,
)
from reviews.models import Assignment, Basis, Publication, Review, Ruling, Scale, Verdict
from reviews.models.assignment import AssignmentQuerySet
from reviews.models.publication import PublicationQuerySet
from reviews.models.ruling import RulingQuerySet
from reviews.models.scale import ScaleQuerySet
from reviews.models.verdict import VerdictQuerySet
from reviews.permissions import draft_refusal, refusal, right_refusal


class AssignmentFilters(Filters):
    review = IdFilter("review_id", label="Shares of this review.")
    claim = django_filters.UUIDFilter("review__claim_id", label="Shares in the review of this claim.")
    reviewer = PersonFilter("reviewer_id", label="This person's shares; `me` is who asks.")
    current = TruthFilter("released_at", label="Whether it has not been given back.", lookup_expr="isnull")


class Assignments(Resource[Assignment]):
    """Reviewers' shares of reviews, each with the draft of its verdict, which its reviewer alone sees."""

    serializer_class = AssignmentSerializer
    filterset_class = AssignmentFilters
    field_names = {"rating": "draft_rating"}

    def rows(self) -> AssignmentQuerySet:
        return Assignment.objects.visible_to(self.user).with_people().newest_first()

    @extend_schema(request=DraftBody)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Keep the draft of one's verdict; what is left out stays. Needs `If-Match`, so that a second window never
        overwrites what the first one saved: then the answer is 412 with the newer draft."""
        share = self.row(pk)
        revision = self.admit(draft_refusal(share, self.user), share, revision_required=True)
        said = self.said(DraftBody)
        share.save_draft(
            by=self.user,
            now=timezone.now(),
            revision=revision,
            rating=said.get("draft_rating", share.draft_rating),
            rationale=said.get("draft_rationale", share.draft_rationale),
        )
        return self.answer(share)


class VerdictFilters(Filters):
    review = IdFilter("review_id", label="Verdicts of this review.")
    claim = django_filters.UUIDFilter("review__claim_id", label="Verdicts on this claim.")
    author = PersonFilter("author_id", label="This person's verdicts; `me` is who asks.")


class Verdicts(Resource[Verdict]):
    """Reviewers' ratings with their reasons. Under a blind policy colleagues' appear when all are in."""

    serializer_class = VerdictSerializer
    filterset_class = VerdictFilters

    def rows(self) -> VerdictQuerySet:
        return Verdict.objects.visible_to(self.user).with_all().with_cited_ids().newest_first()

    def represent(self, row: Any) -> Any:
        return self.shown(row, ReviewWithSharesSerializer if isinstance(row, Review) else None)

    @extend_schema(request=VerdictBody, responses={201: VerdictSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Give a verdict, with the evidence that it rests on: known pieces by id, new ones written out. All of it is
        kept, or nothing. A later verdict of the same round supersedes the earlier one."""
        require(right_refusal("take_review", self.user))
        said, now = self.said(VerdictBody), timezone.now()
        review: Review = said.pop("review")
        with transaction.atomic():
            # Before the first line of the audit trail: whoever holds a line must not wait for the review.
            review.hold()
            require(refusal("submit", review, self.user))
            new = [
                add_evidence(piece, review=review, by=self.user, now=now)
                for piece in said.pop("new_evidence", [])
            ]
            said["evidence"] = [*said.get("evidence", []), *new]
            verdict = review.submit(by=self.user, now=now, **said)
        return self.answer(self.row(verdict.pk), status=201)


class RulingFilters(Filters):
    review = IdFilter("review_id", label="Rulings of this review.")
    claim = django_filters.UUIDFilter("review__claim_id", label="Rulings on this claim.")
    basis = django_filters.ChoiceFilter(choices=Basis.choices)


class Rulings(Resource[Ruling]):
    """Settled verdicts of reviews, one a round."""

    serializer_class = RulingSerializer
    filterset_class = RulingFilters

    def rows(self) -> RulingQuerySet:
        return Ruling.objects.with_all().newest_first()


class PublicationFilters(Filters):
    review = IdFilter("review_id", label="Publications of this review.")
    claim = django_filters.UUIDFilter("review__claim_id", label="Publications of this claim.")
    article = IdFilter("review__claim__article_id", label="Publications of this article's claims.")


class Publications(Resource[Publication]):
    """What the public saw, frozen; corrections and withdrawals are publications of their own."""

    serializer_class = PublicationSerializer
    filterset_class = PublicationFilters

    def rows(self) -> PublicationQuerySet:
        return Publication.objects.with_all().newest_first()


class Scales(Resource[Scale]):
    """The desk's ratings. Verdicts name them by slug (of the default scale) or by id."""

    serializer_class = ScaleSerializer

    def rows(self) -> ScaleQuerySet:
        return Scale.objects.with_ratings().in_order()

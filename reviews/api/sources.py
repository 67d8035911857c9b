"""Sources, their snapshots, and the evidence that they are put to claims as."""

import django_filters
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.filters import Filters, IdFilter, PersonFilter, TruthFilter, WordsFilter
from claims.api.idempotency import once
from claims.api.resource import Resource
from claims.permissions import require
from reviews.api.bodies import (
    EvidenceBody,
    NothingBody,
    SnapshotBody,
    SourceBody,
    SourceChanges,
    add_evidence,
)
from reviews.api.serializers import (
    EvidenceSerializer,
    SnapshotSerializer,
    SnapshotWithTextSerializer,
    SourceSerializer,
)
from reviews.models import Evidence, Snapshot, Source, SourceKind, Stance
from reviews.models.evidence import EvidenceQuerySet
from reviews.models.source import SnapshotQuerySet, SourceQuerySet
from reviews.permissions import right_refusal


class SourceFilters(Filters):
    q = WordsFilter(label="Words that stand in title, publisher or address.")
    kind = django_filters.ChoiceFilter(choices=SourceKind.choices)
    is_primary = TruthFilter("is_primary")


class Sources(Resource[Source]):
    """Documents, datasets, people and places that were consulted."""

    serializer_class = SourceSerializer
    filterset_class = SourceFilters

    def rows(self) -> SourceQuerySet:
        return Source.objects.with_people().newest_first()

    @extend_schema(request=SourceBody, responses={201: SourceSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Keep a source."""
        require(right_refusal("add_source", self.user))
        source = Source.objects.add(by=self.user, now=timezone.now(), **self.said(SourceBody))
        return self.answer(source, status=201)

    @extend_schema(request=SourceChanges)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change what is known about the source. Needs `If-Match`."""
        source = self.row(pk)
        revision = self.admit(right_refusal("change_source", self.user), source, revision_required=True)
        source.edit(by=self.user, now=timezone.now(), revision=revision, **self.said(SourceChanges))
        return self.answer(source)


class SnapshotFilters(Filters):
    source = IdFilter("source_id", label="Snapshots of this source.")


class Snapshots(Resource[Snapshot]):
    """What sources said when they were looked at. A list leaves the texts out; `/snapshots/{id}/` has it."""

    serializer_class = SnapshotWithTextSerializer
    list_serializer_class = SnapshotSerializer
    filterset_class = SnapshotFilters
    # Two bytes of UTF-8 may be written as six: \u044f.
    body_limit = 3 * settings.STET_MAX_TEXT_BYTES + 65_536

    def rows(self) -> SnapshotQuerySet:
        rows = Snapshot.objects.with_people().newest_first()
        return rows.without_text() if self.action == "list" else rows

    @extend_schema(request=SnapshotBody, responses={201: SnapshotWithTextSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Keep what a source says now, so that quotations can be held against it for good."""
        require(right_refusal("add_source", self.user))
        said = self.said(SnapshotBody)
        source = said.pop("source")
        return self.answer(source.take_snapshot(by=self.user, now=timezone.now(), **said), status=201)


class EvidenceFilters(Filters):
    review = IdFilter("review_id", label="Evidence of this review.")
    claim = django_filters.UUIDFilter("review__claim_id", label="Evidence of this claim.")
    source = IdFilter("source_id", label="Evidence from this source.")
    stance = django_filters.ChoiceFilter(choices=Stance.choices)
    added_by = PersonFilter("added_by_id", label="Added by this person; `me` is who asks.")


class EvidenceResource(Resource[Evidence]):
    """Sources put to claims. What a colleague keeps private appears when all verdicts are in."""

    serializer_class = EvidenceSerializer
    filterset_class = EvidenceFilters
    field_names = {"shown_to": "visibility"}

    def rows(self) -> EvidenceQuerySet:
        return Evidence.objects.visible_to(self.user).with_review_and_people().newest_first()

    @extend_schema(request=EvidenceBody, responses={201: EvidenceSerializer})
    @once
    def create(self, request: Request) -> Response:
        """Put a source, known or new, to the claim of a review."""
        require(right_refusal("add_evidence", self.user))
        said = self.said(EvidenceBody)
        with transaction.atomic():
            review = said["review"]
            review.hold()
            evidence = add_evidence(said, review=review, by=self.user, now=timezone.now())
        return self.answer(evidence, status=201)

    @extend_schema(request=NothingBody, responses=EvidenceSerializer)
    @action(detail=True, methods=["post"])
    @once
    def withdraw(self, request: Request, pk: str) -> Response:
        """Offer it no more. Verdicts that cite it keep it."""
        evidence = self.row(pk)
        self.said(NothingBody)
        evidence.withdraw(by=self.user, now=timezone.now())
        return self.answer(evidence)

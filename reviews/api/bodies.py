"""What request bodies about reviews are made of."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.bodies import (
    Body,
    Choice,
    Day,
    Line,
    Person,
    Reference,
    References,
    Text,
    Truth,
    checked_id,
    refuse_missing,
)
from claims.models import Disposition, User
from reviews.models import (
    Correction,
    Evidence,
    Rating,
    Review,
    Snapshot,
    Source,
    SourceKind,
    Stance,
    Visibility,
)

MOST_PIECES = 20


@extend_schema_field({"oneOf": [{"type": "integer", "minimum": 1}, {"type": "string"}]})
class RatingField(serializers.Field[Any, Any, Any, Any]):
    """A rating of the desk's scale by its slug, or any rating by its id."""

    def to_internal_value(self, data: Any) -> Rating:
        if isinstance(data, str):
            found = Rating.objects.of_default_scale().with_slug(data).first()
        else:
            found = Rating.objects.in_bulk([checked_id(data)]).get(data)
        return found if found is not None else refuse_missing([data])


class SourceChanges(Body):
    title = Line(max_length=300, required=False)
    kind = Choice(SourceKind.choices, required=False)
    is_primary = Truth(required=False, help_text="First-hand: the record itself, not a report of it.")
    publisher = Line(max_length=200, required=False, allow_blank=True)
    url = Line(max_length=2000, required=False, allow_blank=True, help_text="An http or https address.")
    doi = Line(max_length=200, required=False, allow_blank=True, help_text="Such as 10.1000/182.")
    published_on = Day(required=False, allow_null=True)
    accessed_on = Day(required=False, allow_null=True)
    is_confidential = Truth(
        required=False, help_text="Named to the desk only; the public reads “a confidential source”."
    )


class SourceBody(SourceChanges):
    title = Line(max_length=300)


@extend_schema_field(
    {"oneOf": [{"type": "integer", "minimum": 1}, {"$ref": "#/components/schemas/SourceBody"}]}
)
class SourceOrNew(serializers.Field[Any, Any, Any, Any]):
    """The id of a source, or the source itself when it is not kept yet."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return Reference.to_internal_value(self._known, data)
        body = SourceBody(data=data, context=self.context)
        body.is_valid(raise_exception=True)
        return body.validated_data

    @property
    def _known(self) -> Reference:
        known = Reference(lambda user: Source.objects.all())
        known.bind("source", self.parent)
        return known


class SnapshotBody(Body):
    source = Reference(lambda user: Source.objects.all())  # type: ignore[assignment]
    text = Text(
        max_length=settings.STET_MAX_TEXT_BYTES, help_text="What the source said when it was looked at."
    )
    archive_url = Line(max_length=2000, required=False, allow_blank=True)
    media_type = Line(max_length=100, required=False)


class PieceOfEvidence(Body):
    source = SourceOrNew(help_text="Its id, or a new source.")  # type: ignore[assignment]
    snapshot = Reference(
        lambda user: Snapshot.objects.all(),
        required=False,
        allow_null=True,
        help_text="The quotation is held against it.",
    )
    stance = Choice(Stance.choices)
    quote = Text(required=False, allow_blank=True, help_text="The words of the source.")
    locator = Line(max_length=200, required=False, allow_blank=True, help_text="Page, paragraph, time.")
    note = Text(required=False, allow_blank=True)
    visibility = Choice(Visibility.choices, required=False)
    independence_group = Line(max_length=100, required=False, allow_blank=True)


class EvidenceBody(PieceOfEvidence):
    review = Reference(lambda user: Review.objects.all())


class VerdictBody(Body):
    review = Reference(lambda user: Review.objects.all())
    rating = RatingField()
    rationale = Text(help_text="Why.")
    as_of = Day(required=False, allow_null=True, help_text="The day that the verdict speaks of.")
    evidence = References(
        lambda user: Evidence.objects.standing().visible_to(user),
        required=False,
        help_text="Ids of evidence that is there already.",
    )
    new_evidence: Any = serializers.ListSerializer(
        child=PieceOfEvidence(),
        required=False,
        max_length=MOST_PIECES,
        help_text="Evidence that comes with the verdict.",
    )


class DraftBody(Body):
    draft_rating = RatingField(required=False, allow_null=True)
    draft_rationale = Text(required=False, allow_blank=True)


class TriageBody(Body):
    due_on = Day(required=False, allow_null=True)


class DismissBody(Body):
    disposition = Choice(Disposition.choices, help_text="What it is instead of a claim to check.")
    reason = Line(max_length=300)


class AssignBody(Body):
    reviewer = Person()
    due_on = Day(required=False, allow_null=True)


class NothingBody(Body):
    """An empty object, or no body at all."""


class ReleaseBody(Body):
    reason = Line(max_length=300, required=False, allow_blank=True)


class AdjudicateBody(Body):
    rating = RatingField()
    summary = Text(help_text="What was found, for the reader.")
    reasons = Text(help_text="Why it is ruled so, for the desk.")


class ReasonBody(Body):
    reason = Text()


class PublishBody(Body):
    summary = Text(required=False, allow_blank=True, help_text="Left out: the ruling's.")
    correction = Choice(
        Correction.choices, required=False, help_text="Needed when it has been published before."
    )
    note = Text(required=False, allow_blank=True, help_text="What was corrected, for the reader.")


class CorrectBody(Body):
    summary = Text()
    correction = Choice(Correction.choices, help_text="typo or minor; otherwise check again.")
    note = Text(help_text="What was corrected, for the reader.")


class WithdrawBody(Body):
    note = Text(help_text="Why it was taken back, for the reader.")


def kept_source(said: Any, *, by: User, now: datetime) -> Source:
    """The source that a body names; a new one is kept first."""
    return said if isinstance(said, Source) else Source.objects.add(by=by, now=now, **said)


def add_evidence(said: Mapping[str, Any], *, review: Review, by: User, now: datetime) -> Evidence:
    piece = {name: value for name, value in said.items() if name not in ("review", "source", "visibility")}
    if "visibility" in said:
        piece["shown_to"] = said["visibility"]
    source = kept_source(said["source"], by=by, now=now)
    return Evidence.objects.add(review=review, source=source, by=by, now=now, **piece)

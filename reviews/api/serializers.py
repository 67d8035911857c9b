"""How what was found is shown. Only what is named here leaves through the API."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.serializers import PersonSerializer
from claims.models import Claim, Disposition
from reviews.models import (
    Assignment,
    Correction,
    Evidence,
    Policy,
    Publication,
    Rating,
    Review,
    Ruling,
    Scale,
    Snapshot,
    Source,
    Verdict,
)


class RatingSerializer(serializers.ModelSerializer[Rating]):
    class Meta:
        model = Rating
        fields = [
            "id", "slug", "label", "description", "order", "value", "polarity", "colour", "alternate_name",
            "retired_at",
        ]  # fmt: skip
        read_only_fields = fields


class GivenRatingSerializer(serializers.ModelSerializer[Rating]):
    """The rating that somebody gave, in short; `/scales/` has all of it."""

    class Meta:
        model = Rating
        fields = ["id", "slug", "label", "value", "polarity"]
        read_only_fields = fields


class ScaleSerializer(serializers.ModelSerializer[Scale]):
    ratings = RatingSerializer(many=True, read_only=True)

    class Meta:
        model = Scale
        fields = ["id", "name", "is_default", "ratings"]
        read_only_fields = fields


class PolicySerializer(serializers.ModelSerializer[Policy]):
    class Meta:
        model = Policy
        fields = ["id", "name", "reviewers_required", "blind", "minimum_evidence"]
        read_only_fields = fields


class CheckedClaimSerializer(serializers.ModelSerializer[Claim]):
    class Meta:
        model = Claim
        fields = ["id", "article", "text"]
        read_only_fields = fields


class RulingInForceSerializer(serializers.ModelSerializer[Ruling]):
    rating = GivenRatingSerializer(read_only=True)

    class Meta:
        model = Ruling
        fields = ["id", "rating", "summary", "basis", "reviewed_by"]
        read_only_fields = fields


class PublicationInForceSerializer(serializers.ModelSerializer[Publication]):
    correction = serializers.ChoiceField(Correction.choices, read_only=True, allow_blank=True)

    class Meta:
        model = Publication
        fields = ["id", "number", "correction", "created_at"]
        read_only_fields = fields


class ReviewSerializer(serializers.ModelSerializer[Review]):
    claim = CheckedClaimSerializer(read_only=True)
    policy = PolicySerializer(read_only=True)
    ruling = RulingInForceSerializer(read_only=True, allow_null=True)
    publication = PublicationInForceSerializer(read_only=True, allow_null=True)
    dismissed_as = serializers.ChoiceField(Disposition.choices, read_only=True, allow_blank=True)

    class Meta:
        model = Review
        fields = [
            "id", "claim", "state", "round", "policy", "due_on", "dismissed_as", "dismissed_because", "ruling",
            "publication", "created_at", "changed_at", "revision",
        ]  # fmt: skip
        read_only_fields = fields


class ShareSerializer(serializers.ModelSerializer[Assignment]):
    reviewer = PersonSerializer(read_only=True)
    verdict_given = serializers.BooleanField(read_only=True)

    class Meta:
        model = Assignment
        fields = ["id", "reviewer", "due_on", "verdict_given"]
        read_only_fields = fields


class ReviewWithSharesSerializer(ReviewSerializer):
    """A review with the shares of the round that it is in; each is an assignment."""

    shares = ShareSerializer(many=True, read_only=True)

    class Meta(ReviewSerializer.Meta):
        fields = [*ReviewSerializer.Meta.fields, "shares"]
        read_only_fields = fields


class AssignmentSerializer(serializers.ModelSerializer[Assignment]):
    """One reviewer's share of a review. The draft is shown to its reviewer alone."""

    claim = serializers.UUIDField(source="review.claim_id", read_only=True)
    reviewer = PersonSerializer(read_only=True)
    assigned_by = PersonSerializer(read_only=True)
    draft_rating = serializers.SerializerMethodField()
    draft_rationale = serializers.SerializerMethodField()
    drafted_at = serializers.SerializerMethodField()

    class Meta:
        model = Assignment
        fields = [
            "id", "review", "claim", "reviewer", "round", "assigned_by", "due_on", "created_at", "released_at",
            "release_reason", "verdict_at", "draft_rating", "draft_rationale", "drafted_at", "revision",
        ]  # fmt: skip
        read_only_fields = fields

    def is_own(self, share: Assignment) -> bool:
        return bool(share.reviewer_id == self.context["request"].user.pk)

    @extend_schema_field(GivenRatingSerializer(allow_null=True))
    def get_draft_rating(self, share: Assignment) -> Any:
        shown = self.is_own(share) and share.draft_rating
        return GivenRatingSerializer(shown).data if shown else None

    @extend_schema_field({"type": ["string", "null"]})
    def get_draft_rationale(self, share: Assignment) -> str | None:
        return share.draft_rationale if self.is_own(share) else None

    @extend_schema_field({"type": ["string", "null"], "format": "date-time"})
    def get_drafted_at(self, share: Assignment) -> Any:
        return share.drafted_at if self.is_own(share) else None


class SourceSerializer(serializers.ModelSerializer[Source]):
    added_by = PersonSerializer(read_only=True)
    url = serializers.CharField(read_only=True, help_text="An http or https address, or empty.")

    class Meta:
        model = Source
        fields = [
            "id", "title", "kind", "is_primary", "publisher", "url", "doi", "published_on", "accessed_on",
            "is_confidential", "added_by", "created_at", "revision",
        ]  # fmt: skip
        read_only_fields = fields


class SnapshotSerializer(serializers.ModelSerializer[Snapshot]):
    taken_by = PersonSerializer(read_only=True)
    archive_url = serializers.CharField(read_only=True, help_text="An http or https address, or empty.")

    class Meta:
        model = Snapshot
        fields = ["id", "source", "sha256", "media_type", "archive_url", "taken_by", "taken_at"]
        read_only_fields = fields


class SnapshotWithTextSerializer(SnapshotSerializer):
    class Meta(SnapshotSerializer.Meta):
        fields = [*SnapshotSerializer.Meta.fields, "text"]
        read_only_fields = fields


class EvidenceSerializer(serializers.ModelSerializer[Evidence]):
    claim = serializers.UUIDField(source="review.claim_id", read_only=True)
    added_by = PersonSerializer(read_only=True)

    class Meta:
        model = Evidence
        fields = [
            "id", "review", "claim", "source", "snapshot", "stance", "quote", "locator", "note", "visibility",
            "independence_group", "added_by", "created_at", "withdrawn_at",
        ]  # fmt: skip
        read_only_fields = fields


class VerdictSerializer(serializers.ModelSerializer[Verdict]):
    claim = serializers.UUIDField(source="review.claim_id", read_only=True)
    author = PersonSerializer(read_only=True)
    rating = GivenRatingSerializer(read_only=True)
    evidence = serializers.SerializerMethodField()

    class Meta:
        model = Verdict
        fields = [
            "id", "review", "claim", "anchor", "assignment", "round", "author", "rating", "rationale", "as_of",
            "supersedes", "evidence", "created_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(
        {"type": "array", "items": {"type": "integer"}, "description": "Ids of what it cites."}
    )
    def get_evidence(self, verdict: Verdict) -> list[int]:
        return [citation.evidence_id for citation in verdict.citations.all()]


class RulingSerializer(serializers.ModelSerializer[Ruling]):
    claim = serializers.UUIDField(source="review.claim_id", read_only=True)
    rating = GivenRatingSerializer(read_only=True)
    ruled_by = PersonSerializer(read_only=True, allow_null=True, help_text="Null: the reviewers agreed.")

    class Meta:
        model = Ruling
        fields = [
            "id", "review", "claim", "round", "rating", "summary", "reasons", "basis", "ruled_by", "reviewed_by",
            "created_at",
        ]  # fmt: skip
        read_only_fields = fields


class PublicationSerializer(serializers.ModelSerializer[Publication]):
    claim = serializers.UUIDField(source="review.claim_id", read_only=True)
    published_by = PersonSerializer(read_only=True)
    correction = serializers.ChoiceField(Correction.choices, read_only=True, allow_blank=True)
    frozen = serializers.SerializerMethodField()

    class Meta:
        model = Publication
        fields = [
            "id", "review", "claim", "ruling", "number", "correction", "note", "summary", "frozen", "published_by",
            "created_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(
        {
            "type": "object",
            "additionalProperties": True,
            "description": "Claim, article, rating and evidence as the public saw them.",
        }
    )
    def get_frozen(self, publication: Publication) -> Any:
        return publication.frozen

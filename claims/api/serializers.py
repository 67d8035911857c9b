"""How the desk's rows are shown. Only what is named here leaves through the API."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.models import Anchor, Article, Claim, Event, Job, Statement, User, Version


class PersonSerializer(serializers.ModelSerializer[User]):
    name = serializers.CharField(source="__str__", read_only=True)

    class Meta:
        model = User
        fields = ["id", "name"]
        read_only_fields = fields


class ArticleSerializer(serializers.ModelSerializer[Article]):
    brought_by = PersonSerializer(read_only=True)
    url = serializers.CharField(read_only=True, help_text="An http or https address, or empty.")

    class Meta:
        model = Article
        fields = [
            "id", "title", "byline", "outlet", "url", "published_on", "language", "brought_by", "created_at",
            "revision",
        ]  # fmt: skip
        read_only_fields = fields


class SplittingSerializer(serializers.ModelSerializer[Job]):
    """How far the splitting of a version has come; its claims are all there when the state is `done`."""

    class Meta:
        model = Job
        fields = ["state", "characters_done", "statements_recorded", "splitter", "error"]
        read_only_fields = fields


class VersionSerializer(serializers.ModelSerializer[Version]):
    splitting = SplittingSerializer(source="job", read_only=True)
    created_by = PersonSerializer(read_only=True)

    class Meta:
        model = Version
        fields = ["id", "article", "number", "sha256", "splitting", "created_by", "created_at"]
        read_only_fields = fields


class VersionWithTextSerializer(VersionSerializer):
    class Meta(VersionSerializer.Meta):
        fields = [*VersionSerializer.Meta.fields, "text"]
        read_only_fields = fields


class StatementSerializer(serializers.ModelSerializer[Statement]):
    class Meta:
        model = Statement
        fields = ["id", "version", "ordinal", "start", "end", "disposition", "reason"]
        read_only_fields = fields


SPANS = {
    "type": "array",
    "items": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
    "description": "The pairs of start and end whose words the claim uses.",
}


class AnchorSerializer(serializers.ModelSerializer[Anchor]):
    """Where the claim stands in the newest version that has it; offsets count code points."""

    version_number = serializers.IntegerField(source="version.number", read_only=True)
    spans = serializers.SerializerMethodField()

    class Meta:
        model = Anchor
        fields = [
            "version", "version_number", "statement", "start", "end", "spans", "quote", "prefix", "suffix", "state",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(SPANS)
    def get_spans(self, anchor: Anchor) -> Any:
        return anchor.spans


TEXTS = {"type": "array", "items": {"type": "string"}}
ATTRIBUTION = {
    "type": ["object", "null"],
    "description": "Who in the article says it; null: the article itself.",
    "properties": {"source": {"type": "string"}, "cue": {"type": "string"}},
    "required": ["source", "cue"],
    "additionalProperties": True,
}
DATES = {
    "type": "array",
    "description": "Phrases of time with what they come to, as coarse as the phrase (ISO 8601).",
    "items": {
        "type": "object",
        "properties": {"phrase": {"type": "string"}, "value": {"type": "string"}},
        "required": ["phrase", "value"],
    },
}
QUANTITIES = {
    "type": "array",
    "description": "Numbers with what they count; `value` is the number meant, its scale applied.",
    "items": {
        "type": "object",
        "properties": {
            "phrase": {"type": "string"},
            "value": {"type": "number"},
            "unit": {"type": "string"},
            "comparator": {"type": "string"},
            "role": {"type": "string", "enum": ["amount", "level", "base", "change", "share", "multiple"]},
            "direction": {"type": "string", "enum": ["up", "down"]},
            "base": {"type": "string"},
            "period": {"type": "string"},
            "thing": {"type": "string"},
        },
        "required": ["phrase", "value", "unit", "comparator", "role"],
    },
}


class ClaimSerializer(serializers.ModelSerializer[Claim]):
    anchor = serializers.SerializerMethodField()
    reasons = serializers.SerializerMethodField()
    attribution = serializers.SerializerMethodField()
    dates = serializers.SerializerMethodField()
    quantities = serializers.SerializerMethodField()
    hedges = serializers.SerializerMethodField()
    rules = serializers.SerializerMethodField()

    class Meta:
        model = Claim
        fields = [
            "id", "article", "position", "text", "kind", "disposition", "checkable", "worth", "reasons",
            "attribution", "dates", "quantities", "hedges", "link", "rules", "level", "origin", "anchor", "created_at",
        ]  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(AnchorSerializer(allow_null=True))
    def get_anchor(self, claim: Claim) -> Any:
        newest = next(iter(claim.anchors.all()), None)
        return AnchorSerializer(newest).data if newest else None

    @extend_schema_field(TEXTS)
    def get_reasons(self, claim: Claim) -> Any:
        return claim.reasons

    @extend_schema_field(ATTRIBUTION)
    def get_attribution(self, claim: Claim) -> Any:
        return claim.attribution

    @extend_schema_field(DATES)
    def get_dates(self, claim: Claim) -> Any:
        return claim.dates

    @extend_schema_field(QUANTITIES)
    def get_quantities(self, claim: Claim) -> Any:
        return claim.quantities

    @extend_schema_field(TEXTS)
    def get_hedges(self, claim: Claim) -> Any:
        return claim.hedges

    @extend_schema_field(TEXTS)
    def get_rules(self, claim: Claim) -> Any:
        return claim.rules


class EventSerializer(serializers.ModelSerializer[Event]):
    """One line of the audit trail. `hash` is SHA-256 over `previous_hash` and the line itself."""

    actor = PersonSerializer(read_only=True, allow_null=True, help_text="Null: the desk itself.")
    data = serializers.SerializerMethodField()  # type: ignore[assignment]

    class Meta:
        model = Event
        fields = ["seq", "at", "actor", "verb", "article", "claim", "data", "previous_hash", "hash"]
        read_only_fields = fields

    @extend_schema_field({"type": "object", "additionalProperties": True})
    def get_data(self, event: Event) -> Any:
        return event.data

"""What was said, to read: versions, statements, claims and the audit trail."""

import django_filters

from claims.api.filters import Filters, IdFilter, PersonFilter, TruthFilter
from claims.api.resource import Resource
from claims.api.serializers import (
    ClaimSerializer,
    EventSerializer,
    StatementSerializer,
    VersionSerializer,
    VersionWithTextSerializer,
)
from claims.models import Claim, Disposition, Event, Statement, Version
from claims.models.claim import ClaimQuerySet
from claims.models.event import EventQuerySet
from claims.models.statement import StatementQuerySet
from claims.models.version import VersionQuerySet

UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


class VersionFilters(Filters):
    article = IdFilter("article_id", label="Versions of this article.")


class Versions(Resource[Version]):
    """Texts of articles, as they came. A list leaves the texts out; `/versions/{id}/` has it."""

    serializer_class = VersionWithTextSerializer
    list_serializer_class = VersionSerializer
    filterset_class = VersionFilters

    def rows(self) -> VersionQuerySet:
        rows = Version.objects.with_job().newest_first()
        return rows.without_text() if self.action == "list" else rows


class StatementFilters(Filters):
    version = IdFilter("version_id", label="Statements of this version.")
    article = IdFilter("version__article_id", label="Statements of this article's versions.")
    disposition = django_filters.ChoiceFilter(choices=Disposition.choices)


class Statements(Resource[Statement]):
    """Sentences of versions, in the order of the text."""

    serializer_class = StatementSerializer
    filterset_class = StatementFilters

    def rows(self) -> StatementQuerySet:
        return Statement.objects.in_text_order()


class ClaimFilters(Filters):
    article = IdFilter("article_id", label="Claims of this article.")
    disposition = django_filters.ChoiceFilter(choices=Disposition.choices)
    checkable = TruthFilter("checkable")
    kind = django_filters.CharFilter("kind", max_length=40)


class Claims(Resource[Claim]):
    """Assertions that can be checked one by one, each with its newest anchor, in the order of their articles."""

    serializer_class = ClaimSerializer
    filterset_class = ClaimFilters
    lookup_value_regex = UUID

    def rows(self) -> ClaimQuerySet:
        return Claim.objects.with_newest_anchor().in_article_order()


class EventFilters(Filters):
    article = IdFilter("article_id", label="What happened to this article and its claims.")
    claim = django_filters.UUIDFilter("claim_id", label="What happened to this claim.")
    actor = PersonFilter("actor_id", label="What this person did; `me` is who asks.")
    verb = django_filters.CharFilter("verb", max_length=60)


class Events(Resource[Event]):
    """The audit trail, newest first. Nothing in it can be changed; each line holds the hash of the one before."""

    serializer_class = EventSerializer
    filterset_class = EventFilters

    def rows(self) -> EventQuerySet:
        return Event.objects.with_actor().newest_first()

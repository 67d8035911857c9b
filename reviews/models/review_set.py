from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Count, F, OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce

from claims.models import Anchor
from reviews.models.assignment import Assignment
from reviews.models.publication import Correction
from reviews.workflow import AT_REST, OPEN_TO_REVIEWERS

if TYPE_CHECKING:
    from uuid import UUID

    from django.contrib.auth.models import AnonymousUser

    from claims.models import Article, Claim, User
    from reviews.models.review import Review  # noqa: F401 (QuerySet["Review"] below names it)


class ReviewQuerySet(models.QuerySet["Review"]):
    def of_article(self, article: "Article") -> "ReviewQuerySet":
        return self.filter(claim__article=article)

    def of_claims(self, claims: "Sequence[Claim]") -> "ReviewQuerySet":
        return self.filter(claim__in=claims)

    def of_claim_ids(self, ids: "Sequence[UUID]") -> "ReviewQuerySet":
        return self.filter(claim__in=ids)

    def open(self) -> "ReviewQuerySet":
        """Reviews that wait for somebody."""
        return self.exclude(state__in=AT_REST)

    def in_state(self, *states: str) -> "ReviewQuerySet":
        return self.filter(state__in=states)

    def overdue(self, today: date) -> "ReviewQuerySet":
        return self.open().filter(due_on__lt=today)

    def with_share_of(self, user: "User | AnonymousUser") -> "ReviewQuerySet":
        """Reviews in which this person's verdict is awaited."""
        shares = Assignment.objects.awaiting_verdict().of(user)
        return self.filter(pk__in=shares.values("review"))

    def takeable_by(self, user: "User | AnonymousUser") -> "ReviewQuerySet":
        """Reviews with a place left, in which this person has no share."""
        shares = Assignment.objects.current().filter(review=OuterRef("pk"), round=OuterRef("round"))
        taken = shares.order_by().values("review").annotate(number=Count("pk")).values("number")
        return (
            self.filter(~models.Exists(shares.of(user)), state__in=OPEN_TO_REVIEWERS)
            .alias(shares_taken=Coalesce(Subquery(taken), 0))
            .filter(shares_taken__lt=F("policy__reviewers_required"))
        )

    def shared_by(self, reviewer: int) -> "ReviewQuerySet":
        """Reviews in which the person with this id has a share in the round that they are in."""
        shares = Assignment.objects.current().filter(reviewer_id=reviewer, round=OuterRef("round"))
        return self.filter(models.Exists(shares.filter(review=OuterRef("pk"))))

    def held(self) -> "ReviewQuerySet":
        """To be read inside a transaction: until it ends, other steps on the review wait (on SQLite all writes do)."""
        return self.select_for_update(of=("self",))

    def newest_first(self) -> "ReviewQuerySet":
        """In an order that no step changes, so that whoever pages through misses none."""
        return self.order_by("-id")

    def for_page(self) -> "ReviewQuerySet":
        """Everything that a list shows of a review, in one query."""
        return self.select_related("claim__article", "policy", "ruling__rating", "publication")

    def with_shares(self) -> "ReviewQuerySet":
        return self.prefetch_related(Prefetch("assignments", Assignment.objects.select_related("reviewer")))

    def with_anchor_start(self) -> "ReviewQuerySet":
        newest = Anchor.objects.filter(claim=OuterRef("claim")).order_by("-version__number")
        return self.annotate(
            anchor_start=Subquery(newest.values("start")[:1]), anchor_end=Subquery(newest.values("end")[:1])
        )

    def in_article_order(self) -> "ReviewQuerySet":
        return self.order_by("claim__article_id", "claim__position", "claim_id")

    def most_worth_first(self) -> "ReviewQuerySet":
        return self.order_by("-worth", "id")

    def ruled(self) -> "ReviewQuerySet":
        """Reviews with a ruling in force, whatever has happened since."""
        return self.filter(ruling__isnull=False)

    def published_to_readers(self) -> "ReviewQuerySet":
        """Reviews of which the public sees a finding, and not the notice of a withdrawal."""
        return self.filter(publication__isnull=False).exclude(publication__correction=Correction.WITHDRAWN)

    def numbered(self, numbers: "Sequence[int]") -> "ReviewQuerySet":
        return self.filter(pk__in=numbers)

    def of_article_numbered(self, number: int) -> "ReviewQuerySet":
        return self.filter(claim__article_id=number)

    def in_order_of_arrival(self, *, after: int = 0) -> "ReviewQuerySet":
        """By number, from behind this one on."""
        return self.filter(pk__gt=after).order_by("pk")

    def last_changed_first(self) -> "ReviewQuerySet":
        return self.order_by("-changed_at", "-id")

    def changed_since(self, moment: datetime) -> "ReviewQuerySet":
        return self.filter(changed_at__gte=moment)

    def with_rating(self) -> "ReviewQuerySet":
        return self.select_related("ruling__rating")

    def counts_of_articles(self, ids: "Sequence[int]") -> "models.QuerySet[Any, tuple[int, str, int]]":
        """(article id, work state, how many) for each state that the claims of these articles are in."""
        return (
            self.filter(claim__article__in=ids)
            .order_by()
            .values_list("claim__article_id", "state")
            .annotate(Count("pk"))
        )

    def state_counts(self) -> dict[str, int]:
        return dict(self.order_by().values_list("state").annotate(Count("pk")))

"""Rows in every table, each in the state that its address needs, and what a good request would send."""

from typing import Any

from django.contrib.admin.utils import quote
from django.db import models

from claims.admin import console
from claims.models import ApiToken, Article
from reviews.models import Policy, Review, Snapshot, Source
from tests.access.people import People
from tests.factories import (
    NOW,
    make_article,
    make_claim,
    make_evidence,
    make_review,
    make_source,
    make_user,
    rating,
)

STATE_FOR = {
    "triage": "new",
    "dismiss": "triaged",
    "assign": "triaged",
    "take": "triaged",
    "adjudicate": "in_adjudication",
    "send-back": "in_adjudication",
    "publish": "settled",
    "correct": "published",
    "recheck": "published",
    "withdraw": "published",
}


class Rows:
    def __init__(self, people: People) -> None:
        self.reviews = {state: make_review(state=state) for state in dict.fromkeys(STATE_FOR.values())}
        self.shared = self._review_in_which_all_have_shares(people)
        self.evidence = make_evidence(review=self.shared, by=people.users["reviewer"])
        self.hidden = make_review(state="in_review").verdicts.get()
        self.source: Source = make_source()
        self.snapshot: Snapshot = self.source.take_snapshot(
            by=make_user(), now=NOW, text="The sale is agreed."
        )
        self.article: Article = make_article(text="A text of its own, to be split.")
        self.token = ApiToken.objects.get(user=people.users["editor"], expiry=None)
        self.share = self.shared.share_of(people.users["reviewer"])
        self.another = make_user(username="another")

    def _review_in_which_all_have_shares(self, people: People) -> Review:
        review: Review = make_claim().review
        Review.objects.filter(pk=review.pk).update(
            policy=Policy.objects.create(name="Five", reviewers_required=5)
        )
        review.refresh_from_db()
        review.triage(by=people.users["editor"], now=NOW)
        for name in ("reviewer", "editor", "administrator", "superuser"):
            review.take(by=people.users[name], now=NOW)
        return review

    def review_for(self, route: str) -> Review:
        step = route.rstrip("/").rsplit("/", 1)[-1].replace("_", "-")
        if route.startswith("claims/") and "evidence" in route:
            return self.shared
        return self.reviews[STATE_FOR[step]] if step in STATE_FOR else self.shared

    def arguments(self, route: str) -> dict[str, Any]:
        """What stands in the address."""
        review = self.review_for(route)
        published = self.reviews["published"].claim
        arguments = {
            "article_id": self.article.pk,
            "claim_id": review.claim_id,
            "evidence_id": self.evidence.pk,
            "source_id": self.source.pk,
            "token_key": self.token.token_key,
            "format": "jsonl",
            "app_label": "claims",
            "url": "nowhere/",
            "id": self.another.pk,
            "object_id": self._shown_in_console(route),
            "pk": self._of_resource(route),
        }
        if route.startswith("published/"):
            arguments |= {"article_id": published.article_id, "claim_id": published.pk}
        return arguments

    def _shown_in_console(self, route: str) -> str:
        parts = route.split("/")
        shown = {(model._meta.app_label, model._meta.model_name): model for model in console._registry}
        model: type[models.Model] | None = shown.get((parts[1], parts[2])) if len(parts) > 3 else None
        if model is None:
            return ""
        row = self.another if model.__name__ == "User" else model._default_manager.order_by("pk").last()
        return quote(row.pk) if row else ""

    def _of_resource(self, route: str) -> Any:
        parts = route.split("/")
        resources = {
            "articles": self.article,
            "assignments": self.share,
            "claims": self.shared.claim,
            "events": self.article.events.first(),
            "evidence": self.evidence,
            "publications": self.reviews["published"].publication,
            "reviews": self.review_for(route),
            "rulings": self.reviews["settled"].ruling,
            "scales": rating("true").scale,
            "snapshots": self.snapshot,
            "sources": self.source,
            "statements": self.shared.anchor().statement,
            "verdicts": self.hidden,
            "versions": self.article.latest_version(),
        }
        row = resources.get(parts[2]) if len(parts) > 2 else None
        return row.pk if row is not None else ""

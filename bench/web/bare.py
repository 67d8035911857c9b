"""What stands beside the desk's pages: the shortest Django views that give the same columns. No log-in, no middleware,
no permissions, no history; plain JSON instead of a page. They say how much of a page's time is the framework's."""

import json
from collections.abc import Iterator
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, JsonResponse, StreamingHttpResponse
from django.urls import path
from django.utils import timezone

from claims.models import Article
from reviews.models import Assignment, Citation, Evidence, Rating, Review, Verdict

REVIEW = (
    "id",
    "state",
    "due_on",
    "claim__text",
    "claim__worth",
    "claim__article__title",
    "ruling__rating__label",
)


def articles(request: HttpRequest) -> JsonResponse:
    rows = Article.objects.order_by("-created_at", "-id")
    columns = ("id", "title", "byline", "outlet", "url", "published_on", "created_at")
    return JsonResponse({"rows": list(rows.values(*columns)[:25])})


def reviews(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"rows": list(Review.objects.order_by("-id").values(*REVIEW)[:25])})


def following(request: HttpRequest) -> JsonResponse:
    """What waits for a reviewer: his shares, and what anybody may take."""
    shares = Assignment.objects.filter(
        reviewer__username="reviewer0",
        released_at=None,
        verdict_at=None,
        review__state__in=("assigned", "in_review"),
    ).order_by("due_on")
    columns = [f"review__{name}" for name in REVIEW]
    takeable = Review.objects.filter(state="triaged").order_by("-claim__worth", "id")
    return JsonResponse(
        {"shares": list(shares.values(*columns)[:25]), "takeable": list(takeable.values(*REVIEW)[:25])}
    )


def claim(request: HttpRequest, claim_id: UUID) -> JsonResponse:
    review = Review.objects.select_related("claim__article", "ruling__rating", "publication").get(
        claim=claim_id
    )
    evidence = Evidence.objects.filter(review=review).values(
        "stance", "quote", "locator", "source__title", "source__url"
    )
    verdicts = Verdict.objects.filter(review=review).values("rating__label", "rationale", "author__username")
    anchor = review.claim.anchors.values("start", "end", "quote", "version__text").latest("version__number")
    return JsonResponse(
        {"claim": review.claim.text, "state": review.state, "anchor": anchor, "evidence": list(evidence),
         "verdicts": list(verdicts)}
    )  # fmt: skip


def verdict(request: HttpRequest, claim_id: UUID) -> JsonResponse:
    with transaction.atomic():
        share = Assignment.objects.select_related("review").get(
            review__claim=claim_id, reviewer__username="reviewer0"
        )
        given = Verdict.objects.create(
            review=share.review, assignment=share, author_id=share.reviewer_id, round=1, created_at=timezone.now(),
            anchor=share.review.claim.anchors.latest("version__number"),
            rating=Rating.objects.get(pk=request.POST["rating"]), rationale=request.POST["rationale"],
        )  # fmt: skip
        Citation.objects.create(verdict=given, evidence_id=int(request.POST["evidence"]))
        Review.objects.filter(pk=share.review_id).update(state="in_review")
    return JsonResponse({"id": given.pk})


def export(request: HttpRequest) -> StreamingHttpResponse:
    columns = (
        "claim_id", "claim__article_id", "claim__article__title", "claim__article__outlet", "claim__article__url",
        "claim__text", "claim__attribution", "claim__dates", "state", "ruling__rating__label", "ruling__rating__value",
        "ruling__summary", "ruling__reviewed_by", "ruling__created_at", "changed_at", "publication__frozen",
    )  # fmt: skip
    rows = Review.objects.filter(ruling__isnull=False).order_by("pk").values(*columns)

    def lines() -> Iterator[str]:
        for row in rows.iterator(chunk_size=1_000):
            yield json.dumps(row, default=str) + "\n"

    return StreamingHttpResponse(lines(), content_type="application/x-ndjson")


urlpatterns = [
    path("articles/", articles),
    path("reviews/", reviews),
    path("next/", following),
    path("claims/<uuid:claim_id>/", claim),
    path("verdict/<uuid:claim_id>/", verdict),
    path("export/", export),
]

"""The record of a claim that is settled and not published: read from its ruling."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Max, Min

from claims.models import Anchor
from reviews.freezing import CONFIDENTIAL
from reviews.models import Citation, Review, Scale

Bounds = Mapping[int, tuple[int | None, int | None]]


def bounds_of_scales() -> Bounds:
    """Worst and best value on the truth order of each scale."""
    values = Scale.objects.annotate(worst=Min("ratings__value"), best=Max("ratings__value"))
    return {scale: (worst, best) for scale, worst, best in values.values_list("pk", "worst", "best")}


def records(reviews: Sequence[int], bounds: Bounds) -> dict[int, dict[str, Any]]:
    """The records of these reviews, each of which has a ruling; three queries, or none for none."""
    if not reviews:
        return {}
    evidence = _evidence(reviews)
    ruled = Review.objects.numbered(reviews).values(
        "pk",
        "claim_id",
        "claim__text",
        "claim__attribution",
        "claim__dates",
        "claim__article_id",
        "claim__article__title",
        "claim__article__outlet",
        "claim__article__url",
        "claim__article__published_on",
        "ruling__summary",
        "ruling__reviewed_by",
        "ruling__created_at",
        "ruling__rating__label",
        "ruling__rating__value",
        "ruling__rating__scale_id",
    )
    anchors = _anchors([values["claim_id"] for values in ruled])
    found = {}
    for values in ruled:
        version, quote, start, end = anchors[values["claim_id"]]
        found[values["pk"]] = {
            "claim_id": str(values["claim_id"]),
            "article": {
                "id": values["claim__article_id"],
                "title": values["claim__article__title"],
                "outlet": values["claim__article__outlet"],
                "url": values["claim__article__url"],
                "published_on": values["claim__article__published_on"],
            },
            "version": version,
            "text": values["claim__text"],
            "quote": quote,
            "start": start,
            "end": end,
            "attribution": values["claim__attribution"],
            "dates": values["claim__dates"],
            "rating": _rating(values, bounds),
            "summary": values["ruling__summary"],
            "evidence": evidence.get(values["pk"], []),
            "reviewed_by": values["ruling__reviewed_by"],
            "ruled_at": values["ruling__created_at"],
        }
    return found


def _rating(values: Mapping[str, Any], bounds: Bounds) -> dict[str, Any]:
    value = values["ruling__rating__value"]
    worst, best = bounds[values["ruling__rating__scale_id"]] if value is not None else (None, None)
    return {"label": values["ruling__rating__label"], "value": value, "best": best, "worst": worst}


def _anchors(claims: Sequence[UUID]) -> dict[UUID, tuple[int, str, int, int]]:
    """Where each claim stands in the newest version that has it."""
    values = Anchor.objects.of_claims(claims).oldest_version_first()
    return {
        claim: (version, quote, start, end)
        for claim, version, quote, start, end in values.values_list(
            "claim_id", "version__number", "quote", "start", "end"
        )
    }


def _evidence(reviews: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """What the verdicts behind each ruling rest on, once each; nothing private, and no confidential source by name."""
    found: dict[int, dict[int, dict[str, Any]]] = {}
    for values in (
        Citation.objects.behind_rulings(reviews)
        .shared()
        .values(
            "verdict__review_id",
            "evidence_id",
            "evidence__stance",
            "evidence__quote",
            "evidence__locator",
            "evidence__source__title",
            "evidence__source__publisher",
            "evidence__source__url",
            "evidence__source__doi",
            "evidence__source__kind",
            "evidence__source__is_confidential",
        )
    ):
        pieces = found.setdefault(values["verdict__review_id"], {})
        pieces[values["evidence_id"]] = _piece(values)
    return {review: list(pieces.values()) for review, pieces in found.items()}


def _piece(values: Mapping[str, Any]) -> dict[str, Any]:
    hidden = values["evidence__source__is_confidential"]
    doi = values["evidence__source__doi"]
    address = values["evidence__source__url"] or (f"https://doi.org/{doi}" if doi else "")
    return {
        "source": {
            "title": CONFIDENTIAL if hidden else values["evidence__source__title"],
            "publisher": "" if hidden else values["evidence__source__publisher"],
            "url": "" if hidden else address,
            "kind": values["evidence__source__kind"],
        },
        "stance": values["evidence__stance"],
        "quote": "" if hidden else values["evidence__quote"],
        "locator": "" if hidden else values["evidence__locator"],
    }

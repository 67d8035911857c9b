"""One record for each claim with a ruling: what was published as it was frozen, what is only settled as it was ruled.

Plain values from start to end, no model instances, in chunks by key: a handful of queries for a thousand claims, no
cursor held open while a slow reader takes his time, and the same memory for a hundred claims as for a million.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict

import orjson
from django.db.models import TextField
from django.db.models.functions import Cast

from reviews.exports import settled
from reviews.exports.permalinks import permalink
from reviews.exports.selection import Selection
from reviews.models import Publication, Review

CHUNK = 1_000
Head = tuple[int, str, datetime, str | None, str | None]


class Row(TypedDict):
    """The record of a claim, in the order in which its fields are written."""

    claim_id: str
    article: dict[str, Any]
    version: int
    text: str
    quote: str
    start: int
    end: int
    attribution: dict[str, Any] | None
    dates: list[dict[str, str]]
    state: str
    rating: dict[str, Any]
    summary: str
    evidence: list[dict[str, Any]]
    corrections: list[dict[str, Any]]
    reviewed_by: int
    ruled_at: datetime | str
    published_at: datetime | None
    updated_at: datetime
    permalink: str | None


def chunks(selection: Selection) -> Iterator[list[Row]]:
    """The records as lists of at most a thousand, in the order in which the claims came in."""
    bounds = settled.bounds_of_scales()
    last = 0
    while heads := _heads(selection, after=last):
        yield list(_rows(heads, bounds))
        last = heads[-1][0]


def _heads(selection: Selection, *, after: int) -> Sequence[Head]:
    """Review, state, time of the last change, and of what is published in force the summary and its frozen JSON."""
    found = selection.of(Review.objects.ruled()).in_order_of_arrival(after=after)
    frozen = Cast("publication__frozen", TextField())
    values = found.annotate(frozen_text=frozen).values_list(
        "pk", "state", "changed_at", "publication__summary", "frozen_text"
    )
    return list(values[:CHUNK])


def _rows(heads: Sequence[Head], bounds: settled.Bounds) -> Iterator[Row]:
    ruled = settled.records([review for review, _, _, _, frozen in heads if frozen is None], bounds)
    history = _publications([review for review, _, _, _, frozen in heads if frozen is not None])
    for review, state, changed_at, summary, frozen in heads:
        record = ruled[review] if frozen is None else thawed(orjson.loads(frozen), summary or "")
        published_at, corrections = history.get(review, (None, []))
        yield Row(
            claim_id=record["claim_id"],
            article=record["article"],
            version=record["version"],
            text=record["text"],
            quote=record["quote"],
            start=record["start"],
            end=record["end"],
            attribution=record["attribution"],
            dates=record["dates"],
            state=state,
            rating=record["rating"],
            summary=record["summary"],
            evidence=record["evidence"],
            corrections=corrections,
            reviewed_by=record["reviewed_by"],
            ruled_at=record["ruled_at"],
            published_at=published_at,
            updated_at=changed_at,
            permalink=permalink(record["claim_id"]) if published_at else None,
        )


def thawed(frozen: Mapping[str, Any], summary: str) -> dict[str, Any]:
    """The part of a record that was frozen when the claim was published."""
    claim, article, rating = frozen["claim"], frozen["article"], frozen["rating"]
    return {
        "claim_id": claim["id"],
        "article": {name: article[name] for name in ("id", "title", "outlet", "url", "published_on")},
        "version": frozen["version"],
        "text": claim["text"],
        "quote": claim["quote"],
        "start": claim["start"],
        "end": claim["end"],
        "attribution": claim["attribution"],
        "dates": claim["dates"],
        "rating": {name: rating[name] for name in ("label", "value", "best", "worst")},
        "summary": summary,
        "evidence": [_evidence(piece) for piece in frozen["evidence"]],
        "reviewed_by": frozen["reviewed_by"],
        "ruled_at": frozen["ruled_at"],
    }


def _evidence(piece: Mapping[str, Any]) -> dict[str, Any]:
    source = piece["source"]
    return {
        "source": {name: source[name] for name in ("title", "publisher", "url", "kind")},
        "stance": piece["stance"],
        "quote": piece["quote"],
        "locator": piece["locator"],
    }


def _publications(reviews: Sequence[int]) -> dict[int, tuple[datetime, list[dict[str, Any]]]]:
    """When each was first published, and the corrections since."""
    found: dict[int, tuple[datetime, list[dict[str, Any]]]] = {}
    values = (
        Publication.objects.of_reviews(reviews)
        .in_order()
        .values_list("review_id", "created_at", "correction", "note")
    )
    for review, at, correction, note in values:
        if not correction:
            found[review] = (at, [])
        else:
            found[review][1].append({"at": at, "class": correction, "note": note})
    return found

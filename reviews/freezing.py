"""Freezes what the public sees of a claim."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.models import Anchor
    from reviews.models import Evidence, Rating, Review, Ruling

CONFIDENTIAL = "a confidential source"


def freeze(
    review: "Review", ruling: "Ruling", anchor: "Anchor", evidence: "Iterable[Evidence]"
) -> dict[str, Any]:
    """The claim, its article, the rating and the evidence as plain values, so that no later edit reaches the public."""
    claim, article = review.claim, review.claim.article
    return {
        "claim": {
            "id": str(claim.pk),
            "text": claim.text,
            "quote": anchor.quote,
            "start": anchor.start,
            "end": anchor.end,
            "attribution": claim.attribution,
            "dates": claim.dates,
        },
        "version": anchor.version.number,
        "article": {
            "id": article.pk,
            "title": article.title,
            "byline": article.byline,
            "outlet": article.outlet,
            "url": article.url,
            "published_on": article.published_on.isoformat() if article.published_on else None,
        },
        "rating": freeze_rating(ruling.rating),
        "reviewed_by": ruling.reviewed_by,
        "ruled_at": ruling.created_at.isoformat(),
        "evidence": [freeze_evidence(piece) for piece in evidence],
    }


def freeze_rating(rating: "Rating") -> dict[str, Any]:
    bounds = rating.scale.bounds()
    on_order = rating.value is not None and bounds is not None
    return {
        "label": rating.label,
        "slug": rating.slug,
        "description": rating.description,
        "value": rating.value,
        "worst": bounds[0] if on_order and bounds else None,
        "best": bounds[1] if on_order and bounds else None,
        "polarity": rating.polarity,
        "colour": rating.colour,
        "alternate_name": rating.alternate_name or rating.label,
    }


def freeze_evidence(piece: "Evidence") -> dict[str, Any]:
    source = piece.source
    hidden = source.is_confidential
    return {
        "source": {
            "title": CONFIDENTIAL if hidden else source.title,
            "publisher": "" if hidden else source.publisher,
            "url": "" if hidden else source.url or (f"https://doi.org/{source.doi}" if source.doi else ""),
            "kind": source.kind,
            "primary": source.is_primary,
        },
        "stance": piece.stance,
        "quote": "" if hidden else piece.quote,
        "locator": "" if hidden else piece.locator,
    }

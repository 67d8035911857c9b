"""What was found: records of reviews with all that hangs on them, as far as the reader may see it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from reviews.exports.records import Record, grouped, named, records
from reviews.freezing import CONFIDENTIAL
from reviews.models import Assignment, Citation, Evidence, Publication, Review, Ruling, Verdict

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from claims.models import User

_REVIEW = named(
    "id", "claim_id", "state", "round", "due_on", "dismissed_as", "dismissed_because", "created_at",
    policy="policy__name", updated_at="changed_at",
)  # fmt: skip
_SHARE = named(
    "round",
    "due_on",
    "created_at",
    "released_at",
    "release_reason",
    "verdict_at",
    reviewer="reviewer__username",
)
_VERDICT = named(
    "id", "round", "rationale", "as_of", "created_at",
    reviewer="author__username", rating="rating__label", value="rating__value", supersedes="supersedes_id",
)  # fmt: skip
_RULING = named(
    "id", "round", "summary", "reasons", "basis", "reviewed_by", "created_at",
    ruled_by="ruled_by__username", rating="rating__label", value="rating__value",
)  # fmt: skip
_PUBLICATION = named(
    "number", "correction", "note", "summary", "frozen", "created_at",
    ruling="ruling_id", published_by="published_by__username",
)  # fmt: skip
_EVIDENCE = named(
    "id", "stance", "quote", "locator", "note", "independence_group", "created_at", "withdrawn_at",
    added_by="added_by__username", snapshot_sha256="snapshot__sha256", archive_url="snapshot__archive_url",
    title="source__title", publisher="source__publisher", url="source__url", doi="source__doi",
    kind="source__kind", primary="source__is_primary", source_published_on="source__published_on",
    accessed_on="source__accessed_on", confidential="source__is_confidential",
)  # fmt: skip
_OF_SOURCE = ("title", "publisher", "url", "doi", "kind", "primary", "accessed_on")
_TELLTALE = ("quote", "locator", "note", "snapshot_sha256", "archive_url")


def reviews_of(claims: Sequence[UUID], *, reader: "User | AnonymousUser") -> dict[UUID, Record]:
    """The reviews of these claims by claim; seven queries however many there are."""
    reviews = records(Review.objects.of_claim_ids(claims), _REVIEW)
    ids = [review["id"] for review in reviews]
    shares = grouped(Assignment.objects.of_reviews(ids).oldest_first(), _SHARE, by="review_id")
    evidence = grouped(
        Evidence.objects.of_reviews(ids).shared().visible_to(reader).in_order(), _EVIDENCE, by="review_id"
    )
    verdicts = grouped(
        Verdict.objects.of_reviews(ids).visible_to(reader).in_order(), _VERDICT, by="review_id"
    )
    cited = grouped(Citation.objects.of_reviews(ids).shared(), named("evidence_id"), by="verdict_id")
    rulings = grouped(Ruling.objects.of_reviews(ids).oldest_first(), _RULING, by="review_id")
    publications = grouped(Publication.objects.of_reviews(ids).in_order(), _PUBLICATION, by="review_id")
    found = {}
    for review in reviews:
        number, claim = review.pop("id"), review.pop("claim_id")
        review["assignments"] = shares[number]
        review["evidence"] = [_piece(piece) for piece in evidence[number]]
        review["verdicts"] = [
            verdict | {"evidence": [citation["evidence_id"] for citation in cited[verdict["id"]]]}
            for verdict in verdicts[number]
        ]
        review["rulings"] = rulings[number]
        review["publications"] = publications[number]
        found[claim] = review
    return found


def _piece(piece: Record) -> Record:
    """The evidence with its source inside; of a confidential one nothing by which it could be found out."""
    if piece.pop("confidential"):
        piece |= dict.fromkeys(_TELLTALE, "")
        piece |= {"title": CONFIDENTIAL, "publisher": "", "url": "", "doi": "", "accessed_on": None}
        piece["source_published_on"] = None
    source = {name: piece.pop(name) for name in _OF_SOURCE}
    source["published_on"] = piece.pop("source_published_on")
    return piece | {"source": source}

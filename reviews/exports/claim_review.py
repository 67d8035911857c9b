"""schema.org ClaimReview as JSON-LD: one array of what is published in force, for search engines and data commons.

The properties are those that Google's guide to fact-check markup requires (`claimReviewed`, `reviewRating` with
`alternateName`, `url`) or recommends, and no others:
https://developers.google.com/search/docs/appearance/structured-data/factcheck
A rating that is not on the truth order has no number, and none is made up. Whoever is not known to be a person or an
organisation is not named as the claim's author, since the guide asks for one of the two.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import orjson
from django.conf import settings
from django.db.models import TextField
from django.db.models.functions import Cast

from reviews.exports.permalinks import place_on_page
from reviews.exports.selection import Selection, Unexportable
from reviews.models import Review

CHUNK = 1_000
Item = dict[str, Any]
Published = tuple[int, int, datetime, str]
# `<script>` in a claim must stay harmless where a page embeds the file. In JSON these stand only inside strings.
_HARMLESS = ((b"<", b"\\u003c"), (b">", b"\\u003e"), (b"&", b"\\u0026"))


def write(selection: Selection) -> Iterator[bytes]:
    """Raises Unexportable before the first piece: an item without what the guide requires is not written."""
    for chunk in _chunks(selection):
        for published in chunk:
            refuse_incomplete(item_of(published))
    yield b"["
    between = b"\n"
    for chunk in _chunks(selection):
        yield between + b",\n".join(harmless(orjson.dumps(item_of(published))) for published in chunk)
        between = b",\n"
    yield b"\n]\n"


def harmless(written: bytes) -> bytes:
    for mark, escape in _HARMLESS:
        written = written.replace(mark, escape)
    return written


def _chunks(selection: Selection) -> Iterator[Sequence[Published]]:
    found = selection.of(Review.objects.published_to_readers())
    columns = ("pk", "claim__position", "publication__created_at", "frozen_text")
    found = found.annotate(frozen_text=Cast("publication__frozen", TextField()))
    last = 0
    while chunk := list(found.in_order_of_arrival(after=last).values_list(*columns)[:CHUNK]):
        yield chunk
        last = chunk[-1][0]


def item_of(published: Published) -> Item:
    _, position, at, frozen_text = published
    frozen = orjson.loads(frozen_text)
    claim, article = frozen["claim"], frozen["article"]
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": place_on_page(article["id"], claim["id"], position),
        "claimReviewed": claim["text"],
        "datePublished": at,
        "author": {"@type": "Organization", "name": settings.STET_NAME, "url": settings.STET_URL},
        "reviewRating": rating_of(frozen["rating"]),
        "itemReviewed": reviewed(claim, article),
    }


def rating_of(rating: Mapping[str, Any]) -> Item:
    found = {"@type": "Rating", "alternateName": rating["alternate_name"]}
    if rating["value"] is not None:
        found |= {
            "ratingValue": rating["value"],
            "bestRating": rating["best"],
            "worstRating": rating["worst"],
        }
    return found


def reviewed(claim: Mapping[str, Any], article: Mapping[str, Any]) -> Item:
    appearance = {"@type": "CreativeWork", "headline": article["title"]}
    if article["url"]:
        appearance["url"] = article["url"]
    found: Item = {"@type": "Claim", "appearance": appearance}
    if article["published_on"]:
        found["datePublished"] = article["published_on"]
    if claim["attribution"] is None and article["outlet"]:
        found["author"] = {"@type": "Organization", "name": article["outlet"]}
    elif claim["attribution"] is None and article["byline"]:
        found["author"] = {"@type": "Person", "name": article["byline"]}
    return found


def refuse_incomplete(item: Item) -> None:
    required = {
        "claimReviewed": item["claimReviewed"],
        "reviewRating.alternateName": item["reviewRating"]["alternateName"],
        "url": item["url"],
    }
    for name, value in required.items():
        if not str(value or "").strip():
            raise Unexportable(
                f"The claim at {item['url']} has no {name}, which a ClaimReview must have. "
                "Mend it and publish a correction, or leave it out with --since or --article."
            )

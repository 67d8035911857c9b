"""Everything as one JSON document: articles with their versions and statements, and every claim with its review.

What the reader of the file may not see at the desk is not in it; private evidence and confidential sources never are.
"""

from collections.abc import Iterable, Iterator

import orjson
from django.conf import settings
from django.utils import timezone

from claims.models import Event
from reviews.exports import said
from reviews.exports.records import Record, named, records
from reviews.exports.selection import Selection
from reviews.models import Rating

_RATING = named("label", "slug", "description", "value", "polarity", "retired_at", scale="scale__name")


def write(selection: Selection) -> Iterator[bytes]:
    head = Event.objects.newest_first().values("seq", "hash").first()
    ratings = records(Rating.objects.in_order(), _RATING)
    yield b'{"desk":' + orjson.dumps({"name": settings.STET_NAME, "url": settings.STET_URL})
    yield b',\n"generated_at":' + orjson.dumps(timezone.now())
    yield b',\n"head":' + orjson.dumps(head)
    yield b',\n"ratings":' + orjson.dumps(ratings)
    yield from _list("articles", said.articles(selection))
    yield from _list("claims", said.claims(selection))
    yield b"}\n"


def _list(name: str, chunks: Iterable[list[Record]]) -> Iterator[bytes]:
    """A member of the document: a list, with each of its records on a line of its own."""
    yield b',\n"' + name.encode() + b'":['
    between = b"\n"
    for chunk in chunks:
        yield between + b",\n".join(map(orjson.dumps, chunk))
        between = b",\n"
    yield b"\n]"

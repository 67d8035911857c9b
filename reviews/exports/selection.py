"""What an export is asked for: since when, of which article, for whom."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.utils.dateparse import parse_date, parse_datetime

from claims.models import Article
from reviews.models.review_set import ReviewQuerySet

if TYPE_CHECKING:
    from claims.models import User


class Unselectable(ValueError):
    """What was asked for cannot be given: which of the parameters is meant, and a sentence that says how to mend it."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field, self.reason = field, reason


class Unexportable(Exception):
    """What there is cannot be written in this format; the message names the item and what it lacks."""


@dataclass(frozen=True, kw_only=True)
class Selection:
    """`reader` is whom the file is for; nothing that this person may not see goes into it."""

    since: datetime | None = None
    article: int | None = None
    reader: "User | AnonymousUser" = field(default_factory=AnonymousUser)

    @classmethod
    def asked(
        cls, *, since: str = "", article: str = "", reader: "User | AnonymousUser | None" = None
    ) -> "Selection":
        """The selection that these words ask for. Raises Unselectable."""
        return cls(
            since=moment(since) if since else None,
            article=known_article(article) if article else None,
            reader=reader or AnonymousUser(),
        )

    def of(self, reviews: ReviewQuerySet) -> ReviewQuerySet:
        """Those of the reviews that are asked for."""
        if self.since is not None:
            reviews = reviews.changed_since(self.since)
        if self.article is not None:
            reviews = reviews.of_article_numbered(self.article)
        return reviews


def moment(written: str) -> datetime:
    """An ISO 8601 day or moment; without an offset it is meant in UTC."""
    try:
        found = parse_datetime(written)
        day = None if found else parse_date(written)
    except ValueError:  # well formed, but no such day
        found = day = None
    if found is None and day is not None:
        found = datetime.combine(day, time())
    if found is None:
        raise Unselectable(
            "since",
            f"“{written[:40]}” is no ISO 8601 moment. Write 2026-03-01 or 2026-03-01T09:30:00Z"
            " (in an address a + is written %2B).",
        )
    try:
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except OverflowError:
        raise Unselectable("since", f"“{written[:40]}” lies outside the calendar.") from None


def known_article(written: str) -> int:
    if not re.fullmatch(r"[0-9]{1,18}", written):
        raise Unselectable("article", f"“{written[:40]}” is no article number. Write its digits, such as 7.")
    if not Article.objects.filter(pk=int(written)).exists():
        raise Unselectable("article", f"There is no article {int(written)}.")
    return int(written)

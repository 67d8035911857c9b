"""A date that stands before the article: `date 2023-11-08 In a swift …`, or a line `2023-11-08` at its head."""

from __future__ import annotations

import datetime
import re
from itertools import islice

_FIRST = re.compile(
    r"\ufeff?\s*(?:date(?:line)?\s*:?\s+)?(\d{4}-\d{2}-\d{2})(?=[\s,:;.|–—-]|$)[ \t,:;.|–—-]*", re.IGNORECASE
)
_BARE = re.compile(r"\ufeff?\s*date", re.IGNORECASE)
_LINE = re.compile(r"(?:date(?:line)?\s*:?\s+)?(\d{4}-\d{2}-\d{2})\.?", re.IGNORECASE)
HEAD = 6  # lines in which headline, byline and date stand
LONGEST = 200  # characters of a line of the head; with a longer one the article has begun


def read_heading(text: str) -> tuple[datetime.date | None, int]:
    """The date before the article and where the article begins; without one, nothing and 0.

    A bare date counts only when its line holds nothing else: "2023-11-08 was a Wednesday" is a sentence. A date on a
    line of its own below a headline or a byline is the article's, too; then the article begins with its headline.
    """
    found = _FIRST.match(text)
    if found is not None:
        rest = text[found.end() :]
        if _BARE.match(text) or not rest or rest[0] in "\r\n":
            day = _day(found.group(1))
            return (day, found.end()) if day else (None, 0)
    return _below_the_headline(text), 0


def _below_the_headline(text: str) -> datetime.date | None:
    lines = (line.strip() for line in text[: HEAD * (LONGEST + 2)].splitlines())
    for line in islice(filter(None, lines), HEAD):
        if len(line) > LONGEST:
            return None
        if found := _LINE.fullmatch(line):
            return _day(found.group(1))
    return None


def _day(written: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None

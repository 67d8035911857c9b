"""A date that stands before the article: `date 2023-11-08 In a swift …` or a first line `2023-11-08`."""

from __future__ import annotations

import datetime
import re

_FIRST = re.compile(
    r"\ufeff?\s*(?:date(?:line)?\s*:?\s+)?(\d{4}-\d{2}-\d{2})(?=[\s,:;.|–—-]|$)[ \t,:;.|–—-]*", re.IGNORECASE
)
_BARE = re.compile(r"\ufeff?\s*date", re.IGNORECASE)


def read_heading(text: str) -> tuple[datetime.date | None, int]:
    """The date before the article and where the article begins; without one, nothing and 0.

    A bare date counts only when its line holds nothing else: "2023-11-08 was a Wednesday" is a sentence.
    """
    found = _FIRST.match(text)
    if found is None:
        return None, 0
    rest = text[found.end() :]
    if not _BARE.match(text) and rest and rest[0] not in "\r\n":
        return None, 0
    try:
        return datetime.date.fromisoformat(found.group(1)), found.end()
    except ValueError:
        return None, 0

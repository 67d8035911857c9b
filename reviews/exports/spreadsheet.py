"""CSV for spreadsheets: the columns of the JSON line, flat, every cell quoted, none of them a formula.

`article` and `rating` become columns of their own (`article_title`, `rating_label` …); what has a shape of its own
(`attribution`, `dates`, `evidence`, `corrections`) stands in its cell as JSON. UTF-8, lines end with CR LF (RFC 4180).
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import orjson

from reviews.exports.rows import chunks
from reviews.exports.selection import Selection

COLUMNS = (
    "claim_id",
    "article_id",
    "article_title",
    "article_outlet",
    "article_url",
    "article_published_on",
    "version",
    "text",
    "quote",
    "start",
    "end",
    "attribution",
    "dates",
    "state",
    "rating_label",
    "rating_value",
    "rating_best",
    "rating_worst",
    "summary",
    "evidence",
    "corrections",
    "reviewed_by",
    "ruled_at",
    "published_at",
    "updated_at",
    "permalink",
)
_FLATTENED = ("article", "rating")
# What makes spreadsheets take a cell for a formula (OWASP, CSV injection), also behind white space that some of them
# trim, and in the full-width forms that some of them fold.
_FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")  # noqa: RUF001


def write(selection: Selection) -> Iterator[bytes]:
    yield table([COLUMNS])
    for chunk in chunks(selection):
        yield table([[cell(values.get(column)) for column in COLUMNS] for values in map(flat, chunk)])


def table(lines: Any) -> bytes:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(lines)
    return written.getvalue().encode()


def flat(row: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: value for name, value in row.items() if name not in _FLATTENED}
    for outer in _FLATTENED:
        found |= {f"{outer}_{name}": value for name, value in row[outer].items()}
    return found


def cell(value: Any) -> str:
    """What stands in the cell. Numbers are our own and stay numbers; words that look like a formula get a `'`."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    return f"'{text}" if _FORMULA.match(text) else text

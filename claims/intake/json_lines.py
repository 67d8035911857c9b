"""JSON Lines: `{"title", "text", "date", "url", …}`, one article a line. A bad line is told by its number."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import orjson
from django.conf import settings

from claims.extraction.decoding import Unreadable
from claims.intake.arrival import Arrival, Problem

# By the name in the file; other names are left alone, since such files come from elsewhere.
_NAMES = {
    "text": "text",
    "title": "title",
    "byline": "byline",
    "author": "byline",
    "outlet": "outlet",
    "publisher": "outlet",
    "url": "url",
    "date": "published_on",
    "published_on": "published_on",
    "language": "language",
}
_BOM = b"\xef\xbb\xbf"


def read_json_lines(path: Path) -> Iterator[Arrival | Problem]:
    # JSON may write each byte of the text as six.
    longest = 6 * settings.STET_MAX_TEXT_BYTES + 65_536
    with path.open("rb") as file:
        for number, line in enumerate(iter(lambda: file.readline(longest + 1), b""), start=1):
            try:
                if len(line) > longest:
                    skip_to_end_of_line(file, line)
                    raise Unreadable(f"the line has more than {longest:,} bytes.")
                if line.strip(b" \t\r\n"):
                    yield Arrival(path=path, line=number, **fields(line.removeprefix(_BOM)))
            except Unreadable as unreadable:
                yield Problem(path=path, line=number, reason=str(unreadable))


def skip_to_end_of_line(file: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = file.readline(65_536)


def fields(line: bytes) -> dict[str, Any]:
    """What the line says about its article. Raises Unreadable."""
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise Unreadable(f"this is no JSON: {error.msg} at character {error.pos + 1} of the line.") from None
    if not isinstance(record, dict):
        raise Unreadable('a line is an object, such as {"title": "…", "text": "…", "date": "2026-03-01"}.')
    found: dict[str, Any] = {}
    for name, meant in _NAMES.items():
        value = record.get(name)
        if value is None or value == "" or meant in found:
            continue
        if not isinstance(value, str):
            raise Unreadable(f"“{name}” is no string. Put it in quotation marks.")
        found[meant] = day(name, value) if meant == "published_on" else value
    if "text" not in found:
        raise Unreadable("“text”, the words of the article, is missing.")
    return found


def day(name: str, written: str) -> date:
    """The day of an ISO 8601 date or moment."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        raise Unreadable(f"“{name}” is no day: “{written[:40]}”. Write it as 2026-03-01.") from None

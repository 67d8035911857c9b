"""What leaves the desk as a file: which formats there are, and what each is served as.

A format is a function from a selection to the bytes of its file, piece by piece. Nothing holds the whole file.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reviews.exports import claim_review, complete, jsonl, spreadsheet
from reviews.exports.selection import Selection, Unexportable, Unselectable

__all__ = ["FORMATS", "Format", "Selection", "Unexportable", "Unselectable", "format_named"]


@dataclass(frozen=True)
class Format:
    name: str
    file_name: str
    media_type: str
    write: Callable[[Selection], Iterator[bytes]]


FORMATS = {
    kind.name: kind
    for kind in (
        Format("jsonl", "verdicts.jsonl", "application/x-ndjson", jsonl.write),
        Format("csv", "verdicts.csv", "text/csv; charset=utf-8", spreadsheet.write),
        Format("json", "desk.json", "application/json", complete.write),
        Format("claimreview", "claimreview.jsonld", "application/ld+json", claim_review.write),
    )
}


def format_named(name: str) -> Format:
    """The format, or Unselectable with the names of those that there are."""
    if name not in FORMATS:
        raise Unselectable("format", f"There is no format “{name}”. Choose one of: {', '.join(FORMATS)}.")
    return FORMATS[name]

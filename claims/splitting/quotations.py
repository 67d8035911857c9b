"""Stretches between quotation marks. A quotation that is not closed at the end of its paragraph goes on in the next."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = re.compile(r"[“”«»\"]")
LONGEST = 5000


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start` and `end` are the places of the marks, so that the words stand between them."""

    start: int
    end: int
    closed: bool


def find(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of one paragraph."""
    found = []
    opened: int | None = None
    for match in _MARKS.finditer(text, start, end):
        mark = match.group()
        opening = mark in "“«" or (mark == '"' and opened is None)
        if opening and opened is None:
            opened = match.start()
        elif not opening and opened is not None:
            if match.end() - opened <= LONGEST:
                found.append(Quotation(opened, match.end(), closed=True))
            opened = None
    if opened is not None and end - opened <= LONGEST:
        found.append(Quotation(opened, end, closed=False))
    return found

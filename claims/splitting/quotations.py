"""Stretches between quotation marks. A quotation that is not closed at the end of its paragraph goes on in the next."""

from __future__ import annotations

import re
from dataclasses import dataclass

# doubled single marks are how some wire services write double ones; a lone single mark counts only at a word's edge
_MARKS = re.compile(
    r"[“”„«»\"]|''|``|(?<![^\s(\[—–-])[‘'](?=[^\W_])(?!(?:em|tis|twas|cause|til|n)\b|\d0s)|(?<=[\w.,?!…)])[’'](?![\w'’])"
)
_OPENING = frozenset("“„«‘") | {"``"}
_CLOSING = frozenset("”»’")
_PARTNERS = {
    "“": '”"',
    "„": "“”",
    "«": "»",
    "``": "''",
    "''": "''",
    '"': '"”',
    "‘": "’",
    "'": "'’",
    "»": "«",
}
SINGLE = frozenset("'‘")
LONGEST = 5000
LONGEST_SINGLE = (
    600  # a single mark without its partner is an apostrophe, not the start of the article's rest
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start` and `end` are the places of the marks, so that the words stand between them."""

    start: int
    end: int
    closed: bool


def find(text: str, start: int, end: int, *, running: bool = False) -> list[Quotation]:
    """The quotations of one paragraph, the outermost ones only.

    `running` says that the paragraph before was still inside a quotation: a first mark that can only close
    then closes it.
    """
    found: list[Quotation] = []
    opened, kind, first = start, "", True
    for match in _MARKS.finditer(text, start, end):
        mark, place = match.group(), match.start()
        if kind in SINGLE and place - opened > LONGEST_SINGLE:
            kind = ""
        if kind:
            if mark in _PARTNERS[kind] and not _opens(text, match, end):
                if match.end() - opened <= LONGEST:
                    found.append(Quotation(opened, match.end(), closed=True))
                kind = ""
        elif running and first and not _can_open(text, match, end):
            found.append(Quotation(start, match.end(), closed=True))
        elif mark == "”" and _can_only_open(text, match, start, end):  # somebody's typing
            opened, kind = place, "“"
        elif mark in _OPENING or (mark not in _CLOSING and _can_open(text, match, end)):
            opened, kind = place, mark
        first = False
    if kind and kind not in SINGLE and end - opened <= LONGEST:
        found.append(Quotation(opened, end, closed=False))
    return found


def _can_open(text: str, match: re.Match[str], end: int) -> bool:
    """Whether something follows a mark that looks both ways, so that it can stand before a word."""
    return match.group() in _OPENING or (match.end() < end and not text[match.end()].isspace())


def _opens(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a straight mark stands behind a blank and before a word: it cannot close."""
    mark, place = match.group(), match.start()
    return mark in {'"', "''"} and place > 0 and text[place - 1].isspace() and _can_open(text, match, end)


def _can_only_open(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a closing mark stands where only an opening one can: behind a blank and before a letter."""
    place = match.start()
    return (place == start or text[place - 1].isspace()) and match.end() < end and text[match.end()].isalpha()

"""Where a sentence of a paragraph begins, by the marks in it. Sections follow the order of the checks."""

from __future__ import annotations

import re

from .words import ABBREVIATIONS, NUMBERED, OPENERS, SAYING

UNMARKED = 700  # characters without any full stop after which only the parser can tell sentences apart
_STOP = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s)")
_NEXT = re.compile(r"\s+([\"'“‘«(\[¿¡—–-]*)(\S)(\S*)")
_BEFORE = re.compile(r"(\S+)$")
_INITIALS = re.compile(r"^(?:[^\W\d_]\.)+$")


def sentence_starts(text: str) -> set[int] | None:
    """Offsets at which a sentence begins, or nothing when the text has no stops to go by."""
    starts: set[int] = set()
    longest = last = 0
    for stop in _STOP.finditer(text):
        following = _NEXT.match(text, stop.end())
        longest = max(longest, stop.end() - last)
        if following is None or not _ends(text, stop, following):
            continue
        starts.add(following.start(1))
        last = stop.end()
    if max(longest, len(text.rstrip()) - last) > UNMARKED:
        return None
    return starts


def _ends(text: str, stop: re.Match[str], following: re.Match[str]) -> bool:
    """Whether the stop ends a sentence, given what follows it."""
    opening, first, rest = following.groups()
    marks = stop.group()
    if first.islower() and not opening:
        return False
    if not (first.isalnum() or opening or first in "$£€#@"):
        return False
    if marks[-1] in "\"'”’»" and not opening and _speaker_follows(text, following.start(2)):
        return False
    if marks[0] != "." or len(marks.strip(")]\"'”’»")) > 1:
        return True
    before = _BEFORE.search(text, max(0, stop.start() - 40), stop.start())
    return before is None or _closes(before.group(1).lstrip("\"'“‘(["), first + rest)


def _closes(word: str, following: str) -> bool:
    """Whether a full stop behind `word` is more than the mark of an abbreviation or a number."""
    low = word.lower()
    plain = following.rstrip(".,;:'\"’”")
    if low in ABBREVIATIONS:
        return False
    if len(word) == 1 and word.isalpha() and word.isupper():
        return word == "I" or plain in OPENERS
    if _INITIALS.match(word + "."):
        return plain in OPENERS
    return not (low in NUMBERED and following[:1].isdigit())


def _speaker_follows(text: str, place: int) -> bool:
    """Whether the words behind a closed quotation name its speaker: `"It is over!" Smith said.`"""
    words = text[place : place + 60].split()[:5]
    return any(word.strip(".,:;").lower() in SAYING for word in words[1:])

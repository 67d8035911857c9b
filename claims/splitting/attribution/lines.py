"""Lines that name their speaker first: transcripts ("MAYOR: …") and headlines ("Mayor: …")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..words_of_saying import LABELS
from .record import Record

if TYPE_CHECKING:
    from ..quotations import Quotation
    from ..tree import Sentence

_LABEL = re.compile(
    r"[QA](?=:\s)|[^\W\d_][^:\n\"“”.!?]{1,50}(?=:\s)|(?:[^\W\d_]{1,4}\. ?){1,3}[^:\n\"“”!?]{1,40}(?=:\s)"
)
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*|of|the|de|van|von|and|al|bin|la|\([^)]*\)|,)(?:\s+|$|(?=,))")

_SIGNED = re.compile(r"\s*(?P<dash>[—–―]|--?)\s*(?P<who>[A-ZÀ-Þ][^.!?:\n]{2,100}?)\s*\.?\s*$")


def label(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name before the first colon of a line, as its span; nothing when what stands there is no name."""
    match = _LABEL.match(text, start, min(end, start + 60))
    if match is None:
        return None
    name = match.group().strip()
    words = name.split()
    if len(words) > 6 or words[0].lower().rstrip(",") in LABELS or not words[0][0].isupper():
        return None
    if not name.isupper() and "".join(_NAME.findall(name + " ")).split() != words:
        return None
    return start, start + len(name)


def read(text: str, sentences: list[Sentence], found: tuple[int, int]) -> Record | None:
    """The record of a labelled line: everything behind the colon, to the end of the paragraph."""
    first, last = sentences[0], sentences[-1]
    cue = next((word for word in first.words if word.start >= found[1] and word.text == ":"), None)
    if cue is None or cue.end >= last.end:
        return None
    begin = cue.end
    while begin < last.end and text[begin].isspace():
        begin += 1
    return Record(
        sentence=first,
        cue=cue,
        source=found,
        cue_span=(cue.start, cue.end),
        content=[(begin, last.end)],
        aloud=True,
        rule="label",
    )


def signature(text: str, sentences: list[Sentence], quotations: list[Quotation]) -> Record | None:
    """A quotation with its speaker behind a dash: “…” — Anna Berg, teacher."""
    if not quotations or quotations[0].start > sentences[0].start + 1:
        return None
    start, end = quotations[-1].end, sentences[-1].end
    match = _SIGNED.match(text, start, end)
    if match is None or len(match["who"].split()) > 12:
        return None
    last = sentences[-1]
    behind = [word for word in last.words if word.end > start]
    if any(word.tag in {"VBD", "VBZ", "VBP", "MD"} and word.text[0].isalpha() for word in behind):
        return None
    return Record(
        sentence=last,
        cue=behind[0],
        source=match.span("who"),
        cue_span=match.span("dash"),
        content=[(sentences[0].start, start)],
        aloud=True,
        rule="signature",
    )

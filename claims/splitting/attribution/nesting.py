"""What somebody says that somebody else said; and which cues tell of no saying at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..tree import happened
from ..words_of_saying import ALOUD, DENYING

if TYPE_CHECKING:
    from .record import Record

_OURSELVES = frozenset({"i", "we", "you", "one", "me", "us"})
_REPORTING = ALOUD | DENYING


def nest(text: str, found: list[Record]) -> list[Record]:
    """Puts each record into the narrowest other one whose content holds its cue; without those that report nothing."""
    found = [record for record in found if not _nobodys(record)]
    for record in found:
        best = None
        for other in found:
            if other is record or other.form == "topic":
                continue
            for start, end in other.content:
                if start <= record.cue_span[0] < end and (best is None or end - start < best):
                    best, record.nested = end - start, other
    kept = [record for record in found if record.nested is None or _reported(text, record)]
    known = {id(record) for record in kept}
    for record in kept:
        while record.nested is not None and id(record.nested) not in known:
            record.nested = record.nested.nested
    return kept


def _nobodys(record: Record) -> bool:
    """Whether a cue has neither a source nor a tense: "asking for help is hard", "to say so takes courage"."""
    cue = record.cue
    return (
        record.source is None
        and cue.pos == "VERB"
        and (cue.tag == "VBG" or not happened(cue))
        and not cue.has("aux", "auxpass", "agent")
    )


def _reported(text: str, record: Record) -> bool:
    """Whether somebody who speaks tells of another one's words: "I think" and "you know" are his own."""
    cue = record.cue
    if record.source is None or record.stance == "thought" or record.form == "infinitive":
        return False
    if text[slice(*record.source)].lower() in _OURSELVES:
        return False
    if cue.pos in {"VERB", "AUX"}:
        return cue.lemma in _REPORTING and happened(cue)
    return record.form == "clause"

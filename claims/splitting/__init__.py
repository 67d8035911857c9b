"""From an article to its claims, stage by stage: `split` is the whole of it. Importing this loads no model."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from .attribution import Attributions
from .claiming import Claims
from .clauses import decompose
from .dates import Calendar
from .heading import read_heading
from .kinds import NOT_PROSE, WHERE_WRITTEN, judge
from .model import ModelProblem
from .paragraphs import blocks
from .parser import parse
from .quotations import find as find_quotations
from .standalone import Memory
from .statements import Ledger
from .types import LEVELS, Attribution, Claim, DateValue, Document, Level, Statement

__all__ = [
    "LEVELS",
    "VERSION",
    "Attribution",
    "Claim",
    "DateValue",
    "Document",
    "Level",
    "ModelProblem",
    "Statement",
    "split",
]

VERSION = "1"
Progress = Callable[[int, int], None]


def split(
    text: str,
    dateline: datetime.date | None = None,
    level: Level = "standard",
    progress: Progress | None = None,
) -> Document:
    """The statements and claims of an article.

    `dateline` goes before a date that stands above the article. Offsets count code points of `text` as it is.
    `progress` is called with the characters done and the characters in all. Raises ModelProblem when the
    language model is missing. The same input gives the same output.
    """
    written, body = read_heading(text)
    dateline = dateline or written
    ledger, memory, attributions = Ledger(text), Memory(fine=level == "fine"), Attributions(text)
    claims = Claims(text, Calendar(dateline))
    for block, sentences in parse(text, blocks(text, body)):
        if progress is not None:
            progress(block.start, len(text))
        if block.kind != "prose":
            ledger.add(block.start, block.end, NOT_PROSE if block.kind == "rubble" else WHERE_WRITTEN)
            continue
        found = attributions.read(sentences, find_quotations(text, block.start, block.end))
        for sentence in sentences:
            ordinal = ledger.add(sentence.start, sentence.end, judge(sentence, text))
            names = memory.read(sentence)
            for draft in decompose(sentence, fine=level == "fine", topic=memory.topic):
                claims.add(draft, sentence, ordinal, found, names)
    if progress is not None:
        progress(len(text), len(text))
    return Document(dateline, tuple(ledger.statements), tuple(claims.found), level, VERSION, body)

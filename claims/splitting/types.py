"""What the splitter gives back. Plain records: no spaCy, no Django."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any, Literal

from .quantities import Quantity

Level = Literal["standard", "fine"]
LEVELS: tuple[Level, ...] = ("standard", "fine")

Kind = Literal["claim", "opinion", "prediction", "directive", "question", "mixed"]
Disposition = Literal[
    "claim",
    "opinion",
    "prediction",
    "directive",
    "question",
    "quotation_marker",
    "common_knowledge",
    "not_checkable",
    "duplicate",
]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DateValue:
    """A phrase of time and what it comes to, as coarse as the phrase: `2022`, `2022-03`."""

    phrase: str
    value: str

    def as_json(self) -> dict[str, str]:
        return {"phrase": self.phrase, "value": self.value}


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who, in the article, says it. `source` is empty when the article does not name anyone."""

    source: str
    cue: str
    source_span: Span | None = None
    cue_span: Span | None = None
    content: tuple[Span, ...] = ()
    stance: str = "asserted"
    quoted: bool = False
    polarity: str = "affirmed"
    nested_in: str = ""
    directness: str = "paraphrase"
    form: str = "clause"
    rule: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "cue": self.cue,
            "source_span": self.source_span,
            "cue_span": self.cue_span,
            "stance": self.stance,
            "quoted": self.quoted,
            "polarity": self.polarity,
            "nested_in": self.nested_in,
            "directness": self.directness,
            "form": self.form,
            "rule": self.rule,
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of the text, or one line that is none; `start` and `end` count code points."""

    ordinal: int
    start: int
    end: int
    text: str
    disposition: Disposition
    reason: str


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words put into a claim in [brackets], and where the article says what they say."""

    text: str
    start: int
    end: int

    def as_json(self) -> dict[str, Any]:
        return {"text": self.text, "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion. `quote` is the text from `start` to `end`, `spans` the words in it that are used.

    `link` is what ties it to the rest of its sentence: a cause, a condition …; "" when it stands by itself.
    """

    text: str
    quote: str
    start: int
    end: int
    spans: tuple[Span, ...]
    statement: int
    kind: Kind
    disposition: Disposition
    checkable: bool
    worth: float
    reasons: tuple[str, ...]
    attribution: Attribution | None
    dates: tuple[DateValue, ...]
    rules: tuple[str, ...]
    quantities: tuple[Quantity, ...] = ()
    hedges: tuple[str, ...] = ()
    link: str = ""
    insertions: tuple[Insertion, ...] = ()
    unresolved: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The object that `manage.py split` prints for this claim."""
        return {
            "text": self.text,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "spans": [list(span) for span in self.spans],
            "statement": self.statement,
            "kind": self.kind,
            "disposition": self.disposition,
            "checkable": self.checkable,
            "worth": self.worth,
            "reasons": list(self.reasons),
            "attribution": self.attribution.as_json() if self.attribution else None,
            "dates": [date.as_json() for date in self.dates],
            "rules": list(self.rules),
            "quantities": [quantity.as_json() for quantity in self.quantities],
            "hedges": list(self.hedges),
            "link": self.link,
            "insertions": [insertion.as_json() for insertion in self.insertions],
            "unresolved": list(self.unresolved),
        }


@dataclass(frozen=True, slots=True)
class Document:
    """An article after splitting. `body` is where its words begin, behind a dateline of its own."""

    dateline: datetime.date | None
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    level: Level = "standard"
    version: str = ""
    body: int = field(default=0)

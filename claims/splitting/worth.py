"""How much a claim is worth checking, 0 to 1, with the reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .kinds import Judgement
    from .tree import Word

_NUMBER = re.compile(r"\d")
_COMPARISON = re.compile(
    r"\b(?:more|less|fewer|most|least|first|last|only|highest|lowest|largest|biggest|record|never|ever)\b",
    re.I,
)


def weigh(
    line: str, words: list[Word], judgement: Judgement, *, dated: bool, attributed: bool
) -> tuple[float, tuple[str, ...]]:
    """Worth and its reasons from what can be seen: numbers, names, dates, comparisons, a source."""
    score, reasons = 0.2, []
    features = (
        (0.25, "number", _NUMBER.search(line) is not None),
        (
            0.2,
            "name",
            any(
                word.entity in {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "LAW"}
                for word in words
            ),
        ),
        (0.1, "date", dated),
        (0.1, "comparison", _COMPARISON.search(line) is not None),
        (0.1, "said by a source", attributed),
        (0.05, "past", any(word.tag in {"VBD", "VBN"} for word in words)),
    )
    for weight, name, holds in features:
        if holds:
            score += weight
            reasons.append(name)
    if not judgement.checkable:
        score, reasons = score * 0.25, [*reasons, judgement.reason]
    if len(words) < 4:
        score *= 0.5
        reasons.append("very short")
    return round(min(score, 1.0), 2), tuple(reasons)

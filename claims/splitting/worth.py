"""How much a claim is worth checking, 0 to 1, with the reasons.

A checker with ten minutes begins at the top: figures, times and names together first, then assertions that somebody
answers for, then the rest; what everybody knows, what is vague and what cannot be checked come last. The weights
were set by hand, by reading articles in the order that they give.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .words import word_set
from .words_of_judgement import CAUSES, WEIGHTY
from .words_of_saying import ALOUD

if TYPE_CHECKING:
    from .kinds import Judgement
    from .quantities import Quantity
    from .tree import Word
    from .types import Attribution, DateValue

NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
COMPARISONS = word_set(
    "more less fewer most least first last only highest lowest largest biggest record never ever than"
)
OPEN = word_set("he she it they this that these those i we you him her them his its their")
BASE = 0.12
GROUNDS = 1.9  # how fast grounds add up: a number and a name make about two thirds


@dataclass(frozen=True, slots=True)
class Signs:
    """What the other stages found in a claim."""

    judgement: Judgement
    head: Word
    dates: tuple[DateValue, ...]
    quantities: tuple[Quantity, ...]
    hedges: tuple[str, ...]
    attribution: Attribution | None
    background: bool


def weigh(words: list[Word], signs: Signs) -> tuple[float, tuple[str, ...]]:
    """Worth and its reasons from what can be seen. Grounds add up with a bound, doubts take their share away."""
    grounds = [*_of_facts(words, signs), *_of_wording(words, signs)]
    doubts = _doubts(words, signs, bare=not any(name in _HARD for _, name in grounds))
    score = 1 - math.exp(-GROUNDS * (BASE + sum(weight for weight, _ in grounds)))
    for factor, _ in doubts:
        score *= factor
    score += min(len(words), 20) / 1000  # between equals the one that says more
    return round(min(max(score, 0.0), 1.0), 3), tuple(name for _, name in (*grounds, *doubts))


_HARD = frozenset({"number", "figures", "name", "names", "date"})


def _of_facts(words: list[Word], signs: Signs) -> list[tuple[float, str]]:
    found = []
    names = sum(1 for word in words if word.begins_name and word.entity in NAMES)
    if signs.quantities:
        several = len(signs.quantities) > 1
        found.append((0.42 if several else 0.34, "figures" if several else "number"))
        if any(one.unit or one.role != "amount" for one in signs.quantities):
            found.append((0.07, "measured change or share"))
    if names:
        found.append((0.28 if names > 1 else 0.22, "names" if names > 1 else "name"))
    if signs.dates:
        exact = any(len(date.value) >= 7 for date in signs.dates)
        found.append((0.2 if exact else 0.15, "date"))
    return found


def _of_wording(words: list[Word], signs: Signs) -> list[tuple[float, str]]:
    found = []
    lows = {word.low for word in words}
    lemmas = {word.lemma for word in words}
    if lows & COMPARISONS:
        found.append((0.1, "comparison"))
    if lemmas & CAUSES:
        found.append((0.09, "cause"))
    if lemmas & WEIGHTY:
        found.append((0.12, "an error would weigh heavily"))
    if signs.attribution is not None:
        strong = signs.attribution.stance in {"accused", "denied"}
        found.append((0.16 if strong else 0.09, f"{signs.attribution.stance} by a source"))
    if signs.head.tag == "VBD" or any(
        kid.tag == "VBD" and kid.dep.startswith("aux") for kid in signs.head.kids
    ):
        found.append((0.06, "past event"))
    return found


def _doubts(words: list[Word], signs: Signs, *, bare: bool) -> list[tuple[float, str]]:
    found = []
    if not signs.judgement.checkable:
        lighter = 0.4 if signs.judgement.kind == "prediction" else 0.2
        found.append((lighter, signs.judgement.reason))
    if bare:
        found.append((0.6, "no number, name or date"))
    if words[0].low in OPEN:
        found.append((0.8, "leaves open who or what is meant"))
    if signs.hedges:
        found.append((0.9, "hedged"))
    if signs.background:
        found.append((0.75, "background"))
    if signs.head.lemma in ALOUD and signs.head.has("ccomp", "parataxis"):
        found.append((0.7, "only that it was said"))
    if len(words) < 4:
        found.append((0.5, "very short"))
    return found

"""Words by which a claim is held back: they stay in it, and are listed beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import word_set

if TYPE_CHECKING:
    from .tree import Word

HEDGES = word_set(
    "may might could perhaps maybe possibly probably likely unlikely reportedly allegedly apparently supposedly"
    " seemingly purportedly presumably potentially arguably ostensibly evidently conceivably approximately roughly"
    " nearly almost about around some somewhat several largely mostly mainly generally usually typically often"
    " sometimes partly partially relatively virtually practically essentially suspected alleged purported apparent"
    " presumed estimated unconfirmed seem seems seemed appear appears appeared suggest suggests suggested"
    " tend tends tended believed thought expected rumoured rumored would-be so-called"
)
_BEFORE_NUMBERS = frozenset({"about", "around", "some", "several"})
_OF_THE_VERB = frozenset(
    {"believed", "thought", "expected", "suspected", "estimated", "presumed", "rumoured", "rumored"}
)
_PERSONAL = frozenset({"suggest", "suggests", "suggested"})


def find(words: list[Word]) -> tuple[str, ...]:
    """The hedges among the words of a claim, in order, each once, as they are written there."""
    found: dict[str, None] = {}
    for word in words:
        if word.low in HEDGES and _hedges(word):
            found[word.text] = None
    return tuple(found)


def _hedges(word: Word) -> bool:
    """Not "in May", "about the plan", "the plane appeared", "he thought"."""
    if word.low in _BEFORE_NUMBERS:
        return word.head.tag == "CD" or word.dep in {"quantmod", "det"} or word.low == "several"
    if word.low in {"may", "might", "could"}:
        return word.tag == "MD"
    if word.low in _OF_THE_VERB:
        return word.has("auxpass") or word.dep in {"amod"}
    if word.lemma in {"appear", "seem", "tend"}:
        return word.has("xcomp", "ccomp", "acomp", "oprd")
    return word.low not in _PERSONAL or word.has("ccomp")

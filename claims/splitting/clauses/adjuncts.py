"""The fine level: a core of a clause, and the core with one thing more at a time."""

from __future__ import annotations

from ..tree import Word
from ..words import DATED, GOVERNED, NEEDS_ADVERBIAL, ORDINALS, PASSING_ADVERBS, PUTTING, TIMES, UNITS_OF_TIME
from ..words_of_description import WITH_INFINITIVE
from .predicate import Predicate
from .work import Work, is_verb

MOST = 8  # things told one at a time about one verb
AT = {"in", "at", "on", "near", "during", "after", "before", "between"}
_ARGUMENTS = {"dobj", "attr", "acomp", "oprd", "xcomp", "ccomp", "dative"}
_CARRIERS = {"xcomp", "acomp", "pcomp"}


# what is told in passing says nothing without its adjuncts: "the bridge was built", of "the bridge built by Romans"
_IN_PASSING = {"relative", "participle", "participle-clause", "coordinated-verb", "perfect-participle"}


def selections(work: Work, found: Predicate, rules: tuple[str, ...]) -> list[tuple[frozenset[int], str]]:
    """What to leave out each time, as indexes of words whose subtrees go, with the name of the rule."""
    if _restricted(work, found):
        return [(frozenset(), "")]
    needed = _needed(found.head)
    units = _units(work, found)
    shared = needed is not None and _each_alone(needed, units)
    units = [unit for unit in units if shared or unit is not needed][:MOST]
    if not units:
        return [(frozenset(), "")]
    everything = frozenset(unit.index for unit in units)
    chosen = [(everything - {unit.index} - _within(unit, units), "one-adjunct") for unit in units]
    if len(units) == 2 and units[0].index < found.head.index:
        return [*chosen, (frozenset(), "whole")]
    if (
        shared
        or _IN_PASSING.intersection(rules)
        or not _complete(found, needed)
        or (len(units) == 1 and units[0].dep == "agent")
    ):
        return chosen
    return [(everything, "core"), *chosen]


def _restricted(work: Work, found: Predicate) -> bool:
    """Whether the clause says what holds only together: "no trains stop at", "did not rise in", "only by boat"."""
    if any(
        kid.dep == "neg" or kid.low in {"only", "never", "hardly", "rarely", "seldom", "neither"}
        for kid in found.head.kids
    ):
        return True
    subject = found.subject
    if subject is not None and any(kid.low in {"no", "few", "little", "neither"} for kid in subject.kids):
        return True
    return any(word.low == "only" for word in work.sentence.words[found.head.index : found.head.right + 1])


def _within(unit: Word, units: list[Word]) -> frozenset[int]:
    """A unit brings along what it stands in."""
    return frozenset(one.index for one in units if one is not unit and one.left <= unit.index <= one.right)


def _units(work: Work, found: Predicate) -> list[Word]:
    """What can be left out: adverbials of the verb and of the verbs that complete it, and what trails its object."""
    units: list[Word] = []
    heads = [found.head]
    for head in heads:
        needed = _needed(head) if head is not found.head else None
        for kid in head.kids:
            if kid is needed:
                continue
            if kid.dep in _CARRIERS and kid.index > head.index:
                heads.append(kid)
            elif _removable(head, kid):
                units.append(kid)
            elif kid.dep in {"dobj", "attr"}:
                units.extend(_trailing(work, kid))
    return sorted(units, key=lambda unit: unit.index)


def _removable(head: Word, kid: Word) -> bool:
    if kid.dep in {"npadvmod", "tmod"}:
        return kid.entity in TIMES or kid.lemma in UNITS_OF_TIME
    if kid.dep in {"prep", "agent"}:
        return kid.low != "than"
    if kid.dep == "advcl":
        return kid.index > head.index or kid.left < head.left
    if kid.dep == "advmod":
        return kid.right > kid.left or kid.index < head.index - 3
    return False


def _trailing(work: Work, noun: Word) -> list[Word]:
    """Prepositional phrases and purposes behind a noun, other than those that belong to it."""
    return [
        kid
        for kid in noun.kids
        if kid.index > noun.index
        and (
            (kid.dep == "prep" and kid.low not in {"of", "than", "as"})
            or (kid.dep in {"acl", "relcl"} and _is_purpose(noun, kid))
        )
    ]


def _is_purpose(noun: Word, kid: Word) -> bool:
    """Whether an infinitive says what something was done for: "sent a team to help", not "had a right to stay"."""
    first = kid.kids[0] if kid.kids else kid
    return (
        first.low == "to"
        and first.dep == "aux"
        and not kid.has("nsubj", "nsubjpass", "mark")
        and noun.lemma not in WITH_INFINITIVE
        and noun.head.lemma not in {"be", "have", "need", "want", "seek", "get"}
        and not any(
            one.low in ORDINALS or one.tag in {"JJS", "RBS"} or one.low == "only" for one in noun.kids
        )
    )


def _needed(head: Word) -> Word | None:
    """The adverbial without which the verb says nothing: "is located in Oslo", "consists of two parts"."""
    if any(kid.dep in _ARGUMENTS and kid.low != "place" for kid in head.kids) and head.lemma not in PUTTING:
        return None
    after = [
        kid
        for kid in head.kids
        if kid.index > head.index and kid.dep in {"prep", "advmod", "npadvmod", "agent"}
    ]
    if not after:
        return None
    first = next((kid for kid in after if kid.low not in PASSING_ADVERBS), after[0])
    if head.lemma in NEEDS_ADVERBIAL or (
        first.dep == "prep"
        and first.low in GOVERNED
        and first.left <= head.index + 2
        and not any(kid.entity in DATED for kid in first.kids)
    ):
        return first
    return None


def _each_alone(needed: Word, units: list[Word]) -> bool:
    """Whether any adverbial of place or time completes the verb: "took place in Oslo", "took place on Friday"."""
    alike = [
        unit for unit in units if unit.head is needed.head and unit.low in AT and unit.index > unit.head.index
    ]
    return len(alike) > 1 and needed in alike


def _complete(found: Predicate, needed: Word | None) -> bool:
    """Whether the verb has what it needs without any adjunct."""
    if needed is not None or any(kid.dep in _ARGUMENTS and kid.low != "place" for kid in found.head.kids):
        return True
    return found.head.lemma not in NEEDS_ADVERBIAL


__all__ = ["is_verb", "selections"]

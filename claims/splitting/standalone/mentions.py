"""What can be named again, and the marks by which a pronoun and its antecedent fit."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..first_names import FEMALE_NAMES, MALE_NAMES
from ..words import FEMALE, MALE

if TYPE_CHECKING:
    from ..tree import Sentence, Word

LONGEST = 6  # words of a noun phrase that may stand for a pronoun
POINTING = frozenset({"the", "this", "these", "that", "those", "a", "an"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMING_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
QUOTES = frozenset({"“", "”", '"'})
SORTS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}


@dataclass(slots=True)
class Mention:
    """Something named: how to name it again, which pronouns fit it, where it stood."""

    name: str
    fits: frozenset[str]
    sentence: int
    word: Word
    subject: bool
    prominent: bool = True
    bare: bool = False  # a plural without an article, which only "they" in the next sentence takes up


def is_prominent(word: Word) -> bool:
    """Whether a noun is subject or object of a main verb: what is buried deeper is seldom taken up by a pronoun."""
    verb = word.head
    return word.dep in {"nsubj", "nsubjpass", "dobj", "dative"} and (
        verb.head is verb or verb.dep in {"conj", "ccomp"}
    )


def within_of(word: Word) -> bool:
    return bool(word.kids) and word.kids[-1].low == "of"


def noun_before(sentence: Sentence, word: Word) -> bool:
    """Whether a noun stands before a pronoun in its sentence, which it could mean."""
    return any(
        one.pos in {"NOUN", "PROPN"} and one.entity not in {"DATE", "TIME"}
        for one in sentence.words[: word.index]
    )


def gender(word: str, before: list[Word]) -> frozenset[str]:
    """Which pronouns fit a person, by the given name, the noun, or what stands before the name."""
    words = {one.low.rstrip(".") for one in before} | {word}
    if words & FEMALE:
        return frozenset({"she"})
    if words & MALE:
        return frozenset({"he"})
    if word in FEMALE_NAMES and word not in MALE_NAMES:
        return frozenset({"she"})
    if word in MALE_NAMES and word not in FEMALE_NAMES:
        return frozenset({"he"})
    return frozenset({"he", "she"})


def is_empty(word: Word) -> bool:
    """Whether an "it" means nothing: "it is clear that", "it rained"."""
    if word.low != "it":
        return False
    verb = word.head
    if word.dep == "expl" or verb.lemma in {"rain", "snow", "seem", "appear", "turn", "take"}:
        return True
    return (
        word.dep in SUBJECTS
        and any(kid.dep in {"ccomp", "xcomp", "advcl", "csubj"} for kid in verb.kids)
        and (verb.lemma == "be" or verb.has("auxpass"))
    )


def own_subject(word: Word) -> Word | None:
    """The subject of the clause that a word stands in."""
    verb = word.head
    while verb.head is not verb and verb.pos not in {"VERB", "AUX"}:
        verb = verb.head
    while True:
        subject = verb.kid(*SUBJECTS)
        if subject is not None or verb.head is verb or verb.dep not in {"conj", "xcomp", "advcl", "pcomp"}:
            return subject
        verb = verb.head


def sentence_text(sentence: Sentence, first: Word, last: Word) -> str:
    words = sentence.words[first.index : last.index + 1]
    parts = [words[0].text if words[0].entity or words[0].tag in {"NNP", "NNPS"} else words[0].low]
    for before, word in itertools.pairwise(words):
        parts.append((" " if word.start > before.end else "") + word.text)
    return "".join(parts)

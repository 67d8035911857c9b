"""Words before or behind a name that say what it names: a club, a place, a title."""

from __future__ import annotations

from ..tree import Word
from ..words import HONORIFICS
from ..words_of_description import ROLES
from .work import Work


def is_club(noun: Word, kid: Word) -> bool:
    """Whether a possessive says where a person belongs: "Fulham's Patrick Roberts"."""
    return kid.dep == "poss" and noun.entity == "PERSON" and kid.tag == "NNP" and noun.begins_name is False


def is_place(noun: Word, kid: Word) -> bool:
    """Whether a phrase says where a named thing is: "the Bob Marley Museum in Kingston"."""
    return (
        noun.tag == "NNP"
        and noun.entity not in {"DATE", "TIME", "EVENT"}
        and kid.low == "in"
        and kid.right > kid.left
        and any(one.entity == "GPE" for one in kid.kids)
    )


def is_title(work: Work, noun: Word, kid: Word) -> bool:
    """Whether a word before a person's name says what the person is: "filmmaker Anna Berg"."""
    if kid.dep == "title":
        return True
    named = noun.entity == "PERSON" or (
        noun.tag == "NNP" and kid.low in ROLES and kid.index < noun.index - 1 and kid.dep == "compound"
    )
    if (
        not named
        or kid.dep not in {"compound", "nmod", "amod"}
        or (kid.entity == "PERSON" and kid.low not in ROLES)
    ):
        return False
    if (
        kid.dep == "amod"
        and not any(one.dep == "compound" and one.entity != "PERSON" for one in noun.kids)
        and "-" not in work.sentence.words[kid.index - 1].text
    ):
        return False
    if any(word.low.rstrip(".") in HONORIFICS for word in work.sentence.words[kid.left : kid.right + 1]):
        return False
    return kid.dep == "amod" or any(
        one.tag in {"NN", "NNS"} or one.low in ROLES
        for one in noun.kids
        if one.dep in {"compound", "nmod"} and one.index < noun.index
    )

"""What is said about a noun in passing: relative clauses, appositions, participles behind it."""

from __future__ import annotations

from ..drafts import Made, Pieces
from ..tree import Word
from . import clause as clauses
from .phrases import plain, words_of
from .work import Side, Work, finite, is_verb


def tell(work: Work) -> None:
    """Tells everything that was cut out so far; what is cut out while telling it is told in turn."""
    while work.sides:
        pending, work.sides = work.sides, []
        for side in pending:
            _tell(work, side)


def _tell(work: Work, side: Side) -> None:
    if side.kid.dep == "relcl":
        relative(work, side)
    elif side.kid.dep == "appos":
        apposition(work, side)
    else:
        participle(work, side)


def be(work: Work, noun: Word, *, past: bool = False) -> Made:
    plural = (
        noun.tag in {"NNS", "NNPS"} or noun.has("conj") or noun.low in {"we", "they", "you", "these", "those"}
    )
    if past:
        return Made("were" if plural else "was")
    return Made("are" if plural else "is")


def happened(word: Word) -> bool:
    """Whether the clause that a word stands in tells of the past."""
    while word.head is not word and not (is_verb(word) and finite(word)):
        word = word.head
    return word.tag == "VBD" or any(kid.dep in {"aux", "auxpass"} and kid.tag == "VBD" for kid in word.kids)


def apposition(work: Work, side: Side) -> None:
    """ "X, the mayor of Y," → "X is the mayor of Y"."""
    noun, kid = side.noun, side.kid
    if kid.pos == "NUM" and kid.text.isdigit():
        if noun.entity == "PERSON" and 0 < int(kid.text) < 120:
            work.emit([*plain(work, noun), Made("is"), kid, Made("years old")], kid, "age", link="apposition")
        return
    if kid.pos not in {"NOUN", "PROPN"}:
        return
    work.emit(
        [*plain(work, noun), be(work, noun), *words_of(work, kid)], kid, "apposition", link="apposition"
    )


def participle(work: Work, side: Side) -> None:
    """ "N located in Y" → "N is located in Y"; "N showing Y" → "N shows Y"."""
    noun, kid = side.noun, side.kid
    past = happened(noun)
    clauses.clause(work, kid, "participle", subject=plain(work, noun), lead=[be(work, noun, past=past)])


def relative(work: Work, side: Side) -> None:
    """ "N, who did it," → "N did it": the noun takes the place of its pronoun."""
    noun, kid = side.noun, side.kid
    pronoun = next(
        (word for word in work.sentence.subtree(kid) if word.tag in {"WDT", "WP", "WP$", "WRB"}), None
    )
    name: Pieces = plain(work, noun)
    if pronoun is not None and pronoun.head is kid and pronoun.dep in {"nsubj", "nsubjpass"}:
        work.cut.add(pronoun.index)
        clauses.clause(work, kid, "relative", subject=[*name])
        return
    if pronoun is None or pronoun.tag != "WP$":
        return
    pieces: Pieces = []
    for word in work.sentence.subtree(kid):
        pieces.extend([*name, Made("'s")] if word is pronoun else [word] if word.dep != "punct" else [])
    work.emit(pieces, kid, "relative", link="relative")

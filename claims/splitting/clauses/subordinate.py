"""Adverbial clauses: what stays in its sentence and what becomes a claim of its own."""

from __future__ import annotations

from ..drafts import Made, Pieces
from ..inflection import past, third
from ..tree import Word
from ..words import HYPOTHETICAL, PREPOSITION_LIKE
from . import clause as clauses
from .predicate import Predicate
from .work import Work, finite

SPLITTING = {"because", "since", "as", "although", "though", "while", "whereas", "but", "so"}


def kept(work: Work, found: Predicate) -> list[Word]:
    """The clauses below a verb that must not leave it: conditions, purposes, comparisons, times."""
    return [kid for kid in found.clauses if not _leaves(work, found, kid)]


def _leaves(work: Work, found: Predicate, kid: Word) -> bool:
    if kid.dep in {"parataxis", "ccomp"}:
        return True
    if kid.dep == "relcl":
        return False
    mark = kid.kid("mark")
    word = mark.low if mark is not None else next((one.low for one in kid.kids if one.tag == "WRB"), "")
    if word in HYPOTHETICAL:
        return False
    if kid.has("nsubj", "nsubjpass", "expl"):
        return word in SPLITTING and finite(kid)
    if kid.tag in {"VBG", "VBN"} and not word:
        return work.comma_before(kid) or kid.right < found.head.index
    return False


def tell(work: Work, found: Predicate, kid: Word, subject: Pieces, rules: tuple[str, ...]) -> None:
    if kid.has("nsubj", "nsubjpass", "expl"):
        clauses.clause(work, kid, *rules, "subordinate")
        return
    if kid.tag == "VBG" and kid.low in PREPOSITION_LIKE:
        return
    form = _form(found.head, kid)
    if form is None or not subject:
        return
    clauses.clause(work, kid, *rules, "participle-clause", subject=subject, lead=form)


def _form(head: Word, kid: Word) -> Pieces | None:
    """The auxiliary that gives a participle the tense of its main clause."""
    before = head.tag == "VBD" or any(one.tag == "VBD" and one.dep in {"aux", "auxpass"} for one in head.kids)
    if kid.has("aux", "auxpass"):
        return None
    return [Made("was" if before else "is")]


__all__ = ["kept", "past", "tell", "third"]

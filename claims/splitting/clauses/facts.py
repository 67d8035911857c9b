"""Clauses that the article itself vouches for by the word before them: "it is odd that X", "the fact that X".

The frame stays a claim; what it rests on is told beside it, as what it is: a fact. Behind "think", "hope", "claim"
or "likely" nothing is told, nor below a condition, a wish or a "may".
"""

from __future__ import annotations

from ..tree import Word
from ..words import HYPOTHETICAL, WISHING
from ..words_of_fact import (
    CERTAIN,
    DOUBTS,
    EMERGING,
    FACTS,
    FINDING,
    KNOWING,
    MINDFUL,
    OWNING,
    STRIKING,
    TELLING,
)
from . import clause as clauses
from .sides import SUBJECTS
from .work import Work, finite, is_verb

_FIRST = frozenset({"i", "we"})
_POINTING = frozenset({"this", "that", "which", "it"})
_CLAUSES = frozenset({"ccomp", "acl", "advcl", "csubj", "relcl"})
_ASKING = frozenset({"WRB", "WP", "WDT"})


def tell(work: Work) -> None:
    """Tells each clause of the sentence that is vouched for, once all else is told; of nested ones the outer one."""
    if work.fine or work.sentence.words[-1].text == "?":
        return
    reach = -1
    for word in work.sentence.words:
        if word.dep in _CLAUSES and word.left > reach and is_vouched(work, word):
            reach = word.right
            work.cut.update(kid.index for kid in word.kids if kid.dep == "mark" or kid.low == "why")
            clauses.clause(work, word, "fact")


def is_vouched(work: Work, clause: Word) -> bool:
    """Whether the word that a clause hangs on makes it a fact, and is asserted itself."""
    host, mark = clause.head, clause.kid("mark")
    if not finite(clause) or not clause.has("nsubj", "nsubjpass", "expl"):
        return False
    if _is_explained(host, clause):
        return _stands(host, denied=False)
    if clause.dep == "relcl":
        return False
    if mark is not None and mark.low != "that":
        return False
    if any(word.tag in _ASKING for word in work.sentence.words[clause.left : clause.index]):
        return False
    if host.pos == "NOUN":
        known = host.lemma in FACTS or (host.lemma in DOUBTS and any(kid.low == "no" for kid in host.kids))
        return mark is not None and clause.index > host.index and known and _stands(host)
    if host.low in STRIKING | MINDFUL:
        return _stands(host)
    if host.low in CERTAIN or _is_degree(host):
        return _stands(host, denied=False)
    if host.lemma in {"be", "feel", "seem"}:
        return _of_state(host, clause)
    return is_verb(host) and clause.index > host.index and _of_verb(host, clause)


def _is_explained(host: Word, clause: Word) -> bool:
    """What a reason is given for, or what is given as the reason: "this is why X", "the reason X is because Y"."""
    opening = [
        kid.low for kid in clause.kids if kid.index < clause.index and (kid.dep == "mark" or kid.tag == "WRB")
    ]
    if host.lemma == "reason":
        return (
            clause.index > host.index
            and opening in ([], ["why"], ["that"])
            and any(kid.low == "the" for kid in host.kids)
        )
    subject = host.kid("nsubj")
    if host.lemma != "be" or subject is None or clause.index < host.index or host.has("attr", "acomp"):
        return False
    if opening == ["why"]:
        return subject.low in _POINTING
    return opening == ["because"] and subject.lemma in _POINTING | {"reason"}


def _of_state(host: Word, clause: Word) -> bool:
    """ "it is odd that", "I am glad that", "it is a pity that", "the problem is that"."""
    state = host.kid("acomp", "attr", "oprd")
    if state is not None and state is not clause:
        if state.low in STRIKING | MINDFUL or state.lemma in FACTS:
            return _stands(host)
        return (state.low in CERTAIN or _is_degree(state)) and _stands(host, denied=False)
    subject = host.kid("nsubj")
    told = subject is not None and subject.lemma in TELLING and clause.index > host.index
    return told and clause.has("mark") and _stands(host, denied=False)


def _is_degree(state: Word) -> bool:
    """ "so hot that the rails bent": the rails bent."""
    return state.pos in {"ADJ", "ADV"} and any(kid.low == "so" for kid in state.kids)


def _of_verb(host: Word, clause: Word) -> bool:
    """ "find it odd that", "realised that", "which means that", and "we agree that" of the writer alone."""
    state, subject = host.kid("oprd", "acomp"), host.kid("nsubj")
    if state is not None and state.low in STRIKING | CERTAIN:
        return _stands(host, denied=False)
    if host.lemma in KNOWING:
        return _stands(host)
    first = subject is not None and subject.low in _FIRST
    if host.lemma in EMERGING:
        known = subject is not None and subject.low == "it"
    elif host.lemma == "mean":
        known = subject is not None and subject.low in _POINTING
    else:
        known = host.lemma in (OWNING if first else FINDING)
    # without "that", "saw him leave" and "saw he left" look alike to the parser
    return (
        known
        and (clause.has("mark", "aux", "auxpass") or clause.tag != "VBP")
        and _stands(host, denied=False)
    )


def _stands(host: Word, *, denied: bool = True) -> bool:
    """Whether what a word says is asserted: nothing above it is a condition, a wish, a "may" or an order.

    `denied` lets "not" pass: who is not glad that it rains says that it rains.
    """
    word = host
    while True:
        if any(kid.tag == "MD" or (kid.dep == "mark" and kid.low in HYPOTHETICAL) for kid in word.kids):
            return False
        if not denied and word.has("neg"):
            return False
        if word.dep == "relcl" and not any(kid.tag in _ASKING and kid.dep in SUBJECTS for kid in word.kids):
            return False  # the noun before may be missing in the clause: "the weight they forget they carry"
        if word.dep == "ccomp" and word.index < word.head.index:
            return True  # a sentence of its own, with a comma behind it
        if word.head is word:
            return word.tag != "VB" or word.has("aux")
        word = word.head
        if word.lemma in WISHING:
            return False

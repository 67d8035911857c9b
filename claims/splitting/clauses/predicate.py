"""A verb and what hangs on it, sorted into the parts that the rules work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..drafts import Made, Pieces
from ..tree import Word
from ..words import CONNECTING_PHRASES, CONNECTIVES, HYPOTHETICAL, REPORTING
from .work import Work, is_verb

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"}
VERBAL = {"aux", "auxpass", "neg", "prt", "case"}
COMPLEMENTS = {"dobj", "dative", "attr", "acomp", "oprd", "xcomp", "ccomp", "pcomp", "agent", "pobj"}
DISCARDED = {"so", "even", "though", "just", "however", "only"}
NARROWING = {"only", "even", "just"}
DROPPED = {"punct", "cc", "mark", "preconj", "meta", "dep", "intj"}


@dataclass(slots=True)
class Slot:
    """A constituent of a clause: its role, its first word in the text, and the ways to say it."""

    role: str
    word: Word
    fixed: list[Pieces] | None = None
    conjunction: Word | None = None


@dataclass(slots=True)
class Predicate:
    """The children of a verb, sorted. `verbs` are coordinated with it, `clauses` hang below it."""

    head: Word
    subject: Word | None = None
    mark: Word | None = None
    form: Made | None = None
    slots: list[Slot] = field(default_factory=list)
    verbs: list[Word] = field(default_factory=list)
    clauses: list[Word] = field(default_factory=list)


def read_predicate(work: Work, head: Word) -> Predicate:
    found = Predicate(head)
    placed = False
    for kid in head.kids:
        if not placed and kid.index > head.index:
            found.slots.append(Slot("verb", head))
            placed = True
        _sort(work, found, kid)
    if not placed:
        found.slots.append(Slot("verb", head))
    for kid in head.kids:
        if kid.dep == "cc" and kid.index > head.index:
            _keep_conjunction(found, kid)
    return found


def _keep_conjunction(found: Predicate, kid: Word) -> None:
    """Leaves "and" before a part that stays in the clause: without it two parts would run together."""
    following = next((one for one in found.head.kids if one.index > kid.index and one.dep != "punct"), None)
    first = next((slot for slot in found.slots if slot.word is following), None)
    if first is None or first.fixed:
        return
    first.conjunction = kid
    for slot in found.slots:
        if slot.word.index > kid.index and slot.role == "adjunct":
            slot.role = "complement"


def _sort(work: Work, found: Predicate, kid: Word) -> None:
    dep = kid.dep
    if kid.low in {"neither", "either"} and kid.index < found.head.index:
        found.slots.append(Slot("verb", kid))
    elif dep == "mark":
        found.mark = kid
    elif dep in DROPPED or kid.index in work.cut or _ties(found.head, kid) or (work.fine and _connects(kid)):
        return
    elif dep in SUBJECTS:
        if found.subject is None:
            found.subject = kid
        found.slots.append(Slot("subject", kid))
    elif dep == "conj" and (is_verb(kid) or kid.has("nsubj", "cop", "aux")):
        _sort_verb(work, found, kid)
    elif _is_clause(found.head, kid):
        found.clauses.append(kid)
    else:
        role = "verb" if dep in VERBAL else "complement" if dep in COMPLEMENTS else "adjunct"
        found.slots.append(Slot(role, kid))


def _sort_verb(work: Work, found: Predicate, kid: Word) -> None:
    if is_choice(found.head, kid):
        found.slots.append(Slot("adjunct", kid, [_with_conjunction(work, found.head, kid)]))
    elif not _moved(found.head, kid):
        found.verbs.append(kid)


def _is_clause(head: Word, kid: Word) -> bool:
    if kid.dep == "ccomp":
        return _loose(head, kid) and (
            head.lemma not in REPORTING or has_result(head, kid) or _has_content(head, kid)
        )
    return kid.dep in {"advcl", "parataxis", "relcl"}


def _ties(head: Word, kid: Word) -> bool:
    """Whether an adverb only ties its clause to the one before it."""
    if kid.dep != "advmod" or kid.low not in DISCARDED or kid.kids:
        return False
    return _before_mark(head, kid) or (kid.low not in NARROWING and _at_edge(head, kid))


def _connects(kid: Word) -> bool:
    """Whether an adverb or phrase only ties its statement to the one before: "also", "in addition", "for example"."""
    if kid.dep == "advmod":
        return kid.low in CONNECTIVES and not kid.kids
    return (
        kid.dep == "prep"
        and (kid.low, "".join(one.low for one in kid.kids)) in CONNECTING_PHRASES
        and not any(one.kids for one in kid.kids)
    )


def _loose(head: Word, kid: Word) -> bool:
    """A clause that the parser hung on the verb as its complement though it stands before its subject."""
    subject = head.kid("nsubj", "nsubjpass", "expl")
    if any(one.tag == "WRB" or (one.dep == "mark" and one.low in HYPOTHETICAL) for one in kid.kids):
        return False
    return kid.index < head.index and subject is not None and kid.index < subject.index


def _has_content(head: Word, kid: Word) -> bool:
    """Whether a verb of saying or thinking has its own content behind it: "rents fell, she thinks they will rise"."""
    return (
        any(one.dep == "ccomp" and one.index > head.index for one in head.kids) and head.index > kid.right + 2
    )


def has_result(head: Word, kid: Word) -> bool:
    """Whether a clause in front is the reason for its main clause: "the dam failed, so they left"."""
    return any(one.low == "so" and one.index == kid.right + 2 for one in head.kids)


def is_choice(head: Word, kid: Word) -> bool:
    """Whether two verbs are joined by "or" or "nor": neither of them is asserted alone."""
    chain = [head, kid, *(one for one in kid.kids if one.dep == "conj")]
    return any(one.low in {"or", "nor", "than"} for verb in chain for one in verb.kids if one.dep == "cc")


def _with_conjunction(work: Work, head: Word, kid: Word) -> Pieces:
    between = [one for one in head.kids if one.dep in {"cc", "preconj"} and one.index < kid.index]
    return [*between[-1:], *(one for one in work.sentence.subtree(kid) if one.dep != "punct")]


def _moved(head: Word, kid: Word) -> bool:
    """Hangs a bare infinitive on the infinitive before it: in "lets them sing and dance" nobody "lets and dance"."""
    if kid.tag != "VB" or head.tag not in {"VBZ", "VBD", "VBP"} or kid.has("aux", "nsubj"):
        return False
    for other in reversed(head.kids):
        if other.dep in {"xcomp", "ccomp"} and other.tag == "VB" and head.index < other.index < kid.index:
            if kid.head is head:
                kid.head = other
                other.kids.append(kid)
            return True
    return False


def _at_edge(head: Word, kid: Word) -> bool:
    """Whether a word like "so" or "even" stands at the beginning or end of its clause, where it ties it to another."""
    return (
        kid.index == head.left
        or kid.index == head.right
        or any(one.dep == "ccomp" and one.right + 2 == kid.index for one in head.kids)
    )


def _before_mark(head: Word, kid: Word) -> bool:
    return any(one.dep == "mark" and one.index == kid.index + 1 for one in head.kids)

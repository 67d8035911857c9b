"""What is reported without a clause of its own: "accused the firm of hiding it", "denied paying", "vowed to stay".

It becomes a claim beside the one that tells who said it. Who said it, and how, is found where attributions are.
"""

from __future__ import annotations

from ..drafts import Made, Pieces
from ..inflection import past_of, third
from ..tree import Word, happened
from ..words_of_saying import OWNING, PLEDGING, spoken_of
from . import absolutes, sides
from . import clause as clauses
from .phrases import plain
from .predicate import Predicate
from .work import Work

_NOMINATIVE = {"him": "he", "her": "she", "them": "they", "me": "I", "us": "we"}
_NOBODY = frozenset({"i", "we", "you", "it", "which", "that", "nobody", "none"})


def tell(work: Work, found: Predicate, subject: Pieces, subject_word: Word | None) -> None:
    """Tells what the verb reports; nothing at the fine level, or where nothing was said."""
    head = found.head
    if work.fine or not subject or not happened(head) or head.has("neg"):
        return
    if any(kid.low in {"never", "nobody", "neither", "if", "unless"} for kid in head.kids):
        return
    if head.lemma in PLEDGING:
        _pledge(work, head, subject)
    elif head.lemma in OWNING and not head.has("auxpass") and _speaks(subject):
        deed = _own(head)
        if deed is not None:
            _tell(work, head, deed, subject, subject_word)
    elif (deed := spoken_of(head)) is not None:
        person = head.kid("dobj")
        if head.has("auxpass", "nsubjpass"):
            if not head.has("agent"):
                return  # nobody answers for it
            _tell(work, head, deed, subject, subject_word)
        elif person is not None and person.index < deed.index:
            work.cut.add(deed.head.index)  # the parser may have hung it on the person
            _tell(work, head, deed, _as_subject(work, person), person)


def _speaks(subject: Pieces) -> bool:
    first = subject[0]
    return not isinstance(first, Word) or first.low not in _NOBODY


def _own(head: Word) -> Word | None:
    """What somebody denies or admits to have done: "denied paying", "admitted to lying"."""
    for kid in head.kids:
        if kid.index > head.index and kid.dep in {"xcomp", "ccomp", "advcl"} and _is_gerund(kid):
            return kid
        if kid.dep == "prep" and kid.low in {"to", "for"} and kid.index > head.index:
            deed = kid.kid("pcomp")
            return deed if deed is not None and _is_gerund(deed) else None
    return None


def _is_gerund(verb: Word) -> bool:
    gerund = verb.tag == "VBG" or any(kid.low in {"having", "being"} for kid in verb.kids)
    return gerund and not verb.has("mark", "nsubj", "nsubjpass")


def _as_subject(work: Work, person: Word) -> Pieces:
    if person.tag == "PRP":
        return [Made(_NOMINATIVE.get(person.low, person.text), person)]
    return plain(work, person)


def _tell(work: Work, head: Word, deed: Word, subject: Pieces, person: Word | None) -> None:
    """The deed in the past, or in the present where somebody accuses in the present."""
    now = head.lemma == "accuse" and head.tag in {"VBZ", "VBP"} and not head.has("aux", "auxpass")
    plural = person is not None and (
        absolutes.is_plural(person) or person.low in {"they", "them", "we", "us"}
    )
    helper = next(
        (kid for kid in deed.kids if kid.low in {"having", "being"} and kid.dep.startswith("aux")), None
    )
    if helper is not None:
        work.cut.add(helper.index)
    be = ("are" if plural else "is") if now else ("were" if plural else "was")
    if helper is not None and helper.low == "having":
        lead: Pieces = sides.perfect(work, person or deed, deed, past=not now)
        clauses.clause(work, deed, "content", subject=subject, lead=lead)
    elif helper is not None:
        clauses.clause(work, deed, "content", subject=subject, lead=[Made(be, helper)])
    elif deed.has("neg"):
        form = ("do" if plural else "does") if now else "did"
        clauses.clause(work, deed, "content", subject=subject, lead=[Made(form)], verb=Made(deed.lemma, deed))
    else:
        form = (deed.lemma if plural else third(deed.lemma)) if now else past_of(deed)
        form = be if deed.lemma == "be" else form
        clauses.clause(work, deed, "content", subject=subject, verb=Made(form, deed))


def _pledge(work: Work, head: Word, subject: Pieces) -> None:
    """ "vowed to stay" as "would stay", "vows to stay" as "will stay"."""
    deed = head.kid("xcomp")
    if deed is None or deed.index < head.index or head.has("dobj", "dative", "auxpass"):
        return
    to = next((kid for kid in deed.kids if kid.low == "to" and kid.dep == "aux"), None)
    if to is None or deed.tag != "VB":
        return
    deeds = [deed, *(kid for kid in deed.kids if kid.dep == "conj")]
    work.cut.update(kid.index for one in deeds for kid in one.kids if kid.low == "to" and kid.dep == "aux")
    now = head.tag in {"VBZ", "VBP"} or any(
        kid.tag in {"VBZ", "VBP"} for kid in head.kids if kid.dep == "aux"
    )
    clauses.clause(work, deed, "content", subject=subject, lead=[Made("will" if now else "would", to)])

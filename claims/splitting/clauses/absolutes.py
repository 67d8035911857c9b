"""Absolute clauses: "with two judges dissenting", "the talks having failed", "most of them fishermen".

Each has a subject of its own and lends its tense from the main clause, so it is told as a sentence beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..drafts import Made, Pieces
from ..inflection import past as past_form
from ..inflection import past_of, third
from ..links import link_of_mark
from ..tree import Word
from ..words import (
    ACCOMPANYING,
    CIRCUMSTANCES,
    MEASURING,
    PART_WORDS,
    PEOPLE,
    PREPOSITION_LIKE,
    SITUATIONS,
)
from . import clause as clauses
from . import sides
from .phrases import conjuncts, plain
from .predicate import Predicate
from .work import Work, finite, is_verb

_SUBJECTS = ("nsubj", "nsubjpass")
_LOOSE = frozenset({"advcl", "ccomp", "parataxis", "npadvmod", "dep", "advmod"})
_PRONOUNS = frozenset({"them", "whom", "which"})


@dataclass(frozen=True, slots=True)
class Absolute:
    """`kid` hangs on the main verb; `subject` heads what `predicate` is said of."""

    kid: Word
    subject: Word
    predicate: Word


def take(work: Work, found: Predicate) -> list[Absolute]:
    """Takes the absolute clauses out of a verb whose tense can be lent; none where it asserts nothing itself."""
    if _tense(found.head) is None or any(link_of_mark(kid) == "condition" for kid in found.clauses):
        return []
    pairs = ((kid, _parts(work, found.head, kid)) for kid in found.head.kids)
    taken = [Absolute(kid, *parts) for kid, parts in pairs if parts is not None]
    gone = {one.kid.index for one in taken}
    found.slots = [slot for slot in found.slots if slot.word.index not in gone]
    found.clauses = [kid for kid in found.clauses if kid.index not in gone]
    return taken


def tell(work: Work, found: Predicate, one: Absolute) -> None:
    """Tells the clause with a finite verb. What stands before a future or a perfect is present."""
    tense = _tense(found.head)
    lasting = tense == "future" or any(kid.low in {"has", "have"} for kid in found.head.kids)
    if lasting and one.kid.index < found.head.index:
        tense = "present"
    subject = _subject(work, found, one)
    verb = one.predicate
    work.cut.add(one.kid.index)
    work.cut.add(one.subject.index)
    if not is_verb(verb) or verb.tag not in {"VBG", "VBN", "VBD"}:
        _tell_state(work, one, subject, tense)
    elif sides.having(verb) is not None:
        auxiliary = sides.having(verb)
        work.cut.add(auxiliary.index if auxiliary is not None else -1)
        had = "had" if tense == "past" else "have" if is_plural(one.subject) else "has"
        clauses.clause(work, verb, "absolute", subject=subject, lead=[Made(had, auxiliary)])
    elif verb.tag == "VBG":
        lead, form = _active(one, tense)
        clauses.clause(work, verb, "absolute", subject=subject, lead=lead, verb=form)
    else:
        clauses.clause(work, verb, "absolute", subject=subject, lead=_be(one.subject, tense))


def _tell_state(work: Work, one: Absolute, subject: Pieces, tense: str | None) -> None:
    own = [kid for kid in one.predicate.kids if kid.dep not in {*_SUBJECTS, "mark", "punct"}]
    words = sorted(
        {one.predicate, *(word for kid in own for word in work.sentence.subtree(kid))},
        key=lambda word: word.index,
    )
    behind = [word for word in words if word.dep != "punct" and word.index > one.subject.index]
    work.emit([*subject, *_be(one.subject, tense), *behind], one.predicate, "absolute")


def _parts(work: Work, head: Word, kid: Word) -> tuple[Word, Word] | None:
    """Subject and predicate of an absolute clause that hangs on a verb as `kid`."""
    apart = (
        work.comma_before(kid)
        or work.sentence.words[kid.left].dep == "punct"
        or (kid.right < head.index and _comma_behind(work, kid))
    )
    if not apart or any(word.low == "together" for word in work.sentence.words[kid.left : kid.index]):
        return None
    if kid.dep == "prep":
        return _of_with(work, kid) if kid.low == "with" and not kid.has("advmod") else None
    if kid.dep not in _LOOSE or (finite(kid) and not _is_participle(work, head, kid)):
        return None
    mark = kid.kid("mark")
    subject = kid.kid(*_SUBJECTS)
    if subject is not None and (mark is None or mark.low == "with") and not _asks(kid):
        return (subject, kid) if _is_predicate(kid) and _names(subject) else None
    if kid.low == "each" and (verb := kid.kid("acl")) is not None and verb.tag == "VBG":
        return kid, verb
    return None


def _of_with(work: Work, preposition: Word) -> tuple[Word, Word] | None:
    """ "with two judges dissenting", however the parser hangs it."""
    verb = preposition.kid("pcomp")
    if verb is not None:
        subject = verb.kid(*_SUBJECTS)
        fits = subject is not None and _names(subject) and _is_predicate(verb) and not _asks(verb)
        return (subject, verb) if subject is not None and fits else None
    noun = preposition.kid("pobj")
    if noun is None or not _names(noun) or noun.lemma in ACCOMPANYING:
        return None
    if noun.tag == "VBG":  # "with winter approaching", read as a compound
        own = noun.kid("compound")
        return (own, noun) if own is not None and own.index == noun.index - 1 else None
    if noun.low.endswith("ing") and noun.has("compound"):
        return None
    last = noun
    while last.kids and last.kids[-1].dep == "prep" and last.kids[-1].low == "of" and last.kids[-1].kids:
        last = last.kids[-1].kids[-1]
    for holder in (noun, last):
        verb = next((kid for kid in holder.kids if kid.dep == "acl" and kid.tag in {"VBG", "VBN"}), None)
        if verb is not None and not work.comma_before(verb) and verb.low not in PREPOSITION_LIKE:
            return noun, verb
    state = noun.kids[-1] if noun.kids else noun
    return (noun, state) if state.index > noun.index and _is_situation(noun, state) else None


def _is_situation(noun: Word, kid: Word) -> bool:
    """Whether a phrase behind a noun says how it is, and not which: "on board", "at 9 percent", "in sight"."""
    if kid.dep in {"advmod", "acl", "amod"} and not kid.has("pobj"):
        return kid.low in SITUATIONS
    if kid.dep != "prep":
        return False
    if any(one.low == "them" for of in noun.kids if of.low == "of" for one in of.kids):
        return kid.low != "of"
    held = kid.kid("pobj")
    if held is None:
        return kid.low in SITUATIONS
    if held.low in CIRCUMSTANCES and not held.has("det"):
        return True
    measured = kid.low in {"at", "above", "below", "around", "near"} and held.has("nummod")
    return measured and noun.lemma in MEASURING


def _is_participle(work: Work, head: Word, kid: Word) -> bool:
    """Whether a form that the tagger took for a past tense is a participle: "with the border closed"."""
    mark = kid.kid("mark")
    if kid.tag != "VBD" or kid.has("dobj", "aux", "auxpass", "ccomp", "xcomp"):
        return False
    if mark is not None:
        return mark.low == "with"
    subject = kid.kid(*_SUBJECTS)
    owned = subject is not None and any(one.tag == "PRP$" for one in subject.kids)
    return owned and kid.dep == "ccomp" and kid.left == 0 and past_form(kid.lemma) == kid.low


def _is_predicate(kid: Word) -> bool:
    if kid.low in PREPOSITION_LIKE or any(one.tag in {"MD", "TO"} for one in kid.kids):
        return False
    if is_verb(kid):
        return kid.tag in {"VBG", "VBN", "VBD"}
    if kid.low.endswith("ing"):  # a verb that the tagger took for a noun has no lemma to make a form of
        return False
    return kid.pos in {"ADJ", "ADV", "NOUN", "PROPN"} or kid.low in SITUATIONS


def _names(subject: Word) -> bool:
    return subject.tag not in {"PRP", "EX", "WP", "WDT", "WP$"} and not any(
        kid.tag in {"WDT", "WP", "WP$", "WRB"} for kid in subject.kids
    )


def _asks(verb: Word) -> bool:
    return any(kid.tag in {"WRB", "WDT", "WP"} for kid in verb.kids)


def _comma_behind(work: Work, kid: Word) -> bool:
    following = work.sentence.words[kid.right + 1 : kid.right + 2]
    return bool(following) and following[0].text in {",", "–", "—"}


def _subject(work: Work, found: Predicate, one: Absolute) -> Pieces:
    """The subject as it stands, "them" and "each" with what they mean."""
    words = work.sentence.words
    if one.subject.low == "each" and not one.subject.has("prep") and found.subject is not None:
        return [one.subject, Made("of"), *definite(work, found.subject)]
    last = one.subject.right
    if one.subject.index < one.predicate.index <= last:
        last = max(one.predicate.left - 1, one.subject.index)
    pieces: Pieces = []
    for word in words[one.subject.left : last + 1]:
        if word.low in _PRONOUNS and (noun := _meant(work, found, one)) is not None:
            pieces.extend(definite(work, noun))
        elif word.dep != "punct":
            pieces.append(word)
    return pieces


def _meant(work: Work, found: Predicate, one: Absolute) -> Word | None:
    """The one plural that "most of them" can mean: the last thing named before it."""
    ahead = [kid for kid in found.head.kids if kid.right < one.kid.left and kid.dep in {"dobj", "attr"}]
    noun = conjuncts(ahead[-1])[-1] if ahead else found.subject
    return noun if noun is not None and (noun.tag in {"NNS", "NNPS"} or noun.lemma in PEOPLE) else None


def partitive(work: Work, noun: Word, kid: Word) -> Pieces:
    """ "The victims, most of them tourists," as "Most of the victims are tourists"; else nothing."""
    part = kid.kid(*_SUBJECTS)
    if part is None or not any(
        word.low in _PRONOUNS for word in work.sentence.words[part.left : part.right + 1]
    ):
        return []
    if noun.tag not in {"NNS", "NNPS"} and noun.lemma not in PEOPLE and noun.low != "people":
        return []
    words = work.sentence.words
    subject: Pieces = []
    for word in words[part.left : part.right + 1]:
        subject.extend(definite(work, noun) if word.low in _PRONOUNS else [word])
    rest = [word for word in words[part.right + 1 : kid.right + 1] if word.dep != "punct"]
    return [*subject, *_be(part, "past" if sides.happened(noun) else "present"), *rest]


def definite(work: Work, noun: Word) -> Pieces:
    """A noun phrase as what was named before: "12 people" as "the 12 people"."""
    named = plain(work, noun)
    first = named[0]
    bare = isinstance(first, Word) and (first.tag in {"CD", "NNS", "JJ"}) and noun.pos != "PROPN"
    return [Made("the"), *named] if bare else named


def is_plural(noun: Word) -> bool:
    """Whether a subject takes a plural verb: "half of the villagers", "judges", "two"."""
    if noun.low in PART_WORDS:
        held = noun.kid("prep")
        held = held.kid("pobj") if held is not None and held.low == "of" else None
        return held is None or held.low in _PRONOUNS or held.tag in {"NNS", "NNPS"}
    if noun.tag == "CD":
        return noun.low not in {"one", "1"}
    return noun.tag in {"NNS", "NNPS"} or noun.has("conj") or noun.low in {"people", "police"}


def _be(subject: Word, tense: str | None) -> Pieces:
    if tense == "future":
        return [Made("will be")]
    plural = is_plural(subject)
    if tense == "past":
        return [Made("were" if plural else "was")]
    return [Made("are" if plural else "is")]


def _active(one: Absolute, tense: str | None) -> tuple[Pieces, Made]:
    """ "leaving" as "left", "are leaving" or "will leave"."""
    verb = one.predicate
    if tense == "future":
        return [Made("will")], Made(verb.lemma, verb)
    if verb.lemma == "be":
        return [], Made(str(getattr(_be(one.subject, tense)[0], "text", "")), verb)
    if tense == "past":
        return [], Made(past_of(verb), verb)
    if verb.lemma in {"have", "include"}:
        return [], Made(verb.lemma if is_plural(one.subject) else third(verb.lemma), verb)
    return _be(one.subject, tense), Made(verb.text, verb)


def _tense(head: Word) -> str | None:
    """The tense that an absolute clause takes over; none from "may" or a denial of a future."""
    kids = [kid for kid in head.kids if kid.dep in {"aux", "auxpass"}]
    modal = next((kid for kid in kids if kid.tag == "MD"), None)
    if modal is not None:
        return "future" if modal.low in {"will", "'ll", "’ll"} and not head.has("neg") else None
    if head.tag == "VBD" or any(kid.tag == "VBD" or kid.lemma == "have" for kid in kids):
        return "past"
    if not kids and (subject := head.kid("nsubj")) is not None and head.tag in {"VB", "VBN"}:
        return "past" if head.tag == "VBN" or not is_plural(subject) else None  # the tagger's mistake
    return "present" if finite(head) else None

"""Clauses that have lost their verb: "X, unhappy with the deal, left", "Once a mill, the hall"."""

from __future__ import annotations

from ..drafts import Made, Pieces
from ..tree import Word
from ..words import CIRCUMSTANCES, PEOPLE, PREPOSITION_LIKE, UNITS_OF_TIME, word_set
from . import absolutes, sides
from .phrases import plain, words_of
from .predicate import Predicate
from .work import Work

_LASTING = word_set("now still already currently all both once long")
_OWN = frozenset({"its", "his", "her", "their"})
# adjectives that work as prepositions, or tie the sentence to another
_TYING = PREPOSITION_LIKE | word_set(
    "such like unlike contrary prior regardless irrespective subsequent due next worse better true important likely"
    " least most last first second more further earlier later same other"
)
_VAGUE = frozenset({"it", "there", "this", "that", "which", "who", "what"})


def is_state(work: Work, noun: Word, kid: Word) -> bool:
    """Whether what stands between commas behind a noun says how it is: "famous for its cheese", "in prison"."""
    if kid.index < noun.index or not work.comma_before(kid) or not _closed(work, kid):
        return False
    if kid.dep == "prep":
        return _has(noun, kid) if kid.low == "with" else _lasts(kid)
    return kid.dep in {"amod", "acl"} and _is_adjective(kid)


def _closed(work: Work, kid: Word) -> bool:
    following = work.sentence.words[kid.right + 1 : kid.right + 2]
    return bool(following) and following[0].text in {",", "–", "—", ")"}


def _is_adjective(kid: Word) -> bool:
    if kid.low in _TYING or kid.tag in {"JJS", "JJR"}:
        return False
    return kid.tag == "JJ" or kid.low == "aged" or (kid.low == "close" and kid.has("prep"))


def _has(noun: Word, kid: Word) -> bool:
    """Whether "with" tells what a thing has: "with a population of 40,000"; who comes with whom has nobody."""
    held = kid.kid("pobj")
    if (
        held is None
        or noun.entity == "PERSON"
        or noun.lemma in PEOPLE
        or held.lemma in PEOPLE
        or kid.has("advmod")
    ):
        return False
    return held.has("nummod") or any(one.low in {"a", "an"} for one in held.kids)


def _lasts(kid: Word) -> bool:
    """Whether a phrase of place or time says in what state something is: "now in its third year", "on loan"."""
    held = kid.kid("pobj")
    if held is None:
        return False
    timed = held.lemma in UNITS_OF_TIME or held.low[:1].isdigit()
    if held.low in CIRCUMSTANCES and not held.has("det", "poss"):
        return kid.low in {"in", "on", "at", "under", "out"}
    return timed and any(one.low in _OWN for one in held.kids) and kid.low == "in"


def tell(work: Work, noun: Word, kid: Word) -> None:
    """Tells it of the noun, in the tense of its sentence."""
    work.emit(_told(work, noun, plain(work, noun), kid), kid, "reduced", link="apposition")


def _told(work: Work, noun: Word, subject: Pieces, kid: Word) -> Pieces:
    past = sides.happened(noun) or sides.is_former(kid)
    plural = _takes_plural(noun)
    if kid.low == "with" and kid.dep == "prep":
        verb = "had" if past else "have" if plural else "has"
        return [*subject, Made(verb, kid), *(word for word in words_of(work, kid) if word is not kid)]
    if any(word.low == "since" for word in work.sentence.words[kid.left : kid.right + 1]):
        verb = "had been" if past else "have been" if plural else "has been"
    else:
        verb = ("were" if plural else "was") if past else "are" if plural else "is"
    return [*subject, Made(verb), *words_of(work, kid)]


def _takes_plural(noun: Word) -> bool:
    """By the verb that the noun has, which knows better: "the steelworks now has"."""
    forms = [noun.head, *(kid for kid in noun.head.kids if kid.dep in {"aux", "auxpass"})]
    if noun.dep in {"nsubj", "nsubjpass"} and any(one.tag == "VBZ" or one.low == "was" for one in forms):
        return False
    return absolutes.is_plural(noun) or noun.low in {"they", "we", "you"}


def take(work: Work, found: Predicate) -> list[Word]:
    """Takes out of the verb what opens it and says how its subject is: "Unhappy with it, they left"."""
    subject = found.subject
    if subject is None or subject.low in _VAGUE or found.head.dep not in {"ROOT", "conj", "ccomp"}:
        return []
    taken = [kid for kid in found.head.kids if kid.right < subject.left and _opens(work, subject, kid)]
    gone = {kid.index for kid in taken}
    found.slots = [slot for slot in found.slots if slot.word.index not in gone]
    found.clauses = [kid for kid in found.clauses if kid.index not in gone]
    return taken


def _opens(work: Work, subject: Word, kid: Word) -> bool:
    if not _closed(work, kid) or kid.has("nsubj", "nsubjpass", "mark", "expl", "aux") or kid.low in _TYING:
        return False
    if kid.dep == "advcl" and kid.pos == "ADJ":
        return _is_adjective(kid) and kid.has("prep", "npadvmod", "xcomp")
    if kid.low == "home":
        return any(one.low == "to" for one in kid.kids)
    if kid.dep == "advcl" and kid.pos == "NOUN":
        return kid.has("det") and not any(one.low in {"no", "all", "each"} for one in kid.kids)
    person = subject.entity == "PERSON"
    return (
        kid.dep == "npadvmod"
        and person
        and not kid.entity
        and any(one.low in {"a", "an"} for one in kid.kids)
    )


def tell_opening(work: Work, found: Predicate, kid: Word) -> None:
    if found.subject is not None:
        told = _told(work, found.subject, plain(work, found.subject), kid)
        work.emit(told, kid, "reduced", link="apposition")

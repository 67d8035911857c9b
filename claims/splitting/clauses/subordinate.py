"""Adverbial clauses: what stays in its sentence and what becomes a claim of its own."""

from __future__ import annotations

from ..drafts import Made, Pieces
from ..tree import Word, happened
from ..words import DATED, HYPOTHETICAL, PREPOSITION_LIKE, SPEECH, STATES
from . import clause as clauses
from . import sides
from .predicate import Predicate, has_result
from .work import Work, finite

FIRST = {"i", "we", "you", "my", "our", "your", "me", "us"}
VAGUE = {"it", "this", "that", "there", "they"}
TIMING = {"when", "after", "once", "until"}
SPLITTING = {"because", "since", "as", "although", "though", "while", "whereas", "but", "so"}


def kept(work: Work, found: Predicate) -> list[Word]:
    """The clauses below a verb that must not leave it: conditions, purposes, comparisons, times."""
    return [kid for kid in found.clauses if not _leaves(work, found, kid)]


def _leaves(work: Work, found: Predicate, kid: Word) -> bool:
    if kid.dep in {"parataxis", "ccomp"}:
        return True
    if kid.dep == "relcl":
        return found.head.pos in {"VERB", "AUX"} and which_of(work, kid) is not None
    if kid.has("nsubj", "nsubjpass", "expl"):
        return asserts(kid)
    if sides.having(kid) is not None and kid.tag == "VBN" and not kid.has("mark", "neg"):
        return found.subject is not None and kid.right < found.head.index
    if (
        kid.tag not in {"VBG", "VBN"}
        or kid.has("mark", "aux", "auxpass", "neg")
        or any(one.tag == "WRB" for one in kid.kids)
    ):
        return False
    if kid.tag == "VBG" and kid.low in PREPOSITION_LIKE:
        return False
    if found.subject is None or _tense(found.head) is None:
        return False
    return work.comma_before(kid) or kid.right < found.head.index


def asserts(kid: Word) -> bool:
    """Whether a clause with a subject of its own is asserted: behind "because" it is, behind "if" it is not."""
    mark = kid.kid("mark")
    if (
        mark is None
        or mark.low not in SPLITTING
        or not finite(kid)
        or not kid.has("nsubj", "nsubjpass", "expl")
    ):
        return False
    if kid.head.dep == "pcomp":
        return False  # "accused of staying silent while": a part of what is told
    if any(one.dep == "mark" and one.low in HYPOTHETICAL for one in kid.kids):
        return False
    if mark.low in {"because", "since"} and kid.head.has("neg"):
        return False
    if mark.low == "so" and _is_purpose(kid):
        return False
    if mark.low == "since" and any(one.lemma == "have" and one.dep == "aux" for one in kid.head.kids):
        return False
    if kid.head.lemma == "be" and not kid.head.has("attr", "acomp", "prep", "advmod"):
        return False
    if any(one.low == "as" for one in kid.kids) and mark.low == "though":
        return False
    return mark.low != "as" or kid.right - kid.left > 3


def _is_purpose(kid: Word) -> bool:
    """ "so that they pay", "so they can pay"; not "so that can be a reason"."""
    if any(one.low in {"that", "this"} and one.dep in {"nsubj", "nsubjpass"} for one in kid.kids):
        return False
    return any(one.low == "that" or one.tag == "MD" for one in kid.kids)


def is_cause(kid: Word) -> bool:
    mark = kid.kid("mark")
    return mark is not None and mark.low in {"because", "since", "so"}


def tell_time(work: Work, found: Predicate, kid: Word) -> None:
    """What happened "when" or "after" it is a claim beside the clause that it gives the time of.

    Not behind "would" or "to": who would resign when the vote was held did not say that it was held. Nor behind
    "before": who died before she finished the book did not finish it.
    """
    opener = next((one for one in kid.kids if one.low in TIMING and one.index == kid.left), None)
    if work.fine or opener is None or not _happened(kid):
        return
    if kid.index > found.head.index and not happened(found.head):
        return
    if kid.lemma in SPEECH and not kid.has("ccomp", "dobj", "prep", "auxpass"):
        return
    before = [word for word in work.sentence.words[: kid.left] if word.dep != "punct"]
    if before and before[-1].entity in DATED:
        return
    work.cut.add(opener.index)
    clauses.clause(work, kid, "time-clause")


def _happened(verb: Word) -> bool:
    """Whether a clause with a subject tells of something done or undergone in the past: a state is no event."""
    if verb.lemma == "be" or not verb.has("nsubj", "nsubjpass", "expl"):
        return False
    return (verb.tag == "VBD" and verb.low != verb.lemma) or any(
        one.tag == "VBD" for one in verb.kids if one.dep in {"aux", "auxpass"} and one.index < verb.index
    )


def _link(work: Work, found: Predicate, kid: Word, rules: tuple[str, ...]) -> None:
    """That one thing is the cause of the other is a claim of its own beside the two, where the writer reports it.

    What is argued in the first person, or about "it" and "this", is opinion: no link of facts.
    """
    subject = found.subject
    if subject is None or subject.low in VAGUE or any(one.low in FIRST for one in work.sentence.words):
        return
    apart = {one.index for verb in found.verbs for one in work.sentence.subtree(verb)}
    words = [
        one for one in work.sentence.subtree(found.head) if one.dep != "punct" and one.index not in apart
    ]
    work.emit(list(words), found.head, *rules, "cause", link="cause")


def which_of(work: Work, kid: Word) -> Word | None:
    """The "which" of a relative clause that speaks of the whole sentence: ", which surprised the town"."""
    first = work.sentence.words[kid.left]
    return (
        first
        if first.low == "which" and first.head is kid and first.dep == "nsubj" and work.comma_before(kid)
        else None
    )


def is_frame(kid: Word) -> bool:
    """Whether a clause only names who says the rest: "the mayor said", "as the premier put it"."""
    if kid.lemma not in SPEECH | {"put"} or kid.has("ccomp", "xcomp", "csubj") or not kid.has("nsubj"):
        return False
    thing = kid.kid("dobj")
    if (thing is None) != (kid.lemma != "put") or (thing is not None and thing.low != "it"):
        return False
    return kid.dep != "advcl" or any(one.low == "as" and one.index < kid.index for one in kid.kids)


def _with_frame(work: Work, found: Predicate) -> Pieces:
    """A clause as it stands, its frame in it, without the verbs that are coordinated with it."""
    apart = {one.index for verb in found.verbs for one in work.sentence.subtree(verb)}
    if apart:
        apart.update(kid.index for kid in found.head.kids if kid.dep == "cc")
    words = work.sentence.subtree(found.head)
    return [one for one in words if one.dep != "punct" and one.index not in apart]


def tell(work: Work, found: Predicate, kid: Word, subject: Pieces, rules: tuple[str, ...]) -> None:
    which = which_of(work, kid) if kid.dep == "relcl" else None
    if which is not None:
        work.cut.add(which.index)
        clauses.clause(work, kid, *rules, "relative", subject=[Made("This", which)])
        return
    if is_frame(kid):
        work.emit(_with_frame(work, found), kid, *rules, "said-it")
        return
    tense = _tense(found.head)
    if (
        kid.dep in {"parataxis", "ccomp"}
        or kid.has("nsubj", "nsubjpass", "expl")
        or not subject
        or tense is None
    ):
        clauses.clause(work, kid, *rules, "subordinate")
        if not work.fine and (is_cause(kid) or has_result(found.head, kid)):
            _link(work, found, kid, rules)
        return
    noun = found.subject
    if sides.having(kid) is not None and noun is not None:
        lead = sides.perfect(work, noun, kid, past=tense == "past")
        clauses.clause(work, kid, *rules, "perfect-participle", subject=subject, lead=lead)
    elif kid.tag == "VBG":
        form = sides.active(work, noun, kid, past=tense == "past")
        clauses.clause(work, kid, *rules, "participle-clause", subject=subject, verb=form)
    elif noun is not None:
        lead = [sides.be(work, noun, past=tense == "past" or kid.low not in STATES)]
        clauses.clause(work, kid, *rules, "participle-clause", subject=subject, lead=lead)


def _tense(head: Word) -> str | None:
    """The tense that a participle takes over from its main clause; none from a modal verb, which asserts nothing."""
    auxiliaries = [kid for kid in head.kids if kid.dep in {"aux", "auxpass"}]
    if any(kid.tag == "MD" for kid in auxiliaries):
        return None
    past = (
        head.tag == "VBD"
        or any(kid.tag == "VBD" for kid in auxiliaries)
        or any(kid.lemma == "have" for kid in auxiliaries)
    )
    return "past" if past else "present"

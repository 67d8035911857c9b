"""The recursive step: a verb becomes claims, and what hangs on it becomes more of them."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import Any

from ..drafts import Made, Piece, Pieces
from ..inflection import respell, singular
from ..tree import Word, happened
from ..words import SPEECH, TRANSITIVE
from . import absolutes, reduced, reported, sides, subordinate
from .adjuncts import selections
from .phrases import conjuncts, distributes, variants, words_of
from .predicate import NARROWING, Predicate, Slot, read_predicate
from .work import MOST_VARIANTS, Work, finite, is_verb

WANTING = frozenset({"demand", "recommend", "propose", "request", "urge", "ask", "suggest"})
ADDING = frozenset({"adding", "saying", "noting", "stressing", "insisting", "claiming", "arguing"})


def clause(
    work: Work,
    head: Word,
    *rules: str,
    subject: Pieces | None = None,
    lead: Pieces | None = None,
    verb: Made | None = None,
) -> None:
    """Claims from a verb.

    `subject` and `lead` (auxiliaries) come from the verb that it is coordinated with or hangs on; `verb` is
    the form in which the verb itself is to be written.
    """
    found = read_predicate(work, head)
    found.form = verb
    if subject and found.subject is not None and found.subject.tag in {"WDT", "WP"}:
        found.slots = [slot for slot in found.slots if slot.word is not found.subject]
        found.subject = None
    _share_object(found)
    own = _subject(work, found)
    carried = [] if own else list(subject or work.topic_for(head))
    apart = absolutes.take(work, found) if own or carried else []
    openings = reduced.take(work, found)
    kept = subordinate.kept(work, found)
    for slot in found.slots:
        if slot.word is not head and slot.word.dep in {"ccomp", "csubj", "csubjpass"}:
            slot.fixed = _content(work, slot.word)
    for kid in kept:
        found.slots.append(Slot("adjunct", kid, [_whole(work, kid)]))
    found.slots.sort(key=lambda slot: slot.word.index)
    _tell(work, found, carried, list(lead or []), rules)
    passed = own or carried
    sides.tell(work)
    _tell_beside(work, found, passed, openings, apart)
    for other in found.verbs:
        if echoes(other):
            work.emit(_whole(work, other), other, *rules, "echo")
            continue
        clause(work, other, *rules, "coordinated-verb", subject=passed, **_borrowed(head, other, verb, lead))
    for kid in found.clauses:
        if kid in kept:
            subordinate.tell_time(work, found, kid)
        else:
            subordinate.tell(work, found, kid, passed, rules)
    sides.tell(work)


def _tell_beside(
    work: Work, found: Predicate, subject: Pieces, openings: list[Word], apart: list[absolutes.Absolute]
) -> None:
    """Tells what was taken out of a clause because it says something of its own, and what the verb reports."""
    for opening in openings:
        reduced.tell_opening(work, found, opening)
    reported.tell(work, found, subject, found.subject)
    for absolute in apart:
        absolutes.tell(work, found, absolute)


def _share_object(found: Predicate) -> None:
    """Gives the object of the last verb to those right before it that need one: "owns and runs the railway"."""
    if found.head.lemma not in TRANSITIVE or any(slot.word.index > found.head.index for slot in found.slots):
        return
    verb = found.head
    while (following := verb.kid("conj")) is not None and is_verb(following):
        if following.left != following.index or following.index > verb.index + 2:
            return
        verb = following
    shared = verb.kid("dobj")
    if shared is not None and not found.head.has("auxpass") and verb is not found.head:
        found.slots.append(Slot("complement", shared))


def echoes(verb: Word) -> bool:
    """Whether a coordinated verb with its subject behind it says the same of somebody else: "and so are wolves"."""
    first = verb.kids[0] if verb.kids else verb
    return (
        first.low in {"so", "neither", "nor"}
        and first.index == verb.index - 1
        and verb.lemma in {"be", "do", "have"}
        and verb.has("attr", "nsubj")
    )


def _subject(work: Work, found: Predicate) -> Pieces:
    return words_of(work, found.subject) if found.subject is not None else []


def _whole(work: Work, kid: Word) -> Pieces:
    return [word for word in work.sentence.subtree(kid) if word.dep != "punct"]


def _ways(work: Work, found: Predicate, slot: Slot) -> list[Pieces]:
    if slot.fixed is not None:
        return slot.fixed
    if slot.word is found.head:
        return [[found.form or slot.word]]
    if slot.role == "verb":
        bare = not slot.word.kids or slot.word.dep not in {"neg", "aux", "auxpass"}
        return [[slot.word]] if bare else [words_of(work, slot.word)]
    ways = variants(work, slot.word)
    return [[slot.conjunction, *way] for way in ways] if slot.conjunction is not None else ways


def _content(work: Work, head: Word) -> list[Pieces]:
    """A clause inside a clause: "says that A and B" is said once with A and once with B."""
    outer, work.drafts = work.drafts, []
    clause(work, head)
    inner, work.drafts = work.drafts, outer
    mark = head.kid("mark")
    lead: Pieces = [*_narrowed(head, mark), mark] if mark is not None else []
    told = {verb.index for verb in conjuncts(head)}
    own = [draft for draft in inner if draft.head.index in told and not draft.link]
    outer.extend(draft for draft in inner if draft.head.index not in told or draft.link)
    if not own:
        return [words_of(work, head)]
    if (work.fine and not quoted(work, head)) or head.dep != "ccomp" or not finite(head):
        return [lead + draft.pieces for draft in own]
    if is_said(head) and (not work.fine or quoted(work, head)):
        outer.extend(replace(draft, rules=("content", *draft.rules)) for draft in own)
        return [_whole(work, head)]
    outer.extend(replace(draft, rules=("content", *draft.rules)) for draft in own[1:])
    return [lead + own[0].pieces]


def _narrowed(head: Word, mark: Word) -> list[Word]:
    """The "only" of "said only that"."""
    return [kid for kid in head.kids if kid.low in NARROWING and kid.index == mark.index - 1]


def quoted(work: Work, head: Word) -> bool:
    """Whether a clause stands before its frame between quotation marks: each part of it was said."""
    return head.index < head.head.index and work.sentence.words[head.left - 1].text in {"“", '"', "``"}


def is_said(head: Word) -> bool:
    """Whether a clause is told as what somebody else says: then it is a claim, and that it was said another."""
    verb = head.head
    if verb.lemma not in SPEECH or not head.has("nsubj", "nsubjpass", "expl") or not happened(verb):
        return False
    if verb.lemma in WANTING and head.tag in {"VB", "VBP"} and not head.has("aux", "auxpass"):
        return False  # "demanded that the firm pay" asserts nothing
    teller = verb.head if verb.dep == "advcl" and verb.low in ADDING else verb
    while teller.dep == "conj" and not teller.has("nsubj", "nsubjpass") and is_verb(teller.head):
        teller = teller.head
    subject = teller.kid("nsubj", "nsubjpass")
    return subject is not None and subject.low not in {"i", "we", "you", "it", "this", "that", "which"}


def _tell(work: Work, found: Predicate, carried: Pieces, lead: Pieces, rules: tuple[str, ...]) -> None:
    """Writes the clause down once for each way to say its parts, and at the fine level once for each adjunct."""
    if not work.fine:
        _write(work, found, carried, lead, rules)
        return
    outer = work.omitted
    for omitted, rule in selections(work, found, rules):
        work.omitted = outer | omitted
        _write(work, found, carried, lead, (*rules, rule) if rule else rules)
    work.omitted = outer


def _write(work: Work, found: Predicate, carried: Pieces, lead: Pieces, rules: tuple[str, ...]) -> None:
    members = conjuncts(found.subject) if found.subject is not None else []
    listed = distributes(work, members)
    slots = [slot for slot in found.slots if slot.conjunction or slot.word.index not in work.omitted]
    front = _front(slots) if carried else 0
    choices = [_ways(work, found, slot) for slot in slots]
    count = math.prod(map(len, choices))
    ways = itertools.islice(itertools.product(*choices), MOST_VARIANTS)
    reports = not work.fine and any(
        slot.word is not found.head and slot.word.dep == "ccomp" and is_said(slot.word) for slot in slots
    )
    for way in ways:
        pieces: Pieces = []
        alone = listed and _alone(members, way, slots)
        for place, (slot, part) in enumerate(zip(slots, way, strict=True)):
            if carried and place == front:
                pieces.extend(carried)
                pieces.extend(lead)
            pieces.extend(_agree(part) if alone and slot.role == "verb" else part)
        if not carried:
            pieces = in_order(pieces)
        if listed:
            pieces = [piece for piece in pieces if not _floats(piece, found.head)]
        work.emit(
            in_order(pieces) if _interrupted(found) else pieces,
            found.head,
            *rules,
            *(("said-it",) if reports else ()),
            *(("list",) if count > 1 else ()),
            *(() if rules or count > 1 else ("clause",)),
        )


def in_order(pieces: Pieces) -> Pieces:
    """The words as the article has them: in "showed where it came from" the "where" hangs on the "from" behind it."""
    words = [piece for piece in pieces if isinstance(piece, Word)]
    if len(words) < len(pieces):
        return pieces
    return [*sorted(words, key=lambda word: word.index)]


def _interrupted(found: Predicate) -> bool:
    """Whether a frame stands inside what it frames: “X,” she said, “because Y”. It keeps the order of the article."""
    said = found.head.kid("ccomp")
    return said is not None and said.left < found.head.index < said.right


def _front(slots: list[Slot]) -> int:
    """Where a borrowed subject goes: before the first word of the verb and the adverbs right before it."""
    place = next((place for place, slot in enumerate(slots) if slot.role == "verb"), 0)
    first = slots[place].word.index
    while place and slots[place - 1].word.dep == "advmod" and slots[place - 1].word.right + 1 == first:
        place -= 1
        first = slots[place].word.left
    return place


def _alone(members: list[Word], way: tuple[Pieces, ...], slots: list[Slot]) -> bool:
    """Whether the member of a list that stands as the subject this time is one thing."""
    said = next((part for slot, part in zip(slots, way, strict=True) if slot.role == "subject"), [])
    return any(member.tag in {"NN", "NNP"} and any(piece is member for piece in said) for member in members)


def _floats(piece: Piece, head: Word) -> bool:
    """Whether a word counts the members of a list that is told one by one: "they all require"."""
    if not isinstance(piece, Word) or piece.low not in {"both", "all", "each", "respectively"}:
        return False
    return piece.index < head.index and (
        piece.head is head or piece.dep == "appos" or (piece.tag == "DT" and piece.head.index < piece.index)
    )


def _agree(part: Pieces) -> Pieces:
    agreed: Pieces = []
    for piece in part:
        if (
            isinstance(piece, Word)
            and piece.tag in {"VBP", "VBD"}
            and (form := singular(piece)) != piece.text
        ):
            agreed.append(Made(form, piece))
        else:
            agreed.append(piece)
    return agreed


def _borrowed(head: Word, other: Word, form: Made | None, lead: Pieces | None) -> dict[str, Any]:
    """The form of a verb behind another one that had to be written in a new form itself."""
    if form is not None and other.tag == head.tag == "VBG":
        return {"verb": Made(respell(form.text, head, other), other)}
    return {"lead": [*(lead or []), *_auxiliaries(head, other)]}


def _auxiliaries(head: Word, verb: Word) -> Pieces:
    """What a coordinated verb borrows: "has bought and sold", "was pulled and treated", "will stay and fight"."""
    if finite(verb) or verb.has("nsubj", "nsubjpass", "expl"):
        return []
    own = {kid.dep for kid in verb.kids}
    contrast = any(
        kid.dep == "cc" and kid.low == "but" and head.index < kid.index < verb.index for kid in head.kids
    )
    lead: Pieces = []
    for kid in head.kids:
        if kid.index > head.index or kid.dep not in {"aux", "auxpass", "neg"}:
            continue
        if kid.dep == "neg" and contrast:
            continue
        if (kid.dep == "auxpass" and verb.tag != "VBN") or (kid.dep == "auxpass" and "auxpass" in own):
            continue
        if kid.dep == "aux" and kid.low == "to" and "aux" in own:
            continue
        lead.append(kid)
    if head.lemma == "be" and verb.tag in {"VBN", "VBG"} and not own & {"aux", "auxpass"}:
        lead.append(head)
    return lead

"""The recursive step: a verb becomes claims, and what hangs on it becomes more of them."""

from __future__ import annotations

import itertools
from dataclasses import replace

from ..drafts import Made, Pieces
from ..inflection import singular
from ..tree import Word
from ..words import NEEDS_ADVERBIAL, SPEECH
from . import sides, subordinate
from .phrases import conjuncts, distributes, variants, words_of
from .predicate import Predicate, Slot, read_predicate
from .work import MOST_VARIANTS, Work, finite


def clause(
    work: Work, head: Word, *rules: str, subject: Pieces | None = None, lead: Pieces | None = None
) -> None:
    """Claims from a verb; `subject` and `lead` (auxiliaries) come from the verb that it is coordinated with."""
    found = read_predicate(work, head)
    own = _subject(work, found)
    carried = [] if own else list(subject or [])
    kept = subordinate.kept(work, found)
    for slot in found.slots:
        slot.ways = _ways(work, slot)
    for kid in kept:
        found.slots.append(Slot("adjunct", kid, [_whole(work, kid)]))
    found.slots.sort(key=lambda slot: slot.word.index)
    _tell(work, found, carried, list(lead or []), rules)
    passed = own or carried
    sides.tell(work)
    for verb in found.verbs:
        clause(work, verb, *rules, "coordinated-verb", subject=passed, lead=_auxiliaries(head, verb))
    for kid in found.clauses:
        if kid not in kept:
            subordinate.tell(work, found, kid, passed, rules)
    sides.tell(work)


def _subject(work: Work, found: Predicate) -> Pieces:
    return words_of(work, found.subject) if found.subject is not None else []


def _whole(work: Work, kid: Word) -> Pieces:
    return [word for word in work.sentence.subtree(kid) if word.dep != "punct"]


def _ways(work: Work, slot: Slot) -> list[Pieces]:
    if slot.role == "verb":
        return (
            [[slot.word]]
            if not slot.word.kids or slot.word.dep not in {"neg", "aux", "auxpass"}
            else [words_of(work, slot.word)]
        )
    if slot.word.dep in {"ccomp", "csubj", "csubjpass"}:
        return _content(work, slot.word)
    return variants(work, slot.word)


def _content(work: Work, head: Word) -> list[Pieces]:
    """A clause inside a clause: "says that A and B" is said once with A and once with B."""
    outer, work.drafts = work.drafts, []
    clause(work, head)
    inner, work.drafts = work.drafts, outer
    mark = head.kid("mark")
    lead: Pieces = [mark] if mark is not None else []
    ways = [lead + draft.pieces for draft in inner if not draft.link]
    outer.extend(draft for draft in inner if draft.link)
    if not work.fine and head.dep == "ccomp" and head.head.lemma in SPEECH:
        outer.extend(replace(draft, rules=("content", *draft.rules)) for draft in inner if not draft.link)
        return [_whole(work, head)]
    return ways or [words_of(work, head)]


def _tell(work: Work, found: Predicate, carried: Pieces, lead: Pieces, rules: tuple[str, ...]) -> None:
    """Writes the clause down once for each way to say its parts, and at the fine level once for each adjunct."""
    if work.fine:
        for slots, rule in _selections(found):
            _write(work, found, slots, carried, lead, (*rules, rule) if rule else rules)
    else:
        _write(work, found, found.slots, carried, lead, rules)


def _selections(found: Predicate) -> list[tuple[list[Slot], str]]:
    adjuncts = [slot for slot in found.slots if slot.role == "adjunct" and _optional(found, slot)]
    core = [slot for slot in found.slots if slot not in adjuncts]
    if not adjuncts:
        return [(core, "")]
    chosen = [
        ([slot for slot in found.slots if slot in core or slot is one], "one-adjunct") for one in adjuncts
    ]
    if not _complete(found, core):
        return chosen
    return [(core, "core"), *chosen]


def _optional(found: Predicate, slot: Slot) -> bool:
    word = slot.word
    if word.dep == "advmod":
        return word.index < found.head.index - 3 or word.right > word.left
    return True


def _complete(found: Predicate, core: list[Slot]) -> bool:
    """Whether the verb has what it needs without any adjunct: "is located" has not."""
    if any(slot.role == "complement" for slot in core):
        return True
    return found.head.lemma not in NEEDS_ADVERBIAL


def _write(
    work: Work, found: Predicate, slots: list[Slot], carried: Pieces, lead: Pieces, rules: tuple[str, ...]
) -> None:
    listed = found.subject is not None and distributes(work, conjuncts(found.subject))
    front = _front(slots) if carried else 0
    ways = itertools.islice(itertools.product(*(slot.ways for slot in slots)), MOST_VARIANTS)
    count = 1
    for slot in slots:
        count *= len(slot.ways)
    for way in ways:
        pieces: Pieces = []
        for place, (slot, part) in enumerate(zip(slots, way, strict=True)):
            if carried and place == front:
                pieces.extend(carried)
                pieces.extend(lead)
            if listed and slot.role == "verb" and len(found.slots) and _alone(found):
                pieces.extend(_agree(part))
            else:
                pieces.extend(part)
        work.emit(
            pieces,
            found.head,
            *rules,
            *(("list",) if count > 1 else ()),
            *(() if rules or count > 1 else ("clause",)),
        )


def _front(slots: list[Slot]) -> int:
    """Where a borrowed subject goes: before the first word that belongs to the verb."""
    for place, slot in enumerate(slots):
        if slot.role == "verb":
            return place
    return 0


def _alone(found: Predicate) -> bool:
    return found.subject is not None and found.subject.tag in {"NN", "NNP"}


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


def _auxiliaries(head: Word, verb: Word) -> Pieces:
    """What a coordinated verb borrows: "has bought and sold", "was pulled and treated", "will stay and fight"."""
    if finite(verb) or verb.has("nsubj", "nsubjpass", "expl"):
        return []
    own = {kid.dep for kid in verb.kids}
    lead: Pieces = []
    for kid in head.kids:
        if kid.index > head.index or kid.dep not in {"aux", "auxpass", "neg"}:
            continue
        if (kid.dep == "auxpass" and verb.tag != "VBN") or (kid.dep == "auxpass" and "auxpass" in own):
            continue
        if kid.dep == "aux" and kid.low == "to" and "aux" in own:
            continue
        lead.append(kid)
    return lead

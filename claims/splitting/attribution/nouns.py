"""Nouns and states of mind that hold what somebody says or thinks, and "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import words_of_saying as lists
from . import source
from .record import Range, Record, polarity, spans, stance, without

if TYPE_CHECKING:
    from ..tree import Sentence, Word


def read_noun(sentence: Sentence, noun: Word) -> Record | None:
    """ "Moscow's claim that X", "calls for X", "a plan to X"."""
    if noun.dep in {"compound", "amod"}:
        return None
    governs = lists.NOUN_GOVERNS.get(noun.lemma, frozenset())
    for kid in noun.kids:
        if kid.index < noun.index:
            continue
        if noun.lemma in lists.NOUNS and kid.dep in {"acl", "ccomp", "relcl"} and (_that(kid) or _to(kid)):
            who = source.of_noun(noun)
            if who is None and _to(kid):
                return None
            form = "infinitive" if _to(kid) else "clause"
            return _record(sentence, noun, noun, who, [(kid.left, kid.right)], form, "noun")
        if kid.dep == "prep" and kid.low in governs and kid.right > kid.index:
            who = source.of_noun(noun)
            if who is None or (who.index > noun.index and who.left <= kid.index <= who.right):
                return None
            ranges = [(kid.index + 1, kid.right)]
            if who.left > noun.index:
                ranges = without(ranges[0], (who.head.left, who.right))
            return _record(sentence, noun, kid, who, ranges, "topic", "noun-of")
    return None


def read_mind(sentence: Sentence, mind: Word) -> Record | None:
    """ "is afraid that X", "was willing to X", "is worried about X"."""
    head = mind.head
    if mind.dep not in {"acomp", "oprd", "ROOT", "conj", "advcl"}:
        return None
    for kid in mind.kids:
        if kid.index < mind.index:
            continue
        clause = kid.dep in {"ccomp", "xcomp", "advcl"} and (_that(kid) or _to(kid) or kid.dep == "ccomp")
        about = (
            kid.dep == "prep"
            and kid.low in {"about", "of", "with", "over", "in", "on"}
            and mind.lemma in lists.STRONG_MINDS
        )
        if (not clause and not about) or (about and kid.right == kid.index):
            continue
        who = source.subject(head if mind.dep in {"acomp", "oprd"} else mind)
        if who is None or who.low in {"it", "that", "this"}:
            return None
        ranges = [(kid.index + 1, kid.right)] if about else [(kid.left, kid.right)]
        form = "topic" if about else "infinitive" if _to(kid) else "clause"
        found = _record(sentence, mind, kid if about else mind, who, ranges, form, "state-of-mind")
        if found is not None:
            found.stance = "thought"
        return found
    return None


def _that(verb: Word) -> bool:
    return any(kid.dep == "mark" and kid.low in {"that", "whether", "if"} for kid in verb.kids)


def _to(verb: Word) -> bool:
    return any(kid.dep == "aux" and kid.low == "to" for kid in verb.kids)


def _record(
    sentence: Sentence, cue: Word, last: Word, who: Word | None, ranges: list[Range], form: str, rule: str
) -> Record | None:
    content = spans(sentence, ranges)
    if not content:
        return None
    return Record(
        sentence=sentence,
        cue=cue,
        source=source.span(who, sentence) if who is not None else None,
        cue_span=(cue.start, last.end if last.index == cue.index + 1 else cue.end),
        content=content,
        form=form,
        stance=stance(cue.lemma),
        polarity=polarity(cue),
        rule=rule,
    )


def read_according(sentence: Sentence, word: Word) -> Record | None:
    """ "according to S": the rest of the sentence, or of the clause that the phrase stands in."""
    to = next((kid for kid in word.kids if kid.dep in {"prep", "pcomp"} and kid.low == "to"), None)
    if to is None or not to.kids:
        return None
    who = to.kids[0]
    cut = (word.left, max(word.right, to.right, who.right))
    clause = word.head
    while clause.pos not in {"VERB", "AUX"} and clause.head is not clause:
        clause = clause.head
    whole = (clause.left, clause.right)
    edge = cut[0] == 0 or cut[1] >= len(sentence.words) - 2
    if clause.head is clause or edge:
        whole = (0, len(sentence.words) - 1)
    content = spans(sentence, without(whole, cut))
    if not content:
        return None
    return Record(
        sentence=sentence,
        cue=word,
        source=source.span(who, sentence),
        cue_span=(word.start, to.end),
        content=content,
        rule="according-to",
    )

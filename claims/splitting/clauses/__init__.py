"""Taking a sentence apart. `decompose` is the only name that other stages use."""

from __future__ import annotations

from ..drafts import Draft
from ..tree import Sentence
from . import facts, sides
from .clause import clause
from .headlines import headline
from .repairs import repair
from .work import Work, is_verb

CONTENT = {"NOUN", "PROPN", "NUM", "VERB", "ADJ"}
LONGEST = 200  # words; a longer sentence is kept whole


def decompose(sentence: Sentence, *, fine: bool, topic: str = "") -> list[Draft]:
    """The drafts of a sentence. `topic` is what a sentence without a subject speaks of."""
    if len(sentence.words) > LONGEST:
        return [whole(sentence)]
    if _is_condition(sentence):
        return [whole(sentence, link="condition")]
    repair(sentence, fine=fine)
    work = Work(sentence, fine=fine, topic=topic)
    for root in sentence.roots:
        if is_verb(root) or root.has("nsubj", "nsubjpass", "aux", "cop"):
            clause(work, root)
        elif root.pos in {"NOUN", "PROPN"}:
            headline(work, root)
    sides.tell(work)
    facts.tell(work)
    sides.tell(work)
    if not work.drafts or _lost(sentence, work.drafts):
        work.drafts.append(whole(sentence))
    return work.drafts


def _is_condition(sentence: Sentence) -> bool:
    """Whether a sentence opens as "Should the pump fail," does, or the parser lost what hangs on its "if"."""
    first = sentence.words[0]
    if first.low in {"if", "unless"} and first.dep == "mark" and first.head.head is first.head:
        return True
    return (
        first.low in {"should", "had", "were"}
        and sentence.words[-1].text != "?"
        and first.pos in {"AUX", "VERB"}
    )


def _lost(sentence: Sentence, drafts: list[Draft]) -> bool:
    """Whether a number, or more than a word or two, of the sentence got into no claim."""
    told = {word.index for draft in drafts for word in draft.words()}
    lost = [word for word in sentence.words if word.index not in told and word.pos in CONTENT]
    return len(lost) > 2 or any(word.pos == "NUM" for word in lost)


def whole(sentence: Sentence, rule: str = "whole-sentence", *, link: str = "") -> Draft:
    words = [word for word in sentence.words if word.dep != "punct"] or sentence.words
    head = sentence.roots[0] if sentence.roots else words[0]
    return Draft(list(words), head, (rule,), link=link)

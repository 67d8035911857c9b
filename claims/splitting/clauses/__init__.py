"""Taking a sentence apart. `decompose` is the only name that other stages use."""

from __future__ import annotations

from ..drafts import Draft
from ..tree import Sentence
from . import sides
from .clause import clause
from .work import Work, is_verb

LONGEST = 200  # words; a longer sentence is kept whole


def decompose(sentence: Sentence, *, fine: bool) -> list[Draft]:
    """The drafts of a sentence, in the order of the article."""
    if len(sentence.words) > LONGEST:
        return [whole(sentence)]
    work = Work(sentence, fine=fine)
    for root in sentence.roots:
        if is_verb(root) or root.has("nsubj", "nsubjpass", "aux", "cop"):
            clause(work, root)
    sides.tell(work)
    return work.drafts or [whole(sentence)]


def whole(sentence: Sentence, rule: str = "whole-sentence") -> Draft:
    words = [word for word in sentence.words if word.dep != "punct"] or sentence.words
    head = sentence.roots[0] if sentence.roots else words[0]
    return Draft(list(words), head, (rule,))

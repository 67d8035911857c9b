"""Mistakes that the parser makes often, put right before the rules see the tree."""

from __future__ import annotations

from ..tree import Sentence, Word
from ..words import DATED

_TIMED = {"in", "on", "during", "since", "until", "before", "after", "by"}


def repair(sentence: Sentence) -> None:
    for word in sentence.words:
        if word.dep == "prep" and word.low in _TIMED and word.head.dep == "pobj":
            _raise_date(word)


def _raise_date(word: Word) -> None:
    """Hangs "on Friday" on the verb when it hangs on the place: "met at the White House on Friday"."""
    if not any(kid.entity in DATED for kid in word.kids) or word.head.entity in DATED:
        return
    noun, outer = word.head, word.head.head
    verb = outer.head
    if (
        outer.dep != "prep"
        or outer.low == "of"
        or verb.pos not in {"VERB", "AUX"}
        or noun.kids[-1] is not word
        or outer.index < verb.index
    ):
        return
    noun.kids.remove(word)
    word.head = verb
    verb.kids.append(word)
    verb.kids.sort(key=lambda kid: kid.index)

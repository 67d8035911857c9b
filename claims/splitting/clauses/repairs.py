"""Mistakes that the parser makes often, put right before the rules see the tree."""

from __future__ import annotations

from ..tree import Sentence, Word, move
from ..words import DATED
from .work import is_verb

_TIMED = {"in", "on", "during", "since", "until", "before", "after", "by"}
_ADVERBIAL = {"advmod", "npadvmod", "prep", "advcl"}


def repair(sentence: Sentence) -> None:
    for word in sentence.words:
        if word.dep == "prep" and word.low in _TIMED and word.head.dep == "pobj":
            _raise_date(word)
        elif word.low == "home" and word.dep != "appos" and word.index > 1:
            _home(sentence, word)
        elif word.dep == "appos" and word.entity == "PERSON":
            _front_apposition(sentence, word)
        elif word.low == "so" and word.dep != "cc":
            _result(sentence, word)
        elif word.dep == "cc" and is_verb(word.head):
            _pass_on(word)


def _result(sentence: Sentence, word: Word) -> None:
    """Hangs "so" on the verb of the clause that it opens: in ", so 400 families left" it does not count families."""
    verb = word.head
    while not is_verb(verb) and verb.head is not verb:
        verb = verb.head
    clause = sentence.words[word.index - 2] if word.index > 1 else word
    if word.kids or sentence.words[word.index - 1].text != "," or (word.head is verb and word.dep == "mark"):
        return
    while clause.head is not verb and clause.head is not clause:
        clause = clause.head
    if clause.dep == "ccomp" and clause.head is verb and clause.right == word.index - 2:
        move(word, verb, "advmod")


def _pass_on(word: Word) -> None:
    """Hangs what stands between "and" and the next verb on that verb: "and, two years later, moved"."""
    head = word.head
    verb = next((kid for kid in head.kids if kid.index > word.index and kid.dep == "conj"), None)
    if verb is None or not is_verb(verb):
        return
    for kid in [one for one in head.kids if word.index < one.index < verb.left and one.dep in _ADVERBIAL]:
        move(kid, verb, kid.dep)


def _home(sentence: Sentence, word: Word) -> None:
    """Takes "Aldern, home to 40,000 people," for an apposition."""
    noun = sentence.words[word.index - 2]
    if sentence.words[word.index - 1].text != "," or noun.pos not in {"NOUN", "PROPN"} or word.head is word:
        return
    while noun.dep in {"pobj", "prep", "compound", "appos"} and noun.head.index < word.index:
        noun = noun.head
    if (
        noun.dep in {"nsubj", "nsubjpass"}
        and any(kid.low == "to" for kid in word.kids)
        and noun.head is not word
    ):
        move(word, noun, "appos")


def _front_apposition(sentence: Sentence, word: Word) -> None:
    """In "A former teacher, Lucy Hart won", Lucy Hart is the subject, and she is a former teacher."""
    noun = word.head
    following = sentence.words[word.right + 1 : word.right + 2]
    if (
        noun.left != 0
        or noun.dep not in {"nsubj", "nsubjpass"}
        or noun.entity
        or (following and following[0].text == ",")
    ):
        return
    if not any(kid.low in {"a", "an"} for kid in noun.kids) or sentence.words[word.left - 1].text != ",":
        return
    verb, role = noun.head, noun.dep
    move(word, verb, role)
    move(noun, word, "appos")


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
    move(word, verb, "prep")

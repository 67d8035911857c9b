"""Verbs that the parser hung in the wrong place: on a verb of another form, in the list before, beside its content."""

from __future__ import annotations

from ..inflection import past
from ..tree import Sentence, Word, move
from ..words import HYPOTHETICAL
from .predicate import SUBJECTS
from .work import finite, is_verb

_MOVABLE = frozenset({"ccomp", "conj", "advcl"})
_FORMS = {"VBZ": {"VBZ", "VBP"}, "VBP": {"VBP", "VBZ"}, "VBD": {"VBD"}, "VBN": {"VBN"}, "VB": {"VB"}}


def rehang(sentence: Sentence) -> None:
    """Hangs each verb where its form, its comma or its subject shows that it belongs."""
    for word in sentence.words:
        if word.dep in _MOVABLE:
            _rehang(sentence, word)


def _rehang(sentence: Sentence, word: Word) -> None:
    if word.dep == "ccomp" and word.left > word.head.index:
        _second_clause(sentence, word)
    elif word.dep == "conj" and _in_condition(sentence, word):
        move(word, sentence.words[word.left - 1].head, "conj")
    elif word.dep == "conj" and word.tag in _FORMS:
        if word.tag == "VBD" and word.lemma != "be" and word.low != past(word.lemma):
            word.tag = "VBN"  # "had sold the mill and taken the money"
        if word.head.tag in {"VB", "VBG"} and word.head.tag not in _FORMS[word.tag]:
            _climb(word)
    elif word.dep == "advcl" and word.head.dep == "xcomp" and word.tag in {"VBG", "VBN"}:
        _raise_participle(sentence, word)
    if finite(word) and not word.has(*SUBJECTS):
        _give_subject(sentence, word)
    if word.dep != "conj" and sentence.words[word.left].low == "which":
        _relative(sentence, word)


def _second_clause(sentence: Sentence, word: Word) -> None:
    """A verb has one clause for its content; another one behind it with a subject stands beside the sentence."""
    head = word.head
    if (
        not finite(word)
        or not word.has("nsubj", "nsubjpass", "expl")
        or any(kid.low == "that" for kid in word.kids)
    ):
        return
    mark = word.kid("mark")
    if not any(kid.dep == "ccomp" and head.index < kid.index < word.index for kid in head.kids):
        return
    if mark is not None and mark.low == "so":
        word.dep = "advcl"
    elif mark is None and sentence.words[word.left - 1].text == ",":
        word.dep = "conj"


def _relative(sentence: Sentence, word: Word) -> None:
    """ ", which surprised the town" behind a verb is a relative clause that speaks of what the verb says."""
    which, opening = sentence.words[word.left], sentence.words[word.left : word.left + 4]
    if which.head is not word or sum(kid.dep == "nsubj" for kid in word.kids) != 1 or which.dep != "nsubj":
        return
    if any(one.tag == "WRB" and one.low != "why" for one in opening) or word.left < word.head.index:
        return
    if sentence.words[word.left - 1].text == ",":
        word.dep = "relcl"


def _raise_participle(sentence: Sentence, word: Word) -> None:
    """Hangs a participle behind a comma on the main verb: "was unable to pay, blaming the bank"."""
    if sentence.words[word.left - 1].text != "," or word.left < word.head.index or word.has("mark", "nsubj"):
        return
    verb = word.head
    while verb.dep in {"xcomp", "acomp"} and verb.head is not verb:
        verb = verb.head
    if (
        is_verb(verb)
        and finite(verb)
        and word.right == verb.right - (sentence.words[verb.right].dep == "punct")
    ):
        move(word, verb, "advcl")


def _in_condition(sentence: Sentence, word: Word) -> bool:
    """Whether the "and" before a verb hangs on a condition: what stands behind it is a condition, too."""
    before = sentence.words[word.left - 1]
    verb = before.head
    return (
        before.dep == "cc"
        and verb.head is word.head
        and verb.dep == "advcl"
        and any(kid.dep == "mark" and kid.low in HYPOTHETICAL for kid in verb.kids)
    )


def _climb(word: Word) -> None:
    """Hangs a coordinated verb on the verb above that has its form: "spoke about leaving and settled in Oslo"."""
    if word.has("nsubj", "nsubjpass", "expl", "aux", "auxpass") or not is_verb(word.head):
        return
    above = _verbs_above(word)
    forms = _FORMS[word.tag]
    for verb in above:
        if verb.tag in forms or (word.tag == "VBD" and verb.tag == "VBN" and verb.has("auxpass")):
            word.tag = word.tag if verb.tag in forms else "VBN"
            move(word, verb, "conj")
            return


def _verbs_above(word: Word) -> list[Word]:
    found = []
    while word.head is not word:
        word = word.head
        if is_verb(word):
            found.append(word)
    return found


def _give_subject(sentence: Sentence, word: Word) -> None:
    """In "the mill is in Aldern and people from Oslo own it" the people own it, and are in no list with Aldern."""
    place = word.left - 1
    if place < 1:
        return
    noun = sentence.words[place]
    while noun.dep != "conj" and noun.head.index < noun.index:
        noun = noun.head
    first = noun.head
    joined = any(
        kid.dep == "cc" and kid.low in {"and", "but"} and first.index < kid.index < noun.index
        for kid in first.kids
    )
    if noun.dep != "conj" or noun.pos not in {"NOUN", "PROPN", "PRON"} or noun.right != place or not joined:
        return
    move(noun, word, "nsubj")
    word.dep = "conj"

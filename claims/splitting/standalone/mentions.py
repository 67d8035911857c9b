"""How a word stands in its sentence: what can be named again, and what a pronoun cannot mean there."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..tree import Sentence, Word

LONGEST = 6  # words of a noun phrase that may stand for a pronoun
POINTING = frozenset({"the", "this", "these", "that", "those", "a", "an"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMING_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
QUOTES = frozenset({"“", "”", '"'})
WEATHER = frozenset({"rain", "snow", "seem", "appear", "turn", "take", "emerge", "transpire", "happen"})
WITH_IT = frozenset({"make", "find", "consider", "call", "think", "deem"})  # "make it clear that"
FINITE = frozenset({"VBZ", "VBP", "VBD", "VB", "VBN", "VBG"})
PRONOUNS = frozenset({"PRP", "PRP$", "WDT", "WP", "WP$"})


def first_of(word: Word) -> Word:
    """The first of the nouns that a noun is listed with."""
    while word.dep == "conj" and word.head is not word and word.head.pos in {"NOUN", "PROPN", "PRON"}:
        word = word.head
    return word


def is_prominent(word: Word) -> bool:
    """Whether a noun is subject or object of a main verb: what is buried deeper is seldom taken up by a pronoun.

    Whose subject it is counts as well: after "Her mother raised her", a "she" can be either.
    """
    word = first_of(word)
    if word.dep == "poss" and word.head.dep in SUBJECTS:
        word = word.head
    verb = word.head
    while verb.dep == "conj" and verb.head is not verb:
        verb = verb.head
    return word.dep in {"nsubj", "nsubjpass", "dobj", "dative"} and (verb.head is verb or verb.dep == "ccomp")


def is_main(word: Word) -> bool:
    """Whether a noun is the subject of the sentence itself."""
    return word.dep in SUBJECTS and word.head.head is word.head


def within_of(word: Word) -> bool:
    return bool(word.kids) and word.kids[-1].low == "of"


def noun_before(sentence: Sentence, word: Word) -> bool:
    """Whether a noun stands before a pronoun in its sentence, which it could mean."""
    return any(
        one.pos in {"NOUN", "PROPN"} and one.entity not in {"DATE", "TIME"}
        for one in sentence.words[: word.index]
    )


def is_empty(word: Word) -> bool:
    """Whether an "it" means nothing, or what was said before: "it is clear that", "it rained", "it comes as"."""
    if word.low != "it":
        return False
    verb = word.head
    if word.dep == "expl" or verb.lemma in WEATHER:
        return True
    if word.dep not in SUBJECTS:
        return verb.lemma in WITH_IT or verb.head.lemma in WITH_IT
    if verb.head.lemma in WITH_IT and verb.tag not in FINITE:
        return True
    if verb.lemma == "come" and any(kid.low in {"as", "after", "amid", "days", "weeks"} for kid in verb.kids):
        return True
    return any(kid.dep in {"ccomp", "xcomp", "advcl", "csubj"} for kid in verb.kids) and (
        verb.lemma == "be" or verb.has("auxpass")
    )


def antecedent_of(subject: Word | None) -> Word | None:
    """The noun that a "who" or "which" as a subject stands for; any other subject as it is."""
    if subject is None or subject.tag not in {"WP", "WDT"}:
        return subject
    verb = subject.head
    while verb.dep in {"conj", "ccomp", "xcomp"} and verb.head is not verb:
        verb = verb.head
    return verb.head if verb.dep == "relcl" else subject


def teller(word: Word) -> Word | None:
    """Who says or thinks the clause of which a word is the subject: the bank in "the bank said it had lost"."""
    verb = word.head
    while verb.dep == "conj" and verb.head is not verb:
        verb = verb.head
    if verb.dep != "ccomp" or verb.head is verb:
        return None
    verb = verb.head
    while verb.dep in {"conj", "xcomp"} and verb.head is not verb and not verb.has(*SUBJECTS):
        verb = verb.head
    return antecedent_of(verb.kid(*SUBJECTS))


def own_subject(word: Word) -> Word | None:
    """The subject of the clause that a word stands in."""
    verb = word.head
    while verb.head is not verb and verb.pos not in {"VERB", "AUX"}:
        verb = verb.head
    while True:
        subject = verb.kid(*SUBJECTS)
        if subject is not None or verb.head is verb or verb.dep not in {"conj", "xcomp", "advcl", "pcomp"}:
            return antecedent_of(subject) if subject is not word else subject
        verb = verb.head


def in_quotes(sentence: Sentence) -> list[bool]:
    """Of each word, whether it stands in a quotation that opens in its sentence."""
    marks: list[bool] = []
    quoted = False
    for word in sentence.words:
        if word.text in QUOTES:
            quoted = word.text == "“" or (word.text == '"' and not quoted)
        marks.append(quoted)
    return marks


def noun_phrase(sentence: Sentence, word: Word) -> list[Word]:
    """The words by which to name a noun again: up to the noun, with "of …" where it is short; none if too long."""
    words = sentence.words
    if word.has("conj"):
        phrase = words[word.left : word.right + 1]
    else:
        phrase = [one for one in words[word.left : word.index + 1] if one.dep != "punct" or one.text == "-"]
        if within_of(word) and word.right - word.left < LONGEST:
            phrase += words[word.index + 1 : word.right + 1]
    longest = LONGEST - 1 if word.has("conj") else LONGEST
    return phrase if sum(one.dep != "punct" for one in phrase) <= longest else []


def sentence_text(sentence: Sentence, first: Word, last: Word) -> str:
    words = sentence.words[first.index : last.index + 1]
    parts = [words[0].text if words[0].entity or words[0].tag in {"NNP", "NNPS"} else words[0].low]
    for before, word in itertools.pairwise(words):
        parts.append((" " if word.start > before.end else "") + word.text)
    return "".join(parts)

"""Who: the words for the one whose saying, thinking or wanting a cue tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..words_of_saying import ALOUD

if TYPE_CHECKING:
    from ..tree import Sentence, Word
    from ..types import Span

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DEPENDENT = frozenset({"xcomp", "advcl", "conj", "pcomp", "ccomp", "acl", "prep", "parataxis", "dep"})


def subject(verb: Word) -> Word | None:
    """The subject of a verb, its own or the one that it shares with the verb that it hangs on."""
    own = next((kid for kid in verb.kids if kid.dep in SUBJECTS), None)
    if own is not None:
        return own
    word = verb
    if (
        verb.dep == "conj"
        and verb.head.dep == "ccomp"
        and verb.lemma in ALOUD
        and verb.tag == verb.head.head.tag
    ):
        word = verb.head  # "said X and warned Y": who said is who warned
    for _ in range(6):
        if word.dep == "acl":
            if any(kid.dep == "aux" and kid.low == "to" for kid in word.kids):
                return of_noun(word.head)
            return word.head
        if word.dep not in _DEPENDENT or word.head is word:
            return None
        if word.dep == "ccomp" and word.has("mark"):
            return None
        word = word.head
        own = next((kid for kid in word.kids if kid.dep in SUBJECTS), None)
        if own is not None:
            return own
    return None


def agent(verb: Word) -> Word | None:
    """The one behind "by"."""
    for kid in verb.kids:
        if kid.dep == "agent" or (kid.dep == "prep" and kid.low == "by"):
            return kid.kid("pobj")
    return None


def passive(verb: Word) -> bool:
    if verb.has("auxpass", "nsubjpass"):
        return True
    return verb.tag == "VBN" and verb.dep == "acl"


def of_verb(verb: Word) -> Word | None:
    return agent(verb) if passive(verb) else subject(verb)


def of_noun(noun: Word) -> Word | None:
    """Whose claim: "Moscow's claim", "a claim by Moscow", "Moscow made the claim", "a plan of Moscow's"."""
    for kid in noun.kids:
        if kid.dep == "poss":
            return kid
    for kid in noun.kids:
        if kid.dep in {"prep", "agent"} and kid.low in {"by", "from", "among"}:
            return kid.kid("pobj")
    head = noun.head
    if noun.dep in {"dobj", "attr"} and head is not noun:
        return of_verb(head)
    if noun.dep == "pobj" and head.head.pos in {"VERB", "AUX"} and head.low in {"in", "with", "on"}:
        return subject(head.head)
    return None


def _in_passing(sentence: Sentence, word: Word, kid: Word) -> bool:
    """Whether age or work stands behind a name, between commas: "Ana Pereira, 33, a nurse"."""
    if word.pos != "PROPN" or kid.dep not in {"appos", "nummod", "npadvmod"}:
        return False
    return sentence.words[kid.left - 1].text == ","


def span(word: Word, sentence: Sentence) -> Span:
    """The words of a source, without what is told about it in passing."""
    last = word.right
    for kid in word.kids:
        if kid.left > word.index and (kid.dep in {"relcl", "acl"} or _in_passing(sentence, word, kid)):
            last = min(last, kid.left - 1)
    words = sentence.words
    first = word.left
    while last > word.index and words[last].dep == "punct" and words[last].text not in ')]”"':
        last -= 1
    while first < word.index and words[first].dep == "punct" and words[first].text not in '([“"':
        first += 1
    if word.dep == "poss" and last > word.index and words[last].tag == "POS":
        last -= 1
    return words[first].start, words[last].end

"""What the parser hangs on the wrong verb where somebody's words are reported, put right before anything is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..tree import measure, move
from ..words import PEOPLE, SPEECH, word_set
from ..words_of_saying import ALOUD, spoken_of

if TYPE_CHECKING:
    from ..tree import Sentence, Word

_OPENING = frozenset({"“", '"', "``", "«", "‘"})
# what one who speaks goes on to do
_SPEAKERS_ACTS = ALOUD | word_set(
    "blame refuse praise thank criticise criticize apologise apologize reject deny"
)
# "without giving details" tells how something was said
_TELLING = word_set(
    "give elaborate name provide offer specify identify explain cite go say add disclose mention detail"
)


def mend(sentence: Sentence) -> None:
    """Changes the tree where one of the rules knows better, and measures it anew."""
    changed = False
    for word in sentence.words:
        rule = _RULES.get(word.dep)
        if rule is not None and rule(sentence, word):
            changed = True
    if changed:
        measure(sentence.words)


def _before_semicolon(sentence: Sentence, verb: Word) -> bool:
    """What stands before a semicolon is not said by the one who speaks behind it."""
    head = verb.head
    if verb.right >= head.index or sentence.words[verb.right + 1].text != ";":
        return False
    if head.dep == "ccomp" and head.head.index < verb.left and head.head.lemma in SPEECH:
        move(verb, head.head, "ccomp")
        verb = head
    verb.dep = "parataxis"
    return True


def _manner(sentence: Sentence, word: Word) -> bool:
    """ "said X was late, without giving details": the details were not given by the one who spoke."""
    kid, verb = word.kid("pcomp"), word.head
    if word.low != "without" or kid is None or kid.lemma not in _TELLING:
        return False
    if verb.dep != "ccomp" or verb.head.lemma not in SPEECH or sentence.words[word.left - 1].text != ",":
        return False
    move(word, verb.head, "prep")
    return True


def _delayed(sentence: Sentence, verb: Word) -> bool:
    """ "said for the first time that X": the clause is what was said, and tells nothing about the time."""
    that = next((kid for kid in verb.kids if kid.low == "that" and kid.dep in {"advmod", "mark"}), None)
    noun, teller = verb.head, verb.head.head.head
    if that is None or not verb.has("nsubj", "nsubjpass", "expl") or noun.head.dep != "prep":
        return False
    if teller.lemma not in SPEECH or teller.has("ccomp", "dobj", "xcomp") or teller.index > noun.index:
        return False
    move(verb, teller, "ccomp")
    that.dep = "mark"
    return True


def _resumed(sentence: Sentence, verb: Word) -> bool:
    """“X,” she said, “because Y”: the cause is within what is said."""
    teller = verb.head
    said = teller.kid("ccomp")
    if verb.left == 0 or sentence.words[verb.left - 1].text not in _OPENING or verb.left < teller.index:
        return False
    if said is None or said.index > teller.index or teller.lemma not in SPEECH:
        return False
    move(verb, said, "advcl")
    return True


def _told_on(sentence: Sentence, verb: Word) -> bool:
    """ "insisted the dam was safe and blamed the media": the one who insisted has blamed, not the dam."""
    said, teller = verb.head, verb.head.head
    if said.dep != "ccomp" or teller.lemma not in SPEECH or said.index < teller.index:
        return False
    if verb.tag != teller.tag or verb.lemma not in _SPEAKERS_ACTS or verb.has("nsubj", "nsubjpass", "aux"):
        return False
    who = said.kid("nsubj", "nsubjpass", "expl")
    if who is None or who.entity in {"PERSON", "ORG", "GPE", "NORP"} or who.lemma in PEOPLE:
        return False
    link = next((kid for kid in reversed(said.kids) if kid.dep == "cc" and kid.index < verb.index), None)
    if link is not None:
        move(link, teller, "cc")
    move(verb, teller, "conj")
    return True


def _in_accusation(sentence: Sentence, verb: Word) -> bool:
    """ "accused it of idling while it faces floods": without a comma the clause belongs to the accusation."""
    deed = spoken_of(verb.head)
    if deed is None or verb.index < deed.index or sentence.words[verb.left - 1].text == ",":
        return False
    move(verb, deed, "advcl")
    return True


def _advcl(sentence: Sentence, verb: Word) -> bool:
    return _resumed(sentence, verb) or _in_accusation(sentence, verb)


def _said_on(sentence: Sentence, word: Word) -> bool:
    """ "said Monday the pool would close": Monday is when it was said."""
    verb = word.head
    teller = verb.head
    if word.entity != "DATE" or word.kids or verb.dep != "ccomp" or teller.lemma not in SPEECH:
        return False
    following = sentence.words[word.index + 1]
    if (
        word.index != teller.index + 1
        or following.tag not in {"DT", "PRP", "PRP$", "NNP", "NNS"}
        or verb.has("mark")
    ):
        return False
    move(word, teller, "npadvmod")
    return True


def _one_word(sentence: Sentence, word: Word) -> bool:
    """ "said: “No.”": the one word is what was said."""
    if word.head.lemma not in SPEECH or word.index < word.head.index or word.index == 0:
        return False
    if sentence.words[word.index - 1].text not in _OPENING:
        return False
    word.dep = "dobj"
    return True


def _interrupted(sentence: Sentence, noun: Word) -> bool:
    """ "The museum, curators said, has sold": the museum has sold, and the curators have said."""
    teller = noun.head
    if teller.dep != "parataxis" or teller.lemma not in SPEECH or teller.head.has("nsubj", "nsubjpass"):
        return False
    if not any(
        kid.dep == "nsubj" and noun.right < kid.left and kid.index < teller.index for kid in teller.kids
    ):
        return False
    move(noun, teller.head, "nsubjpass" if teller.head.has("auxpass") else "nsubj")
    return True


_RULES = {
    "nsubj": _interrupted,
    "ccomp": _before_semicolon,
    "prep": _manner,
    "relcl": _delayed,
    "advcl": _advcl,
    "conj": _told_on,
    "npadvmod": _said_on,
    "intj": _one_word,
}

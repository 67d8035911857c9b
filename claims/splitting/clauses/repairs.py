"""Mistakes that the parser makes often, put right before the rules see the tree."""

from __future__ import annotations

from ..inflection import past
from ..tree import Sentence, Word, measure, move
from ..words import DATED, NAMING, STATES, TRANSITIVE, WISHING
from .misplaced import rehang
from .work import finite, is_verb

_TIMED = {"in", "on", "during", "since", "until", "before", "after", "by"}
NEEDS_OBJECT = TRANSITIVE | STATES | NAMING | WISHING
_ADVERBIAL = {"advmod", "npadvmod", "prep", "advcl"}


def repair(sentence: Sentence, *, fine: bool = False) -> None:
    if fine:
        for word in sentence.words:
            if word.dep == "appos":
                _name(sentence, word)
    _main_verb(sentence)
    for word in sentence.words:
        if word.dep == "prep" and word.low in _TIMED and word.head.dep == "pobj":
            _raise_date(word)
        elif word.low == "home" and word.index > 1:
            _home(sentence, word)
        elif word.dep == "appos" and word.entity == "PERSON":
            _front_apposition(sentence, word)
        elif word.low == "so" and word.dep != "cc":
            _result(sentence, word)
        elif word.dep == "cc" and is_verb(word.head):
            _pass_on(word)
    rehang(sentence)


def _main_verb(sentence: Sentence) -> None:
    """Makes "froze" the verb of "The lake, 90 metres deep, froze in January", where it was read as a participle.

    A headline has no full stop and no article, and a participle that needs an object has it as its subject.
    """
    noun = sentence.roots[0]
    if len(sentence.roots) != 1 or noun.pos not in {"NOUN", "PROPN"} or sentence.words[-1].text != ".":
        return
    verbs = [
        kid for kid in noun.kids if kid.dep == "acl" and kid.tag in {"VBN", "VBD"} and kid.index > noun.index
    ]
    if (
        len(verbs) != 1
        or not noun.has("det", "poss")
        or any(is_verb(kid) and finite(kid) for kid in noun.kids)
    ):
        return
    verb = verbs[0]
    if verb.tag != "VBD" and not _acts(verb):
        return
    noun.kids.remove(verb)
    verb.head, verb.dep, verb.tag = verb, "ROOT", "VBD"
    for kid in [one for one in noun.kids if one.index > verb.index]:
        move(kid, verb, kid.dep)
    noun.head = verb
    noun.dep = "nsubj"
    verb.kids.insert(0, noun)
    sentence.roots = [verb]
    measure(sentence.words)


def _acts(verb: Word) -> bool:
    """Whether a form that can be a past tense or a participle is a past tense behind its subject."""
    if verb.has("agent", "aux", "auxpass") and not _counted(verb):
        return False
    if verb.lemma in NEEDS_OBJECT and not verb.has("dobj"):
        return False
    return past(verb.lemma) == verb.low


def _counted(verb: Word) -> bool:
    """Whether "by" tells by how much: "passed by 52 votes"."""
    agent = verb.kid("agent")
    held = agent.kid("pobj") if agent is not None else None
    return held is not None and held.has("nummod")


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
    if word.dep == "appos":
        if word.pos == "ADV" and any(kid.low == "to" for kid in word.kids):
            word.pos, word.tag = "NOUN", "NN"
        return
    noun = sentence.words[word.index - 2]
    if _takes_over(sentence, noun, word):
        return
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


def _takes_over(sentence: Sentence, noun: Word, word: Word) -> bool:
    """In "Aldern, home to 40,000 people, has", Aldern is the subject, though the parser hung it on "home"."""
    following = sentence.words[word.right + 1 : word.right + 2]
    if noun.head is not word or noun.index > word.index or word.dep not in {"nsubj", "nsubjpass"}:
        return False
    named = sentence.words[word.index - 1].text == "," and noun.text[:1].isupper()
    if (
        not named
        or not following
        or following[0].text != ","
        or not any(kid.low == "to" for kid in word.kids)
    ):
        return False
    move(noun, word.head, word.dep)
    noun.tag, noun.pos = "NNP", "PROPN"
    move(word, noun, "appos")
    measure(sentence.words)
    return True


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


def _name(sentence: Sentence, name: Word) -> None:
    """In "the film Blue Harbour" the name takes the place of its noun, which becomes its title."""
    noun = name.head
    if (
        noun.pos != "NOUN"
        or noun.tag == "NNS"
        or name.tag not in {"NNP", "NNPS"}
        or noun.has("poss")
        or name.has("det", "poss")
        or any(
            word.dep != "punct" or word.text in ",;:()-–—"
            for word in sentence.words[noun.index + 1 : name.left]
        )
    ):
        return
    outer, role = noun.head, noun.dep
    for kid in [kid for kid in noun.kids if kid.index > name.index]:
        move(kid, name, kid.dep)
    if outer is noun:
        return
    move(name, outer, role)
    move(noun, name, "title")


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

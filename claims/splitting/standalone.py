"""Making a claim readable alone: a pronoun gives way to the one thing that it can mean, in [brackets].

A pronoun is left as it stands when two antecedents are possible: a wrong name is worse than a "he".
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .drafts import Made, Pieces
from .first_names import FEMALE_NAMES, MALE_NAMES
from .tree import Word
from .words import FEMALE, MALE, PEOPLE

if TYPE_CHECKING:
    from .tree import Sentence

_WORD = re.compile(r"[^\W_]+")
MEMORY = 3  # sentences after which a name is no longer what a pronoun means
LONGEST = 6  # words of a noun phrase that may stand for a pronoun
POINTING = frozenset({"the", "this", "these", "that", "those", "a", "an"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NAMING_ROLES = frozenset({"nsubj", "nsubjpass", "dobj"})
QUOTES = frozenset({"“", "”", '"'})
SORTS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}


@dataclass(slots=True)
class Mention:
    """Something named: how to name it again, which pronouns fit it, where it stood."""

    name: str
    fits: frozenset[str]
    sentence: int
    word: Word
    subject: bool
    prominent: bool = True
    bare: bool = False  # a plural without an article, which only "they" in the next sentence takes up


@dataclass(frozen=True, slots=True)
class Antecedents:
    """What the pronouns of a sentence mean, by word; the last names of people; and how near to stay to the words."""

    names: dict[int, str]
    short: dict[str, str]
    fine: bool


class Memory:
    """What was named so far, and what a pronoun or a bare "the ministry" can mean."""

    def __init__(self, *, fine: bool = False) -> None:
        self.fine = fine
        self.short: dict[str, str] = {}
        self.mentions: list[Mention] = []
        self.number = 0
        self.topic = ""
        self.names: dict[str, str] = {}
        self.people: dict[str, frozenset[str]] = {}
        self.kinds: dict[str, set[str]] = {}

    def read(self, sentence: Sentence) -> Antecedents:
        """Takes in a sentence; gives what each pronoun in it means, by word, where that is sure."""
        self.number += 1
        self.topic = next(
            (one.name for one in self.mentions if one.sentence == self.number - 1 and one.subject), ""
        )
        self.mentions = [one for one in self.mentions if self.number - one.sentence <= MEMORY]
        found: dict[int, str] = {}
        quoted = False
        for word in sentence.words:
            if word.text in QUOTES:
                quoted = word.text == "“" or (word.text == '"' and not quoted)
                continue
            known = word.pos == "PROPN" and word.entity != "PERSON" and word.text in self.names
            if known or word.entity == "PERSON":
                if known or word.begins_name:
                    self._person(sentence, word)
            elif word.low in SORTS:
                if not quoted and not is_empty(word):
                    self._pronoun(sentence, word, found)
            elif word.dep in NAMING_ROLES and word.pos in {"NOUN", "PROPN"}:
                if not quoted and (name := self._kind(word)):
                    found[word.index] = name
                self._thing(sentence, word)
        return Antecedents(found, self.short, self.fine)

    def _pronoun(self, sentence: Sentence, word: Word, found: dict[int, str]) -> None:
        """Notes what a pronoun means; as a subject it keeps its meaning in mind for the next one."""
        own = _own_subject(word)
        if own is not None and own is not word and SORTS.get(own.low) == SORTS[word.low]:
            name = found.get(own.index, "") if word.tag == "PRP$" else ""
        else:
            name = self._antecedent(sentence, word)
        if not name:
            return
        found[word.index] = name
        if word.dep in SUBJECTS:
            fits = frozenset({SORTS[word.low]})
            self.mentions.append(Mention(name, fits, self.number, word, True, is_prominent(word)))

    def _person(self, sentence: Sentence, word: Word) -> None:
        words = sentence.words
        last = word.index
        while (
            last + 1 < len(words)
            and words[last + 1].entity == word.entity == "PERSON"
            and not words[last + 1].begins_name
        ):
            last += 1
        parts = [one for one in words[word.index : last + 1] if one.low not in {"'s", "’s"}]
        if not parts or not parts[-1].text[:1].isupper():
            return
        if len(parts) == 1:
            name = self.names.get(parts[0].text, parts[0].text)
        else:
            name = " ".join(one.text for one in parts)
            self.names[parts[-1].text] = name
        head = next(
            (one for one in parts if not word.index <= one.head.index <= last or one.head is one), word
        )
        if head.dep in {"compound", "nmod"} and head.head.entity != "PERSON":
            return
        if len(parts) > 1:
            self.short[name] = parts[-1].text
        fits = self.people.get(name) or gender(parts[0].low, words[max(0, head.left) : word.index])
        self.people[name] = fits
        self.mentions.append(Mention(name, fits, self.number, head, head.dep in SUBJECTS, is_prominent(head)))

    def _thing(self, sentence: Sentence, word: Word) -> None:
        plural = word.tag in {"NNS", "NNPS"} or word.has("conj")
        phrase = [one for one in sentence.words[word.left : word.index + 1] if one.dep != "punct"]
        if word.has("conj"):
            phrase = sentence.words[word.left : word.right + 1]
        elif word.pos == "PROPN" or (
            word.kids and word.kids[-1].low == "of" and word.right - word.left < LONGEST
        ):
            phrase = [
                *phrase,
                *(one for one in sentence.words[word.index + 1 : word.right + 1] if _within_of(word)),
            ]
        if len(phrase) > LONGEST or any(one.tag in {"PRP", "PRP$", "WDT", "WP", "WP$"} for one in phrase):
            return
        named = word.pos == "PROPN" or any(kid.low in POINTING or kid.dep == "poss" for kid in word.kids)
        if not named and not plural:
            return
        name = sentence_text(sentence, phrase[0], phrase[-1])
        if word.lemma in PEOPLE and not plural:
            fits = gender(word.low, phrase)
        else:
            fits = frozenset({"they"}) if plural else frozenset({"it"})
            if word.pos == "PROPN" and word.left == word.right and word.entity not in {"GPE", "ORG"}:
                fits = frozenset({"he", "she"})
        if word.pos == "PROPN" or any(kid.tag == "NNP" for kid in word.kids if kid.dep == "compound"):
            self.kinds.setdefault(word.low, set()).add(name)
        subject = word.dep in SUBJECTS
        self.mentions.append(
            Mention(name, fits, self.number, word, subject, is_prominent(word), bare=not named)
        )

    def _kind(self, word: Word) -> str:
        """The one name that a bare "the ministry" or "the war" can mean."""
        if word.dep not in SUBJECTS or word.tag != "NN" or [kid.low for kid in word.kids] != ["the"]:
            return ""
        names = self.kinds.get(word.low, set())
        return next(iter(names)) if len(names) == 1 else ""

    def _antecedent(self, sentence: Sentence, word: Word) -> str:
        """The name for a pronoun: a single antecedent that fits, or nothing."""
        sort = SORTS[word.low]
        own = _own_subject(word)
        fitting = [one for one in self.mentions if sort in one.fits]
        if word.tag == "PRP$":
            mine = [one for one in fitting if one.word is own]
            if mine and word.head.dep != "attr":
                return mine[0].name
            if own is not None and own.index < word.index and sort in {"it", "they"}:
                return ""
        elif word.dep not in SUBJECTS:
            if sort in {"it", "they"}:
                return ""
            fitting = [one for one in fitting if one.word is not own]
        if word.index > 3 and sort in {"it", "they"} and _noun_before(sentence, word):
            fitting = [one for one in fitting if one.sentence == self.number and not one.bare]
        else:
            fitting = [one for one in fitting if not one.bare or one.sentence == self.number - 1]
        for number in (self.number, self.number - 1):
            names = {one.name for one in fitting if one.sentence == number}
            if names:
                return self._single(names, fitting, number)
        names = {one.name for one in fitting}
        if sort in {"he", "she"} and not names:
            names = {name for name, fits in self.people.items() if sort in fits}
        return names.pop() if len(names) == 1 else ""

    @staticmethod
    def _single(names: set[str], fitting: list[Mention], number: int) -> str:
        """Of several that fit, the subject, when nobody else is known for sure to fit."""
        if len(names) == 1:
            return next(iter(names))
        here = [one for one in fitting if one.sentence == number and one.prominent]
        subjects = {one.name for one in here if one.subject}
        sure = {one.name for one in here if len(one.fits) == 1}
        return next(iter(subjects)) if len(subjects) == 1 and sure <= subjects else ""


def is_prominent(word: Word) -> bool:
    """Whether a noun is subject or object of a main verb: what is buried deeper is seldom taken up by a pronoun."""
    verb = word.head
    return word.dep in {"nsubj", "nsubjpass", "dobj", "dative"} and (
        verb.head is verb or verb.dep in {"conj", "ccomp"}
    )


def _within_of(word: Word) -> bool:
    return bool(word.kids) and word.kids[-1].low == "of"


def _noun_before(sentence: Sentence, word: Word) -> bool:
    """Whether a noun stands before a pronoun in its sentence, which it could mean."""
    return any(
        one.pos in {"NOUN", "PROPN"} and one.entity not in {"DATE", "TIME"}
        for one in sentence.words[: word.index]
    )


def gender(word: str, before: list[Word]) -> frozenset[str]:
    """Which pronouns fit a person, by the given name, the noun, or what stands before the name."""
    words = {one.low.rstrip(".") for one in before} | {word}
    if words & FEMALE:
        return frozenset({"she"})
    if words & MALE:
        return frozenset({"he"})
    if word in FEMALE_NAMES and word not in MALE_NAMES:
        return frozenset({"she"})
    if word in MALE_NAMES and word not in FEMALE_NAMES:
        return frozenset({"he"})
    return frozenset({"he", "she"})


def is_empty(word: Word) -> bool:
    """Whether an "it" means nothing: "it is clear that", "it rained"."""
    if word.low != "it":
        return False
    verb = word.head
    if word.dep == "expl" or verb.lemma in {"rain", "snow", "seem", "appear", "turn", "take"}:
        return True
    return (
        word.dep in SUBJECTS
        and any(kid.dep in {"ccomp", "xcomp", "advcl", "csubj"} for kid in verb.kids)
        and (verb.lemma == "be" or verb.has("auxpass"))
    )


def _own_subject(word: Word) -> Word | None:
    """The subject of the clause that a word stands in."""
    verb = word.head
    while verb.head is not verb and verb.pos not in {"VERB", "AUX"}:
        verb = verb.head
    while True:
        subject = verb.kid(*SUBJECTS)
        if subject is not None or verb.head is verb or verb.dep not in {"conj", "xcomp", "advcl", "pcomp"}:
            return subject
        verb = verb.head


def sentence_text(sentence: Sentence, first: Word, last: Word) -> str:
    words = sentence.words[first.index : last.index + 1]
    parts = [words[0].text if words[0].entity or words[0].tag in {"NNP", "NNPS"} else words[0].low]
    for before, word in itertools.pairwise(words):
        parts.append((" " if word.start > before.end else "") + word.text)
    return "".join(parts)


def stand_alone(pieces: Pieces, found: Antecedents) -> tuple[Pieces, bool]:
    """The pieces with names for pronouns.

    Where the claim itself names the antecedent, "its" and "they" are left alone and a person is named by the
    last name. The fine level stays near to the words: it leaves all of these alone, and has last names only.
    """
    if not found.names:
        return pieces, False
    changed = False
    result: Pieces = []
    words = {piece.text.lower() for piece in pieces if isinstance(piece, Word)}
    said: set[str] = set()
    for piece in pieces:
        name = found.names.get(piece.index, "") if isinstance(piece, Word) else ""
        if not name or not isinstance(piece, Word):
            result.append(piece)
            continue
        short = found.short.get(name, name)
        there = name in said or words.issuperset(_WORD.findall(name.lower())) or short.lower() in words
        if there and (found.fine or SORTS.get(piece.low) in {"it", "they", None}):
            result.append(piece)
            continue
        if piece.tag == "NN" and result and isinstance(result[-1], Word) and result[-1].low == "the":
            result.pop()
        said.add(name)
        shown = short if there or found.fine else name
        ending = ("'" if shown.endswith("s") else "'s") if piece.tag == "PRP$" else ""
        result.append(Made(f"[{shown}{ending}]", piece))
        changed = True
    return result, changed

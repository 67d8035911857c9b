"""Making a claim readable alone: a pronoun gives way to the one thing that it can mean, in [brackets].

A pronoun is left as it stands when two antecedents are possible: a wrong name is worse than a "he".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .drafts import Made, Piece, Pieces
from .first_names import FEMALE_NAMES, MALE_NAMES
from .tree import Word
from .words import FEMALE, MALE, PEOPLE

if TYPE_CHECKING:
    from .tree import Sentence

MEMORY = 3  # sentences after which a name is no longer what a pronoun means
LONGEST = 6  # words of a noun phrase that may stand for a pronoun
POINTING = frozenset({"the", "this", "these", "that", "those", "a", "an"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
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


class Memory:
    """What was named so far, and what a pronoun can mean."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.number = 0
        self.topic = ""
        self.names: dict[str, str] = {}
        self.fits: dict[str, frozenset[str]] = {}
        self.people: dict[str, frozenset[str]] = {}

    def read(self, sentence: Sentence) -> dict[int, str]:
        """Takes in a sentence; gives what each pronoun in it means, by word, where that is sure."""
        self.number += 1
        self.topic = next(
            (one.name for one in self.mentions if one.sentence == self.number - 1 and one.subject), ""
        )
        self.mentions = [one for one in self.mentions if self.number - one.sentence <= MEMORY]
        found: dict[int, str] = {}
        for word in sentence.words:
            known = word.pos == "PROPN" and word.entity != "PERSON" and word.text in self.names
            if known or word.entity == "PERSON":
                if known or word.begins_name:
                    self._person(sentence, word)
            elif word.low in SORTS:
                if not is_empty(word) and (name := self._antecedent(word)):
                    found[word.index] = name
            elif word.dep in SUBJECTS and word.pos in {"NOUN", "PROPN"}:
                self._thing(sentence, word)
        return found

    def _person(self, sentence: Sentence, word: Word) -> None:
        words = sentence.words
        last = word.index
        while (
            last + 1 < len(words) and words[last + 1].entity == "PERSON" and not words[last + 1].begins_name
        ):
            last += 1
        parts = [one for one in words[word.index : last + 1] if one.low not in {"'s", "’s"}]
        if not parts[-1].text[:1].isupper():
            return
        if len(parts) == 1:
            name = self.names.get(parts[0].text, parts[0].text)
        else:
            name = " ".join(one.text for one in parts)
            self.names[parts[-1].text] = name
        head = next(
            (one for one in parts if not word.index <= one.head.index <= last or one.head is one), word
        )
        fits = self.fits.get(name) or gender(parts[0].low, words[max(0, head.left) : word.index])
        if len(fits) == 1:
            self.fits[name] = fits
        self.people[name] = fits
        self.mentions.append(Mention(name, fits, self.number, head, head.dep in SUBJECTS))

    def _thing(self, sentence: Sentence, word: Word) -> None:
        plural = word.tag in {"NNS", "NNPS"} or word.has("conj")
        phrase = [one for one in sentence.words[word.left : word.index + 1] if one.dep != "punct"]
        named = word.pos == "PROPN" or any(kid.low in POINTING for kid in word.kids)
        if (
            not named
            or len(phrase) > LONGEST
            or any(one.tag in {"PRP", "PRP$", "WDT", "WP"} for one in phrase)
        ):
            return
        if word.has("conj"):
            phrase = [one for one in sentence.words[word.left : word.right + 1]]
            if len(phrase) > LONGEST:
                return
        first, last = phrase[0], phrase[-1]
        name = sentence_text(sentence, first, last)
        if word.lemma in PEOPLE and not plural:
            fits = gender(word.low, phrase)
        elif plural:
            fits = frozenset({"they"})
        elif word.pos == "PROPN" and word.entity in {"", "ORG", "GPE", "NORP"}:
            fits = (
                frozenset({"he", "she", "it", "they"})
                if word.left == word.right and word.entity != "GPE"
                else frozenset({"it", "they"})
            )
        else:
            fits = frozenset({"it"})
        self.mentions.append(Mention(name, fits, self.number, word, subject=True))

    def _antecedent(self, word: Word) -> str:
        """The name for a pronoun: the nearest subjects are asked first, and only a single answer counts."""
        sort = SORTS[word.low]
        fitting = [one for one in self.mentions if sort in one.fits]
        own = _own_subject(word)
        if word.tag == "PRP$" and own is not None:
            mine = [one for one in fitting if one.word is own]
            if mine:
                return mine[0].name
        if word.tag == "PRP" and word.dep not in SUBJECTS:
            fitting = [one for one in fitting if one.word is not own]
        for group in (
            [one for one in fitting if one.sentence == self.number and one.subject],
            [one for one in fitting if one.sentence == self.number - 1 and one.subject],
            [one for one in fitting if one.subject],
            fitting,
        ):
            names = {one.name for one in group}
            if len(names) == 1:
                return names.pop()
            if names:
                return ""
        alone = [name for name, fits in self.people.items() if sort in fits]
        return alone[0] if len(alone) == 1 else ""


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


def _short(name: str) -> str:
    """The last name of a full name; anything else as it is."""
    parts = name.split()
    return parts[-1] if len(parts) < 4 and all(part[:1].isupper() for part in parts) else name


def sentence_text(sentence: Sentence, first: Word, last: Word) -> str:
    words = sentence.words[first.index : last.index + 1]
    parts = [words[0].text if words[0].entity or words[0].tag in {"NNP", "NNPS"} else words[0].low]
    for before, word in zip(words, words[1:], strict=False):
        parts.append((" " if word.start > before.end else "") + word.text)
    return "".join(parts)


def stand_alone(pieces: Pieces, names: dict[int, str], *, fine: bool) -> tuple[Pieces, bool]:
    """The pieces with names for pronouns; who is named in full already is named again by the last name.

    The fine level stays nearer to the words: there a pronoun whose name is in the claim is left alone.
    """
    if not names:
        return pieces, False
    changed = False
    result: Pieces = []
    words = {piece.text for piece in pieces if isinstance(piece, Word)}
    said: set[str] = set()
    for piece in pieces:
        name = names.get(piece.index, "") if isinstance(piece, Word) else ""
        if not name or not isinstance(piece, Word):
            result.append(piece)
            continue
        if fine and words.issuperset(name.split()):
            result.append(piece)
            continue
        if name in said or words.issuperset(name.split()):
            name = _short(name)
        ending = ("'" if name.endswith("s") else "'s") if piece.tag == "PRP$" else ""
        made: Piece = Made(f"[{name}{ending}]", piece)
        result.append(made)
        said.add(name)
        changed = True
    return result, changed

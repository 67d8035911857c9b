"""Making a claim readable alone: a pronoun gives way to the one name that it can mean, in [brackets]."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .drafts import Made, Piece, Pieces
from .tree import Word
from .words import FEMALE, MALE

if TYPE_CHECKING:
    from .tree import Sentence

PERSONAL = frozenset({"he", "him", "his", "she", "her"})
MEMORY = 3  # sentences after which a name is no longer what a pronoun means


@dataclass(slots=True)
class Mention:
    name: str
    gender: str
    kind: str
    sentence: int
    place: int
    subject: bool


class Memory:
    """The people named so far, and which of them "he" or "she" can mean."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.number = 0
        self.names: dict[str, str] = {}

    def read(self, sentence: Sentence) -> dict[int, str]:
        """Takes in the names of a sentence; gives the antecedent of each pronoun that has exactly one, by word."""
        self.number += 1
        self.mentions = [one for one in self.mentions if self.number - one.sentence <= MEMORY]
        found: dict[int, str] = {}
        for word in sentence.words:
            if word.entity == "PERSON" and word.begins_name:
                self._note(sentence, word)
            elif word.low in PERSONAL and (name := self._antecedent(word)):
                found[word.index] = name
        return found

    def _note(self, sentence: Sentence, word: Word) -> None:
        words = sentence.words
        last = word.index
        while (
            last + 1 < len(words) and words[last + 1].entity == "PERSON" and not words[last + 1].begins_name
        ):
            last += 1
        parts = [one.text for one in words[word.index : last + 1] if one.low not in {"'s", "’s"}]
        name = self.names.setdefault(parts[-1], " ".join(parts)) if len(parts) == 1 else " ".join(parts)
        self.names[parts[-1]] = name
        before = words[word.index - 1].low.rstrip(".") if word.index else ""
        gender = "female" if before in FEMALE else "male" if before in MALE else ""
        head = next(
            (one for one in words[word.index : last + 1] if not word.index <= one.head.index <= last), word
        )
        self.mentions.append(
            Mention(name, gender, "person", self.number, word.index, head.dep.startswith("nsubj"))
        )

    def _antecedent(self, word: Word) -> str:
        gender = "female" if word.low in FEMALE else "male"
        near = [one for one in self.mentions if one.gender in {"", gender}]
        names = {one.name for one in near}
        if len(names) == 1:
            return next(iter(names))
        subjects = {one.name for one in near if one.subject and self.number - one.sentence <= 1}
        return next(iter(subjects)) if len(subjects) == 1 else ""


def stand_alone(pieces: Pieces, names: dict[int, str]) -> tuple[Pieces, bool]:
    """The pieces with names for pronouns; a name is written once, and not where the claim holds it already."""
    if not names:
        return pieces, False
    changed = False
    result: Pieces = []
    said: set[str] = set()
    for piece in pieces:
        name = names.get(piece.index, "") if isinstance(piece, Word) else ""
        if not name or not isinstance(piece, Word) or name in said:
            result.append(piece)
            continue
        ending = "'s" if piece.tag == "PRP$" else ""
        made: Piece = Made(f"[{name}{ending}]", piece)
        result.append(made)
        said.add(name)
        changed = True
    return result, changed

"""What the rules share while they take one sentence apart."""

from __future__ import annotations

from dataclasses import dataclass

from ..drafts import Draft, Made, Piece, Pieces
from ..tree import Sentence, Word

MOST_VARIANTS = 12  # claims that one list, or lists in lists, may give


@dataclass(frozen=True, slots=True)
class Side:
    """Something said about a noun in passing: a relative clause, an apposition, a participle."""

    noun: Word
    kid: Word


class Work:
    """One sentence being taken apart: the drafts so far, and what was cut out and is still to be told."""

    def __init__(self, sentence: Sentence, *, fine: bool, topic: str = "") -> None:
        self.sentence = sentence
        self.topic = topic
        self.fine = fine
        self.listed = any(
            word.dep == "conj" or (fine and word.dep in {"appos", "amod", "prep"}) for word in sentence.words
        )
        self.drafts: list[Draft] = []
        self.sides: list[Side] = []
        self.cut: set[int] = set()
        self.omitted: frozenset[int] = frozenset()

    def topic_for(self, head: Word) -> Pieces:
        """The subject of the sentence before, for a telegraphic sentence without one: "Says he will stay"."""
        passive = head.has("auxpass") and self.sentence.words[0].dep == "auxpass"
        if (
            not self.topic
            or head.head is not head
            or (head.tag not in {"VBZ", "VBD"} and not head.has("aux") and not passive)
        ):
            return []
        if any(word.text == "?" for word in self.sentence.words[-2:]) or head.index > 3:
            return []
        return [Made(f"[{self.topic}]")]

    def between(self, left: Word, right: Word, marks: str = ",") -> bool:
        """Whether one of the punctuation marks stands between two words."""
        first, last = sorted((left.index, right.index))
        return any(word.text in marks for word in self.sentence.words[first + 1 : last])

    def comma_before(self, word: Word) -> bool:
        """Whether punctuation stands right before a subtree."""
        return word.left > 0 and self.sentence.words[word.left - 1].text in {
            ",",
            "(",
            "–",
            "—",
            "-",
            "--",
            ";",
            ":",
        }

    def emit(self, pieces: Pieces, head: Word, *rules: str, link: str = "", frame: bool = False) -> None:
        while pieces and _dangles(pieces[-1], self.sentence):
            pieces = pieces[:-1]
        if pieces:
            self.drafts.append(Draft(pieces, head, rules, link=link, frame=frame))


def _dangles(piece: Piece, sentence: Sentence) -> bool:
    """Whether a last word only led on to what is told apart: "… and", ", so"."""
    if not isinstance(piece, Word):
        return False
    return piece.tag == "CC" or (piece.low == "so" and sentence.words[piece.index - 1].text == ",")


def made(text: str, word: Word | None = None) -> Piece:
    return Made(text, word)


def is_verb(word: Word) -> bool:
    return word.pos in {"VERB", "AUX"}


def finite(word: Word) -> bool:
    """Whether a verb stands with tense of its own or with an auxiliary that has it."""
    return word.tag in {"VBD", "VBZ", "VBP", "MD"} or any(
        kid.dep in {"aux", "auxpass"} and kid.tag in {"VBD", "VBZ", "VBP", "MD"} for kid in word.kids
    )

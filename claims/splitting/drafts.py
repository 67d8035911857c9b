"""A claim in the making: words of the article in a new order, with the few words that rules put between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .tree import Word


@dataclass(frozen=True, slots=True)
class Made:
    """A word that a rule wrote: "is" between a name and its apposition, or a name for a pronoun.

    `word` is the word of the article that it stands for, if any.
    """

    text: str
    word: Word | None = None


Piece = Word | Made
Pieces = list[Piece]


def words_in(pieces: Pieces) -> list[Word]:
    """The words of the article that pieces use, in the order of the article, each once."""
    words = [piece if isinstance(piece, Word) else piece.word for piece in pieces]
    found = {word.index: word for word in words if word is not None}
    return [found[index] for index in sorted(found)]


@dataclass(slots=True)
class Draft:
    """`head` is the word whose assertion this is; attribution and kind are looked up by it."""

    pieces: Pieces
    head: Word
    rules: tuple[str, ...]
    link: str = ""
    frame: bool = False
    negated: bool = False
    tags: set[str] = field(default_factory=set)

    def words(self) -> list[Word]:
        """The words of the article that it uses, in the order of the article, each once."""
        return words_in(self.pieces)

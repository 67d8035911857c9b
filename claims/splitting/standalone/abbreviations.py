"""Abbreviations that the article itself explains: "World Health Organization (WHO)" and "WHO (World …)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..tree import Sentence, Word

SMALL = frozenset({"of", "for", "the", "and", "on", "in", "to", "de", "&"})
SHORTEST, LONGEST = 2, 8


def explained(sentence: Sentence) -> Iterator[tuple[str, Word, Word]]:
    """Each abbreviation that a sentence explains, with the first and the last word of its full name."""
    words = sentence.words
    for index in range(1, len(words) - 2):
        if words[index].text != "(":
            continue
        if words[index + 2].text == ")" and is_abbreviation(words[index + 1]):
            first = _first(words[:index], words[index + 1].text)
            if first is not None:
                yield words[index + 1].text, first, words[index - 1]
        elif is_abbreviation(words[index - 1]):
            close = next((one.index for one in words[index:] if one.text == ")"), index)
            inside = words[index + 1 : close]
            first = _first(inside, words[index - 1].text)
            if first is not None and first is inside[0]:
                yield words[index - 1].text, first, inside[-1]


def is_abbreviation(word: Word) -> bool:
    return SHORTEST <= len(word.text) <= LONGEST and word.text.isalpha() and word.text.isupper()


def _first(words: list[Word], letters: str) -> Word | None:
    """The word with which a name of these initials begins, reading back from its end."""
    left = list(letters)
    for word in reversed(words):
        if word.text[:1] == left[-1]:
            left.pop()
            if not left:
                return word
        elif word.low not in SMALL:
            return None
    return None

"""What stands before a noun, told one by one: "a wide, safe harbour" is a wide harbour and a safe harbour."""

from __future__ import annotations

from ..drafts import Made, Pieces
from ..inflection import indefinite
from ..tree import Word
from ..words_of_description import COLOURS
from .work import Work

_DESCRIBED = {"attr", "dobj", "pobj", "conj"}
_DESCRIBING = {"JJ", "VBN", "VBG", "NN", "NNP", "CD", "RB", "HYPH", "VBD", "AFX"}


def descriptions(work: Work, noun: Word) -> list[Pieces]:
    """The descriptions before a noun with its article, each true alone; none when there are not several."""
    if noun.dep not in _DESCRIBED or noun.tag not in {"NN", "NNS"}:
        return []
    words = work.sentence.words[noun.left : noun.index]
    article = words[0] if words and words[0].dep == "det" else None
    listed = any(word.low == "and" for word in words)
    if noun.has("poss", "predet") or (article is not None and not listed and article.low not in {"a", "an"}):
        return []
    parts = _parts(words if article is None else words[1:])
    while parts and parts[-1] and _belongs(work, parts[-1][-1], noun):
        parts[-1].pop()
    parts = [part for part in parts if part]
    if len(parts) == 1:
        parts = _origin(noun, parts[0])
    elif not any(word.text == "," for word in words) or any(part[-1].low in COLOURS for part in parts):
        return []
    if article is None or article.low not in {"a", "an"}:
        parts = (
            [[article, *part] for part in parts]
            if article is not None and article.head is not noun
            else parts
        )
        return [list(part) for part in parts]
    return [[Made(indefinite((part or [noun])[0].text), article), *part] for part in parts]


def _parts(words: list[Word]) -> list[list[Word]]:
    """Words cut at commas and "and"; nothing when other words than describing ones are among them."""
    parts: list[list[Word]] = [[]]
    for word in words:
        if word.text == "," or (word.low == "and" and word.dep == "cc"):
            parts.append([])
        elif word.tag in _DESCRIBING:
            parts[-1].append(word)
        else:
            return []
    return parts


def _origin(noun: Word, words: list[Word]) -> list[list[Word]]:
    """Who is of a country is told without it first: "a Danish actress" is an actress."""
    if noun.dep != "attr" or noun.has("conj"):
        return []
    return [[], words] if all(word.entity == "NORP" and word.head is noun for word in words) else []


def _belongs(work: Work, word: Word, noun: Word) -> bool:
    """Whether a word makes one name of a thing with its noun: "programming language"."""
    return (
        word.dep == "compound"
        and word.head is noun
        and work.sentence.words[word.index - 1].tag != "HYPH"
        and not word.kids
    )

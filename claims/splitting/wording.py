"""From pieces to a line of text: spacing, the punctuation between neighbours, a capital, a full stop."""

from __future__ import annotations

import re

from .drafts import Made, Pieces
from .tree import Sentence, Word

_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_OPENING = {"(", "[", "“", "«", "‘"}
_MARKS = re.compile(r"[()\[\]“”«»\"]")
_EDGE = " ,;:–—-…"
_SPACES = re.compile(r"\s+")
_NO_SPACE_BEFORE = ("'", "’", "n't", "n’t", "%", ",", ".", ";", ":", ")", "]", "”", "’")


def render(pieces: Pieces, sentence: Sentence, text: str) -> str:
    """The claim as a line. Words that are neighbours in the article keep what stands between them."""
    words = sentence.words
    parts: list[str] = []
    before: Word | None = None
    for piece in pieces:
        if isinstance(piece, Made):
            named = piece.word if piece.text.startswith("[") else None
            if before is not None and named is not None and _adjacent(before, named, words):
                parts.append(text[before.end : named.start])
            elif parts and not piece.text.startswith(("'", "’")):
                parts.append(" ")
            parts.append(piece.text)
            before = piece.word
            continue
        if before is not None and _adjacent(before, piece, words):
            parts.append(text[before.end : piece.start])
        elif parts:
            parts.append(_closing(before, words))
            parts.append(" " if not piece.low.startswith(("'s", "’s", "n't", "n’t")) else "")
            parts.append(_opening(piece, words))
        else:
            parts.append(_opening(piece, words))
        parts.append(
            _lowered(piece, words) if piece.text[0].isupper() and any(map(str.strip, parts)) else piece.text
        )
        before = piece
    parts.append(_closing(before, words) or _behind_stop(before, words, "".join(parts)))
    asked = any(word.text == "?" for word in words[-2:])
    return finish(_SPACES.sub(" ", "".join(parts)), "?" if asked else ".")


def _lowered(word: Word, words: list[Word]) -> str:
    """A word that has its capital only from the beginning of the sentence, without it."""
    opens = word.index == 0 or all(one.dep == "punct" for one in words[: word.index])
    proper = word.tag in {"NNP", "NNPS"} or (
        word.entity and word.entity not in {"DATE", "TIME", "CARDINAL", "ORDINAL"}
    )
    if not opens or proper or word.text == "I" or not word.text[1:].islower():
        return word.low if opens and word.text == "A" else word.text
    return word.low


def finish(line: str, stop: str = ".") -> str:
    """Drops quotation marks and brackets without a partner, and gives the line its capital and full stop."""
    line = _balanced(line).strip(_EDGE).strip()
    if not line:
        return ""
    place = 1 if line[0] in "[(\"“'‘" else 0
    first = line[place : place + 1]
    if first.islower() and not line[place + 1 : place + 2].isupper():
        line = line[:place] + first.upper() + line[place + 1 :]
    return line if line[-1] in ".!?" or line[-2:] in {".”", ".»", '."', "!”", "!»", '!"'} else line + stop


def _adjacent(before: Word, after: Word, words: list[Word]) -> bool:
    if after.index <= before.index:
        return False
    return all(word.dep == "punct" for word in words[before.index + 1 : after.index])


def _opening(word: Word, words: list[Word]) -> str:
    """The quotation marks and brackets right before a word."""
    marks = ""
    index = word.index - 1
    while (
        index >= 0
        and words[index].end == (words[index + 1].start)
        and words[index].text in {*_OPENING, '"', "'", "$", "#"}
    ):
        marks = words[index].text + marks
        index -= 1
    return marks


def _closing(word: Word | None, words: list[Word]) -> str:
    if word is None:
        return ""
    marks = ""
    index = word.index + 1
    while (
        index < len(words)
        and words[index].start == words[index - 1].end
        and words[index].text in {")", "]", "”", "»", '"'}
    ):
        marks += words[index].text
        index += 1
    return marks


def _behind_stop(word: Word | None, words: list[Word], line: str) -> str:
    """The full stop and the mark that closes a quotation which begins within a claim: … said: “No.”"""
    following = words[word.index + 1 : word.index + 3] if word is not None else []
    if len(following) < 2 or following[0].text not in {".", "!"} or following[1].text not in {"”", '"', "»"}:
        return ""
    opened = line.rfind('"' if following[1].text == '"' else "“" if following[1].text == "”" else "«")
    if opened <= 0 or following[1].text in line[opened + 1 :]:
        return ""
    return following[0].text + following[1].text


def _balanced(line: str) -> str:
    """The line without brackets and quotation marks that have lost their partner."""
    if _MARKS.search(line) is None:
        return line
    drop: set[int] = set()
    stack: list[tuple[str, int]] = []
    straight: int | None = None
    for place, mark in enumerate(line):
        if mark in _PAIRS:
            stack.append((_PAIRS[mark], place))
        elif mark in _PAIRS.values():
            if stack and stack[-1][0] == mark:
                stack.pop()
            else:
                drop.add(place)
        elif mark == '"':
            straight = place if straight is None else None
    drop.update(place for _, place in stack)
    if straight is not None:
        drop.add(straight)
    return "".join(mark for place, mark in enumerate(line) if place not in drop) if drop else line

"""Blocks of the text: what stands between line ends, with hard-wrapped lines kept together."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .words import FUNCTION_WORDS

BlockKind = Literal["prose", "rubble", "place"]
LARGEST = 10_000  # characters of one block; longer ones are cut at a blank
JUDGED = 2_000  # characters that are judged together
SHORTEST = 1_000  # characters below which nothing is rubble for what its words are
NARROWEST = 50  # characters of a line that was wrapped because it was full
_LINE = re.compile(r"\S(?:[^\n\r\u2028\u2029]*\S)?")  # without the blanks at its ends
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_WORD = re.compile(r"[a-z']+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_NAME_OR_FIGURE = re.compile(r"\b(?:[A-Z][a-z]+|\d[\d.,:]*)")
# "ALDERN, March 14 (Newsline) - ", before the first words of an article
_PLACE = re.compile(
    r"\s*(?P<where>[A-Z][A-Z.' -]+[A-Z](?:, [A-Z][\w.]*(?: [A-Z\d][\w.]*){0,2}){0,2}(?: \([A-Z][\w /.-]{1,30}\))?"
    r"\s+(?:—|–|--?))\s+(?=[\w\"“'‘$£€])"
)
_DAY = re.compile(r"\d")
_WORDLIKE = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text to be read together. Rubble is not prose: it is listed, and not parsed.

    A place is where an article was written, as it stands before its first words: "OSLO (Newsline) —".
    """

    start: int
    end: int
    kind: BlockKind


def blocks(text: str, start: int = 0) -> list[Block]:
    """The paragraphs of a text from `start` on; neighbours that are rubble become one block."""
    found: list[Block] = []
    for window in _windows(text, start):
        whole = window[0][0], window[-1][1]
        if is_rubble(text[slice(*whole)]):
            _add_rubble(found, *whole)
            continue
        for first, last in window:
            if is_language(text[first:last]):
                found.extend(_with_place(text, first, last, opening=not found and not start))
            else:
                _add_rubble(found, first, last)
    return found


def _add_rubble(found: list[Block], first: int, last: int) -> None:
    if found and found[-1].kind == "rubble":
        first = found.pop().start
    found.append(Block(first, last, "rubble"))


def _with_place(text: str, first: int, last: int, *, opening: bool) -> list[Block]:
    """A paragraph, the place that stands before its first words apart.

    Below other lines the place needs a day or an agency beside it, or a sentence that begins behind it: "NATO - the
    alliance" is no such thing.
    """
    place = _PLACE.match(text, first, last)
    if place is None:
        return [Block(first, last, "prose")]
    alone = not ("(" in place["where"] or _DAY.search(place["where"]))
    if alone and not opening and not text[place.end() : place.end() + 2].lstrip("\"“‘'")[:1].isupper():
        return [Block(first, last, "prose")]
    return [Block(first, place.end("where"), "place"), Block(place.end(), last, "prose")]


def _windows(text: str, start: int) -> Iterator[list[tuple[int, int]]]:
    """Paragraphs in groups that are long enough to be judged."""
    window: list[tuple[int, int]] = []
    size = 0
    for first, last in _joined(text, start):
        for piece in _cut(text, first, last):
            window.append(piece)
            size += piece[1] - piece[0]
            if size >= JUDGED:
                yield window
                window, size = [], 0
    if window:
        yield window


def _joined(text: str, start: int) -> list[tuple[int, int]]:
    """Lines, trimmed; a line that was only wrapped goes on in the next."""
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text, start):
        first, last = match.span()
        if found and found[-1][1] - found[-1][0] >= NARROWEST and _wrapped(text, found[-1], first, last):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _wrapped(text: str, previous: tuple[int, int], first: int, last: int) -> bool:
    gap = text[previous[1] : first]
    if len(gap.replace("\r\n", "\n").replace(" ", "").replace("\t", "")) != 1:
        return False
    width = previous[1] - max(previous[0], text.rfind("\n", previous[0], previous[1]) + 1)
    if not NARROWEST <= width <= 100 or _TERMINAL.search(
        text, max(previous[0], previous[1] - 4), previous[1]
    ):
        return False
    return text[first].islower() or last - first >= 20


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    while end - start > LARGEST:
        limit = start + LARGEST
        stop = max(text.rfind(mark, start + LARGEST // 2, limit) for mark in (". ", "? ", "! "))
        if stop < 0:
            stop = text.rfind(" ", start + LARGEST // 2, limit)
        middle = stop + 1 if stop >= 0 else limit
        found.append((start, middle))
        start = middle
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        found.append((start, end))
    return found


def is_language(piece: str) -> bool:
    """Whether a paragraph has a word in it, and more letters than anything else."""
    if _WORDLIKE.search(piece) is None:
        return False
    if len(piece) <= 80:
        return True
    return sum(map(str.isalpha, piece)) * 2 >= len(piece) - piece.count(" ")


def is_roll(sample: str) -> bool:
    """Whether it is sentences after one pattern, each about something else: results, a police log, counts of a charge.

    Names and figures differ from one to the next, however much the words between them are the same.
    """
    sentences = [piece.strip() for piece in _SENTENCE_END.split(sample)]
    sentences = [piece for piece in sentences if piece][1:-1]  # the first and the last may be cut
    if not sentences or len(set(sentences)) < 0.95 * len(sentences):
        return False
    fit = sum(
        (piece[0].isupper() or piece[0].isdigit()) and 4 <= piece.count(" ") + 1 <= 60 for piece in sentences
    )
    return fit >= 0.9 * len(sentences) and len(set(map(_told_apart, sentences))) >= 0.8 * len(sentences)


def _told_apart(sentence: str) -> tuple[str, ...]:
    """The names and figures of a sentence."""
    return tuple(_NAME_OR_FIGURE.findall(sentence))


def is_rubble(sample: str) -> bool:
    """Whether a long stretch is no English prose: it says one thing over and over, or its words are no sentences.

    Prose of a thousand characters packs to 35 to 60 percent, a third to a half of its words are function
    words, and more than a third of three hundred words are different ones. Parsing anything else would
    cost minutes and give nothing.
    """
    if len(sample) < SHORTEST:
        return False
    words = _WORD.findall(sample.lower())
    if len(words) * 25 < len(sample):
        return True
    if is_roll(sample):
        return False
    if len(words) >= 100:
        share = sum(word in FUNCTION_WORDS for word in words) / len(words)
        if not 0.05 <= share <= 0.85:
            return True
    if len(words) >= 250 and len(set(words[:300])) < 50:
        return True
    return len(zlib.compress(sample.encode("utf-8", "replace"), 1)) < 0.12 * len(sample)

"""Blocks of the text: what stands between line ends, with hard-wrapped lines kept together."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["prose", "rubble"]
LARGEST = 50_000  # characters of one block; longer ones are cut at a blank
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_WORDLIKE = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text to be read together. Rubble is not language: it is listed, and not parsed."""

    start: int
    end: int
    kind: BlockKind


def blocks(text: str, start: int = 0) -> list[Block]:
    found = []
    for first, last in _joined(text, start):
        for piece_start, piece_end in _cut(text, first, last):
            kind: BlockKind = "rubble" if is_rubble(text[piece_start:piece_end]) else "prose"
            found.append(Block(piece_start, piece_end, kind))
    return found


def _joined(text: str, start: int) -> list[tuple[int, int]]:
    """Lines, trimmed; a line that was only wrapped goes on in the next."""
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text, start):
        line = match.group()
        first = match.start() + len(line) - len(line.lstrip())
        last = match.start() + len(line.rstrip())
        if first >= last:
            continue
        if found and _wrapped(text, found[-1], first, last):
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return found


def _wrapped(text: str, previous: tuple[int, int], first: int, last: int) -> bool:
    gap = text[previous[1] : first]
    if len(gap.replace("\r\n", "\n").replace(" ", "").replace("\t", "")) != 1:
        return False
    width = previous[1] - max(previous[0], text.rfind("\n", previous[0], previous[1]) + 1)
    if not 50 <= width <= 100 or _TERMINAL.search(text, max(previous[0], previous[1] - 4), previous[1]):
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


def is_rubble(piece: str) -> bool:
    """Whether a piece is not language: no words, hardly any letters, or one thing said over and over.

    Ordinary prose of a thousand characters and more is packed by zlib to 35 to 60 percent; what packs to
    a twelfth repeats itself, and parsing it would cost minutes and give nothing.
    """
    words = len(_WORDLIKE.findall(piece, 0, 4000))
    head = piece[:4000]
    if not words:
        return True
    dense = len(head) - head.count(" ")
    letters = sum(map(str.isalpha, head))
    if letters * 2 < dense and len(piece) > 80:
        return True
    if len(piece) < 1000:
        return False
    packed = len(zlib.compress(piece.encode("utf-8", "replace"), 1)) / len(piece)
    return packed < 0.12

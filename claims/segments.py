"""Cuts a text into pieces that can be marked: claims overlap and share words, marks on a page cannot."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Span = tuple[int, int]
_GAP = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True)
class Segment:
    """Words that the same claims use. `keys` are those claims, the shortest first; `ending` those that end here."""

    start: int
    end: int
    keys: tuple[int, ...] = ()
    ending: tuple[int, ...] = ()


@dataclass
class _Edges:
    opening: list[int] = field(default_factory=list)
    closing: list[int] = field(default_factory=list)


def segments(
    start: int, end: int, marks: Sequence[Sequence[Span]], cuts: Iterable[int] = ()
) -> list[Segment]:
    """The text from `start` to `end`, cut wherever a mark begins or ends and at `cuts`. Marks are known by their place
    in the list; each is a list of spans in code points. Nothing is lost and nothing overlaps."""
    edges: dict[int, _Edges] = {place: _Edges() for place in (start, end)}
    for cut in cuts:
        if start < cut < end:
            edges.setdefault(cut, _Edges())
    lengths, last = {}, {}
    for key, spans in enumerate(marks):
        kept = [(max(a, start), min(b, end)) for a, b in spans if max(a, start) < min(b, end)]
        if not kept:
            continue
        lengths[key], last[key] = sum(b - a for a, b in kept), max(b for _, b in kept)
        for a, b in kept:
            edges.setdefault(a, _Edges()).opening.append(key)
            edges.setdefault(b, _Edges()).closing.append(key)
    return _sweep(edges, lengths, last)


def _sweep(edges: dict[int, _Edges], lengths: dict[int, int], last: dict[int, int]) -> list[Segment]:
    places = sorted(edges)
    depth: dict[int, int] = {}
    found = []
    for place, upto in pairwise(places):
        for key in edges[place].closing:
            depth[key] -= 1
        for key in edges[place].opening:
            depth[key] = depth.get(key, 0) + 1
        keys = sorted((key for key, deep in depth.items() if deep > 0), key=lambda key: (lengths[key], key))
        depth = {key: deep for key, deep in depth.items() if deep > 0}
        ending = tuple(sorted(key for key in keys if last[key] == upto))
        found.append(Segment(place, upto, tuple(keys), ending))
    return found


def paragraphs(text: str, start: int, end: int) -> list[Span]:
    """Where the paragraphs stand between `start` and `end`: blocks of lines between empty ones, without white space."""
    found, begin = [], start
    for gap in [*(match.span() for match in _GAP.finditer(text, start, end)), (end, end)]:
        block = text[begin : gap[0]]
        left = begin + len(block) - len(block.lstrip())
        right = left + len(block.strip())
        if left < right:
            found.append((left, right))
        begin = gap[1]
    return found

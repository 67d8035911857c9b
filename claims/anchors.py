"""Anchors over plain text: the words around a quotation, by which it can be found again in another text."""

from typing import NamedTuple

CONTEXT = 32


class Context(NamedTuple):
    prefix: str
    suffix: str


def context_of(text: str, start: int, end: int, width: int = CONTEXT) -> Context:
    """Up to `width` code points before `start` and after `end`, as W3C TextQuoteSelector has them."""
    return Context(text[max(0, start - width) : start], text[end : end + width])

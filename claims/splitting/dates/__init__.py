"""Phrases of time and what they come to: ISO 8601 where it has a form, otherwise TIMEX3's (see `values`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .phrases import SCANNER, TRIGGERS, named
from .resolving import Context, resolve
from .tense import tense, unparsed

if TYPE_CHECKING:
    import datetime
    import re

    from ..tree import Sentence
    from .tense import Tense


BEFORE, BEHIND = 4, 6  # words that a phrase may have before and behind one that tells it


@dataclass(frozen=True, slots=True)
class DateMention:
    start: int
    end: int
    phrase: str
    value: str


class Calendar:
    """Reads the dates of an article, in order, against its dateline and the date named last.

    Without a dateline a phrase that needs one has no value and is not listed; a day is never invented.
    """

    def __init__(self, dateline: datetime.date | None) -> None:
        self.dateline = dateline
        self.anchor = ""

    def find(self, text: str, start: int, end: int, sentence: Sentence | None = None) -> list[DateMention]:
        """The dated phrases of a sentence, in order. The parsed sentence, if given, tells tense and word class."""
        found: list[DateMention] = []
        time = unparsed(text, start, end) if sentence is None else ""
        for first, last in _stretches(sentence) if sentence is not None else [(start, end)]:
            for match in SCANNER.finditer(text, first, last):
                self._take(text, match, (start, end), sentence or time, found)
        return found

    def _take(
        self,
        text: str,
        match: re.Match[str],
        limits: tuple[int, int],
        time: Sentence | Tense,
        found: list[DateMention],
    ) -> None:
        rule, parts = named(text, match, *limits)
        if not isinstance(time, str):
            time = tense(match.start(), time)
        if time == "not a date":
            return
        if parts.get("lead") == "since":
            time = "past"
        value = resolve(
            rule, parts, Context(self.dateline, self.anchor, found[-1].value if found else "", time)
        )
        if value:
            found.append(DateMention(match.start(), match.end(), match.group(), value))
            if "X" not in value:
                self.anchor = value


def _stretches(sentence: Sentence) -> list[tuple[int, int]]:
    """The neighbourhoods of words that a date can be made of: looking everywhere costs as much as parsing."""
    found: list[tuple[int, int]] = []
    words = sentence.words
    for index, word in enumerate(words):
        if _tells(word.low):
            first = words[max(0, index - BEFORE)].start
            last = words[min(len(words) - 1, index + BEHIND)].end
            if found and first <= found[-1][1]:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    return found


def _tells(word: str) -> bool:
    if word in TRIGGERS or word[0].isdigit():
        return True
    return (word[-1] == "s" and (word[:-1] in TRIGGERS or word[-2:-1].isdigit())) or word in {"'", "’"}

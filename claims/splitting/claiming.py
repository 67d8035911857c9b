"""The last step: a draft with everything that the stages found out about it becomes a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .attribution import of_place
from .kinds import judge_draft
from .standalone import stand_alone
from .types import Attribution, Claim, DateValue, Span
from .wording import render
from .worth import weigh

if TYPE_CHECKING:
    from .dates import Calendar, DateMention
    from .drafts import Draft
    from .tree import Sentence, Word


class Claims:
    """The claims so far, in order; the same words of a statement are not claimed twice."""

    def __init__(self, text: str, calendar: Calendar, *, fine: bool) -> None:
        self.text = text
        self.calendar = calendar
        self.fine = fine
        self.found: list[Claim] = []
        self._said: set[tuple[int, str]] = set()
        self._dates: tuple[int, list[DateMention]] = (-1, [])

    def add(
        self,
        draft: Draft,
        sentence: Sentence,
        ordinal: int,
        records: list[Attribution],
        names: dict[int, str],
    ) -> None:
        words = draft.words()
        pieces, replaced = stand_alone(draft.pieces, names, fine=self.fine)
        line = render(pieces, sentence, self.text)
        if not words or not line or (ordinal, line) in self._said:
            return
        self._said.add((ordinal, line))
        attribution = of_place(records, draft.head.start)
        judgement = judge_draft(draft, sentence, self.text)
        spans = joined(words, sentence)
        dates = self._dated(sentence, ordinal, spans)
        worth, reasons = weigh(line, words, judgement, dated=bool(dates), attributed=attribution is not None)
        self.found.append(
            Claim(
                text=line,
                quote=self.text[spans[0][0] : spans[-1][1]],
                start=spans[0][0],
                end=spans[-1][1],
                spans=spans,
                statement=ordinal,
                kind=judgement.kind,
                disposition=judgement.disposition,
                checkable=judgement.checkable,
                worth=worth,
                reasons=reasons,
                attribution=attribution,
                dates=dates,
                rules=(*draft.rules, "pronoun") if replaced else draft.rules,
            )
        )

    def _dated(self, sentence: Sentence, ordinal: int, spans: tuple[Span, ...]) -> tuple[DateValue, ...]:
        if self._dates[0] != ordinal:
            self._dates = ordinal, self.calendar.find(self.text, sentence.start, sentence.end, sentence)
        return tuple(
            DateValue(date.phrase, date.value)
            for date in self._dates[1]
            if any(start < date.end and date.start < end for start, end in spans)
        )


def joined(words: list[Word], sentence: Sentence) -> tuple[Span, ...]:
    """The stretches of text that words cover; neighbours, punctuation between them included, become one stretch."""
    spans: list[Span] = []
    index = -2
    for word in words:
        if word.index == index + 1 or (
            index >= 0 and all(one.dep == "punct" for one in sentence.words[index + 1 : word.index])
        ):
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
        index = word.index
    return tuple(spans)

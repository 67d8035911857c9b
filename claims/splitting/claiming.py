"""The last step: a draft with everything that the stages found out about it becomes a claim."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .attribution import of_place
from .hedges import find as find_hedges
from .kinds import judge_draft
from .links import link_of
from .quantities import Quantity, in_sentence
from .standalone import Antecedents, stand_alone
from .tree import Word
from .types import Attribution, Claim, DateValue, Span
from .wording import render
from .words_of_fact import FINDING
from .worth import Signs, weigh

if TYPE_CHECKING:
    from .dates import Calendar, DateMention
    from .drafts import Draft
    from .kinds import Judgement
    from .tree import Sentence

RELATIVE = frozenset({"who", "which"})
PRONOUNS = frozenset({"he", "she", "it", "they", "his", "her", "its", "their"})


class Claims:
    """The claims so far, in order; the same words of a statement are not claimed twice."""

    def __init__(self, text: str, calendar: Calendar) -> None:
        self.text = text
        self.calendar = calendar
        self.found: list[Claim] = []
        self._said: set[tuple[int, str]] = set()
        self._notes: tuple[int, list[DateMention], list[Quantity]] = (-1, [], [])

    def add(
        self,
        draft: Draft,
        sentence: Sentence,
        ordinal: int,
        records: list[Attribution],
        names: Antecedents,
    ) -> None:
        attribution = of_place(records, vouched_at(draft)) or _labelled(records, draft)
        passing = draft.link == "apposition" or "apposition" in draft.rules
        if attribution is not None and passing and not attribution.quoted:
            attribution = None  # what is told in passing is the article's own
        if attribution is not None and attribution.polarity == "negated" and "content" in draft.rules:
            return  # what somebody did not say nobody says
        if attribution is not None and attribution.rule == "label" and draft.pieces:
            draft = _without_label(draft, attribution)
        words = draft.words()
        alone = stand_alone(draft.pieces, names, speaker_of(attribution, names))
        line = render(alone.pieces, sentence, self.text)
        if not words or not line or (ordinal, line) in self._said:
            return
        self._said.add((ordinal, line))
        spans = joined(words, sentence)
        judgement = judge_draft(draft, sentence, self.text, attribution)
        dates, quantities = self._noted(sentence, ordinal, spans)
        hedges = find_hedges(words)
        signs = Signs(judgement, draft.head, dates, quantities, hedges, attribution, passing)
        worth, reasons = weigh(words, signs)
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
                reasons=(*reasons, *foretold(judgement, dates, attribution), *to_look_up(alone.unresolved)),
                attribution=by_name(self.text, attribution, sentence, names.names),
                dates=dates,
                rules=(*draft.rules, "pronoun") if alone.replaced else draft.rules,
                quantities=quantities,
                hedges=hedges,
                link=link_of(draft, words),
                insertions=tuple(alone.insertions),
                unresolved=tuple(alone.unresolved),
            )
        )

    def _noted(
        self, sentence: Sentence, ordinal: int, spans: tuple[Span, ...]
    ) -> tuple[tuple[DateValue, ...], tuple[Quantity, ...]]:
        """The dates and quantities of the statement that stand in the words of a claim."""
        if self._notes[0] != ordinal:
            dates = self.calendar.find(self.text, sentence.start, sentence.end, sentence)
            taken = {place for date in dates for place in range(date.start, date.end)}
            figures = [one for one in in_sentence(self.text, sentence) if one.start not in taken]
            self._notes = ordinal, dates, figures
        return (
            tuple(DateValue(date.phrase, date.value) for date in self._notes[1] if _within(date, spans)),
            tuple(quantity for quantity in self._notes[2] if _within(quantity, spans)),
        )


def vouched_at(draft: Draft) -> int:
    """Where somebody stands in for a claim: for a fact behind "it is odd that" at "odd", not as the content of it."""
    head = draft.head
    if "fact" not in draft.rules:
        return head.start
    while head.dep == "conj":
        head = head.head
    return draft.head.start if head.head.lemma in FINDING else head.head.start


def _labelled(records: list[Attribution], draft: Draft) -> Attribution | None:
    """Who is named at the head of the line, when the parser took that name for the head of the sentence."""
    if not any(record.rule == "label" for record in records):
        return None
    words = draft.words()
    found = of_place(records, words[-1].start) if words else None
    if found is None or found.rule != "label" or found.source_span is None:
        return None
    return found if found.source_span[0] <= draft.head.start < found.content[0][0] else None


def _without_label(draft: Draft, attribution: Attribution) -> Draft:
    """What stands behind the colon of "Mayor: …", with its own verb as its head."""
    begin = attribution.content[0][0]
    if draft.words()[0].start >= begin:
        return draft
    pieces = [piece for piece in draft.pieces if not isinstance(piece, Word) or piece.start >= begin]
    verbs = (
        word
        for word in draft.words()
        if word.start >= begin and word.pos in {"VERB", "AUX"} and word.head.start < begin
    )
    head = draft.head if draft.head.start >= begin else next(verbs, draft.head)
    return replace(draft, pieces=pieces, head=head)


def by_name(
    text: str, attribution: Attribution | None, sentence: Sentence, names: dict[int, str]
) -> Attribution | None:
    """With the name of the one whom a pronoun means, where there is only one: "she said" is Anna Berg's saying."""
    if attribution is None or attribution.source_span is None:
        return attribution
    pronoun, place = attribution.source.lower(), attribution.source_span[0]
    if pronoun not in PRONOUNS and pronoun not in RELATIVE:
        return attribution
    word = next((word for word in sentence.words if word.start == place), None)
    name = names.get(word.index, "") if word is not None else ""
    if word is not None and pronoun in RELATIVE and word.head.dep == "relcl":
        noun = word.head.head
        name = text[sentence.words[noun.left].start : noun.end]
    return replace(attribution, source=name) if name else attribution


def speaker_of(attribution: Attribution | None, names: Antecedents) -> str:
    """Who "I" is: the one whose own words a claim tells."""
    if attribution is None or not (attribution.quoted or attribution.rule == "label"):
        return ""
    return names.speaker(attribution.source_span)


def _within(mention: DateMention | Quantity, spans: tuple[Span, ...]) -> bool:
    """By its last letter: of "the late 1980s and early 1990s" the words before are in the claim of the second, too."""
    return any(start < mention.end <= end for start, end in spans)


def foretold(
    judgement: Judgement, dates: tuple[DateValue, ...], attribution: Attribution | None
) -> tuple[str, ...]:
    """Of a prediction, whose it is and when it is due."""
    if judgement.kind != "prediction":
        return ()
    who = attribution.source if attribution is not None and attribution.source else "the article"
    due = (f"due {dates[-1].value}",) if dates else ()
    return (f"predicted by {who}", *due)


def to_look_up(unresolved: list[str]) -> tuple[str, ...]:
    """For the reviewer: the phrases of which the article leaves open who or what they mean."""
    people = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
    return tuple(
        f"{'who' if phrase in people else 'what'} “{phrase}” means must be looked up" for phrase in unresolved
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

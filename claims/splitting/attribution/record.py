"""An attribution while it is being put together, and its last form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..types import Attribution, Span
from ..words_of_saying import ACCUSING, ASKING, DENYING, PROMISING, THINKING

if TYPE_CHECKING:
    from ..tree import Sentence, Word

Range = tuple[int, int]  # first and last word of a stretch, both inside
_LOOSE = frozenset(",;:.–—-") | {"--", "…", "..."}


@dataclass(slots=True)
class Record:
    """`form` tells what the content is: a clause, an infinitive, a quotation, or only a topic."""

    sentence: Sentence
    cue: Word
    source: Span | None
    cue_span: Span
    content: list[Span]
    form: str = "clause"
    stance: str = "asserted"
    polarity: str = "affirmed"
    aloud: bool = False
    nested: Record | None = None
    rule: str = ""
    quoted: list[Span] = field(default_factory=list)

    def covers(self, place: int) -> bool:
        return any(start <= place < end for start, end in self.content)

    def finish(self, text: str) -> Attribution:
        self.content = apart(self.content)
        whole = sum(end - start for start, end in self.content)
        inside = sum(
            max(0, min(end, stop) - max(start, begin))
            for start, end in self.content
            for begin, stop in self.quoted
        )
        directness = "paraphrase" if not inside else "quotation" if inside >= 0.9 * whole else "mixed"
        return Attribution(
            source=text[slice(*self.source)] if self.source else "",
            cue=text[slice(*self.cue_span)],
            source_span=self.source,
            cue_span=self.cue_span,
            content=tuple(self.content),
            stance=self.stance,
            quoted=directness != "paraphrase",
            polarity=self.polarity,
            nested_in=text[slice(*self.nested.source)] if self.nested and self.nested.source else "",
            directness=directness,
            form=self.form,
            rule=self.rule,
        )


def stance(lemma: str) -> str:
    """What the cue does with its content: asserts it, denies it, asks for it, promises it, accuses, or thinks it."""
    for words, name in (
        (DENYING, "denied"),
        (ACCUSING, "accused"),
        (PROMISING, "promised"),
        (ASKING, "asked"),
        (THINKING, "thought"),
    ):
        if lemma in words:
            return name
    return "asserted"


def polarity(cue: Word) -> str:
    """Negated when nobody said it: "did not say", "has never promised", "without saying"."""
    for one in (cue, cue.head) if cue.dep in {"xcomp", "acomp", "attr", "dobj", "pcomp"} else (cue,):
        if any(kid.dep == "neg" or kid.low in {"never", "neither", "nobody", "no"} for kid in one.kids):
            return "negated"
    return "affirmed"


def trimmed(sentence: Sentence, first: int, last: int) -> Range | None:
    """A stretch of words without the punctuation at its edges, quotation marks and brackets excepted."""
    words = sentence.words
    while first <= last and (words[first].text in _LOOSE or words[first].tag == "CC"):
        first += 1
    while last >= first and (words[last].text in _LOOSE or words[last].tag == "CC"):
        last -= 1
    return (first, last) if first <= last else None


def spans(sentence: Sentence, ranges: list[Range]) -> list[Span]:
    """Stretches of words as stretches of the text."""
    found = []
    for first, last in ranges:
        kept = trimmed(sentence, first, last)
        if kept:
            found.append((sentence.words[kept[0]].start, sentence.words[kept[1]].end))
    return found


def without(whole: Range, cut: Range) -> list[Range]:
    """A stretch of words with another one taken out of it."""
    left, right = (whole[0], min(whole[1], cut[0] - 1)), (max(whole[0], cut[1] + 1), whole[1])
    return [part for part in (left, right) if part[0] <= part[1]]


def apart(content: list[Span]) -> list[Span]:
    """Spans in order, joined where they overlap."""
    found: list[Span] = []
    for start, end in sorted(content):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found

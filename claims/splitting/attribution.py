"""Who says what: verbs of saying, "according to", colons, and quotations that run over several sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .types import Attribution, Span
from .words import DENIALS, REPORTING, SPEECH

if TYPE_CHECKING:
    from .quotations import Quotation
    from .tree import Sentence, Word

SUBJECTS = {"nsubj", "nsubjpass"}


class Attributions:
    """Reads an article paragraph by paragraph and remembers who spoke last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.speaker: Attribution | None = None
        self.open = False

    def read(self, sentences: list[Sentence], quotations: list[Quotation]) -> list[Attribution]:
        """The attributions of one paragraph, in order."""
        found: list[Attribution] = []
        for sentence in sentences:
            own = [record for word in sentence.words for record in self._of_word(sentence, word)]
            inside = [mark for mark in quotations if mark.start < sentence.end and sentence.start < mark.end]
            if own:
                self.speaker = own[0]
            elif self.speaker is not None and ((inside and inside[0].start <= sentence.start) or self.open):
                own = [self._carried(self.speaker, (sentence.start, sentence.end))]
            found.extend(own)
        self.open = bool(quotations) and not quotations[-1].closed
        return found

    def _of_word(self, sentence: Sentence, word: Word) -> list[Attribution]:
        if word.low == "according" and word.dep in {"prep", "advmod", "advcl"}:
            return self._according(sentence, word)
        if word.pos != "VERB" or word.lemma not in REPORTING:
            return []
        subject = next((kid for kid in word.kids if kid.dep in SUBJECTS), None)
        content = next((kid for kid in word.kids if kid.dep in {"ccomp", "parataxis"}), None)
        if content is None and word.dep == "parataxis":
            content = word.head
        if content is None or (subject is None and word.lemma not in SPEECH):
            return []
        if word.dep in {"parataxis", "ccomp"} and content is word.head:
            spans = self._without(sentence, content, word)
        else:
            spans = [(sentence.words[content.left].start, sentence.words[content.right].end)]
        return [self._record(sentence, subject, word, spans)]

    def _without(self, sentence: Sentence, content: Word, frame: Word) -> list[Span]:
        words = sentence.words
        first, last = words[content.left].start, words[content.right].end
        cut = (words[frame.left].start, words[frame.right].end)
        return [span for span in ((first, cut[0]), (cut[1], last)) if span[1] - span[0] > 1]

    def _according(self, sentence: Sentence, word: Word) -> list[Attribution]:
        to = next((kid for kid in word.kids if kid.dep == "prep" and kid.low == "to"), None)
        if to is None or not to.kids:
            return []
        words = sentence.words
        source = to.kids[0]
        first, last = words[word.left].start, words[word.right].end
        spans = [span for span in ((sentence.start, first), (last, sentence.end)) if span[1] - span[0] > 2]
        where = (words[source.left].start, words[source.right].end)
        return [
            Attribution(
                self.text[slice(*where)],
                f"{word.text} {to.text}",
                where,
                (word.start, to.end),
                content=tuple(spans),
            )
        ]

    def _record(self, sentence: Sentence, subject: Word | None, verb: Word, spans: list[Span]) -> Attribution:
        where = (
            (sentence.words[subject.left].start, sentence.words[subject.right].end)
            if subject is not None
            else None
        )
        denied = verb.lemma in DENIALS or any(kid.dep == "neg" for kid in verb.kids)
        return Attribution(
            source=self.text[slice(*where)] if where else "",
            cue=verb.text,
            source_span=where,
            cue_span=(verb.start, verb.end),
            content=tuple(spans),
            stance="denied" if denied else "asserted",
            polarity="negated" if denied else "affirmed",
            quoted=any(self.text[start : start + 1] in {'"', "“"} for start, _ in spans),
        )

    def _carried(self, speaker: Attribution, span: Span) -> Attribution:
        return Attribution(
            speaker.source,
            speaker.cue,
            speaker.source_span,
            speaker.cue_span,
            content=(span,),
            stance=speaker.stance,
            quoted=True,
        )


def of_place(found: list[Attribution], place: int) -> Attribution | None:
    """The innermost attribution whose content holds a place of the text."""
    best: tuple[int, Attribution] | None = None
    for record in found:
        for start, end in record.content:
            if start <= place < end and (best is None or end - start < best[0]):
                best = (end - start, record)
    return best[1] if best else None

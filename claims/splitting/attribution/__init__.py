"""Who says what: cues of speech, thought and will, and quotations that run over several sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from .. import words_of_saying as lists
from ..types import Attribution
from . import lines, nouns, verbs
from .mending import mend
from .nesting import nest
from .speech import Speaker, attach, extend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..quotations import Quotation
    from ..tree import Sentence, Word
    from ..types import Span
    from .record import Record

LONGEST = 300  # words; in a longer sentence nothing tells who says what
TOGETHER = 1500  # words of a paragraph that are read together


class Attributions:
    """Reads an article paragraph by paragraph and remembers who spoke last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.speaker = Speaker()

    def read(self, sentences: list[Sentence], quotations: list[Quotation]) -> list[Attribution]:
        """The attributions of one paragraph, in order of their cues."""
        for sentence in sentences:
            if len(sentence.words) <= LONGEST:
                mend(sentence)
        found: list[Attribution] = []
        starts = [one.start for one in quotations]
        for number, part in enumerate(_parts(sentences)):
            first = max(0, bisect_right(starts, part[0].start) - 1)
            last = bisect_left(starts, part[-1].end)
            near = [one for one in quotations[first:last] if one.end > part[0].start]
            found.extend(self._read(part, near, opening=number == 0))
        return found

    def _read(
        self, sentences: list[Sentence], quotations: list[Quotation], *, opening: bool
    ) -> list[Attribution]:
        found: list[Record] = []
        named = lines.label(self.text, sentences[0].start, sentences[-1].end) if opening else None
        labelled = lines.read(self.text, sentences, named) if named else None
        labelled = labelled or lines.signature(self.text, sentences, quotations)
        if labelled is not None:
            found.append(labelled)
        for sentence in sentences:
            if len(sentence.words) > LONGEST:
                continue
            near = [one for one in quotations if one.start < sentence.end and sentence.start < one.end]
            for word in sentence.words:
                record = _of_word(sentence, word, near)
                if record is not None:
                    found.append(record)
        extend(self.text, found, quotations)
        found = [record for record in found if any(_speaks(self.text, span) for span in record.content)]
        found = attach(self.text, found, sentences, quotations, self.speaker)
        return [record.finish(self.text) for record in nest(self.text, found)]


def _parts(sentences: list[Sentence]) -> Iterator[list[Sentence]]:
    """A paragraph in parts of bounded length: each cue is held against each quotation of its part."""
    part: list[Sentence] = []
    size = 0
    for sentence in sentences:
        if part and size + len(sentence.words) > TOGETHER:
            yield part
            part, size = [], 0
        part.append(sentence)
        size += len(sentence.words)
    if part:
        yield part


def _of_word(sentence: Sentence, word: Word, near: list[Quotation]) -> Record | None:
    if word.pos == "VERB" or word.tag in {"VBD", "VBZ", "VBP"}:
        if word.lemma in verbs.CUES:
            return verbs.read(sentence, word, near)
        if word.low == "according":
            return nouns.read_according(sentence, word)
    elif word.pos == "NOUN":
        if word.lemma in lists.NOUNS or word.lemma in lists.NOUN_GOVERNS:
            return nouns.read_noun(sentence, word)
    elif word.pos == "ADJ":
        if word.lemma in lists.MINDS:
            return nouns.read_mind(sentence, word)
    elif word.low == "according":
        return nouns.read_according(sentence, word)
    return None


def _speaks(text: str, span: Span) -> bool:
    """Whether a stretch holds a letter or a figure."""
    return any(mark.isalnum() for mark in text[slice(*span)])


def of_place(found: list[Attribution], place: int) -> Attribution | None:
    """The innermost attribution whose content holds a place of the text; what is only a topic is not said."""
    best: tuple[int, Attribution] | None = None
    for record in found:
        if record.form == "topic":
            continue
        for start, end in record.content:
            if start <= place < end and (best is None or end - start < best[0]):
                best = (end - start, record)
    return best[1] if best else None

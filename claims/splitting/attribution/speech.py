"""Quotations as wholes: a record takes in the whole quotation, and a speaker carries over to the next one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..words_of_saying import ALOUD
from . import source
from .record import Record, apart

if TYPE_CHECKING:
    from ..quotations import Quotation
    from ..tree import Sentence
    from ..types import Span

FRAME = 14  # words that a frame may put between two parts of what is said


@dataclass(slots=True)
class Speaker:
    """Who spoke last, and whether the quotation is still open."""

    last: Record | None = None
    open: bool = False
    announced: bool = False  # by a colon at the end of the paragraph


def extend(text: str, found: list[Record], quotations: list[Quotation]) -> None:
    """Stretches the content of each record to the ends of the quotations that it cuts through."""
    if not quotations:
        return
    starts = [one.start for one in quotations]
    for record in found:
        cue = record.cue_span[0]
        around = _holding(quotations, starts, cue)
        if around is not None and record.rule != "label":  # what is said inside a quotation stays in it
            record.content = [
                (max(start, around.start), min(end, around.end))
                for start, end in record.content
                if start < around.end and around.start < end
            ]
        grown: list[Span] = []
        for start, end in record.content if record.form != "topic" else ():
            first = _holding(quotations, starts, start)
            last = _holding(quotations, starts, end - 1)
            grown.append(
                (
                    first.start if first is not None and not first.start <= cue < first.end else start,
                    last.end if last is not None and not last.start <= cue < last.end else end,
                )
            )
        record.content = _beside(grown or record.content, record.cue_span)
        record.quoted = _inside(record, quotations, starts)


def _inside(record: Record, quotations: list[Quotation], starts: list[int]) -> list[Span]:
    found = []
    for start, end in record.content:
        index = max(0, bisect_right(starts, start) - 1)
        while index < len(quotations) and quotations[index].start < end:
            one = quotations[index]
            if not one.start <= record.cue_span[0] < one.end:
                found.append((one.start, one.end))
            index += 1
    return found


def _holding(quotations: list[Quotation], starts: list[int], place: int) -> Quotation | None:
    index = bisect_right(starts, place) - 1
    if index >= 0 and quotations[index].start <= place < quotations[index].end:
        return quotations[index]
    return None


def _beside(content: list[Span], cue: Span) -> list[Span]:
    """The spans without a cue at their beginning."""
    begun = (
        (cue[1] if start <= cue[0] < end and cue[0] - start < 2 else start, end) for start, end in content
    )
    return apart([(start, end) for start, end in begun if start < end])


def attach(
    text: str, found: list[Record], sentences: list[Sentence], quotations: list[Quotation], speaker: Speaker
) -> list[Record]:
    """Gives quotations that have no frame of their own to the one who spoke before, and remembers who spoke last."""
    announced = speaker.announced
    opening = [sentence.start for sentence in sentences]
    own = [record for record in found if record.aloud]
    carried: Record | None = None
    for number, quotation in enumerate(quotations):
        if _spoken_for(own, quotation):
            continue
        sentence = sentences[max(bisect_right(opening, quotation.start) - 1, 0)]
        if text[sentence.start : quotation.start].strip(" \t—–-…"):
            _resumed(own, quotation, sentence)
            continue
        record = _before(own, quotation) or carried
        if record is None and speaker.last is not None and (speaker.open or number == 0):
            carried = _carried(speaker.last, (quotation.start, quotation.end))
            found.append(carried)
        elif record := record or _after(own, quotation):
            record.content.append((quotation.start, quotation.end))
            record.quoted.append((quotation.start, quotation.end))
    if not quotations and speaker.last is not None and (speaker.open or announced) and not own:
        carried = _carried(speaker.last, (sentences[0].start, sentences[-1].end))
        found.append(carried)
    _remember(speaker, own, quotations, carried)
    speaker.announced = False
    if (announcement := _announcement(sentences[-1])) is not None:
        speaker.last, speaker.announced = announcement, True
    return found


def _announcement(sentence: Sentence) -> Record | None:
    """ "The mayor continued:" names who says what stands in the next paragraph."""
    verb = sentence.roots[0]
    who = source.of_verb(verb)
    if sentence.words[-1].text != ":" or verb.lemma not in ALOUD or who is None or verb.has("ccomp"):
        return None
    return Record(
        sentence=sentence,
        cue=verb,
        source=source.span(who, sentence),
        cue_span=(verb.start, verb.end),
        content=[],
        aloud=True,
        rule="announced",
    )


def _remember(
    speaker: Speaker, own: list[Record], quotations: list[Quotation], carried: Record | None
) -> None:
    """Who a quotation that opens the next paragraph is by."""
    said = [one for one in own if one.quoted and one.source is not None and _outside(one, quotations)]
    if said:
        speaker.last = said[-1]
    elif own and not quotations:
        speaker.last = own[-1] if own[-1].source is not None else speaker.last
    elif carried is None and not quotations:
        speaker.last = None
    speaker.open = not quotations[-1].closed if quotations else speaker.open


def _spoken_for(own: list[Record], quotation: Quotation) -> bool:
    middle = (quotation.start + quotation.end) // 2
    return any(
        record.covers(middle) and not quotation.start <= record.cue_span[0] < quotation.end for record in own
    )


def _resumed(own: list[Record], quotation: Quotation, sentence: Sentence) -> None:
    """Speech that a frame interrupts: “We won,” she said, “and we won well.”"""
    for record in reversed(own):
        if record.sentence is not sentence or record.cue_span[1] > quotation.start:
            continue
        between = sum(
            1 for word in sentence.words if record.cue_span[1] <= word.start and word.end <= quotation.start
        )
        if record.quoted and between <= FRAME:
            record.content.append((quotation.start, quotation.end))
            record.quoted.append((quotation.start, quotation.end))
        return


def _outside(record: Record, quotations: list[Quotation]) -> bool:
    cue = record.cue_span[0]
    return not any(one.start <= cue < one.end for one in quotations)


def _before(own: list[Record], quotation: Quotation) -> Record | None:
    """The last record before a quotation that quotes somebody itself."""
    best = None
    for record in own:
        if record.cue_span[1] <= quotation.start and (
            record.quoted or record.content[-1][1] <= quotation.start
        ):
            best = record if best is None or record.cue_span > best.cue_span else best
    return best


def _after(own: list[Record], quotation: Quotation) -> Record | None:
    for record in own:
        if record.cue_span[0] >= quotation.end and record.quoted:
            return record
    return None


def _carried(speaker: Record, span: Span) -> Record:
    return replace(speaker, content=[span], quoted=[span], nested=None)

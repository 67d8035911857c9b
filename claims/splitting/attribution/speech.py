"""Quotations as wholes: a record takes in the whole quotation, and a speaker carries over to the next one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .record import Record

if TYPE_CHECKING:
    from ..quotations import Quotation
    from ..tree import Sentence
    from ..types import Span

FRAME = 14  # words that a frame may put between two parts of what is said


@dataclass(slots=True)
class Speaker:
    """Who spoke last, whether a quotation is still open, and who was announced by a colon."""

    last: Record | None = None
    open: bool = False
    announced: bool = False


def extend(text: str, found: list[Record], quotations: list[Quotation]) -> None:
    """Stretches the content of each record to the ends of the quotations that it cuts through."""
    if not quotations:
        return
    starts = [one.start for one in quotations]
    for record in found:
        cue = record.cue_span[0]
        grown: list[Span] = []
        for start, end in record.content:
            first = _holding(quotations, starts, start)
            last = _holding(quotations, starts, end - 1)
            if first is not None and not first.start <= cue < first.end and record.form != "topic":
                start = min(start, first.start)
            if last is not None and not last.start <= cue < last.end and record.form != "topic":
                end = max(end, last.end)
            grown.append((start, end))
        record.content = _apart(grown, record.cue_span)
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


def _apart(content: list[Span], cue: Span) -> list[Span]:
    """The spans in order, joined where they overlap, and without the cue."""
    found: list[Span] = []
    for start, end in sorted(content):
        if start <= cue[0] < end and cue[0] - start < 2:
            start = cue[1]
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found


def attach(
    text: str, found: list[Record], sentences: list[Sentence], quotations: list[Quotation], speaker: Speaker
) -> list[Record]:
    """Gives quotations that have no frame of their own to the one who spoke before, and remembers who spoke last."""
    announced, speaker.announced = speaker.announced, False
    opening = [sentence.start for sentence in sentences]
    own = [record for record in found if record.aloud]
    carried: Record | None = None
    for number, quotation in enumerate(quotations):
        if _spoken_for(own, quotation):
            continue
        place = bisect_right(opening, quotation.start) - 1
        sentence = sentences[max(place, 0)]
        first = text[sentence.start : quotation.start].strip(" \t—–-…") == ""
        if not first:
            _resumed(own, quotation, sentence)
            continue
        record = _before(own, quotation) or (carried if carried is not None else None)
        if record is not None:
            record.content.append((quotation.start, quotation.end))
            record.quoted.append((quotation.start, quotation.end))
        elif speaker.last is not None and (speaker.open or announced or number == 0):
            carried = _carried(speaker.last, (quotation.start, quotation.end))
            found.append(carried)
        elif (record := _after(own, quotation)) is not None:
            record.content.append((quotation.start, quotation.end))
            record.quoted.append((quotation.start, quotation.end))
    if not quotations and speaker.last is not None and (speaker.open or announced):
        carried = _carried(speaker.last, (sentences[0].start, sentences[-1].end))
        found.append(carried)
    said = [
        record
        for record in own
        if record.quoted and record.source is not None and _outside(record, quotations)
    ]
    if said:
        speaker.last = said[-1]
    elif own and not quotations:
        speaker.last = own[-1] if own[-1].source is not None else speaker.last
    elif carried is None and not quotations:
        speaker.last = None
    speaker.open = (bool(quotations) and not quotations[-1].closed) or (speaker.open and not quotations)
    return found


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

"""The reading page: the text of a version in paragraphs, with its claims marked where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claims.models import Anchor, Claim, Disposition, Statement, Version
from claims.segments import Segment, paragraphs, segments
from reviews.models import Rating, Review
from reviews.workflow import State

# Statements shown on one page: a short book has thousands, and a page with all of them helps nobody.
PART = 150
WORKING = (State.ASSIGNED, State.IN_REVIEW, State.IN_ADJUDICATION, State.RECHECK)
CLOSED = (State.DISMISSED, State.WITHDRAWN)


@dataclass(frozen=True)
class Entry:
    """A claim as the page shows it: number, place, and what is known of it so far."""

    claim: Claim
    anchor: Anchor
    review: Review | None

    @property
    def number(self) -> int:
        return self.claim.position + 1

    @property
    def rating(self) -> Rating | None:
        """The ruling in force, while nobody is looking at it again."""
        review = self.review
        if review is None or review.ruling is None or review.state in (*WORKING, *CLOSED):
            return None
        return review.ruling.rating

    @property
    def label(self) -> str:
        if self.review is None:
            return self.claim.get_disposition_display()
        return self.rating.label if self.rating else self.review.get_state_display()

    @property
    def stage(self) -> str:
        """How far it is, for the mark's style: unchecked, open, working, closed or rated."""
        if self.review is None:
            return "unchecked"
        if self.rating is not None:
            return "rated"
        if self.review.state in WORKING:
            return "working"
        return "closed" if self.review.state in CLOSED else "open"

    @property
    def colours(self) -> str:
        """Classes that give the rating's colour: its own where the stylesheet has it, else by its polarity."""
        rating = self.rating
        return f"p-{rating.polarity} c-{rating.colour[1:]}" if rating else ""


@dataclass(frozen=True)
class Piece:
    """Words with the claims that use them, the shortest first, and the claims whose words end with them."""

    text: str
    entries: Sequence[Entry]
    ending: Sequence[Entry]
    aside: str

    @property
    def entry(self) -> Entry | None:
        return self.entries[0] if self.entries else None


@dataclass(frozen=True)
class Part:
    """As much of a version as one page shows."""

    paragraphs: Sequence[Sequence[Piece]] = ()
    entries: Sequence[Entry] = ()
    statements: Sequence[Statement] = ()
    previous: int | None = None
    next: int | None = None

    def in_state(self, state: str) -> Sequence[Entry]:
        """The claims of one work state; all of them for "" and those that nobody checks for "unchecked"."""
        if state == "unchecked":
            return [entry for entry in self.entries if entry.review is None]
        return [
            entry for entry in self.entries if not state or (entry.review and entry.review.state == state)
        ]


@dataclass
class _Layout:
    text: str
    entries: Sequence[Entry]
    asides: dict[int, str] = field(default_factory=dict)

    def piece(self, segment: Segment) -> Piece:
        return Piece(
            text=self.text[segment.start : segment.end],
            entries=[self.entries[key] for key in segment.keys],
            ending=[self.entries[key] for key in segment.ending],
            aside=self.asides.get(segment.end, ""),
        )


def part_of(version: Version, first: int) -> Part:
    """The part of a version that begins with statement `first`, in three queries."""
    statements = list(Statement.objects.between(version, first, first + PART + 1).in_order())
    more, shown = len(statements) > PART, statements[:PART]
    if not shown:
        return Part()
    anchors = list(Anchor.objects.in_version(version).of_statements(shown).with_claim())
    reviews = {
        review.claim_id: review
        for review in Review.objects.of_claims([anchor.claim for anchor in anchors]).with_rating()
    }
    entries = [Entry(anchor.claim, anchor, reviews.get(anchor.claim_id)) for anchor in anchors]
    start = 0 if first == 0 else shown[0].start
    end = shown[-1].end if more else len(version.text)
    return Part(
        paragraphs=_laid_out(version.text, start, end, entries, shown),
        entries=sorted(entries, key=lambda entry: entry.claim.position),
        statements=shown,
        previous=max(0, first - PART) if first else None,
        next=first + PART if more else None,
    )


def _laid_out(
    text: str, start: int, end: int, entries: Sequence[Entry], statements: Sequence[Statement]
) -> Sequence[Sequence[Piece]]:
    layout = _Layout(text, entries, _asides(entries, statements))
    blocks = paragraphs(text, start, end)
    cuts = {place for block in blocks for place in block} | set(layout.asides)
    pieces = segments(start, end, [spans_of(entry.anchor) for entry in entries], cuts)
    found, place = [], 0
    for left, right in blocks:
        while pieces[place].start < left:
            place += 1
        inside = []
        while place < len(pieces) and pieces[place].end <= right:
            inside.append(layout.piece(pieces[place]))
            place += 1
        found.append(inside)
    return found


def spans_of(anchor: Anchor) -> Sequence[tuple[int, int]]:
    """The claim's words in the text. Gaps of a character or two, such as a comma, are closed: marks do not flicker."""
    spans = [(start, end) for start, end in anchor.spans] or [(anchor.start, anchor.end)]
    closed = spans[:1]
    for (_, before), (start, end) in pairwise(spans):
        if start - before <= 2:
            closed[-1] = (closed[-1][0], end)
        else:
            closed.append((start, end))
    return closed


def _asides(entries: Sequence[Entry], statements: Sequence[Statement]) -> dict[int, str]:
    """What to say after a statement that has no claim of its own to say it: question, directive and the like."""
    told = {entry.anchor.statement_id for entry in entries}
    return {
        statement.end: statement.get_disposition_display()
        for statement in statements
        if statement.pk not in told and statement.disposition != Disposition.CLAIM
    }

"""Takes the demo's article through the desk: the same steps that its people would take, in the same order."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from claims.intake import bring_text
from claims.models import Anchor, Article, User
from reviews.demo.cast import Cast
from reviews.demo.findings import FINDINGS, WAITING, Finding, Record, Sighting
from reviews.models import Correction, Evidence, Rating, Review, Snapshot, Source

TEXT = Path(__file__).with_name("article.txt")
OUTLET, URL = "The Merrow Courier", "https://courier.merrow.example/harbour-bridge-reopens"
# Claims worth less stay new until somebody looks through them.
WORTH_CHECKING = 0.5


class NoSuchClaim(Exception):
    """The splitter made no claim that can be checked of words which the story needs."""


def bring_article(*, by: User, now: datetime) -> tuple[Article, bool]:
    return bring_text(
        by=by, now=now, text=TEXT.read_text(encoding="utf-8"), outlet=OUTLET, url=URL, byline="Ruben Castell"
    )


def has_been_told(article: Article) -> bool:
    return Review.objects.of_article(article).ruled().exists()


def tell(article: Article, cast: Cast, *, clock: Callable[[], datetime]) -> None:
    """Everything from triage to the correction, or nothing of it."""
    with transaction.atomic():
        _triage(article, cast.editor, now=clock())
        desk = Desk(article, cast, clock=clock)
        for finding in FINDINGS:
            desk.deal_with(finding)


def _triage(article: Article, editor: User, *, now: datetime) -> None:
    wanted = {review_of(article, finding.words).pk for finding in FINDINGS} | {review_of(article, WAITING).pk}
    for review in Review.objects.of_article(article).for_page().in_article_order():
        if review.pk in wanted or review.claim.worth >= WORTH_CHECKING:
            review.triage(by=editor, now=now)


def review_of(article: Article, words: str) -> Review:
    """The review of the claim that uses these words of the article, and the fewest others."""
    version = article.latest_version()
    start = version.text.index(words)
    end = start + len(words)
    anchors = (
        Anchor.objects.in_version(version).checkable().around(start, end).select_related("claim__review")
    )
    found = min(anchors, key=lambda anchor: used(anchor, start, end), default=None)
    if found is None:
        raise NoSuchClaim(words)
    return found.claim.review


def used(anchor: Anchor, start: int, end: int) -> tuple[bool, int]:
    """Whether the words stand outside what the claim uses, and how much it uses: the least fits best."""
    outside = not any(first <= start and end <= last for first, last in anchor.spans)
    return outside, sum(last - first for first, last in anchor.spans)


class Desk:
    """The desk at work on one article."""

    def __init__(self, article: Article, cast: Cast, *, clock: Callable[[], datetime]) -> None:
        self.article, self.cast, self.clock = article, cast, clock
        self.sources: dict[str, Snapshot] = {}

    def deal_with(self, finding: Finding) -> None:
        review, editor, clock = review_of(self.article, finding.words), self.cast.editor, self.clock
        for reviewer in self.cast.reviewers:
            now = clock()
            review.assign(by=editor, reviewer=reviewer, now=now, due_on=(now + timedelta(days=7)).date())
        for reviewer, opinion in zip(self.cast.reviewers, finding.opinions, strict=False):
            review.submit(
                by=reviewer,
                now=clock(),
                rating=rating(opinion.rating),
                rationale=opinion.rationale,
                evidence=[self.show(review, opinion.sighting, by=reviewer)],
            )
        if finding.ruling:
            slug, summary, reasons = finding.ruling
            review.adjudicate(by=editor, now=clock(), rating=rating(slug), summary=summary, reasons=reasons)
        if finding.published:
            review.publish(by=editor, now=clock())
        if finding.correction:
            summary, note = finding.correction
            review.correct(by=editor, now=clock(), summary=summary, correction=Correction.MINOR, note=note)

    def show(self, review: Review, sighting: Sighting, *, by: User) -> Evidence:
        snapshot = self.looked_at(sighting.record, by=by)
        return Evidence.objects.add(
            review=review,
            source=snapshot.source,
            snapshot=snapshot,
            by=by,
            now=self.clock(),
            stance=sighting.stance,
            quote=sighting.quote,
            locator=sighting.locator,
        )

    def looked_at(self, record: Record, *, by: User) -> Snapshot:
        """The source with its snapshot; kept once, however many claims it is put to."""
        if record.title not in self.sources:
            source = Source.objects.add(
                by=by,
                now=self.clock(),
                title=record.title,
                kind=record.kind,
                is_primary=record.is_primary,
                publisher=record.publisher,
                url=record.url,
                accessed_on=self.clock().date(),
            )
            self.sources[record.title] = source.take_snapshot(by=by, now=self.clock(), text=record.says)
        return self.sources[record.title]


def rating(slug: str) -> Rating:
    return Rating.objects.of_default_scale().get(slug=slug)

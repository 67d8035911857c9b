"""Rows for tests, made through the same verbs that the desk uses. Keyword-only, with defaults that hold."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from claims.models import Anchor, Article, Claim, Job, Statement, User
from claims.models.recording import after_split
from reviews.models import Evidence, Rating, Review, Source, Verdict

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PASSWORD = "a long enough pass phrase"
TEXT = (
    "The council sold the old library in 2019. It cost the city two million euros. Who decides such things?"
)
_number = count(1)


def make_user(
    *, role: str | None = "reviewer", username: str = "", is_active: bool = True, is_superuser: bool = False
) -> User:
    name = username or f"{role or 'nobody'}-{next(_number)}"
    user = User.objects.create_user(name, password=PASSWORD, is_active=is_active, is_superuser=is_superuser)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def make_article(
    *,
    by: User | None = None,
    text: str = TEXT,
    title: str = "The library is sold",
    url: str = "",
    published_on: date | None = date(2026, 3, 1),
    now: datetime = NOW,
) -> Article:
    """An article with one version that waits to be split."""
    article, _ = Article.objects.bring(
        by=by or make_user(role="reporter"),
        now=now,
        text=text,
        title=title,
        url=url,
        published_on=published_on,
    )
    return article


FOUND: dict[str, Any] = {
    "reasons": ["number", "hedged"],
    "attribution": {"source": "Anna Berg", "cue": "said", "rule": "clause-said"},
    "dates": [{"phrase": "in 2019", "value": "2019"}],
    "quantities": [
        {"phrase": "about 300 men", "value": 300, "unit": "", "comparator": "about", "role": "amount"}
    ],
    "hedges": ["about"],
    "link": "condition",
    "rules": ["content", "clause"],
}


def make_claim(
    *,
    article: Article | None = None,
    text: str = "The council sold the old library in 2019.",
    start: int = 0,
    end: int | None = None,
    checkable: bool = True,
    worth: float = 0.7,
    now: datetime = NOW,
    **found: Any,
) -> Claim:
    """A claim with its statement, anchor and (when checkable) review, as the splitter's worker records it; `found` are
    more of its fields."""
    article = article or make_article(text=f"{TEXT} This is copy number {next(_number)}.")
    version = article.latest_version()
    end = end if end is not None else min(len(version.text), start + 41)
    ordinal = version.statements.count()
    statement = Statement.objects.create(
        version=version,
        ordinal=ordinal,
        start=start + ordinal,
        end=end + ordinal + 1,
        disposition="claim",
        reason="asserts",
    )
    claim = Claim.objects.create(
        article=article,
        position=ordinal,
        text=text,
        kind="claim",
        disposition="claim" if checkable else "opinion",
        checkable=checkable,
        worth=worth,
        created_at=now,
        **found,
    )
    Anchor.objects.create(
        claim=claim, version=version, statement=statement, start=start, end=end, quote=version.text[start:end]
    )
    after_split()([claim], now)
    return claim


def make_review(*, claim: Claim | None = None, state: str = "new", now: datetime = NOW) -> Review:
    """A review, taken through the process as far as `state`: new, triaged, assigned, in_review, in_adjudication,
    settled, published or dismissed."""
    review = (claim or make_claim()).review
    editor = make_user(role="editor")
    if state == "dismissed":
        review.dismiss(by=editor, now=now, disposition="opinion", reason="It is a matter of taste.")
    if state in ("new", "dismissed"):
        return review
    review.triage(by=editor, now=now)
    if state == "triaged":
        return review
    reviewers = [make_user(role="reviewer"), make_user(role="reviewer")]
    for reviewer in reviewers:
        review.assign(by=editor, reviewer=reviewer, now=now)
    if state == "assigned":
        return review
    make_verdict(review=review, by=reviewers[0], now=now)
    if state == "in_review":
        return review
    make_verdict(
        review=review, by=reviewers[1], rating="false" if state == "in_adjudication" else "true", now=now
    )
    if state == "published":
        review.publish(by=editor, now=now)
    return review


def make_source(
    *,
    by: User | None = None,
    title: str = "Minutes of the council",
    now: datetime = NOW,
    url: str = "https://example.org/minutes",
) -> Source:
    return Source.objects.add(
        by=by or make_user(), now=now, title=title, is_primary=True, url=url, publisher="City archive"
    )


def make_evidence(
    *,
    review: Review,
    by: User | None = None,
    source: Source | None = None,
    shown_to: str = "shared",
    now: datetime = NOW,
) -> Evidence:
    by = by or make_user()
    return Evidence.objects.add(
        review=review,
        source=source or make_source(by=by, now=now),
        by=by,
        now=now,
        stance="supports",
        quote="The sale is agreed.",
        locator="page 4",
        shown_to=shown_to,
    )


def rating(slug: str) -> Rating:
    return Rating.objects.get(slug=slug)


def make_verdict(
    *,
    review: Review,
    by: User,
    rating: str = "true",
    rationale: str = "The minutes say so.",
    evidence: Sequence[Evidence] | None = None,
    now: datetime = NOW,
) -> Verdict:
    """A verdict of somebody who has a share, with one piece of evidence unless told otherwise."""
    cited = [make_evidence(review=review, by=by, now=now)] if evidence is None else evidence
    return review.submit(
        by=by, now=now, rating=Rating.objects.get(slug=rating), rationale=rationale, evidence=cited
    )


def run_job(article: Article) -> Job:
    return Job.objects.get(version__article=article)

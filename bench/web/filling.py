"""Fills a fresh database with as many claims as wanted, in every stage of the process, by bulk inserts.

The rows are what the desk's verbs would have written, except that the audit trail has one line an article.
"""

import random
import sys
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db import connection, transaction

from claims.accounts import make_account
from claims.models import Anchor, Article, Claim, Event, Job, Statement, User, Version
from claims.models.article import identity_of
from reviews.freezing import freeze
from reviews.models import (
    Assignment,
    Citation,
    Evidence,
    Policy,
    Publication,
    Rating,
    Review,
    Ruling,
    Source,
    Verdict,
)

PER_ARTICLE = 25
START = datetime(2025, 1, 1, tzinfo=UTC)
PEOPLE = 20  # reviewers
# Of a hundred claims; the rest wait for triage.
STAGES = (
    ("triaged", 15),
    ("assigned", 5),
    ("in_review", 5),
    ("in_adjudication", 2),
    ("settled", 8),
    ("published", 35),
    ("dismissed", 5),
)
WITH_SHARES = ("assigned", "in_review", "in_adjudication", "settled", "published")
VERDICTS = {"in_review": 1, "in_adjudication": 2, "settled": 2, "published": 2}
SUBJECTS = (
    "The council",
    "The ministry",
    "A spokeswoman",
    "The harbour company",
    "The auditors",
    "Residents",
)
VERBS = ("sold", "paid for", "closed", "renewed", "promised", "counted")
THINGS = (
    "the old library",
    "two bridges",
    "the coastal road",
    "41 million crowns",
    "the ferry",
    "every third school",
)


def fill(claims: int) -> None:
    chance = random.Random(claims)  # noqa: S311 -- the same rows each time
    editor, reviewers = _people()
    ratings = list(Rating.objects.of_default_scale().in_order())
    policy = Policy.objects.get(is_default=True)
    pattern: dict[str, Any] | None = None
    rows = Rows()
    for number in range(1, claims + 1):
        if number % PER_ARTICLE == 1:
            article = rows.article(number // PER_ARTICLE + 1, chance, by=editor)
        claim, anchor = rows.claim(number, article, chance)
        review, ruling, pieces = rows.review(
            number, claim, anchor, chance, policy, reviewers, ratings, editor
        )
        if ruling is not None and review.state == "published":
            pattern = pattern or freeze(review, ruling, anchor, pieces)
            rows.publish(number, review, ruling, anchor, pieces, pattern, editor)
        if number % 1_000 == 0 or number == claims:
            rows.write()
            sys.stderr.write(f"\r{number:,} of {claims:,} claims")
    sys.stderr.write("\n")
    _count_on()


def _people() -> tuple[User, list[User]]:
    for number in range(PEOPLE):
        make_account(f"reviewer{number}", role="reviewer")
    make_account("editor", role="editor")
    return User.objects.get(username="editor"), list(
        User.objects.filter(username__startswith="reviewer").order_by("pk")
    )


def _count_on() -> None:
    """On PostgreSQL the numbers that the database gives go on behind those that were given here."""
    models = [
        Article,
        Version,
        Statement,
        Anchor,
        Review,
        Assignment,
        Source,
        Evidence,
        Verdict,
        Citation,
        Ruling,
        Publication,
    ]
    with connection.cursor() as cursor:
        for line in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(line)
        cursor.execute("ANALYZE")


class Rows:
    """Rows that wait to be written together."""

    def __init__(self) -> None:
        self.waiting: dict[type[Any], list[Any]] = {}
        self.last = Event(seq=0, hash="")

    def add(self, row: Any) -> Any:
        self.waiting.setdefault(type(row), []).append(row)
        return row

    def write(self) -> None:
        # Foreign keys are looked at when the transaction ends, so that rows may point at one another.
        with transaction.atomic():
            for model, rows in self.waiting.items():
                model.objects.bulk_create(rows, batch_size=500)
        self.waiting.clear()

    def article(self, number: int, chance: random.Random, *, by: User) -> Article:
        at = START + timedelta(minutes=number)
        words = [sentence(chance) for _ in range(PER_ARTICLE)]
        text = f"{number}: " + " ".join(words)
        article = self.add(
            Article(
                pk=number, title=f"{words[0][:80]} ({number})", outlet="The Courier", published_on=date(2025, 1, 1),
                url=f"https://courier.example/{number}", identity=identity_of(url=f"x{number}", text=""),
                brought_by=by, created_at=at,
            )
        )  # fmt: skip
        version = self.add(
            Version(pk=number, article=article, number=1, text=text, sha256=Version.digest_of(text), created_by=by,
                    created_at=at)
        )  # fmt: skip
        self.add(Job(version=version, state="done", created_at=at, changed_at=at))
        event = Event(
            seq=self.last.seq + 1, at=at, actor=by, verb="article.brought", article=article,
            data={"version": 1}, previous_hash=self.last.hash,
        )  # fmt: skip
        event.hash = event.digest()
        self.last = self.add(event)
        self.version, self.place, self.words = version, len(f"{number}: "), words
        return article

    def claim(self, number: int, article: Article, chance: random.Random) -> tuple[Claim, Anchor]:
        position = (number - 1) % PER_ARTICLE
        words, start = self.words[position], self.place
        end = self.place = start + len(words)
        self.place += 1
        statement = self.add(
            Statement(pk=number, version=self.version, ordinal=position, start=start, end=end, disposition="claim",
                      reason="asserts")
        )  # fmt: skip
        claim = self.add(
            Claim(
                pk=UUID(int=chance.getrandbits(128), version=4), article=article, position=position, text=words,
                kind="claim", disposition="claim", checkable=True, worth=round(chance.random(), 2),
                reasons=["number", "past"], attribution={"source": "The ministry", "cue": "said"},
                dates=[{"phrase": "in 2019", "value": "2019"}], rules=["clause"], created_at=article.created_at,
            )
        )  # fmt: skip
        anchor = self.add(
            Anchor(
                pk=number, claim=claim, version=self.version, statement=statement, start=start, end=end,
                spans=[[start, end]], quote=words, prefix=" " * 32, suffix=" " * 32,
            )
        )  # fmt: skip
        return claim, anchor

    def review(
        self, number: int, claim: Claim, anchor: Anchor, chance: random.Random, policy: Policy,
        reviewers: list[User], ratings: list[Rating], editor: User,
    ) -> tuple[Review, Ruling | None, list[Evidence]]:  # fmt: skip
        at = claim.created_at + timedelta(days=1)
        state = stage(chance.randrange(100))
        review = self.add(
            Review(
                pk=number, claim=claim, state=state, policy=policy, worth=claim.worth,
                created_at=claim.created_at, changed_at=at,
                dismissed_as="opinion" if state == "dismissed" else "",
                dismissed_because="Taste." if state == "dismissed" else "",
            )
        )  # fmt: skip
        if state not in WITH_SHARES:
            return review, None, []
        rating, pieces = chance.choice(ratings), []
        for which, reviewer in enumerate(chance.sample(reviewers, 2)):
            key = 2 * number + which
            given = which < VERDICTS.get(state, 0)
            share = self.add(
                Assignment(pk=key, review=review, reviewer=reviewer, round=1, assigned_by=editor, created_at=at,
                           due_on=at.date() + timedelta(days=chance.randrange(20)), verdict_at=at if given else None)
            )  # fmt: skip
            piece = self._evidence(key, review, reviewer, at)
            pieces.append(piece)
            if given:
                self._verdict(key, review, anchor, share, rating, piece, at)
        if state not in ("settled", "published"):
            return review, None, pieces
        review.ruling = self.add(
            Ruling(pk=number, review=review, round=1, rating=rating, summary=SUMMARY, basis="unanimity", reviewed_by=2,
                   created_at=at)
        )  # fmt: skip
        return review, review.ruling, pieces

    def _evidence(self, key: int, review: Review, by: User, at: datetime) -> Evidence:
        source = self.add(
            Source(pk=key, title=f"Minutes of the council, part {key}", is_primary=True, publisher="City archive",
                   url=f"https://archive.example/{key}", added_by=by, created_at=at)
        )  # fmt: skip
        return self.add(
            Evidence(pk=key, review=review, source=source, stance="supports", quote="The sale is agreed. " * 4,
                     locator="page 4", added_by=by, created_at=at)
        )  # fmt: skip

    def _verdict(self, key: int, review: Review, anchor: Anchor, share: Assignment, rating: Rating, piece: Evidence,
                 at: datetime) -> None:  # fmt: skip
        verdict = self.add(
            Verdict(pk=key, review=review, anchor=anchor, assignment=share, round=1, author=share.reviewer,
                    rating=rating, rationale=SUMMARY, created_at=at)
        )  # fmt: skip
        self.add(Citation(pk=key, verdict=verdict, evidence=piece))

    def publish(self, number: int, review: Review, ruling: Ruling, anchor: Anchor, pieces: list[Evidence],
                pattern: dict[str, Any], editor: User) -> None:  # fmt: skip
        frozen = deepcopy(pattern)
        article = review.claim.article
        frozen["claim"] |= {"id": str(review.claim.pk), "text": review.claim.text, "quote": anchor.quote,
                            "start": anchor.start, "end": anchor.end}  # fmt: skip
        frozen["article"] |= {"id": article.pk, "title": article.title, "url": article.url}
        for told, piece in zip(frozen["evidence"], pieces, strict=True):
            told["source"] |= {"title": piece.source.title, "url": piece.source.url}
        review.publication = self.add(
            Publication(pk=number, review=review, ruling=ruling, number=1, summary=SUMMARY, frozen=frozen,
                        published_by=editor, created_at=review.changed_at)
        )  # fmt: skip


SUMMARY = "The minutes of the council say so on page 4, and the register of deeds has the same date and the same sum. "


def sentence(chance: random.Random) -> str:
    pick: Callable[[Any], str] = chance.choice
    return f"{pick(SUBJECTS)} {pick(VERBS)} {pick(THINGS)} for {chance.randrange(2, 900)} thousand crowns in 2019."


def stage(lot: int) -> str:
    for state, share in STAGES:
        if lot < share:
            return state
        lot -= share
    return "new"

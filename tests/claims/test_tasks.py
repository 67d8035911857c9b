"""The splitting of an article in the background, with the real splitter."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims import splitting, tasks
from claims.intake import bring_text
from claims.models import Anchor, Article, Claim, Event, Job, JobState, Statement
from claims.models.job import LEASE
from claims.splitting import ModelProblem
from tests.factories import NOW, make_article, make_user

pytestmark = pytest.mark.django_db
TEXT = (
    "The council sold the old library in 2019 and bought a ship. 🦉 Who decides such things?\r\n"
    "It cost two million euros last year."
)


def bring() -> Article:
    article, _ = bring_text(by=make_user(role="reporter"), now=NOW, text=f"2026-03-01\n{TEXT}")
    return article


def test_article_brought_in_is_split_into_claims_with_reviews() -> None:
    article = bring()
    job = Job.objects.get(version__article=article)
    claims = list(Claim.objects.of_article(article).in_article_order())
    assert (job.state, job.percent, job.error) == (JobState.DONE, 100, "")
    assert [claim.position for claim in claims] == list(range(len(claims)))
    assert all(claim.review.state == "new" for claim in claims if claim.checkable)


def test_anchors_quote_the_stored_text_at_their_offsets() -> None:
    text = bring().latest_version().text
    anchors = Anchor.objects.all()
    assert "\r" not in text
    assert [text[anchor.start : anchor.end] for anchor in anchors] == [anchor.quote for anchor in anchors]
    assert anchors.count() == Claim.objects.count() >= 3


def test_splitting_writes_one_event_with_its_counts() -> None:
    article = bring()
    event = Event.objects.of_article(article).latest("seq")
    assert event.verb == "version.split"
    assert event.data["statements"] == Statement.objects.count()
    assert event.data["claims"] == Claim.objects.count()


def test_second_message_for_a_job_changes_nothing() -> None:
    article = bring()
    before = (Claim.objects.count(), Event.objects.count())
    tasks.split_version.enqueue(article.latest_version().job.pk)
    assert (Claim.objects.count(), Event.objects.count()) == before


def test_job_of_a_killed_worker_is_split_later() -> None:
    article = make_article(text=TEXT.replace("\r", ""))
    job = article.latest_version().job
    job.take(now=timezone.now() - LEASE - timedelta(seconds=1))
    assert tasks.requeue_lost(now=timezone.now()) == 1
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.DONE, 2)


def test_job_without_the_language_model_waits_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(*args: object, **kwargs: object) -> None:
        raise ModelProblem("The language model is not installed.")

    monkeypatch.setattr(splitting, "split", lacking)
    job = bring().latest_version().job
    assert (job.state, job.attempts, job.error) == (
        JobState.QUEUED,
        0,
        "The language model is not installed.",
    )


def test_job_that_fails_each_time_says_why_and_can_be_retried(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*args: object, **kwargs: object) -> None:
        raise ValueError("no such clause")

    with monkeypatch.context() as broken:
        broken.setattr(splitting, "split", stumble)
        job = bring().latest_version().job
    assert (job.state, job.attempts, job.error) == (JobState.FAILED, 3, "ValueError: no such clause")
    assert tasks.retry(job, now=NOW)
    job.refresh_from_db()
    assert job.state == JobState.DONE

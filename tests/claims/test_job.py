"""One job a version: taken by one worker, gone on with after a kill, given up in sight."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from claims.models import Anchor, Claim, Event, Job, JobState, Statement, recording
from claims.models import job as jobs
from claims.models.job import BATCH, LEASE, MOST_ATTEMPTS, LeaseLost
from claims.splitting.quantities import Quantity
from claims.splitting.types import Claim as Found
from claims.splitting.types import Document
from claims.splitting.types import Statement as Sentence
from reviews.models import Review
from tests.factories import NOW, make_article
from tests.together import together

pytestmark = pytest.mark.django_db
LATER = NOW + LEASE + timedelta(seconds=1)


def make_job(*, sentences: int = 3) -> Job:
    text = "".join(f"Fact {number:04}. " for number in range(sentences))
    return make_article(text=text).latest_version().job


def document_of(job: Job) -> Document:
    """Each sentence of the text with one claim in it; every third is an opinion."""
    text = job.version.text
    places = range(len(text) // 11)
    kinds = ["opinion" if place % 3 == 2 else "claim" for place in places]
    spans = [(place * 11, place * 11 + 10) for place in places]
    return Document(
        dateline=None,
        statements=tuple(
            Sentence(place, *spans[place], text[slice(*spans[place])], kinds[place], "says so")  # type: ignore[arg-type]
            for place in places
        ),
        claims=tuple(
            Found(
                text=text[slice(*spans[place])],
                quote=text[slice(*spans[place])],
                start=spans[place][0],
                end=spans[place][1],
                spans=(spans[place],),
                statement=place,
                kind=kinds[place],  # type: ignore[arg-type]
                disposition=kinds[place],  # type: ignore[arg-type]
                checkable=kinds[place] == "claim",
                worth=0.5,
                reasons=("number",),
                attribution=None,
                dates=(),
                rules=("whole-sentence",),
                quantities=(
                    Quantity(f"{place:04}", place, "", "", start=place * 11 + 5, end=place * 11 + 9),
                ),
                hedges=("perhaps",),
                link="condition",
            )
            for place in places
        ),
    )


def split(job: Job, *, now: datetime = NOW) -> None:
    document = document_of(job)
    job.record(document, now=now)
    job.finish(splitter="test", claims=len(document.claims), now=now)


def recorded() -> tuple[int, int, int, int]:
    return Statement.objects.count(), Claim.objects.count(), Anchor.objects.count(), Review.objects.count()


# Taking


def test_job_is_taken_by_one_worker_and_leased() -> None:
    job = make_job()
    other = Job.objects.get()
    assert (job.take(now=NOW), other.take(now=NOW)) == (True, False)
    assert (job.state, job.attempts, job.lease_until) == (JobState.RUNNING, 1, NOW + LEASE)


@pytest.mark.django_db(transaction=True)
def test_job_that_many_workers_reach_for_goes_to_one() -> None:
    job = make_job()
    taken = together([lambda: Job.objects.get(pk=job.pk).take(now=NOW) for _ in range(8)])
    assert sorted(taken) == [False] * 7 + [True]
    assert Job.objects.get().attempts == 1


def test_job_whose_worker_fell_silent_is_taken_by_another() -> None:
    job = make_job()
    job.take(now=NOW)
    other = Job.objects.get()
    assert (other.take(now=NOW + LEASE), other.take(now=LATER)) == (False, True)
    assert other.attempts == 2


@pytest.mark.parametrize("act", ["renew", "record", "finish", "fail", "put_back"])
def test_worker_that_lost_its_lease_writes_nothing(act: str) -> None:
    job = make_job()
    job.take(now=NOW)
    Job.objects.get().take(now=LATER)
    before = Job.objects.values().get()
    acts = {
        "renew": lambda: job.renew(characters_done=9, now=LATER),
        "record": lambda: job.record(document_of(job), now=LATER),
        "finish": lambda: job.finish(splitter="test", claims=2, now=LATER),
        "fail": lambda: job.fail("It broke.", now=LATER),
        "put_back": lambda: job.put_back("No model.", now=LATER),
    }
    with pytest.raises(LeaseLost):
        acts[act]()
    assert (Job.objects.values().get(), recorded(), Event.objects.count()) == (before, (0, 0, 0, 0), 1)


def test_renewed_lease_keeps_others_away() -> None:
    job = make_job()
    job.take(now=NOW)
    job.renew(characters_done=5, now=NOW + timedelta(minutes=4))
    assert Job.objects.get().take(now=LATER) is False
    assert Job.objects.get().characters_done == 5


@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED])
def test_settled_job_is_taken_by_nobody(state: str) -> None:
    job = make_job()
    Job.objects.update(state=state)
    assert (job.take(now=LATER), Job.objects.get().state) == (False, state)


# Recording


def test_what_was_found_is_written_in_order_with_reviews_for_what_can_be_checked() -> None:
    job = make_job(sentences=6)
    job.take(now=NOW)
    split(job)
    assert recorded() == (6, 6, 6, 4)
    claims = Claim.objects.in_article_order()
    assert [(claim.position, claim.text) for claim in claims] == [(n, f"Fact {n:04}.") for n in range(6)]
    anchor = Anchor.objects.get(claim=claims[2])
    assert (anchor.quote, anchor.prefix[-11:], anchor.suffix[:11]) == (
        "Fact 0002.",
        "Fact 0001. ",
        " Fact 0003.",
    )


def test_claim_keeps_its_quantities_hedges_and_link() -> None:
    job = make_job()
    job.take(now=NOW)
    split(job)
    claim = Claim.objects.in_article_order()[2]
    assert claim.quantities == [
        {"phrase": "0002", "value": 2, "unit": "", "comparator": "", "role": "amount"}
    ]
    assert (claim.hedges, claim.link) == (["perhaps"], "condition")


def test_finished_job_says_what_was_found() -> None:
    job = make_job()
    job.take(now=NOW)
    split(job)
    job.refresh_from_db()
    assert (job.state, job.percent, job.lease, job.splitter) == (JobState.DONE, 100, None, "test")
    assert Event.objects.latest("seq").data == {
        "version": 1,
        "statements": 3,
        "claims": 3,
        "splitter": "test",
    }


class Killed(BaseException):
    pass


@pytest.mark.parametrize("died_in_batch", [0, 1, 2])
def test_killed_worker_leaves_whole_batches_and_the_next_goes_on(
    monkeypatch: pytest.MonkeyPatch, died_in_batch: int
) -> None:
    job = make_job(sentences=2 * BATCH + 10)
    job.take(now=NOW)
    write, calls = recording.record_batch, []

    def die(*args: object, **kwargs: object) -> None:
        write(*args, **kwargs)  # type: ignore[arg-type]
        calls.append(1)
        if len(calls) > died_in_batch:
            raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(jobs, "record_batch", die)
        with pytest.raises(Killed):
            job.record(document_of(job), now=NOW)
    after = died_in_batch * BATCH
    assert (recorded()[:3], Job.objects.get().statements_recorded) == ((after, after, after), after)
    other = Job.objects.get()
    assert other.take(now=LATER) is True
    split(other, now=LATER)
    assert recorded() == (210, 210, 210, 140)
    assert list(Claim.objects.in_article_order().values_list("position", flat=True)) == list(range(210))


def test_worker_that_wakes_up_late_doubles_nothing() -> None:
    slow = make_job(sentences=5)
    slow.take(now=NOW)
    quick = Job.objects.get()
    quick.take(now=LATER)
    split(quick, now=LATER)
    with pytest.raises(LeaseLost):
        split(slow, now=LATER)
    assert recorded() == (5, 5, 5, 4)


def test_text_in_which_nothing_was_found_is_done() -> None:
    job = make_job()
    job.take(now=NOW)
    job.record(Document(None, (), ()), now=NOW)
    job.finish(splitter="test", claims=0, now=NOW)
    assert (recorded(), Job.objects.get().state) == ((0, 0, 0, 0), JobState.DONE)


# Failing


def test_failing_job_is_tried_again_and_then_given_up_with_its_error() -> None:
    job = make_job()
    states = []
    for _ in range(MOST_ATTEMPTS):
        assert job.take(now=NOW) is True
        job.fail("x" * 5000, now=NOW)
        states.append(job.state)
    job.refresh_from_db()
    assert states == [JobState.QUEUED, JobState.QUEUED, JobState.FAILED]
    assert (job.error, job.attempts, job.is_settled, job.take(now=NOW)) == ("x" * 2000, 3, True, False)


def test_job_that_takes_its_workers_down_is_given_up() -> None:
    now, taken = NOW, []
    make_job()
    for _ in range(MOST_ATTEMPTS + 1):
        taken.append(Job.objects.get().take(now=now))
        now += LEASE + timedelta(seconds=1)
    job = Job.objects.get()
    assert (taken, job.state) == ([True, True, True, False], JobState.FAILED)
    assert job.error == "The worker stopped 3 times while it was splitting this text."


def test_error_with_a_control_in_it_does_not_keep_a_job_from_failing() -> None:
    job = make_job()
    job.take(now=NOW)
    job.fail("cannot read '\x00\ud800'", now=NOW)
    assert Job.objects.values_list("state", "error").get() == (JobState.QUEUED, "cannot read '\ufffd\ufffd'")


def test_failed_job_is_retried_and_no_other() -> None:
    job = make_job()
    assert job.retry(now=NOW) is False
    Job.objects.update(state=JobState.FAILED, attempts=3, error="It broke.")
    assert job.retry(now=LATER) is True
    assert Job.objects.values_list("state", "attempts", "error").get() == (JobState.QUEUED, 0, "")


def test_progress_never_reads_as_done_before_it_is() -> None:
    job = make_job()
    job.take(now=NOW)
    job.renew(characters_done=10**6, now=NOW)
    assert job.percent == 99


# Lost ones


def test_lost_jobs_are_those_silent_or_waiting_for_longer_than_a_lease() -> None:
    silent, waiting, fresh, done = (make_job(sentences=number) for number in (1, 2, 3, 4))
    silent.take(now=NOW)
    fresh.take(now=NOW + timedelta(minutes=4))
    done.take(now=NOW)
    split(done)
    assert list(Job.objects.lost(NOW).oldest_first()) == []
    assert set(Job.objects.lost(LATER)) == {silent, waiting}


def test_lost_job_that_was_queued_again_is_not_queued_once_more() -> None:
    job = make_job()
    Job.objects.requeue([job.pk], now=LATER)
    assert list(Job.objects.lost(LATER)) == []


# The database


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "sleeping"},
        {"state": "running", "lease": None, "lease_until": None},
        {"state": "running", "lease": uuid4(), "lease_until": None},
    ],
)
def test_database_refuses_a_state_that_cannot_be(changes: dict[str, object]) -> None:
    job = make_job()
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.filter(pk=job.pk).update(**changes)


def test_version_has_one_job() -> None:
    job = make_job()
    with pytest.raises(ValidationError):
        Job(version=job.version, created_at=NOW, changed_at=NOW).full_clean()

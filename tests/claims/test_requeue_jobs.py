"""`manage.py requeue_jobs`."""

import io

import orjson
import pytest
from django.core.management import call_command
from django.utils import timezone

from claims.models import Job
from claims.models.job import LEASE
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def run(**options: bool) -> dict[str, int]:
    out = io.StringIO()
    call_command("requeue_jobs", stdout=out, **options)
    found: dict[str, int] = orjson.loads(out.getvalue())
    return found


def test_requeue_takes_up_a_job_whose_worker_fell_silent() -> None:
    make_article(now=timezone.now() - 2 * LEASE)
    assert (run(), Job.objects.get().state) == ({"requeued": 1, "retried": 0}, "done")


def test_requeue_leaves_a_job_alone_that_has_only_begun_to_wait() -> None:
    make_article(now=timezone.now())
    assert (run(), Job.objects.get().state) == ({"requeued": 0, "retried": 0}, "queued")


def test_requeue_tries_failed_jobs_again_when_it_is_told_to() -> None:
    make_article(now=timezone.now())
    Job.objects.update(state="failed", error="no memory", attempts=3)
    assert (run(), Job.objects.get().state) == ({"requeued": 0, "retried": 0}, "failed")
    assert (run(failed=True), Job.objects.get().state) == ({"requeued": 0, "retried": 1}, "done")

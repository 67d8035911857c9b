"""What runs in the worker. The web process only puts messages into the queue and never loads the language model."""

import logging
from datetime import datetime, timedelta

from django.utils import timezone

from claims import splitting
from claims.models import Article, Job
from claims.models.job import LeaseLost

try:
    from django.tasks import task
except ImportError:  # Django 5.2 has the same interface as a package.
    from django_tasks import task  # type: ignore[no-redef]

logger = logging.getLogger(__name__)

# Often enough for a page that shows the progress, seldom enough for a database that others write to.
TELL_EVERY = timedelta(seconds=1)


@task()
def split_version(job_id: int) -> None:
    """Split one version. A message that comes twice, or late, finds the job done or taken and does nothing."""
    job = Job.objects.select_related("version__article").get(pk=job_id)
    if not job.take(now=timezone.now()):
        return
    try:
        _split(job)
    except LeaseLost:
        logger.warning("Job %s went to another worker.", job_id)
    except splitting.ModelProblem as problem:
        logger.exception("Job %s waits for the language model.", job_id)
        job.put_back(str(problem), now=timezone.now())
    except Exception as error:
        # Whatever the splitter stumbled over belongs to this article alone: the job says so, the worker goes on.
        logger.exception("Job %s failed.", job_id)
        job.fail(f"{type(error).__name__}: {error}", now=timezone.now())
        if not job.is_settled:
            split_version.enqueue(job_id)


def _split(job: Job) -> None:
    told = timezone.now()

    def tell(done: int, total: int) -> None:
        nonlocal told
        now = timezone.now()
        if now - told >= TELL_EVERY:
            job.renew(characters_done=done, now=now)
            told = now

    dateline = job.version.article.published_on
    document = splitting.split(job.version.text, dateline=dateline, progress=tell)
    job.record(document, now=timezone.now())
    job.finish(splitter=splitting.VERSION, claims=len(document.claims), now=timezone.now())


def start_splitting(article: Article) -> None:
    """Queue the splitting of the article's newest version."""
    split_version.enqueue(article.latest_version().job.pk)


def requeue_lost(*, now: datetime) -> int:
    """Queue again every job whose worker died or whose message was lost; how many."""
    lost = list(Job.objects.lost(now).oldest_first().values_list("pk", flat=True)[:100])
    Job.objects.requeue(lost, now=now)
    for job_id in lost:
        split_version.enqueue(job_id)
    return len(lost)


def retry(job: Job, *, now: datetime) -> bool:
    """Queue a failed job again, for a person who asks for it. False: it has not failed."""
    if not job.retry(now=now):
        return False
    split_version.enqueue(job.pk)
    return True

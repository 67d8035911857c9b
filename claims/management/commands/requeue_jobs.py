"""`manage.py requeue_jobs`: for a desk whose worker died, or that wants failed articles tried again."""

from typing import Any

import orjson
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from claims.models import Job
from claims.tasks import requeue_lost, retry


class Command(BaseCommand):
    help = (
        "Queues articles again whose splitting was lost with its worker. `manage.py desk` does so by itself."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--failed", action="store_true", help="also those that failed after the last try")

    def handle(self, *args: Any, failed: bool, **options: Any) -> None:
        now = timezone.now()
        requeued = requeue_lost(now=now)
        retried = sum(retry(job, now=now) for job in Job.objects.failed().oldest_first()) if failed else 0
        self.stdout.write(orjson.dumps({"requeued": requeued, "retried": retried}).decode())

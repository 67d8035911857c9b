"""Background work that must not be lost or done twice: one row for the splitting of each version.

The queue's own rows only carry the message "look at job 7"; what is so is written here.
"""

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.db.models import F, Q

from claims.models.event import Event
from claims.models.fields import PlainTextField
from claims.models.recording import record_batch
from claims.text import mark_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.splitting.types import Document

# Longer than the splitter ever stays silent: it reports after each chunk of text.
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 3
# Statements written in one transaction: short enough that nobody waits for the lock on SQLite.
BATCH = 100


class JobState(models.TextChoices):
    QUEUED = "queued", "waiting"
    RUNNING = "running", "being split"
    DONE = "done", "split"
    FAILED = "failed", "failed"


class JobQuerySet(models.QuerySet["Job"]):
    def lost(self, now: datetime) -> "JobQuerySet":
        """Jobs whose worker has fallen silent, and jobs that wait although their message should long have come."""
        silent = Q(state=JobState.RUNNING, lease_until__lt=now)
        return self.filter(silent | Q(state=JobState.QUEUED, changed_at__lt=now - LEASE))

    def requeue(self, ids: "Iterable[int]", *, now: datetime) -> None:
        """Put lost jobs back into the queue, so that the next look does not find them lost once more."""
        self.lost(now).filter(pk__in=ids).update(
            state=JobState.QUEUED, lease=None, lease_until=None, changed_at=now
        )

    def of_newest_version(self, article_id: int) -> "JobQuerySet":
        """The job of an article's newest version, or nothing where there is no such article."""
        return (
            self.filter(version__article=article_id)
            .select_related("version__article")
            .order_by("-version__number")[:1]
        )

    def waiting(self) -> "JobQuerySet":
        return self.filter(state=JobState.QUEUED)

    def failed(self) -> "JobQuerySet":
        return self.filter(state=JobState.FAILED)

    def oldest_first(self) -> "JobQuerySet":
        return self.order_by("changed_at", "pk")


class LeaseLost(Exception):
    """Another worker has the job by now; what this one found is dropped."""


class Job(models.Model):
    """The splitting of one version: its state, progress, and the lease of the worker that has it."""

    version = models.OneToOneField("claims.Version", on_delete=models.PROTECT, related_name="job")
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.QUEUED)
    attempts = models.PositiveIntegerField(default=0)
    characters_done = models.PositiveIntegerField(default=0)
    statements_recorded = models.PositiveIntegerField(default=0)
    lease = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    splitter = models.CharField(max_length=40, blank=True, help_text="Version of the splitter that did it.")
    error = PlainTextField(blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "changed_at"], name="job_by_state")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state_known"),
            models.CheckConstraint(
                condition=~Q(state="running") | Q(lease__isnull=False, lease_until__isnull=False),
                name="job_running_has_a_lease",
            ),
        ]

    def __str__(self) -> str:
        return f"splitting of version {self.version_id}: {self.get_state_display()}"

    @property
    def is_settled(self) -> bool:
        return self.state in (JobState.DONE, JobState.FAILED)

    @property
    def percent(self) -> int:
        """How much of the text has been read, 0 to 100."""
        length = len(self.version.text)
        return 100 if self.state == JobState.DONE else min(99, self.characters_done * 100 // max(1, length))

    def take(self, *, now: datetime) -> bool:
        """Become the one worker that has the job. False: it is done, failed, or somebody else's."""
        free = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=now)
        if self.attempts >= MOST_ATTEMPTS:
            self._give_up(now=now, free=free)
            return False
        lease = uuid.uuid4()
        taken = Job.objects.filter(free, pk=self.pk).update(
            state=JobState.RUNNING,
            lease=lease,
            lease_until=now + LEASE,
            attempts=F("attempts") + 1,
            changed_at=now,
            error="",
        )
        if taken:
            self.refresh_from_db()
        return bool(taken)

    def renew(self, *, characters_done: int, now: datetime) -> None:
        """Tell how far the reading has come and keep the lease. Raises LeaseLost."""
        self._write(characters_done=characters_done, lease_until=now + LEASE, changed_at=now)

    def record(self, document: "Document", *, now: datetime) -> None:
        """Write what the splitter found, in short transactions that a later worker can go on from. Raises LeaseLost."""
        total = len(document.statements)
        while self.statements_recorded < total:
            end = min(total, self.statements_recorded + BATCH)
            with transaction.atomic():
                first = self.statements_recorded
                self._write(statements_recorded=end, lease_until=now + LEASE, changed_at=now)
                record_batch(self.version, document, first=first, end=end, now=now)

    def finish(self, *, splitter: str, claims: int, now: datetime) -> None:
        with transaction.atomic():
            self._write(
                state=JobState.DONE,
                splitter=splitter,
                characters_done=len(self.version.text),
                lease=None,
                lease_until=None,
                changed_at=now,
            )
            data = {
                "version": self.version.number,
                "statements": self.statements_recorded,
                "claims": claims,
                "splitter": splitter,
            }
            Event.objects.append(
                "version.split", actor=None, now=now, article=self.version.article, data=data
            )

    def fail(self, error: str, *, now: datetime) -> None:
        """Give the job back for another try, or call it failed after the last one."""
        last = self.attempts >= MOST_ATTEMPTS
        state = JobState.FAILED if last else JobState.QUEUED
        self._write(
            state=state, error=mark_controls(error)[:2000], lease=None, lease_until=None, changed_at=now
        )

    def put_back(self, error: str, *, now: datetime) -> None:
        """Leave the job waiting, this attempt not counted: what is missing is the desk's to mend, not the text's."""
        attempts = max(0, self.attempts - 1)
        self._write(
            state=JobState.QUEUED,
            attempts=attempts,
            error=mark_controls(error)[:2000],
            lease=None,
            lease_until=None,
            changed_at=now,
        )

    def retry(self, *, now: datetime) -> bool:
        """Put a failed job back into the queue, for a person who asks for it."""
        return bool(
            Job.objects.filter(pk=self.pk, state=JobState.FAILED).update(
                state=JobState.QUEUED, attempts=0, error="", changed_at=now
            )
        )

    def _give_up(self, *, now: datetime, free: Q) -> None:
        """A job that took its worker down with it each time is not tried for ever."""
        Job.objects.filter(free, pk=self.pk).update(
            state=JobState.FAILED,
            lease=None,
            lease_until=None,
            changed_at=now,
            error=self.error or f"The worker stopped {self.attempts} times while it was splitting this text.",
        )

    def _write(self, **changes: object) -> None:
        if not Job.objects.filter(pk=self.pk, state=JobState.RUNNING, lease=self.lease).update(**changes):
            raise LeaseLost
        for name, value in changes.items():
            setattr(self, name, value)

"""`manage.py import_articles`: articles from files, one line of JSON for each."""

from pathlib import Path
from typing import Any

import orjson
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone

from claims.accounts import first_administrator
from claims.intake import bring_text
from claims.intake.arrival import Arrival, Problem
from claims.intake.files import arrivals
from claims.models import Article, Job, User
from claims.models.job import JobState
from claims.refusals import Refused
from claims.tasks import split_version


class Command(BaseCommand):
    help = "Brings articles in from text, Markdown, HTML and JSON Lines files. The same article again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", type=Path)
        parser.add_argument(
            "--as", dest="username", default="", help="who brings them (the first administrator)"
        )
        parser.add_argument(
            "--split",
            action="store_true",
            help="split them here and now, for a desk whose worker is not running",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            by = person(options["username"])
            problems = [
                self.take(found, by=by, split=options["split"])
                for path in options["paths"]
                for found in arrivals(path)
            ].count(False)
        except DatabaseError as error:
            raise CommandError(f"The database does not answer: {error}") from None
        if problems:
            raise CommandError(
                f"{problems} could not be brought in. Mend them and run the same command again: "
                "what is in stays as it is."
            )

    def take(self, found: Arrival | Problem, *, by: User, split: bool) -> bool:
        """Bring one article in, in a transaction of its own, and print its line. False: something is wrong with it."""
        if isinstance(found, Problem):
            return self.complain(found)
        try:
            article, created = bring_text(
                by=by,
                now=timezone.now(),
                text=found.text,
                title=found.title,
                byline=found.byline,
                outlet=found.outlet,
                url=found.url,
                published_on=found.published_on,
                language=found.language,
            )
        except ValidationError as error:
            return self.complain(Problem(path=found.path, line=found.line, reason=said(error)))
        except Refused as refused:
            raise CommandError(f"{by.username}: {refused}") from None
        record = about(article, created=created, found=found)
        job = split_now(article) if split else None
        if job is not None:
            record["claims"] = article.claims.count()
        self.stdout.write(orjson.dumps(record).decode())
        self.stdout.flush()
        if job is not None and job.state != JobState.DONE:
            reason = f"article {article.pk} is in, and not split: {job.error or job.get_state_display()}"
            return self.complain(Problem(path=found.path, line=found.line, reason=reason))
        return True

    def complain(self, problem: Problem) -> bool:
        self.stderr.write(str(problem))
        return False


def person(username: str) -> User:
    if not username:
        administrator = first_administrator()
        if administrator is None:
            raise CommandError(
                "Nobody is there who could bring articles in. Make the first administrator: "
                "manage.py first_administrator"
            )
        return administrator
    try:
        return User.objects.get(username=username)
    except User.DoesNotExist:
        raise CommandError(f"--as {username}: there is nobody of that name.") from None


def about(article: Article, *, created: bool, found: Arrival) -> dict[str, Any]:
    version = article.latest_version()
    return {
        "article": article.pk,
        "title": article.title,
        "created": created,
        "published_on": article.published_on,
        "outlet": article.outlet,
        "url": article.url,
        "version": version.number,
        "sha256": version.sha256,
        "path": str(found.path),
        "line": found.line,
    }


def split_now(article: Article) -> Job:
    """Do the worker's work in this process; the message that waits for the worker finds it done."""
    job = article.latest_version().job
    split_version.call(job.pk)
    job.refresh_from_db()
    return job


def said(error: ValidationError) -> str:
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    return " ".join(
        f"{name}: {message}" if name != "__all__" else message
        for name, messages in error.message_dict.items()
        for message in messages
    )

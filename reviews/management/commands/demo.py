"""`manage.py demo`: a desk at work, from a fresh database to published findings and exports."""

import time
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from claims.models import Article
from claims.models.job import JobState
from claims.tasks import split_version
from reviews.demo import cast, story
from reviews.exports import FORMATS, Selection
from reviews.exports.permalinks import public_page
from reviews.exports.saving import save


class Command(BaseCommand):
    help = "Sets up a desk of made-up people who check a made-up article. The second time it changes nothing."
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--quiet", action="store_true", help="no progress, only what one needs to know")

    def handle(self, *args: Any, quiet: bool, **options: Any) -> None:
        self.quiet = quiet
        self.tell("Preparing the database")
        call_command("migrate", verbosity=0)
        refuse_a_real_desk()
        self.hire()
        people = cast.assembled()
        article, created = story.bring_article(by=people.reporter, now=timezone.now())
        if created:
            self.tell(f"Brought in: {article}")
        self.split(article)
        if story.has_been_told(article):
            self.stdout.write("The demo has been set up before; nothing was changed.")
        else:
            self.tell("Checking: sources, verdicts, rulings, publication")
            self.check_claims(article, people)
        self.export()
        self.stdout.write(f"Public page: {public_page(article.pk)}")
        self.stdout.write(f"The desk:    {settings.STET_URL}/ (start it with manage.py desk)")

    def hire(self) -> None:
        """Passwords are printed as soon as each is made: whatever fails later, they are not lost."""
        hired = 0
        for part, password in cast.hire():
            if not hired:
                self.stdout.write("Log-ins. The passwords are shown this once:")
            self.stdout.write(f"  {part.role:14} {part.username:14} {password}")
            self.stdout.flush()
            hired += 1
        if not hired:
            names = ", ".join(part.username for part in cast.PARTS)
            self.stdout.write(f"Log-ins: {names}. For a new password: manage.py changepassword NAME")

    def split(self, article: Article) -> None:
        job = article.latest_version().job
        if job.state == JobState.DONE:
            return
        self.tell("Splitting it into statements and claims")
        started = time.monotonic()
        split_version.call(job.pk)
        job.refresh_from_db()
        if job.state != JobState.DONE:
            raise CommandError(f"The article could not be split: {job.error or job.get_state_display()}")
        self.tell(f"  {article.claims.count()} claims in {time.monotonic() - started:.1f} s")

    def check_claims(self, article: Article, people: cast.Cast) -> None:
        try:
            story.tell(article, people, clock=timezone.now)
        except story.NoSuchClaim as missing:
            raise CommandError(f"The splitter made no claim of “{missing}”, which the demo checks.") from None

    def export(self) -> None:
        folder = settings.STET_DATA_DIR / "exports"
        self.stdout.write("Exports:")
        for kind in FORMATS.values():
            self.stdout.write(f"  {save(kind, Selection(), folder)}")

    def tell(self, what: str) -> None:
        if not self.quiet:
            self.stderr.write(what)


def refuse_a_real_desk() -> None:
    """Made-up findings do not belong among real ones."""
    if Article.objects.exists() and not Article.objects.at_address(story.URL).exists():
        raise CommandError(
            "This database holds articles of a desk. The demo wants one of its own: "
            "STET_DATA_DIR=var-demo manage.py demo"
        )

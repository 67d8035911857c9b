"""How articles come in: every door ends in `bring_text`, so that the same copy is the same article."""

from datetime import date, datetime

from django.db import transaction

from claims.intake.title import title_of
from claims.models import Article, User
from claims.splitting.heading import read_heading
from claims.tasks import start_splitting
from claims.text import unify_line_ends

__all__ = ["bring_text"]


def bring_text(
    *,
    by: User,
    now: datetime,
    text: str,
    title: str = "",
    byline: str = "",
    outlet: str = "",
    url: str = "",
    published_on: date | None = None,
    language: str = "en",
) -> tuple[Article, bool]:
    """Bring an article in and queue its splitting; `(article, created)`. The same article again changes nothing.

    Line ends become LF. Without a title the article is called by its headline or first words; without a dateline the
    date that stands before the copy is taken, if one does. Raises Refused or ValidationError, field by field.
    """
    text = unify_line_ends(text)
    heading, body = read_heading(text)
    # One transaction: there is no article without its message in the queue.
    with transaction.atomic():
        article, created = Article.objects.bring(
            by=by,
            now=now,
            text=text,
            title=title.strip() or title_of(text[body:]),
            byline=byline,
            outlet=outlet,
            url=url,
            published_on=published_on or heading,
            language=language,
        )
        if created:
            start_splitting(article)
    return article, created

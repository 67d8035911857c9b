import hashlib
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from claims import permissions
from claims.models.event import Event
from claims.models.fields import PlainCharField, PlainURLField
from claims.models.job import Job
from claims.models.version import Version
from claims.refusals import Stale

if TYPE_CHECKING:
    from claims.models.user import User

EDITABLE = ("title", "byline", "outlet", "url", "published_on", "language")


def identity_of(*, url: str, text: str) -> str:
    """What makes two arrivals the same article: the address, or for copy without one the text itself. SHA-256, hex."""
    return hashlib.sha256((f"url\n{url}" if url else f"text\n{text}").encode()).hexdigest()


class ArticleQuerySet(models.QuerySet["Article"]):
    def at_address(self, url: str) -> "ArticleQuerySet":
        return self.filter(url=url)

    def numbered(self, number: int) -> "ArticleQuerySet":
        return self.filter(pk=number)

    def after(self, number: int) -> "ArticleQuerySet":
        return self.filter(pk__gt=number)

    def in_order_of_arrival(self) -> "ArticleQuerySet":
        return self.order_by("pk")

    def newest_first(self) -> "ArticleQuerySet":
        return self.order_by("-created_at", "-id")

    def with_people(self) -> "ArticleQuerySet":
        return self.select_related("brought_by")

    def matching(self, words: str) -> "ArticleQuerySet":
        """Articles that hold every one of the words in title, byline, outlet, address or text."""
        found = self
        for word in words.split()[:8]:
            within = Version.objects.filter(article=models.OuterRef("pk"), text__icontains=word)
            found = found.filter(
                Q(title__icontains=word)
                | Q(outlet__icontains=word)
                | Q(byline__icontains=word)
                | Q(url__icontains=word)
                | models.Exists(within)
            )
        return found

    def with_job_state(self) -> "ArticleQuerySet":
        """Adds `job_state`, that of the splitting of the newest version."""
        newest = Job.objects.filter(version__article=models.OuterRef("pk")).order_by("-version__number")
        return self.annotate(job_state=models.Subquery(newest.values("state")[:1]))

    def bring(
        self,
        *,
        by: "User",
        now: datetime,
        text: str,
        title: str,
        byline: str = "",
        outlet: str = "",
        url: str = "",
        published_on: date | None = None,
        language: str = "en",
    ) -> tuple["Article", bool]:
        """Take an article in with its first version and the job that will split it; `(article, created)`.

        The same article again (same address, or same text where there is no address) is given back unchanged.
        Raises Refused, or ValidationError: a field that cannot be stored, or an address known with another text.
        """
        permissions.require(permissions.refusal("bring", by))
        article = Article(
            identity=identity_of(url=url, text=text),
            title=title,
            byline=byline,
            outlet=outlet,
            url=url,
            published_on=published_on,
            language=language,
            brought_by=by,
            created_at=now,
        )
        article.full_clean(exclude=["identity", "brought_by"])
        version = Version(
            article=article,
            number=1,
            text=text,
            sha256=Version.digest_of(text),
            created_by=by,
            created_at=now,
        )
        version.full_clean(exclude=["article", "created_by"])
        known = self.filter(identity=article.identity).first()
        if known is not None:
            return known.same_or_refused(version.sha256), False
        try:
            with transaction.atomic():
                article.save(force_insert=True)
                version.article = article
                version.save(force_insert=True)
                Job.objects.create(version=version, created_at=now, changed_at=now)
                data = {"version": 1, "sha256": version.sha256, "title": title}
                Event.objects.append("article.brought", actor=by, now=now, article=article, data=data)
        except IntegrityError:
            # Somebody brought the same article in the same moment: theirs is the article.
            return self.get(identity=article.identity).same_or_refused(version.sha256), False
        return article, True


class Article(models.Model):
    """A piece of copy under check. Its words stand in its versions."""

    title = PlainCharField(max_length=300)
    byline = PlainCharField(max_length=300, blank=True)
    outlet = PlainCharField(max_length=200, blank=True)
    url = PlainURLField(
        "address", max_length=2000, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    published_on = models.DateField(
        "dateline",
        null=True,
        blank=True,
        help_text="The day the copy speaks from; 'last month' is counted from it.",
    )
    language = PlainCharField(max_length=35, default="en", help_text="BCP 47, such as en or en-GB.")
    identity = models.CharField(max_length=64, unique=True, editable=False)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="articles_brought"
    )
    created_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="article_newest_first")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="article_has_title",
                violation_error_message="Give the article a title.",
            ),
        ]
        permissions = [
            ("bring_article", "Can bring articles in"),
            ("administer_desk", "Can use the admin console"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    def latest_version(self) -> Version:
        return self.versions.latest("number")

    def same_or_refused(self, sha256: str) -> "Article":
        """This article when its newest text is the one just brought; otherwise a ValidationError that names it."""
        if self.latest_version().sha256 == sha256:
            return self
        raise ValidationError(
            {
                "url": f"Article {self.pk} has this address already, with another text. "
                "Leave the address out to bring this text in as an article of its own."
            },
            code="known_address",
        )

    def edit(self, *, by: "User", now: datetime, revision: int, **changes: Any) -> None:
        """Change what is known about the article (not its words). Raises Refused, Stale or ValidationError."""
        permissions.require(permissions.refusal("bring", by))
        unknown = set(changes) - set(EDITABLE)
        if unknown:
            raise ValidationError(f"Cannot be edited: {', '.join(sorted(unknown))}.")
        before = {name: getattr(self, name) for name in changes}
        for name, value in changes.items():
            setattr(self, name, value)
        self.full_clean(exclude=["identity", "brought_by"])
        changed = {name: str(value) for name, value in changes.items() if before[name] != value}
        if "url" in changed:
            self.identity = identity_of(url=self.url, text=self.versions.earliest("number").text)
            if Article.objects.filter(identity=self.identity).exclude(pk=self.pk).exists():
                raise ValidationError({"url": "Another article has this address."}, code="known_address")
        with transaction.atomic():
            written = Article.objects.filter(pk=self.pk, revision=revision).update(
                revision=F("revision") + 1,
                identity=self.identity,
                **{name: getattr(self, name) for name in changes},
            )
            if not written:
                raise Stale(Article.objects.get(pk=self.pk))
            Event.objects.append("article.edited", actor=by, now=now, article=self, data=changed)
        self.revision = revision + 1

import hashlib
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Length

from claims.models.fields import PlainTextField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.models.article import Article


def refuse_too_long(text: str) -> None:
    size = len(text.encode(errors="replace"))
    if size > settings.STET_MAX_TEXT_BYTES:
        raise ValidationError(
            "The text has %(size)s bytes; the most that the desk takes is %(most)s. Bring it in parts.",
            code="too_long",
            params={"size": size, "most": settings.STET_MAX_TEXT_BYTES},
        )


def refuse_blank(text: str) -> None:
    if not text.strip():
        raise ValidationError("The text is empty. Paste the words of the article.", code="blank_text")


class VersionQuerySet(models.QuerySet["Version"]):
    def of_article(self, article: "Article") -> "VersionQuerySet":
        return self.filter(article=article)

    def of_articles(self, numbers: "Iterable[int]") -> "VersionQuerySet":
        return self.filter(article__in=numbers)

    def oldest_first(self) -> "VersionQuerySet":
        return self.order_by("article_id", "number")

    def without_text(self) -> "VersionQuerySet":
        return self.defer("text")

    def with_job(self) -> "VersionQuerySet":
        return self.select_related("job", "created_by")

    def newest_first(self) -> "VersionQuerySet":
        return self.order_by("-id")


class Version(models.Model):
    """One text of an article, as it came. Never changed: a changed text is a new version."""

    article = models.ForeignKey("claims.Article", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    text = PlainTextField(validators=[refuse_blank, refuse_too_long])
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["article_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_once_an_article"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="version_number_from_one"),
            models.CheckConstraint(condition=~models.Q(text=""), name="version_has_text"),
            models.CheckConstraint(condition=models.Q(sha256__length=64), name="version_has_sha256"),
        ]

    def __str__(self) -> str:
        return f"{self.article} (version {self.number})"

    @staticmethod
    def digest_of(text: str) -> str:
        """SHA-256 of the text as UTF-8, hex. A lone surrogate is left for the field to refuse with its place."""
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


models.CharField.register_lookup(Length)

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.fields import PlainJSONField, PlainTextField
from reviews.models.ruling import Ruling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.models import Article
    from reviews.models.review import Review


class Correction(models.TextChoices):
    """Why a publication follows another one."""

    TYPO = "typo", "typo"
    MINOR = "minor", "minor"
    SUBSTANTIVE = "substantive", "substantive"
    REVERSAL = "reversal", "reversal"
    WITHDRAWN = "withdrawn", "withdrawn"


WORDING_ONLY = (Correction.TYPO, Correction.MINOR)


class PublicationQuerySet(models.QuerySet["Publication"]):
    def of_review(self, review: "Review") -> "PublicationQuerySet":
        return self.filter(review=review)

    def of_article(self, article: "Article") -> "PublicationQuerySet":
        return self.filter(review__claim__article=article)

    def of_reviews(self, numbers: "Iterable[int]") -> "PublicationQuerySet":
        return self.filter(review__in=numbers)

    def of_article_id(self, article_id: int) -> "PublicationQuerySet":
        return self.filter(review__claim__article=article_id)

    def of_articles(self, ids: "Iterable[int]") -> "PublicationQuerySet":
        return self.filter(review__claim__article__in=list(ids)).select_related("review__claim")

    def before(self, position: int) -> "PublicationQuerySet":
        """Of claims that stand earlier in the article."""
        return self.filter(review__claim__position__lt=position)

    def from_position(self, position: int) -> "PublicationQuerySet":
        return self.filter(review__claim__position__gte=position)

    def corrections(self) -> "PublicationQuerySet":
        return self.exclude(correction="")

    def oldest_first(self) -> "PublicationQuerySet":
        return self.order_by("created_at", "id")

    def articles_newest_first(self) -> "models.QuerySet[Publication, Any]":
        """`article_id` and `published_at` of each article of which the public sees something."""
        # Each article's newest publication, found along the index; grouping would read every publication there is.
        later = Q(created_at__gt=models.OuterRef("created_at"))
        later |= Q(created_at=models.OuterRef("created_at"), pk__gt=models.OuterRef("pk"))
        same_article = Q(review__claim__article=models.OuterRef("review__claim__article"))
        return (
            self.in_force()
            .filter(~models.Exists(Publication.objects.in_force().filter(later, same_article)))
            .annotate(article_id=models.F("review__claim__article_id"), published_at=models.F("created_at"))
            .order_by("-published_at", "-id")
            .values("id", "article_id", "published_at")
        )

    def in_force(self) -> "PublicationQuerySet":
        """What the public sees now of each claim, tombstones of withdrawn ones included."""
        return self.filter(review__publication=models.F("pk"))

    def in_article_order(self) -> "PublicationQuerySet":
        return self.order_by("review__claim__position", "review__claim_id", "number")

    def in_order(self) -> "PublicationQuerySet":
        return self.order_by("review_id", "number")

    def newest_first(self) -> "PublicationQuerySet":
        return self.order_by("-created_at", "-id")

    def with_all(self) -> "PublicationQuerySet":
        return self.select_related("review__claim", "ruling__rating", "published_by")


class Publication(models.Model):
    """What the public saw of a claim, frozen. Append-only: a correction is a new one, with a class and a note."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="publications")
    ruling = models.ForeignKey(Ruling, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField(help_text="Counted from 1 for each claim.")
    correction = models.CharField(max_length=12, choices=Correction.choices, blank=True)
    note = PlainTextField(blank=True, help_text="What was corrected, for the reader.")
    summary = PlainTextField()
    frozen = PlainJSONField(help_text="Claim, article, rating and evidence as the public saw them.")
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="publications"
    )
    created_at = models.DateTimeField()

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="publication_newest_first")]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="publication_number_once_a_claim"),
            models.CheckConstraint(
                condition=Q(number=1, correction="") | Q(number__gt=1) & ~Q(correction="") & ~Q(note=""),
                name="publication_after_the_first_is_a_correction",
                violation_error_message="A correction needs its class and a note for the reader.",
            ),
            models.CheckConstraint(condition=~Q(summary=""), name="publication_has_summary"),
        ]

    def __str__(self) -> str:
        return f"publication {self.number} of {self.review}"

    @property
    def is_withdrawn(self) -> bool:
        return self.correction == Correction.WITHDRAWN

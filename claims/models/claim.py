import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from claims.models.anchor import Anchor
from claims.models.fields import PlainCharField, PlainJSONField, PlainTextField
from claims.models.statement import Disposition

if TYPE_CHECKING:
    from claims.models.article import Article


class Level(models.TextChoices):
    STANDARD = "standard", "standard"
    FINE = "fine", "fine"


class Origin(models.TextChoices):
    SPLITTER = "splitter", "the splitter"
    PERSON = "person", "a person"


class ClaimQuerySet(models.QuerySet["Claim"]):
    def of_article(self, article: "Article") -> "ClaimQuerySet":
        return self.filter(article=article)

    def in_article_order(self) -> "ClaimQuerySet":
        return self.order_by("article_id", "position", "id")

    def of_article_numbered(self, number: int) -> "ClaimQuerySet":
        return self.filter(article_id=number)

    def touched_since(self, moment: datetime) -> "ClaimQuerySet":
        """Claims that came in or whose review changed at or after this moment."""
        return self.filter(Q(created_at__gte=moment) | Q(review__changed_at__gte=moment))

    def behind(self, article: int, position: int, claim: uuid.UUID) -> "ClaimQuerySet":
        """Claims that come after this place, in the order of the articles."""
        later = Q(position__gt=position) | Q(position=position, id__gt=claim)
        # The first condition says nothing new; by it the databases find the place in the index.
        return self.filter(article_id__gte=article).filter(Q(article_id__gt=article) | later)

    def checkable(self) -> "ClaimQuerySet":
        return self.filter(checkable=True)

    def with_article(self) -> "ClaimQuerySet":
        return self.select_related("article")

    def with_newest_anchor(self) -> "ClaimQuerySet":
        """`anchors.all()` then gives the newest one alone, without a query."""
        newest = Anchor.objects.newest_of_each_claim().select_related("version").defer("version__text")
        return self.prefetch_related(models.Prefetch("anchors", newest))


class Claim(models.Model):
    """One assertion that can be checked by itself. `text` stands alone; the article's words are in its anchors."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    article = models.ForeignKey("claims.Article", on_delete=models.PROTECT, related_name="claims")
    position = models.PositiveIntegerField(help_text="Order within the article, counted from 0.")
    text = PlainTextField()
    kind = PlainCharField(
        max_length=40, help_text="What sort of assertion, such as event, quantity or attribution."
    )
    disposition = models.CharField(max_length=20, choices=Disposition.choices)
    checkable = models.BooleanField()
    worth = models.FloatField(help_text="How much it is worth checking, 0 to 1.")
    reasons = PlainJSONField(
        default=list, blank=True, help_text="What the worth and the disposition rest on."
    )
    attribution = PlainJSONField(
        null=True, blank=True, help_text="Who in the article says it; empty: the article itself."
    )
    dates = PlainJSONField(default=list, blank=True, help_text="Phrases with their ISO 8601 values.")
    quantities = PlainJSONField(
        default=list, blank=True, help_text="Numbers with what they count, as the article gives them."
    )
    hedges = PlainJSONField(
        default=list, blank=True, help_text="Words by which it is held back, such as reportedly."
    )
    link = PlainCharField(
        max_length=20,
        blank=True,
        help_text="What ties it to the rest of its sentence, such as cause or condition; empty: nothing.",
    )
    rules = PlainJSONField(default=list, blank=True, help_text="The splitter's rules that made it, in order.")
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.STANDARD)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.SPLITTER)
    created_at = models.DateTimeField()

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["article_id", "position", "id"]
        indexes = [models.Index(fields=["article", "position", "id"], name="claim_in_article_order")]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="claim_has_text"),
            models.CheckConstraint(
                condition=Q(worth__gte=0) & Q(worth__lte=1), name="claim_worth_from_0_to_1"
            ),
            models.CheckConstraint(
                condition=Q(disposition__in=Disposition.values), name="claim_disposition_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.text)

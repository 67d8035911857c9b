from datetime import datetime
from typing import TYPE_CHECKING

from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Q

from claims.models import Event
from claims.models.fields import PlainCharField
from claims.permissions import require
from claims.refusals import Refusal, Refused
from reviews import permissions

if TYPE_CHECKING:
    from claims.models import User


class Polarity(models.TextChoices):
    """Which way a rating leans; it gives the mark in the text its colour where the desk has set none."""

    TRUE = "true", "true"
    MIXED = "mixed", "mixed"
    FALSE = "false", "false"
    NONE = "none", "none"


class ScaleQuerySet(models.QuerySet["Scale"]):
    def with_ratings(self) -> "ScaleQuerySet":
        return self.prefetch_related("ratings")

    def in_order(self) -> "ScaleQuerySet":
        return self.order_by("name")


class Scale(models.Model):
    """The ratings that a desk uses, as data. Ratings with a value stand in the truth order; the others do not."""

    name = PlainCharField(max_length=100, unique=True)
    is_default = models.BooleanField(default=False)

    objects = ScaleQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=Q(is_default=True), name="scale_one_default"
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def make_default(self, *, by: "User", now: datetime) -> None:
        """Offer its ratings from now on."""
        require(permissions.right_refusal("change_scale", by))
        with transaction.atomic():
            Scale.objects.filter(is_default=True).update(is_default=False)
            Scale.objects.filter(pk=self.pk).update(is_default=True)
            Event.objects.append("scale.made_default", actor=by, now=now, data={"scale": self.pk})
        self.is_default = True

    def bounds(self) -> tuple[int, int] | None:
        """Worst and best value of the truth order, or None where no rating has a value."""
        values = [rating.value for rating in self.ratings.all() if rating.value is not None]
        return (min(values), max(values)) if values else None


class RatingQuerySet(models.QuerySet["Rating"]):
    def in_use(self) -> "RatingQuerySet":
        return self.filter(retired_at=None)

    def colours(self) -> "models.QuerySet[Rating, str]":
        return self.exclude(colour="").order_by().values_list("colour", flat=True).distinct()

    def of_default_scale(self) -> "RatingQuerySet":
        return self.filter(scale__is_default=True)

    def with_slug(self, slug: str) -> "RatingQuerySet":
        return self.filter(slug=slug)

    def in_order(self) -> "RatingQuerySet":
        return self.order_by("scale_id", "order")


class Rating(models.Model):
    """One answer of a scale. Retired ratings stay, since old verdicts speak of them."""

    scale = models.ForeignKey(Scale, on_delete=models.PROTECT, related_name="ratings")
    label = PlainCharField(max_length=60)
    slug = models.SlugField(max_length=60)
    description = PlainCharField(max_length=300, blank=True)
    order = models.PositiveIntegerField(help_text="Order on the page, best first.")
    value = models.IntegerField(
        null=True, blank=True, help_text="Place on the truth order, higher is truer; empty: not on it."
    )
    polarity = models.CharField(max_length=5, choices=Polarity.choices)
    colour = PlainCharField(
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^#[0-9a-f]{6}$", "Write the colour as # and six hexadecimal digits.")],
    )
    alternate_name = PlainCharField(
        "ClaimReview name",
        max_length=100,
        blank=True,
        help_text="schema.org alternateName; empty: the label.",
    )
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = RatingQuerySet.as_manager()

    class Meta:
        ordering = ["scale_id", "order"]
        constraints = [
            models.UniqueConstraint(fields=["scale", "slug"], name="rating_slug_once_a_scale"),
            models.UniqueConstraint(fields=["scale", "value"], name="rating_value_once_a_scale"),
            models.CheckConstraint(condition=Q(polarity__in=Polarity.values), name="rating_polarity_known"),
        ]

    def __str__(self) -> str:
        return str(self.label)

    @property
    def on_truth_order(self) -> bool:
        return self.value is not None

    def is_held(self) -> bool:
        """Whether something was found in its words: from then on it only retires."""
        return self.verdicts.exists() or self.rulings.exists()

    def retire(self, *, by: "User", now: datetime) -> None:
        """Offer it no more; verdicts that hold it keep it."""
        self._set_retired("rating.retired", now, by=by, now=now)

    def reinstate(self, *, by: "User", now: datetime) -> None:
        """Offer it again."""
        self._set_retired("rating.reinstated", None, by=by, now=now)

    def _set_retired(self, verb: str, moment: datetime | None, *, by: "User", now: datetime) -> None:
        require(permissions.right_refusal("change_rating", by))
        with transaction.atomic():
            other = Rating.objects.filter(pk=self.pk, retired_at__isnull=moment is not None)
            if not other.update(retired_at=moment):
                state = "retired already" if moment else "in use already"
                raise Refused(Refusal(f"“{self}” is {state}.", "conflict"))
            Event.objects.append(verb, actor=by, now=now, data={"rating": self.pk, "label": self.label})
        self.retired_at = moment

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q

from claims.models import Event
from claims.models.fields import PlainCharField
from claims.permissions import require
from reviews import permissions

if TYPE_CHECKING:
    from claims.models import User


class Policy(models.Model):
    """What a desk asks of a review. A review keeps the policy that it began under."""

    name = PlainCharField(max_length=100, unique=True)
    is_default = models.BooleanField(default=False)
    reviewers_required = models.PositiveSmallIntegerField(
        default=2,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
        help_text="Verdicts needed before a claim settles.",
    )
    blind = models.BooleanField(
        default=True, help_text="Reviewers do not see one another's verdicts until all are in."
    )
    minimum_evidence = models.PositiveSmallIntegerField(
        default=1, help_text="Pieces of evidence that a verdict on the truth order needs."
    )
    only_author_may_publish = models.BooleanField(
        default=False, help_text="Whoever wrote the only verdict may publish it."
    )
    adjudicator_may_be_reviewer = models.BooleanField(
        default=False, help_text="A reviewer of the claim may rule on it."
    )

    class Meta:
        verbose_name_plural = "policies"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=Q(is_default=True), name="policy_one_default"
            ),
            models.CheckConstraint(
                condition=Q(reviewers_required__gte=1) & Q(reviewers_required__lte=5),
                name="policy_reviewers_from_1_to_5",
                violation_error_message="Between one and five reviewers.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def has_begun(self) -> bool:
        """Whether reviews began under it: from then on it stays as it is, and another is made for what is to come."""
        return self.reviews.exists()

    def make_default(self, *, by: "User", now: datetime) -> None:
        """Let the claims of articles to come be checked under it."""
        require(permissions.right_refusal("change_policy", by))
        with transaction.atomic():
            Policy.objects.filter(is_default=True).update(is_default=False)
            Policy.objects.filter(pk=self.pk).update(is_default=True)
            Event.objects.append("policy.made_default", actor=by, now=now, data={"policy": self.pk})
        self.is_default = True

"""Where readers find what was published."""

from functools import cache
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from reviews.published import PART

_ANY = UUID(int=0)


def permalink(claim: object) -> str:
    """The address of a published claim for good; it leads to the claim's place on the page of its article."""
    return f"{settings.STET_URL}{_before_claim()}{claim}/"


def public_page(article: int) -> str:
    return f"{settings.STET_URL}{reverse('published-article', args=[article])}"


def place_on_page(article: int, claim: object, position: int) -> str:
    """The claim's place on the public page itself, for readers that follow no redirect."""
    part = f"?from={position}" if position >= PART else ""
    return f"{public_page(article)}{part}#claim-{claim}"


@cache
def _before_claim() -> str:
    """What all their addresses begin with: asking the URLconf for each of a million takes longer than the rest."""
    return reverse("permalink", args=[_ANY]).removesuffix(f"{_ANY}/")

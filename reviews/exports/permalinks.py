"""Where readers find what was published."""

from django.conf import settings


def public_page(article: int) -> str:
    return f"{settings.STET_URL}/published/{article}/"


def permalink(article: int, claim: object) -> str:
    """The claim's place on the public page of its article; it stays the same through every correction."""
    return f"{public_page(article)}#claim-{claim}"

"""Where readers find what was published of a claim."""

from django.conf import settings


def permalink(article: int, claim: object) -> str:
    """The claim's place on the public page of its article; it stays the same through every correction."""
    return f"{settings.STET_URL}/published/{article}/#claim-{claim}"

"""Words and small drawings for the desk's pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.models import Disposition, Event
from reviews.models import Correction
from reviews.workflow import State

register = template.Library()

_STEPS = {
    "review.triage": "put the claim into the queue",
    "review.take": "took a share",
    "review.assign": "assigned a reviewer",
    "review.release": "gave a share back",
    "review.submit": "gave a verdict",
    "review.adjudicate": "ruled between the verdicts",
    "review.send_back": "sent it back to the reviewers",
    "review.publish": "published the ruling",
    "review.correct": "corrected the wording",
    "review.recheck": "asked for another check",
    "review.withdraw": "withdrew it from the public",
    "review.dismiss": "dismissed the claim",
    "evidence.added": "added evidence",
    "evidence.withdrawn": "took evidence back",
}


@register.filter
def in_words(event: Event) -> str:
    """What somebody did, as the end of a sentence that begins with the name."""
    said: str = _STEPS.get(event.verb, event.verb.replace(".", " ").replace("_", " "))
    data: Mapping[str, Any] = event.data
    if event.verb == "review.dismiss" and data.get("disposition") in Disposition.values:
        said += f" as {Disposition(data['disposition']).label}"
    if data.get("correction") in Correction.values:
        said += f" ({Correction(data['correction']).label})"
    if data.get("reason"):
        said += f": “{data['reason']}”"
    return said


@register.filter
def moved_to(event: Event) -> str:
    """The work state that a step led to, where it changed."""
    to = event.data.get("to", "")
    return State(to).label if to in State.values and to != event.data.get("from") else ""


@register.filter
def day(written: str) -> str:
    """An ISO 8601 day of a frozen record, as a reader writes it."""
    return date_format(date.fromisoformat(written), "j F Y")


@register.filter
def percent(share: float) -> int:
    return round(share * 100)


@register.simple_tag
def swatch(colour: str) -> SafeString:
    """A spot of a rating's colour. An SVG attribute, because the policy allows no style."""
    return format_html(
        '<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="{}"/></svg>',
        colour if colour else "currentColor",
    )


@register.simple_tag
def worth(share: float) -> SafeString:
    """How much a claim is worth checking, as a bar; drawn here because browsers disagree on what a meter looks like."""
    of_hundred = percent(share)
    return format_html(
        '<svg class="worth" viewBox="0 0 100 14" role="img" aria-label="worth {0} of 100">'
        "<title>worth {0} of 100</title>"
        '<rect width="100" height="14" rx="7"/><rect class="filled" width="{0}" height="14" rx="7"/></svg>',
        of_hundred,
    )

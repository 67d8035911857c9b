"""Writes what the splitter found of a version: statements, claims and their anchors."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.utils.module_loading import import_string

from claims.anchors import context_of
from claims.models.anchor import Anchor
from claims.models.claim import Claim
from claims.models.statement import Statement
from claims.models.version import Version

if TYPE_CHECKING:
    from claims.splitting.types import Claim as SplitClaim
    from claims.splitting.types import Document

AfterSplit = Callable[[Sequence[Claim], datetime], None]


def after_split() -> AfterSplit:
    """What the desk does with claims once they are recorded: settings name it, since this app knows no reviews."""
    return cast("AfterSplit", import_string(settings.STET_AFTER_SPLIT))


def record_batch(version: Version, document: "Document", *, first: int, end: int, now: datetime) -> None:
    """Write statements `first` to `end` with their claims. Call it inside a transaction."""
    statements = Statement.objects.bulk_create(
        Statement(
            version=version,
            ordinal=found.ordinal,
            start=found.start,
            end=found.end,
            disposition=found.disposition,
            reason=found.reason[:300],
        )
        for found in document.statements[first:end]
    )
    by_ordinal = {statement.ordinal: statement for statement in statements}
    # Claims stand in the order of their statements.
    begin, stop = (
        bisect_left(document.claims, place, key=lambda found: found.statement) for place in (first, end)
    )
    found_claims = list(enumerate(document.claims[begin:stop], start=begin))
    claims = Claim.objects.bulk_create(
        _claim(version, place, found, document, now) for place, found in found_claims
    )
    Anchor.objects.bulk_create(
        _anchor(version, by_ordinal[found.statement], claim, found)
        for claim, (_, found) in zip(claims, found_claims, strict=True)
    )
    after_split()(claims, now)


def _claim(version: Version, place: int, found: "SplitClaim", document: "Document", now: datetime) -> Claim:
    record = found.as_json()
    return Claim(
        article=version.article,
        position=place,
        text=found.text,
        kind=found.kind,
        disposition=found.disposition,
        checkable=found.checkable,
        worth=found.worth,
        reasons=record["reasons"],
        attribution=record["attribution"],
        dates=record["dates"],
        quantities=record["quantities"],
        hedges=record["hedges"],
        link=found.link,
        rules=record["rules"],
        level=document.level,
        created_at=now,
    )


def _anchor(version: Version, statement: Statement, claim: Claim, found: "SplitClaim") -> Anchor:
    context = context_of(version.text, found.start, found.end)
    return Anchor(
        claim=claim,
        version=version,
        statement=statement,
        start=found.start,
        end=found.end,
        spans=[list(span) for span in found.spans],
        quote=found.quote,
        prefix=context.prefix,
        suffix=context.suffix,
    )

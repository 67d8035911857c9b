"""The audit trail: one line for every step, each holding the hash of the one before it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection, models, transaction

from claims.models.fields import PlainCharField, PlainJSONField

if TYPE_CHECKING:
    from claims.models.article import Article
    from claims.models.claim import Claim
    from claims.models.user import User

# Any number that no other advisory lock of this database uses.
_CHAIN_LOCK = 7_403_112


class EventQuerySet(models.QuerySet["Event"]):
    def of_article(self, article: "Article") -> "EventQuerySet":
        return self.filter(article=article)

    def of_claim(self, claim: "Claim") -> "EventQuerySet":
        return self.filter(claim=claim)

    def with_actor(self) -> "EventQuerySet":
        return self.select_related("actor")

    def newest_first(self) -> "EventQuerySet":
        return self.order_by("-seq")

    def first_broken(self) -> "tuple[int, str] | None":
        """The first line that is not what was written, as `(seq, reason)`; None when the whole chain holds.

        What is cut off at the end leaves no trace here: compare the head with one that was kept elsewhere.
        """
        expected, before = 1, ""
        for event in self.order_by("seq").iterator(chunk_size=1000):
            if event.seq != expected:
                return expected, "the line is missing"
            if event.previous_hash != before:
                return event.seq, "it does not follow from the line before it"
            if event.digest() != event.hash:
                return event.seq, "it says something else than when it was written"
            expected, before = event.seq + 1, event.hash
        return None

    def head(self) -> "tuple[int, str]":
        """Number and hash of the last line: whoever keeps them can tell later whether the past was changed."""
        return self.order_by("-seq").values_list("seq", "hash").first() or (0, "")

    def append(
        self,
        verb: str,
        *,
        actor: "User | None",
        now: datetime,
        article: "Article | None" = None,
        claim: "Claim | None" = None,
        data: Mapping[str, Any] | None = None,
    ) -> "Event":
        """Write one line at the end of the chain, in the transaction of the step that it tells of.

        Call it after the step's own writes: on PostgreSQL the lock that keeps the chain in order is held until the
        transaction ends.
        """
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])
            last = Event.objects.head()
            event = Event(
                seq=last[0] + 1,
                at=now,
                actor=actor,
                verb=verb,
                article=article or (claim.article if claim else None),
                claim=claim,
                data=dict(data or {}),
                previous_hash=last[1],
            )
            event.hash = event.digest()
            event.save(force_insert=True)
            return event


class Event(models.Model):
    """Who did what, when, to what. Append-only: the database refuses to change or delete a line."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="events",
        help_text="Empty: the desk itself.",
    )
    verb = PlainCharField(max_length=60)
    article = models.ForeignKey("claims.Article", null=True, on_delete=models.PROTECT, related_name="events")
    claim = models.ForeignKey("claims.Claim", null=True, on_delete=models.PROTECT, related_name="events")
    data = PlainJSONField(default=dict)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(fields=["previous_hash"], name="event_chain_does_not_fork"),
            models.CheckConstraint(condition=models.Q(seq__gte=1), name="event_seq_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.verb}"

    def digest(self) -> str:
        """SHA-256 over the previous hash and this line as canonical JSON (sorted keys, no spaces, UTF-8)."""
        line = {
            "seq": self.seq,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor": self.actor_id,
            "verb": self.verb,
            "article": self.article_id,
            "claim": str(self.claim_id) if self.claim_id else None,
            "data": self.data,
        }
        canonical = json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        # A lone surrogate is left for the field to refuse with its place.
        written = (self.previous_hash + canonical).encode(errors="surrogatepass")
        return hashlib.sha256(written).hexdigest()

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models, transaction
from django.db.models import F, Q

from claims.models import Event
from claims.models.fields import PlainCharField, PlainTextField, PlainURLField
from claims.permissions import require
from claims.refusals import Stale
from reviews import permissions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.models import User

EDITABLE = (
    "title",
    "kind",
    "is_primary",
    "publisher",
    "url",
    "doi",
    "published_on",
    "accessed_on",
    "is_confidential",
)


class SourceKind(models.TextChoices):
    DOCUMENT = "document", "document"
    DATASET = "dataset", "dataset"
    PERSON = "person", "person"
    PLACE = "place", "place"


class SourceQuerySet(models.QuerySet["Source"]):
    def matching(self, words: str) -> "SourceQuerySet":
        found = self
        for word in words.split()[:8]:
            found = found.filter(
                Q(title__icontains=word) | Q(publisher__icontains=word) | Q(url__icontains=word)
            )
        return found

    def among(self, ids: "Iterable[int]") -> "SourceQuerySet":
        return self.filter(pk__in=ids)

    def with_people(self) -> "SourceQuerySet":
        return self.select_related("added_by")

    def newest_first(self) -> "SourceQuerySet":
        return self.order_by("-created_at", "-id")

    def add(self, *, by: "User", now: datetime, **what: Any) -> "Source":
        """Keep a source. Raises Refused or ValidationError."""
        require(permissions.right_refusal("add_source", by))
        source = Source(added_by=by, created_at=now, **what)
        source.full_clean(exclude=["added_by"])
        with transaction.atomic():
            source.save(force_insert=True)
            Event.objects.append(
                "source.added", actor=by, now=now, data={"source": source.pk, "title": source.title}
            )
        return source


class Source(models.Model):
    """A document, dataset, person or place that was consulted."""

    title = PlainCharField(max_length=300)
    kind = models.CharField(max_length=10, choices=SourceKind.choices, default=SourceKind.DOCUMENT)
    is_primary = models.BooleanField(
        "primary", default=False, help_text="First-hand: the record itself, not a report of it."
    )
    publisher = PlainCharField(max_length=200, blank=True)
    url = PlainURLField(
        "address", max_length=2000, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    doi = PlainCharField(
        "DOI",
        max_length=200,
        blank=True,
        validators=[RegexValidator(r"^10\.\d{4,9}/\S+$", "A DOI looks like 10.1000/182.")],
    )
    published_on = models.DateField(null=True, blank=True)
    accessed_on = models.DateField(null=True, blank=True)
    is_confidential = models.BooleanField(
        "confidential",
        default=False,
        help_text="Named to the desk only; the public reads “a confidential source”.",
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["-created_at", "-id"], name="source_newest_first")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="source_has_title",
                violation_error_message="Give the source a title.",
            ),
            models.CheckConstraint(condition=Q(kind__in=SourceKind.values), name="source_kind_known"),
        ]

    def __str__(self) -> str:
        return str(self.title)

    def edit(self, *, by: "User", now: datetime, revision: int, **changes: Any) -> None:
        """Change what is known about the source. Raises Refused, Stale or ValidationError."""
        require(permissions.right_refusal("change_source", by))
        unknown = set(changes) - set(EDITABLE)
        if unknown:
            raise ValidationError(f"Cannot be edited: {', '.join(sorted(unknown))}.")
        changed = {name: str(value) for name, value in changes.items() if getattr(self, name) != value}
        for name, value in changes.items():
            setattr(self, name, value)
        self.full_clean(exclude=["added_by"])
        with transaction.atomic():
            if not Source.objects.filter(pk=self.pk, revision=revision).update(
                revision=F("revision") + 1, **changes
            ):
                raise Stale(Source.objects.get(pk=self.pk))
            Event.objects.append(
                "source.edited", actor=by, now=now, data={"source": self.pk, "changed": changed}
            )
        self.revision = revision + 1

    def snapshot_with(self, quote: str) -> "Snapshot | None":
        """The newest of its snapshots in which the quotation stands."""
        return next((taken for taken in self.snapshots.all()[:20] if taken.holds(quote)), None)

    def take_snapshot(
        self, *, by: "User", now: datetime, text: str, archive_url: str = "", media_type: str = "text/plain"
    ) -> "Snapshot":
        """Keep what the source said when it was looked at, so that a quotation can be held against it for good."""
        require(permissions.right_refusal("add_source", by))
        snapshot = Snapshot(
            source=self, text=text, archive_url=archive_url, media_type=media_type, taken_by=by, taken_at=now
        )
        snapshot.sha256 = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
        snapshot.full_clean(exclude=["source", "taken_by"])
        with transaction.atomic():
            snapshot.save(force_insert=True)
            data = {"source": self.pk, "snapshot": snapshot.pk, "sha256": snapshot.sha256}
            Event.objects.append("snapshot.taken", actor=by, now=now, data=data)
        return snapshot


class SnapshotQuerySet(models.QuerySet["Snapshot"]):
    def of_source(self, source: Source) -> "SnapshotQuerySet":
        return self.filter(source=source).select_related("taken_by")

    def newest_first(self) -> "SnapshotQuerySet":
        return self.order_by("-taken_at", "-id")

    def with_people(self) -> "SnapshotQuerySet":
        return self.select_related("taken_by")

    def without_text(self) -> "SnapshotQuerySet":
        return self.defer("text")


class Snapshot(models.Model):
    """What a source said when it was looked at. Append-only."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="snapshots")
    text = PlainTextField()
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    media_type = PlainCharField(max_length=100, default="text/plain")
    archive_url = PlainURLField(
        "archive address", max_length=2000, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["-taken_at", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="snapshot_has_text")]

    def __str__(self) -> str:
        return f"{self.source}, {self.taken_at:%Y-%m-%d}"

    def holds(self, quote: str) -> bool:
        """Whether the quotation stands in the snapshot, white space aside."""
        return " ".join(quote.split()) in " ".join(self.text.split())

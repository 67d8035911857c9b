"""Sources and what they say."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from claims.admin import console
from claims.admin.acting import act
from claims.admin.editing import Edited, acting
from claims.admin.links import beginning, linked, listed
from claims.admin.showing import Shown
from claims.refusals import Stale
from reviews.models import Evidence, Snapshot, Source
from reviews.models.source import EDITABLE


class SourceForm(forms.ModelForm):  # type: ignore[type-arg]
    """Knows which revision its page showed: whoever saves second is told and keeps what was typed."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Source
        fields = EDITABLE

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "seen" in self.fields:
            self.fields["seen"].initial = self.instance.revision

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        current = Source.objects.get(pk=self.instance.pk)
        if cleaned.get("seen") not in (None, current.revision):
            self.add_error(None, str(Stale(current)))
        return cleaned


@admin.register(Source, site=console)
class SourceAdmin(Edited):
    form = SourceForm
    list_display = ("title", "kind", "is_primary", "publisher", "is_confidential", "created_at")
    list_filter = ("kind", "is_primary", "is_confidential")
    search_fields = ("title", "publisher", "url", "doi")
    ordering = ("-created_at", "-id")
    narrowed_by = ("added_by",)
    fields = (*EDITABLE, "seen", "added_by", "created_at", "revision", "snapshots", "evidence")
    readonly_fields = ("added_by", "created_at", "revision", "snapshots", "evidence")

    snapshots = listed("reviews.snapshot", by="source", name="snapshots")
    evidence = listed("reviews.evidence", by="source", name="evidence")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Source, form: Any, change: bool) -> None:
        changes = {name: form.cleaned_data[name] for name in form.changed_data if name in EDITABLE}
        if changes:
            stored = Source.objects.get(pk=obj.pk)
            by, seen = acting(request), form.cleaned_data["seen"]
            stored.edit(by=by, now=timezone.now(), revision=seen, **changes)

    def write_event(self, act: str, request: HttpRequest, obj: Any, message: Any) -> None:
        """`Source.edit` has written it."""


@admin.register(Snapshot, site=console)
class SnapshotAdmin(Shown):
    list_display = ("of_source", "media_type", "sha256", "taken_at")
    search_fields = ("source__title", "sha256", "archive_url")
    ordering = ("-id",)
    narrowed_by = ("source",)
    fields = (
        "source",
        "text_begins",
        "sha256",
        "media_type",
        "archive_url",
        "taken_by",
        "taken_at",
        "evidence",
    )

    of_source = linked("source")
    text_begins = beginning("text", characters=5_000, name="text (its beginning)")
    evidence = listed("reviews.evidence", by="snapshot", name="evidence")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Snapshot]:
        return super().get_queryset(request).select_related("source").defer("text")


@admin.register(Evidence, site=console)
class EvidenceAdmin(Shown):
    list_display = ("__str__", "of_review", "stance", "quote_begins", "visibility", "who", "withdrawn_at")
    list_filter = ("stance", "visibility")
    search_fields = ("quote", "note", "source__title", "review__claim__text")
    ordering = ("-id",)
    narrowed_by = ("review", "source", "snapshot", "added_by")
    fields = (
        "review",
        "source",
        "snapshot",
        "quote",
        "locator",
        "stance",
        "note",
        "visibility",
        "independence_group",
        "added_by",
        "created_at",
        "withdrawn_at",
        "citations",
    )
    actions = ("withdraw",)

    of_review = linked("review")
    who = linked("added_by", name="added by")
    quote_begins = beginning("quote")
    citations = listed("reviews.citation", by="evidence", name="verdicts that cite it")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        visible = Evidence.objects.visible_to(request.user).with_source()
        return visible.select_related("review__claim").order_by(*self.ordering)

    @admin.action(description="Withdraw")
    def withdraw(self, request: HttpRequest, rows: QuerySet[Evidence]) -> None:
        by, now = acting(request), timezone.now()
        act(request, rows, lambda piece: piece.withdraw(by=by, now=now), done="Withdrawn")

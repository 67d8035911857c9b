"""What was found: shown here, never written, so that no superuser goes round the process."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from claims.admin import console
from claims.admin.links import beginning, linked, listed
from claims.admin.showing import Shown
from reviews.models import Citation, Publication, Ruling, Verdict


@admin.register(Verdict, site=console)
class VerdictAdmin(Shown):
    """Under a blind policy an administrator who checks claims is a reviewer like the others."""

    list_display = ("__str__", "of_review", "round", "rationale_begins", "as_of", "created_at")
    list_filter = ("rating",)
    search_fields = ("rationale", "review__claim__text", "author__username")
    ordering = ("-id",)
    narrowed_by = ("review", "author", "assignment")
    fields = (
        "review",
        "anchor",
        "assignment",
        "round",
        "author",
        "rating",
        "rationale",
        "as_of",
        "supersedes",
        "created_at",
        "citations",
    )

    of_review = linked("review")
    rationale_begins = beginning("rationale")
    citations = listed("reviews.citation", by="verdict", name="evidence that it rests on")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Verdict]:
        return Verdict.objects.visible_to(request.user).with_all().order_by(*self.ordering)


@admin.register(Citation, site=console)
class CitationAdmin(Shown):
    list_display = ("__str__", "of_verdict", "of_evidence")
    search_fields = ("evidence__source__title",)
    ordering = ("-id",)
    narrowed_by = ("verdict", "evidence")
    fields = ("verdict", "evidence")

    of_verdict = linked("verdict")
    of_evidence = linked("evidence")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        return Citation.objects.visible_to(request.user).with_both().order_by(*self.ordering)


@admin.register(Ruling, site=console)
class RulingAdmin(Shown):
    list_display = ("__str__", "of_review", "round", "summary_begins", "reviewed_by", "created_at")
    list_filter = ("basis", "rating")
    list_select_related = ("rating", "review__claim")
    search_fields = ("summary", "review__claim__text")
    date_hierarchy = "created_at"
    ordering = ("-id",)
    narrowed_by = ("review",)
    fields = (
        "review",
        "round",
        "rating",
        "summary",
        "reasons",
        "basis",
        "ruled_by",
        "reviewed_by",
        "created_at",
        "publications",
    )

    of_review = linked("review")
    summary_begins = beginning("summary")
    publications = listed("reviews.publication", by="ruling", name="publications")


@admin.register(Publication, site=console)
class PublicationAdmin(Shown):
    list_display = ("number", "of_review", "correction", "summary_begins", "who", "created_at")
    list_filter = ("correction",)
    list_select_related = ("review__claim", "published_by")
    search_fields = ("summary", "note", "review__claim__text")
    date_hierarchy = "created_at"
    ordering = ("-id",)
    narrowed_by = ("review", "ruling", "published_by")
    fields = (
        "review",
        "ruling",
        "number",
        "correction",
        "note",
        "summary",
        "frozen",
        "published_by",
        "created_at",
    )

    of_review = linked("review")
    who = linked("published_by", name="published by")
    summary_begins = beginning("summary")

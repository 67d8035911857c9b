from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from claims import tasks
from claims.admin.acting import act
from claims.admin.links import beginning, linked, listed
from claims.admin.showing import Shown
from claims.admin.site import console
from claims.models import Article, Job, Version
from claims.permissions import refusal
from claims.refusals import Refusal, Refused


@admin.register(Article, site=console)
class ArticleAdmin(Shown):
    """What is known about an article is edited at the desk, where who changed first is told to who changed second."""

    list_display = ("title", "outlet", "published_on", "language", "brought", "created_at")
    list_filter = ("language",)
    list_select_related = ("brought_by",)
    search_fields = ("title", "byline", "outlet", "url")
    date_hierarchy = "published_on"
    ordering = ("-created_at", "-id")
    narrowed_by = ("brought_by",)
    fields = (
        "title",
        "byline",
        "outlet",
        "url",
        "published_on",
        "language",
        "identity",
        "brought_by",
        "created_at",
        "revision",
        "versions",
        "claims",
        "reviews",
        "events",
    )

    brought = linked("brought_by", name="brought by")
    versions = listed("claims.version", by="article", name="versions")
    claims = listed("claims.claim", by="article", name="claims")
    reviews = listed("reviews.review", by="claim__article", name="reviews")
    events = listed("claims.event", by="article", name="events")


@admin.register(Version, site=console)
class VersionAdmin(Shown):
    list_display = ("number", "of_article", "sha256", "created_at")
    list_select_related = ("article",)
    search_fields = ("article__title", "sha256")
    ordering = ("-id",)
    narrowed_by = ("article",)
    fields = (
        "article",
        "number",
        "sha256",
        "text_begins",
        "created_by",
        "created_at",
        "its_job",
        "statements",
        "anchors",
    )

    of_article = linked("article")
    its_job = linked("job")
    text_begins = beginning("text", characters=5_000, name="text (its beginning)")
    statements = listed("claims.statement", by="version", name="statements")
    anchors = listed("claims.anchor", by="version", name="anchors")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Version]:
        return super().get_queryset(request).defer("text")


@admin.register(Job, site=console)
class JobAdmin(Shown):
    list_display = (
        "__str__",
        "of_article",
        "state",
        "attempts",
        "characters_done",
        "error_begins",
        "changed_at",
    )
    list_filter = ("state", "splitter")
    search_fields = ("version__article__title", "error")
    ordering = ("-pk",)
    fields = (
        "version",
        "state",
        "attempts",
        "characters_done",
        "statements_recorded",
        "lease_until",
        "splitter",
        "error",
        "created_at",
        "changed_at",
    )
    actions = ("try_again",)

    of_article = linked("version.article")
    error_begins = beginning("error", name="error")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        return super().get_queryset(request).select_related("version__article").defer("version__text")

    def has_retry_permission(self, request: HttpRequest) -> bool:
        return refusal("bring", request.user) is None

    @admin.action(description="Split again what failed", permissions=["retry"])
    def try_again(self, request: HttpRequest, rows: QuerySet[Job]) -> None:
        now = timezone.now()

        def retry(job: Job) -> None:
            if not tasks.retry(job, now=now):
                raise Refused(Refusal("Only a job that has failed is tried again.", "conflict"))

        act(request, rows, retry, done="Queued again")

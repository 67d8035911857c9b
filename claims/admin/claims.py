from django.contrib import admin

from claims.admin.links import beginning, linked, listed
from claims.admin.showing import Shown
from claims.admin.site import console
from claims.models import Anchor, Claim, Statement


@admin.register(Claim, site=console)
class ClaimAdmin(Shown):
    list_display = ("text_begins", "of_article", "kind", "disposition", "checkable", "worth", "its_review")
    list_filter = ("disposition", "checkable", "level", "origin")
    list_select_related = ("article", "review")
    search_fields = ("text", "article__title")
    ordering = ("article_id", "position", "id")
    narrowed_by = ("article",)
    fields = (
        "id",
        "article",
        "position",
        "text",
        "kind",
        "disposition",
        "checkable",
        "worth",
        "reasons",
        "attribution",
        "dates",
        "quantities",
        "hedges",
        "link",
        "rules",
        "level",
        "origin",
        "created_at",
        "its_review",
        "anchors",
        "events",
    )

    text_begins = beginning("text")
    of_article = linked("article")
    its_review = linked("review")
    anchors = listed("claims.anchor", by="claim", name="anchors")
    events = listed("claims.event", by="claim", name="events")


@admin.register(Statement, site=console)
class StatementAdmin(Shown):
    list_display = ("__str__", "start", "end", "disposition", "reason")
    list_filter = ("disposition",)
    search_fields = ("reason",)
    ordering = ("version_id", "ordinal")
    narrowed_by = ("version",)
    fields = ("version", "ordinal", "start", "end", "disposition", "reason", "anchors")

    anchors = listed("claims.anchor", by="statement", name="anchors")


@admin.register(Anchor, site=console)
class AnchorAdmin(Shown):
    list_display = ("__str__", "of_claim", "quote_begins", "state")
    list_filter = ("state",)
    list_select_related = ("claim",)
    search_fields = ("quote", "claim__text")
    ordering = ("version_id", "start", "id")
    narrowed_by = ("claim", "version", "statement")
    fields = (
        "claim",
        "version",
        "statement",
        "start",
        "end",
        "spans",
        "prefix",
        "quote",
        "suffix",
        "state",
    )

    of_claim = linked("claim")
    quote_begins = beginning("quote")

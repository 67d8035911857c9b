from django.contrib import admin

from claims.admin.links import linked
from claims.admin.showing import Shown
from claims.admin.site import console
from claims.models import Event


@admin.register(Event, site=console)
class EventAdmin(Shown):
    list_display = ("seq", "at", "verb", "who", "of_article", "of_claim")
    list_select_related = ("actor", "article", "claim")
    search_fields = ("=verb", "=hash", "actor__username", "article__title")
    search_help_text = "A whole verb such as review.publish, a whole hash, a user name, or words of a title."
    ordering = ("-seq",)
    narrowed_by = ("article", "claim", "actor")
    fields = ("seq", "at", "actor", "verb", "article", "claim", "data", "previous_hash", "hash")

    who = linked("actor")
    of_article = linked("article")
    of_claim = linked("claim")

"""The ratings that the desk uses. One that something was found in only retires: what it says is what was said."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from claims.admin import console
from claims.admin.acting import act
from claims.admin.editing import Edited, acting
from claims.admin.links import linked, listed
from reviews.models import Rating, Scale

RATING = (
    "scale",
    "label",
    "slug",
    "description",
    "order",
    "value",
    "polarity",
    "colour",
    "alternate_name",
)


@admin.register(Scale, site=console)
class ScaleAdmin(Edited):
    list_display = ("name", "is_default", "ratings_listed")
    search_fields = ("name",)
    ordering = ("name",)
    fields = ("name", "is_default", "ratings_listed")
    readonly_fields = ("is_default", "ratings_listed")
    actions = ("make_default",)

    ratings_listed = listed("reviews.rating", by="scale", name="ratings")

    def get_fields(self, request: HttpRequest, obj: Scale | None = None) -> Any:
        return ("name",) if obj is None else self.fields

    def has_make_default_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    @admin.action(description="Offer its ratings from now on", permissions=["make_default"])
    def make_default(self, request: HttpRequest, rows: QuerySet[Scale]) -> None:
        by, now = acting(request), timezone.now()
        act(request, rows, lambda scale: scale.make_default(by=by, now=now), done="From now on the default")


@admin.register(Rating, site=console)
class RatingAdmin(Edited):
    list_display = ("label", "of_scale", "order", "value", "polarity", "colour", "retired_at")
    list_filter = ("scale", "polarity", ("retired_at", admin.EmptyFieldListFilter))
    list_select_related = ("scale",)
    search_fields = ("label", "description", "alternate_name")
    ordering = ("scale", "order")
    fields = (*RATING, "retired_at", "verdicts_listed", "rulings_listed")
    actions = ("retire", "reinstate")

    of_scale = linked("scale")
    verdicts_listed = listed("reviews.verdict", by="rating", name="verdicts")
    rulings_listed = listed("reviews.ruling", by="rating", name="rulings")

    def get_readonly_fields(self, request: HttpRequest, obj: Rating | None = None) -> Any:
        settled = ("retired_at", "verdicts_listed", "rulings_listed")
        return (*RATING, *settled) if obj is not None and obj.is_held() else settled

    def get_fields(self, request: HttpRequest, obj: Rating | None = None) -> Any:
        return RATING if obj is None else self.fields

    def get_prepopulated_fields(self, request: HttpRequest, obj: Rating | None = None) -> Any:
        return {"slug": ("label",)} if obj is None else {}

    def has_retire_permission(self, request: HttpRequest) -> bool:
        return self.has_change_permission(request)

    @admin.action(description="Retire", permissions=["retire"])
    def retire(self, request: HttpRequest, rows: QuerySet[Rating]) -> None:
        by, now = acting(request), timezone.now()
        act(request, rows, lambda rating: rating.retire(by=by, now=now), done="Retired")

    @admin.action(description="Offer again", permissions=["retire"])
    def reinstate(self, request: HttpRequest, rows: QuerySet[Rating]) -> None:
        by, now = acting(request), timezone.now()
        act(request, rows, lambda rating: rating.reinstate(by=by, now=now), done="Offered again")

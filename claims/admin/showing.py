"""How the console shows rows that only the desk's own steps may write."""

from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import cached_property

MOST_COUNTED = 10_000
# What filters, date hierarchies and the console's own links put behind a column's name.
LOOKUPS = ("", "__exact", "__id__exact", "__isnull", "__gte", "__lt", "__year", "__month", "__day")


class BoundedPaginator(Paginator):  # type: ignore[type-arg]
    """Counts no further than a person would turn pages: a list of 100,000 rows opens as fast as one of 100."""

    @cached_property
    def count(self) -> int:
        return min(self._counted, MOST_COUNTED)

    @cached_property
    def _counted(self) -> int:
        rows = self.object_list
        assert isinstance(rows, models.QuerySet)  # noqa: S101  # the console lists nothing else
        return rows.order_by()[: MOST_COUNTED + 1].count()

    @property
    def holds_more(self) -> bool:
        return self._counted > MOST_COUNTED


class Shown(admin.ModelAdmin):  # type: ignore[type-arg]
    """Searched, filtered, linked, and changed by nobody here, superusers included."""

    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 200
    view_on_site = False
    # Columns that the console's own links narrow a list by, besides its filters.
    narrowed_by: tuple[str, ...] = ()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields or ()

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        """Only what the page itself offers: any other column could be read out letter by letter."""
        filters = [each[0] if isinstance(each, tuple) else each for each in self.list_filter]
        offered = {*filters, *self.narrowed_by, self.date_hierarchy}
        return any(lookup == f"{name}{suffix}" for name in offered if name for suffix in LOOKUPS)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data:
            listing = response.context_data.get("cl")
            if listing is not None and listing.paginator.holds_more:
                response.context_data["subtitle"] = f"The first {MOST_COUNTED:,}: search to reach the others"
        return response

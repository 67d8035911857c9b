"""Lists page by page, by the same cursors as the desk's own pages."""

from typing import Any

from django.http import Http404
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.problems import BadParameters
from claims.paging import LOST, Page, page_of

SIZE, LARGEST = 50, 200
CURSOR, PAGE_SIZE = "cursor", "page_size"


class CursorPaging(BasePagination):
    """Follow `next` until it is null; rows that arrive meanwhile neither repeat nor hide any."""

    page: Page[Any]
    request: Request

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        self.request = request
        try:
            self.page = page_of(queryset, request._request, size=_size(request), parameter=CURSOR)
        except Http404:
            raise BadParameters({CURSOR: LOST}) from None
        return list(self.page.rows)

    def get_paginated_response(self, data: Any) -> Response:
        return Response(
            {"next": self._link(self.page.next), "previous": self._link(self.page.previous), "results": data}
        )

    def _link(self, query: str) -> str | None:
        return self.request.build_absolute_uri(self.request.path + query) if query else None

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**link, "description": "The page after this one, or null at the end."},
                "previous": {**link, "description": "The page before this one, or null at the beginning."},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        size = {"type": "integer", "minimum": 1, "maximum": LARGEST, "default": SIZE}
        return [
            {
                "name": CURSOR,
                "in": "query",
                "description": "From `next` or `previous`; opaque.",
                "schema": {"type": "string"},
            },
            {"name": PAGE_SIZE, "in": "query", "description": "Rows on a page.", "schema": size},
        ]


def _size(request: Request) -> int:
    written = request.query_params.get(PAGE_SIZE, str(SIZE))
    if not (written.isascii() and written.isdecimal() and len(written) < 6 and 1 <= int(written) <= LARGEST):
        raise BadParameters({PAGE_SIZE: f"Write a number from 1 to {LARGEST}."})
    return int(written)

"""Exports over the API: the files that the command writes, sent piece by piece."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.api.filters import refuse_undeclared
from claims.api.problems import BadParameters
from claims.api.resource import MayRead
from reviews.exports import FORMATS, Selection, Unexportable, Unselectable, format_named

SINCE = "Only what has changed since this day or moment (ISO 8601)."


class CannotExport(APIException):
    status_code = status.HTTP_409_CONFLICT
    default_code = "cannot_export"


class TheirOwnType(BaseContentNegotiation):
    """A file has the type that its format has, whatever is asked for; problems are problem details."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        return renderers[0], renderers[0].media_type


class Exports(APIView):
    permission_classes = [IsAuthenticated, MayRead]
    content_negotiation_class = TheirOwnType
    metadata_class = None
    tagged = False  # a file that is still being written has no tag
    query_parameters = ("since", "article")

    @extend_schema(
        operation_id="exports_retrieve",
        tags=["exports"],
        parameters=[
            OpenApiParameter("format", str, OpenApiParameter.PATH, enum=sorted(FORMATS)),
            OpenApiParameter("since", str, description=SINCE),
            OpenApiParameter("article", int, description="Only claims of this article."),
        ],
        responses={
            (200, kind.media_type.partition(";")[0]): OpenApiResponse(OpenApiTypes.ANY, "The file.")
            for kind in FORMATS.values()
        },
    )
    def get(self, request: Request, format: str) -> StreamingHttpResponse:  # noqa: A002 (the name in the address)
        """Every claim with a ruling, as a file that is sent while it is written."""
        refuse_undeclared(request, self)
        asked = {name: request.query_params.get(name, "") for name in self.query_parameters}
        try:
            kind = format_named(format)
            pieces = begun(kind.write(Selection.asked(reader=request.user, **asked)))
        except Unselectable as error:
            raise BadParameters({error.field: error.reason}) from None
        except Unexportable as error:
            raise CannotExport(str(error)) from None
        headers = {
            "Content-Disposition": f'attachment; filename="{kind.file_name}"',
            "Cache-Control": "private, no-store",
        }
        return StreamingHttpResponse(pieces, content_type=kind.media_type, headers=headers)


def begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces with the first one made: what cannot be exported is told before a byte is sent."""
    first = next(pieces, b"")
    return chain([first], pieces)

"""Exports over the API: `GET /api/v1/exports/<format>`, streamed."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.api.filters import refuse_undeclared
from claims.api.problems import BadParameters
from claims.api.resource import MayRead
from claims.refusals import Refusal, Refused
from reviews.exports import FORMATS, Format, Selection, Unexportable, Unselectable, format_named


class AsNamed(BaseContentNegotiation):
    """The address names the format; what the Accept header says is beside the point."""

    def select_parser(self, request: Request, parsers: Any) -> None:
        return None

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        return renderers[0], renderers[0].media_type


class Exports(APIView):
    """What was found, as a file."""

    permission_classes = [IsAuthenticated, MayRead]
    content_negotiation_class = AsNamed
    metadata_class = None
    action = "export"
    query_parameters = ("since", "article")

    @extend_schema(
        operation_id="exports_retrieve",
        parameters=[
            OpenApiParameter("format", str, OpenApiParameter.PATH, enum=list(FORMATS)),
            OpenApiParameter(
                "since", OpenApiTypes.DATETIME, description="Only what changed at or after this moment."
            ),
            OpenApiParameter("article", OpenApiTypes.INT64, description="Only this article."),
        ],
        responses={
            (200, media_type): OpenApiResponse(OpenApiTypes.BINARY)
            for media_type in sorted({kind.media_type.partition(";")[0] for kind in FORMATS.values()})
        },
    )
    def get(self, request: Request, format: str) -> StreamingHttpResponse:  # noqa: A002 -- its name in the address
        refuse_undeclared(request, self)
        try:
            kind = format_named(format)
        except Unselectable as unknown:
            raise NotFound(unknown.reason) from None
        response = StreamingHttpResponse(self.begun(kind, request), content_type=kind.media_type)
        response["Content-Disposition"] = f'attachment; filename="{kind.file_name}"'
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "no-store"
        return response

    def begun(self, kind: Format, request: Request) -> Iterator[bytes]:
        """The pieces of the file. What is wrong is found before the first of them is sent."""
        asked = {name: request.query_params.get(name, "") for name in self.query_parameters}
        try:
            pieces = kind.write(Selection.asked(**asked, reader=request.user))
            return chain([next(pieces, b"")], pieces)
        except Unselectable as wrong:
            raise BadParameters({wrong.field: wrong.reason}) from None
        except Unexportable as incomplete:
            raise Refused(Refusal(str(incomplete), "conflict")) from None

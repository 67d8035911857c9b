"""What all addresses of the API have in common."""

from typing import Any, TypeVar, cast

from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from rest_framework import status
from rest_framework.permissions import BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.viewsets import GenericViewSet

from claims.api import editing
from claims.api.bodies import Body
from claims.api.filters import DeclaredFilters, refuse_undeclared
from claims.api.paging import CursorPaging
from claims.api.parsing import SMALL, BoundedJSON
from claims.models import User
from claims.permissions import refusal, require
from claims.refusals import Refusal, Refused

Row = TypeVar("Row", bound=Model)
WHOLE_NUMBER = "[1-9][0-9]{0,17}"


class MayRead(BasePermission):
    """The API is for those who may read at the desk; what else they may do is decided by each step."""

    def has_permission(self, request: Request, view: Any) -> bool:
        require(refusal("read", request.user))
        return True


class Resource(GenericViewSet[Row]):
    """A list and its rows, to read. Rows come from `rows()`; there is no query that a class holds for everybody."""

    permission_classes = [IsAuthenticated, MayRead]
    parser_classes = [BoundedJSON]
    filter_backends = [DeclaredFilters]
    pagination_class = CursorPaging
    metadata_class = None  # OPTIONS tells nothing that the schema does not
    lookup_value_regex = WHOLE_NUMBER
    body_limit = SMALL
    # What a list shows where it shows less than a single row does.
    list_serializer_class: type[BaseSerializer[Any]] | None = None
    # Names of fields that the models call otherwise.
    field_names: dict[str, str] = {}

    def rows(self) -> "QuerySet[Row]":
        """All rows that this person may see, ordered by something unique."""
        raise NotImplementedError

    def get_queryset(self) -> "QuerySet[Row]":
        """Rows for the schema, which is written for nobody in particular: it asks for their model alone."""
        shape: Any = self.get_serializer_class()
        none: QuerySet[Row] = shape.Meta.model._default_manager.none()
        return none if getattr(self, "swagger_fake_view", False) else self.rows()

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        short = self.list_serializer_class if self.action == "list" else None
        return short or super().get_serializer_class()

    @property
    def user(self) -> User:
        return cast("User", self.request.user)

    # Reading

    def list(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.rows()))
        return self.get_paginated_response(self.shown(page, many=True))

    def retrieve(self, request: Request, pk: str) -> Response:
        return self.answer(self.row(pk))

    def row(self, pk: Any) -> Row:
        return get_object_or_404(self.rows(), pk=pk)

    # Answering

    def shown(self, row: Any, shape: Any = None, **options: Any) -> Any:
        shape = shape or self.get_serializer_class()
        return shape(row, context=self.get_serializer_context(), **options).data

    def represent(self, row: Any) -> Any:
        """The newer state of a row, for an answer that says that somebody else was first."""
        return self.shown(row)

    def answer(self, row: Any, status: int = status.HTTP_200_OK) -> Response:
        headers = {"ETag": editing.tag_of(row)} if hasattr(row, "revision") else {}
        if status == 201:
            headers["Location"] = self.address_of(row)
        return Response(self.shown(row), status=status, headers=headers)

    def admit(self, refused: Refusal | None, row: Any, *, revision_required: bool) -> int:
        """The revision that a change starts from. First whether one may at all, then whether one has seen the newest
        state, and only then whether the moment is right: the newer state explains why it no longer is."""
        if refused is not None and refused.kind == "forbidden":
            raise Refused(refused)
        revision = editing.check_revision(self.request, row, required=revision_required)
        require(refused)
        return revision

    def address_of(self, row: Any) -> str:
        return reverse(f"api:{self.basename}-detail", args=[row.pk])

    def said(self, shape: type[Body]) -> dict[str, Any]:
        """What the body says, or a ValidationError for what it may not say."""
        body = shape(data=self.request.data, context=self.get_serializer_context())
        body.is_valid(raise_exception=True)
        return cast("dict[str, Any]", body.validated_data)

    # Before and after

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        refuse_undeclared(request, self)

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        answer = super().finalize_response(request, response, *args, **kwargs)
        # Kept answers are asked about again each time: who asks decides what is seen.
        answer.headers.setdefault("Cache-Control", "private, no-cache")
        patch_vary_headers(answer, ["Authorization", "Cookie"])
        if request.method in ("GET", "HEAD") and isinstance(answer, Response):
            answer.add_post_render_callback(lambda rendered: editing.tag_and_compare(request, rendered))
        return answer

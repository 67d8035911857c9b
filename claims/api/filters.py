"""Filters of lists: declared one by one, over plain columns. What is not declared is refused by name."""

from typing import Any, cast

import django_filters
from django import forms
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from claims.api.paging import CURSOR, PAGE_SIZE
from claims.api.problems import BadParameters
from claims.text import refuse_controls

# The largest key that both databases hold.
LARGEST_ID = 2**63 - 1
PERSON = "^(me|[1-9][0-9]{0,17})$"


class DeclaredFilters(DjangoFilterBackend):  # type: ignore[misc]
    """Reads the filters of a list; a row asked for by its key is not filtered."""

    def get_filterset_class(self, view: Any, queryset: Any = None) -> Any:
        return getattr(view, "filterset_class", None) if view.action == "list" else None

    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        try:
            return super().filter_queryset(request, queryset, view)
        except ValidationError as error:
            wrong = cast("dict[str, list[str]]", error.detail)
            raise BadParameters({name: " ".join(said) for name, said in wrong.items()}) from None


class Filters(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of one list."""


@extend_schema_field({"type": "integer", "minimum": 1})
class IdFilter(django_filters.NumberFilter):  # type: ignore[misc]
    """Rows that belong to the row with this id."""

    field_class = forms.IntegerField

    def __init__(self, field_name: str, **extra: Any) -> None:
        super().__init__(field_name, min_value=1, max_value=LARGEST_ID, **extra)

    def get_max_validator(self) -> None:
        return None


class _WordsField(forms.CharField):
    default_validators = [refuse_controls]


class WordsFilter(django_filters.CharFilter):  # type: ignore[misc]
    """Rows that hold every one of the words, by the QuerySet's own `matching`."""

    field_class = _WordsField

    def __init__(self, **extra: Any) -> None:
        super().__init__(max_length=200, strip=True, **extra)

    def filter(self, qs: Any, value: str) -> Any:
        return qs.matching(value) if value else qs


@extend_schema_field(OpenApiTypes.BOOL)
class TruthFilter(django_filters.TypedChoiceFilter):  # type: ignore[misc]
    """`true` or `false`, and nothing else."""

    def __init__(self, field_name: str, **extra: Any) -> None:
        choices = (("true", "true"), ("false", "false"))
        super().__init__(field_name, choices=choices, coerce=lambda written: written == "true", **extra)


@extend_schema_field({"type": "string", "pattern": PERSON})
class PersonFilter(django_filters.CharFilter):  # type: ignore[misc]
    """A person by id, or `me`."""

    field_class = forms.RegexField

    def __init__(self, field_name: str = "", **extra: Any) -> None:
        super().__init__(field_name, regex=PERSON, **extra)

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        return self.rows_of(qs, self.parent.request.user.pk if value == "me" else int(value))

    def rows_of(self, rows: Any, person: int) -> Any:
        return super().filter(rows, person)


def refuse_undeclared(request: Request, view: Any) -> None:
    """Raise BadParameters for a query parameter that is not known at this address, is empty, or is said twice."""
    declared: set[str] = set(getattr(view, "query_parameters", ()))
    if getattr(view, "action", "") == "list":
        filters = getattr(view, "filterset_class", None)
        declared |= {CURSOR, PAGE_SIZE, *(filters.base_filters if filters else ())}
    wrong = {}
    for name, values in request.query_params.lists():
        if name not in declared:
            known = f"Known here: {', '.join(sorted(declared))}." if declared else "None is known here."
            wrong[name] = f"This parameter is not known. {known}"
        elif len(values) > 1:
            wrong[name] = "Say it once."
        elif values == [""]:
            wrong[name] = "It is empty. Leave it out, or give it a value."
    if wrong:
        raise BadParameters(wrong)

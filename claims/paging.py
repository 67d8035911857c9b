"""Lists page by page by the values of the last row that was shown, so that a page costs the same wherever it stands.

A cursor is the values of the ordering's columns and a direction. Rows that arrive meanwhile move nobody's page, and
any number of rows may share a value as long as the ordering ends in something unique.
"""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model, Q, QuerySet
from django.http import Http404, HttpRequest

T = TypeVar("T")
Key = tuple[str, bool]  # column, whether it descends

SIZE = 25
LONGEST_CURSOR = 400
LOST = "This page of the list is not known. Start again from the first one."


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some rows of a list, with the addresses of the pages before and after it ("" where there is none)."""

    rows: Sequence[T]
    previous: str
    next: str

    def __iter__(self) -> Any:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def page_of(
    rows: "QuerySet[Any, T]", request: HttpRequest, *, size: int = SIZE, parameter: str = "page"
) -> Page[T]:
    """The page of an ordered query that the request asks for, in one query. A cursor that cannot be read is a 404."""
    keys = [(str(name).removeprefix("-"), str(name).startswith("-")) for name in rows.query.order_by]
    cursor = request.GET.get(parameter, "")
    backwards, position = _read(cursor, rows, keys) if cursor else (False, None)
    if position is not None:
        rows = rows.filter(_beyond(keys, position, backwards=backwards))
    if backwards:
        rows = rows.reverse()
    found = list(rows[: size + 1])
    more, shown = len(found) > size, found[:size]
    if backwards:
        shown.reverse()
    has_previous = more if backwards else position is not None
    has_next = backwards or more
    return Page(
        shown,
        previous=_address(request, parameter, keys, shown[0], back=True) if shown and has_previous else "",
        next=_address(request, parameter, keys, shown[-1], back=False) if shown and has_next else "",
    )


def _beyond(keys: Sequence[Key], position: Sequence[Any], *, backwards: bool) -> Q:
    """Rows after the position in the ordering (before it, when going backwards), column by column."""
    found = Q()
    same: dict[str, Any] = {}
    for (name, descends), value in zip(keys, position, strict=True):
        lookup = "lt" if descends != backwards else "gt"
        found |= Q(**same, **{f"{name}__{lookup}": value})
        same[name] = value
    return found


def _address(request: HttpRequest, parameter: str, keys: Sequence[Key], row: Any, *, back: bool) -> str:
    values = [row[name] if isinstance(row, dict) else _value(row, name) for name, _ in keys]
    written = json.dumps([int(back), *values], cls=_Exact, separators=(",", ":"))
    query = request.GET.copy()
    query[parameter] = base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")
    return f"?{query.urlencode()}"


class _Exact(DjangoJSONEncoder):
    """Microseconds are kept: a position rounded to milliseconds would skip or repeat rows."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


def _value(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name)
    return row


def _read(cursor: str, rows: "QuerySet[Any, Any]", keys: Sequence[Key]) -> tuple[bool, list[Any]]:
    try:
        if len(cursor) > LONGEST_CURSOR:
            raise ValueError
        padded = cursor + "=" * (-len(cursor) % 4)
        back, *values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        position = [
            _field(rows, name).to_python(value) for (name, _), value in zip(keys, values, strict=True)
        ]
        if back not in (0, 1) or None in position:
            raise ValueError
    except (ValueError, TypeError, OverflowError, binascii.Error, ValidationError, RecursionError):
        raise Http404(LOST) from None
    return bool(back), position


def _field(rows: "QuerySet[Any, Any]", path: str) -> "Field[Any, Any]":
    if path in rows.query.annotations:
        field: Field[Any, Any] = rows.query.annotations[path].output_field
        return field
    model: type[Model] = rows.model
    *relations, name = path.split("__")
    for relation in relations:
        model = model._meta.get_field(relation).related_model  # type: ignore[assignment]
    found = model._meta.pk if name == "pk" else model._meta.get_field(name)
    if not isinstance(found, Field):
        raise FieldDoesNotExist(path)
    return found

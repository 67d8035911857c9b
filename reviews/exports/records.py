"""Plain records from querysets: what they are called in the file, and which column each is read from."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

Record = dict[str, Any]
Columns = Mapping[str, str]


def named(*names: str, **columns: str) -> Columns:
    """Columns that are called what they are, and such as are called otherwise."""
    return {name: name for name in names} | columns


def records(rows: QuerySet[Any], columns: Columns) -> list[Record]:
    return [dict(zip(columns, values, strict=True)) for values in rows.values_list(*columns.values())]


def grouped(rows: QuerySet[Any], columns: Columns, *, by: str) -> dict[Any, list[Record]]:
    """The records by the value of another column."""
    found: dict[Any, list[Record]] = defaultdict(list)
    for key, *values in rows.values_list(by, *columns.values()):
        found[key].append(dict(zip(columns, values, strict=True)))
    return found

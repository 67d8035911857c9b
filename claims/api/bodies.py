"""What request bodies are made of: declared fields of strict types. What is not declared is refused by name."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NoReturn

from django.core.exceptions import ValidationError as ModelError
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.models import User
from claims.text import refuse_controls, unify_line_ends

LARGEST_ID = 2**63 - 1
MOST_REFERENCES = 100
# More than any rationale needs; what brings whole texts says its own limit.
LONGEST = 20_000


class Body(serializers.Serializer[Any]):
    """A JSON object with these fields and no others."""

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, Mapping):
            raise serializers.ValidationError({"non_field_errors": ["A JSON object is needed here."]})
        can = ", ".join(self.fields) or "nothing"
        unknown = [name for name in data if name not in self.fields]
        if unknown:
            said = f"This cannot be set here. What can: {can}."
            raise serializers.ValidationError({str(name)[:100]: [said] for name in unknown[:20]})
        return super().to_internal_value(data)


class Text(serializers.CharField):
    """Words as they are sent, but for line ends, which become LF."""

    def __init__(self, *, max_length: int | None = LONGEST, trim: bool = False, **options: Any) -> None:
        super().__init__(max_length=max_length, trim_whitespace=trim, **options)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        text = unify_line_ends(data)
        try:
            refuse_controls(text)
        except ModelError as error:
            raise serializers.ValidationError(error.messages) from None
        return super().to_internal_value(text)


class Line(Text):
    """A short text of one line, without the spaces around it."""

    def __init__(self, *, max_length: int, **options: Any) -> None:
        super().__init__(max_length=max_length, trim=True, **options)


class Truth(serializers.BooleanField):
    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            raise serializers.ValidationError("Write true or false, without quotation marks.")
        return data


class Day(serializers.DateField):
    def to_internal_value(self, value: Any) -> date:
        if not isinstance(value, str):
            self.fail("invalid", format="YYYY-MM-DD")
        return super().to_internal_value(value)


class Choice(serializers.ChoiceField):
    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str) or data not in self.choices:
            raise serializers.ValidationError(f"Choose one of: {', '.join(self.choices)}.")
        return data


Rows = Callable[[User], "QuerySet[Any]"]


@extend_schema_field({"type": "integer", "minimum": 1})
class Reference(serializers.Field[Any, Any, Any, Any]):
    """The id of a row that this person may see. What is hidden and what is not there are answered alike."""

    def __init__(self, rows: Rows, **options: Any) -> None:
        self.rows = rows
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> Any:
        key = checked_id(data)
        found = self.rows(self.context["request"].user).in_bulk([key])
        return found[key] if key in found else refuse_missing([key])


@extend_schema_field(
    {"type": "array", "items": {"type": "integer", "minimum": 1}, "maxItems": MOST_REFERENCES}
)
class References(serializers.Field[Any, Any, Any, Any]):
    """Several of them, looked up in one query."""

    def __init__(self, rows: Rows, **options: Any) -> None:
        self.rows = rows
        super().__init__(**options)

    def to_internal_value(self, data: Any) -> Sequence[Any]:
        if not isinstance(data, list) or len(data) > MOST_REFERENCES:
            raise serializers.ValidationError(f"Write a list of at most {MOST_REFERENCES} ids.")
        keys = [checked_id(item) for item in data]
        found = self.rows(self.context["request"].user).in_bulk(keys)
        missing = [key for key in keys if key not in found]
        return list(found.values()) if not missing else refuse_missing(missing)


@extend_schema_field({"oneOf": [{"type": "integer", "minimum": 1}, {"type": "string"}]})
class Person(serializers.Field[Any, Any, Any, Any]):
    """A person of the desk by id or user name."""

    def to_internal_value(self, data: Any) -> User:
        who = {"username": data} if isinstance(data, str) else {"pk": checked_id(data)}
        try:
            return User.objects.get(is_active=True, **who)
        except User.DoesNotExist:
            refuse_missing([data])


def checked_id(data: Any) -> int:
    if isinstance(data, bool) or not isinstance(data, int) or not 1 <= data <= LARGEST_ID:
        raise serializers.ValidationError("Write an id as a whole number, without quotation marks.")
    return data


def refuse_missing(keys: Sequence[Any]) -> NoReturn:
    shown = ", ".join(str(key)[:100] for key in keys[:5])
    raise serializers.ValidationError(f"There is none with the id {shown}, or none that you may see.")

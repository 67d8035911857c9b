"""Reads request bodies: JSON of a bounded size and depth, in which no name stands twice."""

import json
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from claims.api.problems import ContentTooLarge

DEEPEST = 20
# What any step needs; bodies that bring text have a limit of their own.
SMALL = 65_536


class BoundedJSON(JSONParser):
    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        view = (parser_context or {}).get("view")
        limit = getattr(view, "body_limit", SMALL)
        raw = stream.read(limit + 1)
        if len(raw) > limit:
            raise ContentTooLarge(f"The body may have {limit} bytes at most.")
        try:
            value = json.loads(raw.decode(), object_pairs_hook=_said_once, parse_constant=_refuse_constant)
        except RecursionError:
            raise ParseError(_TOO_DEEP) from None
        except UnicodeDecodeError:
            raise ParseError("The body is not UTF-8.") from None
        except ValueError as error:
            raise ParseError(f"The body is not JSON: {error}") from None
        _check(value)
        return value


_TOO_DEEP = f"The body is nested deeper than {DEEPEST} levels."


def _said_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ParseError("The body names a field twice; which of the two is meant?")
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON number")


def _check(value: Any) -> None:
    """Refuse what would break an answer that repeats it: halves of surrogate pairs, and nesting without end."""
    level = [value]
    for _ in range(DEEPEST):
        if not level:
            return
        inner: list[Any] = []
        for item in level:
            if isinstance(item, str):
                _refuse_surrogates(item)
            elif isinstance(item, Mapping):
                inner += [*item.keys(), *item.values()]
            elif isinstance(item, list):
                inner += item
        level = inner
    if level:
        raise ParseError(_TOO_DEEP)


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        code = f"U+{ord(text[error.start]):04X}"
        raise ParseError(
            f"The body holds half of a surrogate pair ({code}). Send whole characters."
        ) from None

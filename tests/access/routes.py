"""Every address that the desk answers, read from the URLconf itself."""

import re
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

_GROUP = re.compile(r"\(\?P<(\w+)>[^)]*\)")
_CONVERTER = re.compile(r"<(?:\w+:)?(\w+)>")


def all_routes() -> list[str]:
    """As in the table: `articles/<article_id>/edit/`, without converters and regular expressions."""
    return [plain(route) for route in _walk(get_resolver().url_patterns, "")]


def plain(route: str) -> str:
    named = _CONVERTER.sub(r"<\1>", _GROUP.sub(r"<\1>", route))
    return re.sub(r"[\^$]|\\Z", "", named)


def address(route: str, arguments: dict[str, Any]) -> str:
    return "/" + re.sub(r"<(\w+)>", lambda found: str(arguments[found[1]]), route)


def _walk(patterns: "list[URLPattern | URLResolver]", prefix: str) -> Iterator[str]:
    for pattern in patterns:
        here = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, here)
        else:
            yield here

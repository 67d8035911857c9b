"""Links between the rows that the console shows."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import Truncator

LONGEST = 80


def link_to(row: models.Model | None) -> str:
    """A link to the row's page in the console, or a dash."""
    if row is None:
        return "-"
    options = row._meta
    address = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, Truncator(str(row)).chars(LONGEST))


def linked(path: str, *, name: str = "") -> Callable[[Any, models.Model], str]:
    """A column that links to a related row; `path` may lead over others, as `claim.article` does."""

    def column(_admin: Any, row: models.Model) -> str:
        related: Any = row
        for step in path.split("."):
            related = getattr(related, step, None)
        return link_to(related)

    column.short_description = name or path.split(".")[-1]  # type: ignore[attr-defined]
    return column


def listed(model: str, *, by: str, name: str) -> Callable[[Any, models.Model], str]:
    """A line that links to the list of a row's others, such as the verdicts of a review: `by` is their way back."""

    def column(_admin: Any, row: models.Model) -> str:
        address = reverse(f"admin:{model.replace('.', '_')}_changelist", query={by: row.pk})
        return format_html('<a href="{}">{}</a>', address, name)

    column.short_description = name  # type: ignore[attr-defined]
    return column


def beginning(field: str, *, characters: int = LONGEST, name: str = "") -> Callable[[Any, models.Model], str]:
    """A column that shows how a text begins, so that no list and no page carries two megabytes."""

    def column(_admin: Any, row: models.Model) -> str:
        return Truncator(str(getattr(row, field))).chars(characters)

    column.short_description = name or field  # type: ignore[attr-defined]
    return column

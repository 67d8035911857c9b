"""Actions of the console: they take the model's own steps, row by row, and tell of each refusal."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.text import Truncator

from claims.refusals import Refused, Stale

# More would keep the page waiting, and others from writing.
MOST_ROWS = 500
NAMED = 5


def act(
    request: HttpRequest, rows: "models.QuerySet[Any]", step: Callable[[Any], object], *, done: str
) -> None:
    """Take a step on each chosen row: `done` says on how many it was taken; refusals come with their rows."""
    chosen = list(rows[: MOST_ROWS + 1])
    if len(chosen) > MOST_ROWS:
        messages.error(request, f"Choose {MOST_ROWS} rows at most.")
        return
    refused: dict[str, list[str]] = defaultdict(list)
    for row in chosen:
        reason = _take(step, row)
        if reason is not None:
            refused[reason].append(Truncator(str(row)).chars(60))
    if taken := len(chosen) - sum(map(len, refused.values())):
        messages.success(request, f"{done}: {taken}.")
    for reason, names in refused.items():
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        messages.warning(request, f"{reason} ({'; '.join(names[:NAMED])}{more})")


def _take(step: Callable[[Any], object], row: Any) -> str | None:
    """The reason why the step was refused, or None."""
    try:
        step(row)
    except (Refused, Stale) as refused:
        return str(refused)
    except ValidationError as error:
        return " ".join(error.messages)
    return None

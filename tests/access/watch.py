"""Whether a call wrote anything: the statements that it sent, and a digest of every table."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection

READS = (
    "SELECT",
    "SAVEPOINT",
    "RELEASE",
    "ROLLBACK",
    "BEGIN",
    "COMMIT",
    "EXPLAIN",
    "SET",
    "DECLARE",
    "FETCH",
    "CLOSE",
)
# Who was seen when, and who failed to log in, tells nothing of the desk's work.
PASSING = ("django_session", "axes_")


@contextmanager
def written() -> Iterator[list[str]]:
    """The writing statements that were sent meanwhile."""
    statements: list[str] = []

    def note(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        if not sql.lstrip().upper().startswith(READS) and not any(f'"{table}' in sql for table in PASSING):
            statements.append(sql)
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        yield statements


def digest() -> str:
    """Over every row of every table but sessions and failed log-ins."""
    found = hashlib.sha256()
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if not table.startswith(PASSING) and model._meta.managed:
            found.update(table.encode())
            for row in model._default_manager.order_by("pk").values_list():
                found.update(repr(row).encode())
    return found.hexdigest()

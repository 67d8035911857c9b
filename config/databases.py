"""What the database must be for an acknowledged verdict to survive: checked at the start and by /readyz."""

import functools
from collections.abc import Iterable, Sequence
from typing import Any

from django.apps.config import AppConfig
from django.core.checks import CheckMessage, Error
from django.db import DEFAULT_DB_ALIAS, OperationalError, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

# FULL: every commit is on the disk before it is acknowledged. NORMAL can take commits back after a power cut.
SQLITE = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def shortcomings(database: BaseDatabaseWrapper) -> list[str]:
    """What of the database's own settings would lose or corrupt work. Raises OperationalError when it is away."""
    with database.cursor() as cursor:
        if database.vendor == "sqlite":
            return _sqlite_shortcomings(cursor, in_memory=database.is_in_memory_db())  # type: ignore[attr-defined]
        cursor.execute("SHOW synchronous_commit")
        row = cursor.fetchone()
        return ["PostgreSQL has synchronous_commit off; turn it on"] if row == ("off",) else []


def _sqlite_shortcomings(cursor: Any, *, in_memory: bool) -> list[str]:
    found = []
    for pragma, wanted in SQLITE.items():
        if pragma == "journal_mode" and in_memory:
            continue
        value = cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
        if value != wanted:
            found.append(f"SQLite has {pragma}={value} instead of {wanted}; is the file on a network disk?")
    return found


def check_durability(
    *, app_configs: Sequence[AppConfig] | None, databases: Iterable[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """A system check for `manage.py check --database default`, which migrate and desk run."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        try:
            found += [Error(reason, id="config.E001") for reason in shortcomings(connections[alias])]
        except OperationalError as error:
            found.append(Error(f"The database does not answer: {error}", id="config.E002"))
    return found


@functools.cache
def _known_migrations() -> frozenset[tuple[str, str]]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return frozenset(loader.disk_migrations or {})


def pending_migrations() -> list[str]:
    """Names of migrations that this code has and the database has not. One query."""
    applied = set(MigrationRecorder(connection).applied_migrations())
    return sorted(f"{app}.{name}" for app, name in _known_migrations() - applied)


def is_sqlite() -> bool:
    return connections[DEFAULT_DB_ALIAS].vendor == "sqlite"

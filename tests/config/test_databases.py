import pytest
from django.core.checks import run_checks
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from config.databases import pending_migrations, shortcomings

IS_SQLITE = connection.vendor == "sqlite"
PLANTED = [
    ("PRAGMA synchronous=NORMAL", "PRAGMA synchronous=FULL"),
    ("PRAGMA foreign_keys=OFF", "PRAGMA foreign_keys=ON"),
]
if not IS_SQLITE:
    PLANTED = [("SET synchronous_commit = off", "SET synchronous_commit = on")]


@pytest.mark.django_db
def test_database_as_configured_keeps_what_it_acknowledges() -> None:
    assert shortcomings(connection) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("planted", "undo"), PLANTED)
def test_setting_that_loses_work_is_found(planted: str, undo: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(planted)
        try:
            assert len(shortcomings(connection)) == 1
        finally:
            cursor.execute(undo)


@pytest.mark.django_db(transaction=True)
def test_system_check_reports_it_as_an_error() -> None:
    planted, undo = PLANTED[0]
    with connection.cursor() as cursor:
        cursor.execute(planted)
        try:
            assert [error.id for error in run_checks(tags=["database"], databases=["default"])] == [
                "config.E001"
            ]
        finally:
            cursor.execute(undo)


@pytest.mark.django_db
def test_migration_not_applied_is_named() -> None:
    assert pending_migrations() == []
    MigrationRecorder(connection).record_unapplied("claims", "0002_roles")
    assert pending_migrations() == ["claims.0002_roles"]


@pytest.mark.django_db
def test_a_transaction_that_reads_first_has_the_write_lock_already() -> None:
    """Otherwise two that read and then write fail each other with "database is locked"."""
    assert not IS_SQLITE or connection.transaction_mode == "IMMEDIATE"  # type: ignore[attr-defined]

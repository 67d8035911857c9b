"""What every test gets: an emptied database that stays usable, a watched browser, and no silent skips."""

import os
import shutil
from collections.abc import Callable, Generator, Iterable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.operations import BaseDatabaseOperations
from pytest_django.plugin import DjangoDbBlocker

CHROMIUM = shutil.which("chromium")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--forbid-skips", action="store_true", help="Fail when any test was skipped.")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if fixtures & {"page", "context", "new_context", "browser"}:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    skipped = len(reporter.stats.get("skipped", []))
    if skipped and session.config.getoption("--forbid-skips"):
        reporter.write_line(f"{skipped} skipped, and a test that did not run proves nothing", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Tests that really commit have their database emptied by Django. Let that pass the triggers of append-only
    tables, and bring back what the migrations put there (groups, ratings) for the tests that follow."""
    with django_db_blocker.unblock():
        migrated = connection.creation.serialize_db_to_string()
    # On the class, since browser tests run in an event loop and get a connection object of their own there.
    operations = type(connection.ops)
    empty = operations.execute_sql_flush

    def empty_and_fill(self: BaseDatabaseOperations, sql_list: Iterable[str]) -> None:
        if self.connection.vendor == "sqlite":  # PostgreSQL truncates, which no trigger for rows sees
            sql_list = without_triggers(self.connection, sql_list)
        empty(self, sql_list)
        self.connection.creation.deserialize_db_from_string(migrated)

    operations.execute_sql_flush = empty_and_fill  # type: ignore[method-assign]


def without_triggers(database: BaseDatabaseWrapper, statements: Iterable[str]) -> list[str]:
    with database.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
    return [f'DROP TRIGGER "{name}"' for name, _ in triggers] + [*statements] + [sql for _, sql in triggers]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; nothing is downloaded."""
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    # Playwright's own event loop makes Django believe that it is called from asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    return {**browser_type_launch_args, "executable_path": CHROMIUM}


@pytest.fixture
def new_context(new_context: Callable[..., Any]) -> Generator[Callable[..., Any]]:
    """Every browser test also shows that nothing is loaded from elsewhere and that the console stays clean."""
    complaints: list[str] = []

    def watched(**options: Any) -> Any:
        context = new_context(**options)
        context.on("request", lambda request: complaints.extend(foreign(request.url)))
        context.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        return context

    yield watched
    assert complaints == []


def foreign(url: str) -> list[str]:
    parts = urlsplit(url)
    return (
        []
        if parts.scheme in ("data", "blob", "about") or parts.hostname in ("localhost", "127.0.0.1")
        else [url]
    )

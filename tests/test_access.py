"""Every address, every method, everybody: the table in tests/access/table.txt holds, and who is refused changes
nothing. Prints how many cells were tried."""

from collections import Counter
from collections.abc import Generator

import pytest
from django.db import connection, transaction

from tests.access import table, watch
from tests.access.calling import METHODS, Desk
from tests.access.people import EVERYBODY
from tests.access.routes import all_routes

# Without the mark there would be no database for tests; the rows are made once, in a transaction around all of them.
pytestmark = pytest.mark.django_db
LINES = table.read()
DENIED = ("login", "401", "403", "404", "405")
tried: Counter[str] = Counter()


@pytest.fixture(scope="module")
def desk(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Generator[Desk]:
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        assert "test" in str(connection.settings_dict["NAME"])
        yield Desk()
        transaction.set_rollback(True)


def test_table_lists_every_address_once() -> None:
    assert Counter(line.route for line in LINES) == Counter(all_routes())


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.route or "/")
def test_address_answers_as_the_table_says(desk: Desk, line: table.Line) -> None:
    wrong = []
    for method in METHODS:
        for person in EVERYBODY:
            expected, answer = line.expected(method, person), desk.call(line.route, method, person)
            tried["cells"] += 1
            if answer.said != expected:
                wrong.append(f"{method} by {person}: {answer.said}, expected {expected}")
            if answer.said in DENIED and answer.wrote:
                wrong.append(f"{method} by {person} was refused, and wrote: {answer.wrote}")
    tried["mismatches"] += len(wrong)
    assert wrong == []
    assert watch.digest() == desk.digest


def test_write_of_a_call_is_seen_and_taken_back(desk: Desk) -> None:
    answer = desk.call("articles/<article_id>/edit/", "POST", "reporter")
    assert (answer.said, any("claims_article" in sql for sql in answer.wrote)) == ("302", True)
    assert watch.digest() == desk.digest


@pytest.mark.urls("tests.access.one_more")
def test_address_that_nobody_listed_is_noticed() -> None:
    assert set(all_routes()) - {line.route for line in LINES} == {"articles/<article_id>/leak/"}


def test_number_of_cells_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\naccess: {tried['cells']} cells, {tried['mismatches']} mismatches")  # noqa: T201
    assert tried["mismatches"] == 0

"""A trail that was tampered with is found at the right line, whatever was done to it."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.append_only import lay, lift
from claims.models import Event
from tests.factories import make_review

pytestmark = pytest.mark.django_db
TABLE = "claims_event"


@pytest.fixture
def trail() -> list[int]:
    make_review(state="published")
    return list(Event.objects.order_by("seq").values_list("seq", flat=True))


def tamper(sql: str, *values: int | str) -> None:
    """What somebody with the database's own tools can do: take the triggers off, change a row, lay them again."""
    lift(connection, TABLE)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
    lay(connection, TABLE)


def test_untouched_trail_holds(trail: list[int]) -> None:
    out = StringIO()
    call_command("verify_history", stdout=out)
    assert out.getvalue() == f"{len(trail)} lines hold. Head: {Event.objects.get(seq=len(trail)).hash}\n"


def test_empty_trail_holds() -> None:
    assert Event.objects.all().first_broken() is None


@pytest.mark.parametrize("seq", [1, 5, 11])
def test_changed_line_is_named(trail: list[int], seq: int) -> None:
    tamper("UPDATE claims_event SET verb = 'review.forged' WHERE seq = %s", seq)
    with pytest.raises(CommandError, match=f"line {seq}: it says something else"):
        call_command("verify_history")


def test_line_taken_out_is_named(trail: list[int]) -> None:
    tamper("DELETE FROM claims_event WHERE seq = %s", 4)
    assert Event.objects.all().first_broken() == (4, "the line is missing")


def test_line_whose_hash_was_made_anew_is_found_at_the_next(trail: list[int]) -> None:
    event = Event.objects.get(seq=3)
    event.data = {"version": 9}
    tamper("UPDATE claims_event SET data = %s, hash = %s WHERE seq = 3", '{"version": 9}', event.digest())
    assert Event.objects.all().first_broken() == (4, "it does not follow from the line before it")


def test_cut_end_shows_in_the_head(trail: list[int]) -> None:
    head = Event.objects.all().head()
    tamper("DELETE FROM claims_event WHERE seq = %s", trail[-1])
    assert Event.objects.all().first_broken() is None
    assert Event.objects.all().head() != head

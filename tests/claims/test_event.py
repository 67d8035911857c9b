"""The chain of events: in order, without forks, and telling when it was changed."""

from datetime import datetime, timedelta, timezone

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.models import Event
from tests.factories import NOW, make_article, make_claim, make_user
from tests.together import together

pytestmark = pytest.mark.django_db
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def append(number: int = 1) -> Event:
    return Event.objects.append("tried", actor=None, now=NOW, data={"number": number})


def test_each_line_holds_the_hash_of_the_one_before() -> None:
    first, second, third = (append(number) for number in range(3))
    assert [event.seq for event in (first, second, third)] == [1, 2, 3]
    assert [first.previous_hash, second.previous_hash, third.previous_hash] == ["", first.hash, second.hash]


def test_digest_is_what_the_documentation_says() -> None:
    event = Event(seq=1, at=NOW, verb="tried", data={"b": 1, "a": "é"}, previous_hash="")
    assert event.digest() == "d63442a06f692c0eb734fb54d1f94e913282a818f4a65372ec5abeffedf7d41e"


def test_stored_line_gives_the_same_digest() -> None:
    claim = make_claim()
    event = Event.objects.append(
        "tried", actor=make_user(), now=NOW, claim=claim, data={"é": [1, None, "\u202e"]}
    )
    stored = Event.objects.get(pk=event.pk)
    assert (stored.digest(), stored.article) == (event.hash, claim.article)


def test_moment_told_in_another_zone_gives_the_same_chain() -> None:
    now = datetime(2026, 3, 2, 18, 0, 0, 7, tzinfo=timezone(timedelta(hours=9)))
    event = Event.objects.append("tried", actor=None, now=now)
    assert Event.objects.get().digest() == event.hash
    assert Event.objects.all().first_broken() is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.dictionaries(TEXT, JSON, max_size=4))
def test_whatever_is_told_reads_back_with_its_digest(db: None, data: dict[str, object]) -> None:
    event = Event.objects.append("tried", actor=None, now=NOW, data=data)
    stored = Event.objects.get(pk=event.pk)
    assert (stored.data, stored.digest()) == (data, event.hash)


@pytest.mark.parametrize(
    "changes",
    [
        {"verb": "tried."},
        {"data": {"number": 2}},
        {"actor_id": 1},
        {"article_id": 1},
        {"at": NOW + timedelta(microseconds=1)},
        {"seq": 2},
        {"previous_hash": "0" * 64},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_every_part_of_a_line_counts(changes: dict[str, object]) -> None:
    event = append()
    before = event.hash
    for name, value in changes.items():
        setattr(event, name, value)
    assert event.digest() != before


@pytest.mark.parametrize("value", ["\x00", "\ud800", "\r"], ids=repr)
def test_line_with_a_control_is_refused_and_breaks_nothing(value: str) -> None:
    append()
    with pytest.raises(ValidationError, match="Remove it and send the text again"), transaction.atomic():
        Event.objects.append("tried", actor=None, now=NOW, data={"a": [value]})
    assert (append(2).seq, Event.objects.all().first_broken()) == (2, None)


@pytest.mark.django_db(transaction=True)
def test_lines_written_in_the_same_moment_make_one_chain() -> None:
    together([lambda number=number: append(number) for number in range(8)])  # type: ignore[misc]
    assert list(Event.objects.values_list("seq", flat=True)) == list(range(1, 9))
    assert Event.objects.all().first_broken() is None


def test_step_that_fails_takes_its_line_with_it() -> None:
    with transaction.atomic():
        append()
        transaction.set_rollback(True)
    assert Event.objects.count() == 0


@pytest.mark.parametrize("forged", [{"seq": 0, "previous_hash": "x"}, {"seq": 9, "previous_hash": ""}])
def test_database_refuses_a_fork(forged: dict[str, object]) -> None:
    append()
    with pytest.raises(IntegrityError), transaction.atomic():
        Event(at=NOW, verb="forged", hash="y", data={}, **forged).save(force_insert=True)


def test_events_are_found_by_article_and_claim() -> None:
    claim = make_claim()
    make_article(text="Another article.")
    append()
    told = Event.objects.append("tried", actor=None, now=NOW, claim=claim)
    assert list(Event.objects.of_claim(claim)) == [told]
    assert Event.objects.of_article(claim.article).newest_first()[0] == told

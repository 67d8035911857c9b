"""The table of the process: whole, without dead ends, and the same in code, database and diagram."""

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError, transaction

from reviews.models import Review
from reviews.permissions import _WHOSE
from reviews.workflow import AT_REST, OPEN_TO_REVIEWERS, OPENED, STEPS, State, diagram, leads, starts
from tests.factories import make_review

MOVES = [
    (name, source, to)
    for name, step in STEPS.items()
    for source, targets in step.moves.items()
    for to in targets
]


def reachable(*begin: State) -> set[State]:
    seen, ahead = set(begin), list(begin)
    while ahead:
        here = ahead.pop()
        for _, source, to in MOVES:
            if source == here and to not in seen:
                seen.add(to)
                ahead.append(to)
    return seen


def test_every_state_can_be_reached_from_new() -> None:
    assert reachable(State.NEW) == set(State)


@pytest.mark.parametrize("state", [state for state in State if state != State.WITHDRAWN])
def test_every_state_but_withdrawn_leads_to_a_publication(state: State) -> None:
    assert State.PUBLISHED in reachable(state)


def test_withdrawn_is_the_end() -> None:
    assert reachable(State.WITHDRAWN) == {State.WITHDRAWN}


@pytest.mark.parametrize("name", list(STEPS))
def test_step_is_a_verb_of_the_review_with_a_right_and_a_reason(name: str) -> None:
    step = STEPS[name]
    assert (step.name, callable(getattr(Review, name)), step.right in _WHOSE) == (name, True, True)
    assert (bool(step.label), bool(step.moves)) == (True, True)


@pytest.mark.django_db
def test_right_of_every_step_is_a_permission_of_the_review() -> None:
    rights = {step.right for step in STEPS.values()}
    held = Permission.objects.filter(content_type__model="review", codename__in=rights)
    assert set(held.values_list("codename", flat=True)) == rights


def test_leads_and_starts_read_the_table() -> None:
    for name in STEPS:
        for source in State:
            targets = {to for to in State if leads(name, source, to)}
            assert targets == {to for step, begin, to in MOVES if (step, begin) == (name, source)}
            assert starts(name, source) is bool(targets)


def test_state_that_is_none_is_an_error_and_no_silent_no() -> None:
    with pytest.raises(ValueError, match="sleeping"):
        starts("triage", "sleeping")


def test_groups_of_states_are_what_their_names_say() -> None:
    waits_for_verdicts = {State.NEW, State.TRIAGED, State.ASSIGNED, State.IN_REVIEW, State.RECHECK}
    assert set(AT_REST) == set(State) - waits_for_verdicts - {State.IN_ADJUDICATION}
    assert set(OPENED) == set(State) - waits_for_verdicts
    assert set(OPEN_TO_REVIEWERS) == waits_for_verdicts - {State.NEW}


def test_verdicts_words_are_no_states() -> None:
    assert not {"true", "false", "unproven", "outdated"} & set(State.values)


def test_diagram_draws_every_move_once() -> None:
    lines = diagram().splitlines()
    assert lines[:2] == ["stateDiagram-v2", "    [*] --> new"]
    assert sorted(lines[2:]) == sorted(f"    {source} --> {to}: {name}" for name, source, to in MOVES)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"state": "sleeping"},
        {"state": "settled"},
        {"state": "published"},
        {"state": "withdrawn"},
        {"state": "dismissed"},
        {"state": "dismissed", "dismissed_as": "opinion"},
    ],
)
def test_database_refuses_a_state_without_what_it_rests_on(changes: dict[str, str]) -> None:
    review = make_review(state="triaged")
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(**changes)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "state",
    ["new", "triaged", "assigned", "in_review", "in_adjudication", "settled", "published", "dismissed"],
)
def test_factory_takes_a_review_as_far_as_it_says(state: str) -> None:
    assert Review.objects.get(pk=make_review(state=state).pk).state == state

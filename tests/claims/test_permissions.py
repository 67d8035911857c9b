"""Who may read, bring articles in, and administer: reasons for all who may not."""

import pytest
from django.contrib.auth.models import AnonymousUser

from claims.permissions import Step, refusal
from claims.refusals import Refusal
from tests.factories import make_user

pytestmark = pytest.mark.django_db
REASONS = {
    "read": "Reading at the desk needs one of its roles. Ask an administrator for one.",
    "bring": "Bringing articles in is for reporters and editors.",
    "administer": "The admin console is for administrators.",
}
ALLOWED: list[tuple[str | None, tuple[Step, ...]]] = [
    (None, ()),
    ("reader", ("read",)),
    ("reporter", ("read", "bring")),
    ("reviewer", ("read",)),
    ("editor", ("read", "bring")),
    ("administrator", ("read", "bring", "administer")),
]


@pytest.mark.parametrize(("role", "allowed"), ALLOWED)
def test_role_may_do_this_and_is_told_why_not_the_rest(role: str | None, allowed: tuple[Step, ...]) -> None:
    user = make_user(role=role)
    steps: tuple[Step, ...] = ("read", "bring", "administer")
    expected = {step: None if step in allowed else Refusal(REASONS[step]) for step in steps}
    assert {step: refusal(step, user) for step in steps} == expected


@pytest.mark.parametrize("step", ["read", "bring", "administer"])
def test_nobody_without_an_active_account_may_do_anything(step: Step) -> None:
    left = make_user(role="administrator", is_active=False)
    chief = make_user(role=None, is_superuser=True, is_active=False)
    assert {refusal(step, person) for person in (left, chief, AnonymousUser())} == {Refusal(REASONS[step])}


def test_superuser_may_do_all_three() -> None:
    chief = make_user(role=None, is_superuser=True)
    steps: tuple[Step, ...] = ("read", "bring", "administer")
    assert [refusal(step, chief) for step in steps] == [None, None, None]

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from claims.models import Event
from claims.refusals import Refused
from reviews.models import Policy
from reviews.workflow import State
from tests.factories import NOW, make_claim, make_evidence, make_review, make_user, make_verdict

pytestmark = pytest.mark.django_db


def make_policy(**changes: Any) -> Policy:
    policy = Policy.objects.create(name="Another", **changes)
    policy.make_default(by=make_user(role="administrator"), now=NOW)
    return policy


def test_desk_begins_with_two_blind_reviewers() -> None:
    policy = Policy.objects.get(is_default=True)
    assert (policy.reviewers_required, policy.blind, policy.minimum_evidence) == (2, True, 1)
    assert (policy.only_author_may_publish, policy.adjudicator_may_be_reviewer) == (False, False)


def test_review_keeps_the_policy_that_it_began_under() -> None:
    review = make_review()
    later = make_policy(reviewers_required=1)
    review.refresh_from_db()
    assert (review.policy.reviewers_required, make_claim().review.policy) == (2, later)


@pytest.mark.parametrize("number", [1, 2, 3, 5])
def test_review_settles_with_as_many_verdicts_as_the_policy_asks_for(number: int) -> None:
    make_policy(reviewers_required=number)
    review = make_review(state="triaged")
    for _ in range(number):
        assert review.ruling is None
        reviewer = make_user()
        review.take(by=reviewer, now=NOW)
        make_verdict(review=review, by=reviewer)
    assert review.ruling is not None
    assert (review.state, review.ruling.reviewed_by) == (State.SETTLED, number)


def test_policy_asks_for_as_much_evidence_as_it_says() -> None:
    make_policy(minimum_evidence=2)
    review = make_review(state="assigned")
    reviewer = review.shares()[0].reviewer
    pieces = [make_evidence(review=review, by=reviewer) for _ in range(2)]
    with pytest.raises(ValidationError, match="needs at least 2 pieces of evidence"):
        make_verdict(review=review, by=reviewer, evidence=[pieces[0], pieces[0]])
    assert make_verdict(review=review, by=reviewer, evidence=pieces).citations.count() == 2


def test_policy_of_no_evidence_still_asks_for_one_piece() -> None:
    make_policy(minimum_evidence=0)
    review = make_review(state="assigned")
    with pytest.raises(ValidationError, match="at least one piece"):
        make_verdict(review=review, by=review.shares()[0].reviewer, evidence=[])


@pytest.mark.parametrize("number", [0, 6])
def test_number_of_reviewers_is_bounded_in_form_and_database(number: int) -> None:
    with pytest.raises(ValidationError):
        Policy(name="P", reviewers_required=number).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Policy.objects.create(name="P", reviewers_required=number)


def test_one_policy_is_the_default() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Policy.objects.create(name="P", is_default=True)


def test_default_is_for_administrators_to_choose() -> None:
    policy = Policy.objects.create(name="P")
    with pytest.raises(Refused, match="for administrators"):
        policy.make_default(by=make_user(role="editor"), now=NOW)
    assert (Policy.objects.get(is_default=True).name, Event.objects.count()) == ("Two reviewers, blind", 0)


def test_policy_has_begun_with_its_first_review() -> None:
    policy = Policy.objects.get()
    assert policy.has_begun() is False
    make_claim()
    assert policy.has_begun() is True

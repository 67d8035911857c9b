from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from claims.refusals import Refused, Stale
from reviews.models import Assignment, Policy, Review
from reviews.workflow import State
from tests.factories import NOW, make_claim, make_review, make_user, make_verdict, rating

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


def share() -> Assignment:
    return make_review(state="assigned").shares()[0]


# Drafts


def test_draft_is_kept_with_its_moment() -> None:
    mine = share()
    mine.save_draft(
        by=mine.reviewer, now=NOW, revision=1, rating=rating("false"), rationale="The deed says 2020."
    )
    mine.refresh_from_db()
    assert (mine.draft_rating, mine.draft_rationale, mine.drafted_at, mine.revision) == (
        rating("false"),
        "The deed says 2020.",
        NOW,
        2,
    )


def test_second_window_is_told_and_the_first_ones_words_stay() -> None:
    mine = share()
    other = Assignment.objects.get(pk=mine.pk)
    mine.save_draft(by=mine.reviewer, now=NOW, revision=1, rationale="From the first window.")
    with pytest.raises(Stale) as stale:
        other.save_draft(by=mine.reviewer, now=NOW, revision=1, rationale="From the second.")
    assert isinstance(stale.value.current, Assignment)
    assert stale.value.current.draft_rationale == "From the first window."
    assert Assignment.objects.get(pk=mine.pk).draft_rationale == "From the first window."


def test_draft_in_a_retired_rating_is_refused() -> None:
    mine, retired = share(), rating("outdated")
    retired.retire(by=make_user(role="administrator"), now=NOW)
    with pytest.raises(ValidationError, match="no longer in use"):
        mine.save_draft(by=mine.reviewer, now=NOW, revision=1, rating=retired)
    assert Assignment.objects.get(pk=mine.pk).draft_rating is None


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"], ids=repr)
def test_draft_with_a_control_is_refused_by_field(text: str) -> None:
    mine = share()
    with pytest.raises(ValidationError) as refused:
        mine.save_draft(by=mine.reviewer, now=NOW, revision=1, rationale=text)
    assert (list(refused.value.message_dict), Assignment.objects.get(pk=mine.pk).revision) == (
        ["draft_rationale"],
        1,
    )


def test_draft_of_a_share_that_was_given_back_is_refused_and_stays() -> None:
    mine = share()
    mine.save_draft(by=mine.reviewer, now=NOW, revision=1, rationale="Half done.")
    mine.review.release(by=mine.reviewer, now=NOW, reason="On leave.")
    mine.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        mine.save_draft(by=mine.reviewer, now=NOW, revision=2, rationale="More.")
    assert (mine.draft_rationale, mine.release_reason) == ("Half done.", "On leave.")


def test_share_released_in_the_same_moment_takes_no_draft() -> None:
    mine = share()
    Review.objects.get().release(by=mine.reviewer, now=NOW)
    with pytest.raises((Stale, Refused)):
        mine.save_draft(by=mine.reviewer, now=NOW, revision=1, rationale="Too late.")
    assert Assignment.objects.get(pk=mine.pk).draft_rationale == ""


# Shares


def test_reviewer_has_one_current_share_a_round() -> None:
    mine = share()
    double = Assignment(
        review=mine.review, reviewer=mine.reviewer, round=1, assigned_by=mine.assigned_by, created_at=NOW
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        double.save()
    with pytest.raises(ValidationError, match="has a share in the review already"):
        double.full_clean()


def test_share_with_a_verdict_cannot_be_released_in_the_database_either() -> None:
    mine = share()
    with pytest.raises(IntegrityError), transaction.atomic():
        Assignment.objects.filter(pk=mine.pk).update(verdict_at=NOW, released_at=NOW)


def test_share_that_was_given_back_can_be_taken_again() -> None:
    review, reviewer = make_review(state="triaged"), make_user()
    for _ in range(2):
        review.take(by=reviewer, now=NOW)
        review.release(by=reviewer, now=NOW)
    assert (review.state, Assignment.objects.count(), review.places_left()) == (State.TRIAGED, 2, 2)


def test_deactivated_reviewer_is_given_no_share() -> None:
    review = make_review(state="triaged")
    left = make_user(is_active=False)
    with pytest.raises(ValidationError, match="no active reviewer"):
        review.assign(by=make_user(role="editor"), reviewer=left, now=NOW)
    assert (Assignment.objects.count(), review.state) == (0, State.TRIAGED)


def test_released_share_in_a_recheck_goes_back_to_the_recheck() -> None:
    review = make_review(state="settled")
    reviewer = make_user()
    review.recheck(by=make_user(role="editor"), now=NOW, reason="New minutes.")
    review.take(by=reviewer, now=NOW)
    review.release(by=reviewer, now=NOW)
    assert (review.state, review.round) == (State.RECHECK, 2)


# Sets


def test_queue_holds_open_shares_without_a_verdict_of_this_round() -> None:
    review = make_review(state="in_review")
    waiting = [mine for mine in review.shares() if not mine.verdict_given]
    assert list(Assignment.objects.awaiting_verdict()) == waiting
    review.dismiss(by=make_user(role="editor"), now=NOW, disposition="duplicate", reason="Said before.")
    assert list(Assignment.objects.awaiting_verdict()) == []


def test_queue_begins_with_what_is_due_first_and_ends_with_what_is_not_due() -> None:
    Policy.objects.update(reviewers_required=1)
    reviewer, editor = make_user(), make_user(role="editor")
    days = [None, TODAY, TODAY - timedelta(days=1)]
    for day in days:
        review = make_claim().review
        review.assign(by=editor, reviewer=reviewer, now=NOW, due_on=day)
    pressing = Assignment.objects.of(reviewer).most_pressing_first()
    assert [mine.due_on for mine in pressing] == [TODAY - timedelta(days=1), TODAY, None]
    assert [mine.is_overdue(TODAY) for mine in pressing] == [True, False, False]


def test_shares_are_shown_to_the_desk_and_to_nobody_else() -> None:
    share()
    seen = {role: Assignment.objects.visible_to(make_user(role=role)).count() for role in ("reader", None)}
    assert seen == {"reader": 2, None: 0}


def test_review_that_can_be_taken_has_a_place_left_and_no_share_of_mine() -> None:
    full, half, new = make_review(state="assigned"), make_review(state="triaged"), make_review()
    me = make_user()
    half.take(by=make_user(), now=NOW)
    assert list(Review.objects.takeable_by(me)) == [half]
    half.take(by=me, now=NOW)
    assert (list(Review.objects.takeable_by(me)), list(Review.objects.with_share_of(me))) == ([], [half])
    make_verdict(review=half, by=me)
    assert list(Review.objects.with_share_of(me)) == []
    assert {full.state, new.state} == {State.ASSIGNED, State.NEW}

"""Every reason for which a step is refused, and that a refused step changes nothing."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from claims.models import Event, User
from claims.refusals import Refused
from claims.roles import ROLES
from reviews.models import Policy, Review, Verdict
from reviews.permissions import _WHOSE, draft_refusal, refusal, right_refusal
from reviews.workflow import STEPS, State
from tests.factories import NOW, make_review, make_user, make_verdict, rating

pytestmark = pytest.mark.django_db
STATES = ("new", "triaged", "assigned", "in_review", "in_adjudication", "settled", "published", "dismissed")
CHECKERS, EDITORS = {"reviewer", "editor", "administrator"}, {"editor", "administrator"}
MAY = {
    "triage_review": EDITORS,
    "assign_review": EDITORS,
    "take_review": CHECKERS,
    "adjudicate_review": EDITORS,
    "publish_review": EDITORS,
    "add_source": CHECKERS,
    "add_evidence": CHECKERS,
    "change_source": CHECKERS,
    "change_scale": {"administrator"},
    "change_rating": {"administrator"},
    "change_policy": {"administrator"},
}
ACTS: dict[str, Callable[[Review, User], object]] = {
    "triage": lambda review, by: review.triage(by=by, now=NOW),
    "dismiss": lambda review, by: review.dismiss(by=by, now=NOW, disposition="opinion", reason="Taste."),
    "assign": lambda review, by: review.assign(by=by, now=NOW, reviewer=make_user()),
    "take": lambda review, by: review.take(by=by, now=NOW),
    "release": lambda review, by: review.release(by=by, now=NOW),
    "submit": lambda review, by: review.submit(
        by=by, now=NOW, rating=rating("unproven"), rationale="None found."
    ),
    "adjudicate": lambda review, by: review.adjudicate(
        by=by, now=NOW, rating=rating("true"), summary="Sold.", reasons="The deed."
    ),
    "send_back": lambda review, by: review.send_back(by=by, now=NOW, reason="Look at the deed."),
    "publish": lambda review, by: review.publish(by=by, now=NOW),
    "correct": lambda review, by: review.correct(
        by=by, now=NOW, summary="Sold.", correction="typo", note="A name."
    ),
    "recheck": lambda review, by: review.recheck(by=by, now=NOW, reason="New minutes."),
    "withdraw": lambda review, by: review.withdraw(by=by, now=NOW, note="Not in the article."),
}


def reason(step: str, review: Review, user: User) -> str:
    return str(refusal(step, review, user))


@pytest.mark.parametrize("right", list(MAY))
def test_right_belongs_to_these_roles_and_others_are_told_whose_it_is(right: str) -> None:
    allowed = {role for role in ROLES if right_refusal(right, make_user(role=role)) is None}
    stranger = right_refusal(right, AnonymousUser())
    assert (allowed, str(stranger), stranger and stranger.kind) == (MAY[right], _WHOSE[right], "forbidden")


def test_every_right_that_has_a_reason_is_tried_here() -> None:
    assert set(MAY) == set(_WHOSE)
    assert set(ACTS) == set(STEPS)


@pytest.mark.parametrize("right", list(MAY))
def test_deactivated_superuser_has_no_right(right: str) -> None:
    chief = make_user(role=None, is_superuser=True, is_active=False)
    assert str(right_refusal(right, chief)) == _WHOSE[right]


@pytest.mark.parametrize("state", STATES)
def test_step_at_the_wrong_moment_is_a_conflict_for_superusers_too(state: str) -> None:
    review = make_review(state=state)
    chief = make_user(role=None, is_superuser=True)
    wrong = [step for step in STEPS if State(state) not in STEPS[step].moves]
    refused = {step: refusal(step, review, chief) for step in wrong}
    label = State(state).label
    assert {step: str(each) for step, each in refused.items()} == {
        step: f"“{STEPS[step].label}” is not possible while the claim is {label}." for step in wrong
    }
    assert {each.kind for each in refused.values() if each} == {"conflict"}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("step", list(STEPS))
def test_verb_refuses_exactly_what_the_permission_refuses(step: str, state: str) -> None:
    review = make_review(state=state)
    reviewer, editor, reader = (make_user(role=role) for role in ("reviewer", "editor", "reader"))
    for person in (reader, reviewer, editor):
        expected = refusal(step, review, person)
        if expected is None:
            continue
        before = (Review.objects.values().get(), Event.objects.count(), Verdict.objects.count())
        with pytest.raises(Refused) as refused:
            ACTS[step](review, person)
        assert refused.value.refusal == expected
        assert (Review.objects.values().get(), Event.objects.count(), Verdict.objects.count()) == before


@pytest.mark.parametrize("step", list(STEPS))
def test_step_that_is_not_refused_is_taken(step: str) -> None:
    state = next(iter(STEPS[step].moves))
    review = make_review(state=state)
    by = make_user(role="editor")
    if step in ("release", "submit"):
        by = review.shares()[0].reviewer
    assert refusal(step, review, by) is None
    before = Event.objects.count()
    ACTS[step](review, by)
    assert Event.objects.latest("seq").verb == f"review.{step}"
    assert Event.objects.count() == before + 1


def test_who_may_not_take_a_step_learns_nothing_else_about_it() -> None:
    reader, full = make_user(role="reader"), make_review(state="assigned")
    adjudicated, settled = make_review(state="in_adjudication"), make_review(state="settled")
    wrong: list[Callable[[], object]] = [
        lambda: full.assign(by=reader, now=NOW, reviewer=full.shares()[0].reviewer),
        lambda: full.dismiss(by=reader, now=NOW, disposition="nonsense", reason=""),
        lambda: adjudicated.send_back(by=reader, now=NOW, reason=""),
        lambda: settled.recheck(by=reader, now=NOW, reason=""),
        lambda: settled.publish(by=reader, now=NOW, correction="nonsense"),
        lambda: adjudicated.adjudicate(by=reader, now=NOW, rating=rating("true"), summary="", reasons=""),
    ]
    for act in wrong:
        with pytest.raises(Refused, match="for editors"):
            act()


# What only this review and this person decide


def test_second_share_is_refused() -> None:
    review = make_review(state="triaged")
    reviewer = make_user()
    review.take(by=reviewer, now=NOW)
    assert reason("take", review, reviewer) == "You have a share in this review already."


def test_share_beyond_the_policy_is_refused() -> None:
    review = make_review(state="assigned")
    assert (
        reason("take", review, make_user()) == "This review has all the reviewers that its policy asks for."
    )


def test_verdict_without_a_share_is_forbidden() -> None:
    refused = refusal("submit", make_review(state="assigned"), make_user())
    assert refused is not None
    assert (refused.kind, refused.reason[:32]) == ("forbidden", "A verdict needs a share in the r")


def test_share_that_one_has_not_cannot_be_given_back() -> None:
    assert reason("release", make_review(state="assigned"), make_user()).startswith("You have no share")


def test_share_with_a_verdict_cannot_be_given_back() -> None:
    review = make_review(state="in_review")
    author = review.standing_verdicts()[0].author
    assert reason("release", review, author).startswith("Your verdict is in")


@pytest.mark.parametrize("step", ["adjudicate", "send_back"])
def test_reviewer_of_the_claim_does_not_rule_unless_the_policy_says_so(step: str) -> None:
    review = make_review(state="in_review")
    editor = make_user(role="editor")
    waiting = next(share for share in review.shares() if not share.verdict_given)
    review.release(by=waiting.reviewer, now=NOW)
    review.take(by=editor, now=NOW)
    make_verdict(review=review, by=editor, rating="false")
    assert reason(step, review, editor) == "Whoever gave one of the verdicts cannot rule between them."
    assert refusal(step, review, make_user(role="editor")) is None
    Policy.objects.update(adjudicator_may_be_reviewer=True)
    assert refusal(step, Review.objects.get(), editor) is None


@pytest.mark.parametrize("step", ["publish", "correct"])
def test_author_of_the_only_verdict_neither_publishes_nor_corrects(step: str) -> None:
    Policy.objects.update(reviewers_required=1)
    review = make_review(state="triaged")
    author, colleague = make_user(role="editor"), make_user(role="editor")
    review.take(by=author, now=NOW)
    make_verdict(review=review, by=author)
    if step == "correct":
        review.publish(by=colleague, now=NOW)
    assert (
        reason(step, review, author) == "Whoever wrote the only verdict cannot publish it: ask a colleague."
    )
    assert refusal(step, review, colleague) is None
    Policy.objects.update(only_author_may_publish=True)
    assert refusal(step, Review.objects.get(), author) is None


def test_one_of_two_authors_may_publish() -> None:
    review = make_review(state="in_review")
    waiting = next(share for share in review.shares() if not share.verdict_given)
    review.release(by=waiting.reviewer, now=NOW)
    editor = make_user(role="editor")
    review.take(by=editor, now=NOW)
    make_verdict(review=review, by=editor)
    assert (review.state, refusal("publish", review, editor)) == (State.SETTLED, None)


# Rights that end while somebody is at work


def test_reviewer_who_lost_the_role_gives_no_verdict() -> None:
    review = make_review(state="assigned")
    reviewer = review.shares()[0].reviewer
    reviewer.groups.clear()
    reviewer = User.objects.get(pk=reviewer.pk)
    assert reason("submit", review, reviewer) == "Checking claims is for reviewers."
    assert str(draft_refusal(review.shares()[0], reviewer)) == "Checking claims is for reviewers."


def test_deactivated_reviewer_gives_no_verdict() -> None:
    review = make_review(state="assigned")
    reviewer = review.shares()[0].reviewer
    reviewer.is_active = False
    assert reason("submit", review, reviewer) == "Checking claims is for reviewers."


# Drafts


def test_draft_belongs_to_its_reviewer_alone() -> None:
    share = make_review(state="assigned").shares()[0]
    assert draft_refusal(share, share.reviewer) is None
    for other in (make_user(), make_user(role="editor"), make_user(role=None, is_superuser=True)):
        assert str(draft_refusal(share, other)) == "A draft verdict belongs to its reviewer alone."


def test_draft_of_a_closed_share_is_refused() -> None:
    review = make_review(state="settled")
    share = review.shares()[0]
    refused = draft_refusal(share, share.reviewer)
    assert refused is not None
    assert (refused.kind, refused.reason[:20]) == ("conflict", "This share is closed")

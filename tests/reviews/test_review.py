"""The verbs of a review: what each writes, and whom it refuses."""

import pytest
from django.core.exceptions import ValidationError

from claims.models import Event
from claims.refusals import Refused, Stale
from reviews.models import Basis, Publication, Review, Ruling
from reviews.workflow import State
from tests.factories import NOW, make_claim, make_evidence, make_review, make_user, make_verdict, rating

pytestmark = pytest.mark.django_db


def test_review_of_two_agreeing_reviewers_settles_by_unanimity() -> None:
    review = make_review(state="settled")
    ruling = review.ruling
    assert ruling is not None
    assert (review.state, ruling.basis, ruling.reviewed_by, ruling.rating.slug) == (
        State.SETTLED,
        Basis.UNANIMITY,
        2,
        "true",
    )


def test_review_of_two_differing_reviewers_goes_to_adjudication() -> None:
    review = make_review(state="in_adjudication")
    assert (review.state, review.ruling) == (State.IN_ADJUDICATION, None)


def test_adjudication_settles_with_the_adjudicators_name_and_reasons() -> None:
    review = make_review(state="in_adjudication")
    editor = make_user(role="editor")
    review.adjudicate(
        by=editor,
        now=NOW,
        rating=rating("half-true"),
        summary="Sold, but later.",
        reasons="The deed says 2020.",
    )
    ruling = Ruling.objects.get(review=review)
    assert (review.state, ruling.ruled_by, ruling.basis) == (State.SETTLED, editor, Basis.ADJUDICATION)


def test_adjudication_without_reasons_writes_nothing() -> None:
    review = make_review(state="in_adjudication")
    with pytest.raises(ValidationError, match="gives reasons"):
        review.adjudicate(
            by=make_user(role="editor"), now=NOW, rating=rating("true"), summary="Sold.", reasons=""
        )
    assert (Ruling.objects.count(), Review.objects.get().state) == (0, State.IN_ADJUDICATION)


def test_published_review_shows_what_was_frozen() -> None:
    review = make_review(state="published")
    publication = Publication.objects.get(review=review)
    assert review.publication == publication
    assert publication.frozen["rating"] == {
        "label": "True",
        "slug": "true",
        "description": "The claim holds as it stands.",
        "value": 6,
        "worst": 1,
        "best": 6,
        "polarity": "true",
        "colour": "#1a7f37",
        "alternate_name": "True",
    }
    assert [piece["stance"] for piece in publication.frozen["evidence"]] == ["supports", "supports"]


def test_second_publication_in_the_same_moment_is_told() -> None:
    review = make_review(state="settled")
    other = Review.objects.get(pk=review.pk)
    editor = make_user(role="editor")
    review.publish(by=editor, now=NOW)
    with pytest.raises(Stale):
        other.publish(by=editor, now=NOW)
    assert Publication.objects.count() == 1


def test_recheck_opens_a_round_that_ends_in_a_correction() -> None:
    review = make_review(state="published")
    editor = make_user(role="editor")
    review.recheck(by=editor, now=NOW, reason="New minutes were found.")
    for _ in range(2):
        reviewer = make_user()
        review.assign(by=editor, reviewer=reviewer, now=NOW)
        make_verdict(review=review, by=reviewer, rating="false")
    ruling = Ruling.objects.get(review=review, round=2)
    assert (review.state, review.ruling, ruling.rating.slug) == (State.SETTLED, ruling, "false")
    with pytest.raises(ValidationError, match="class of the correction"):
        review.publish(by=editor, now=NOW)
    publication = review.publish(by=editor, now=NOW, correction="reversal", note="The minutes were forged.")
    assert (publication.number, review.state) == (2, State.PUBLISHED)


def test_withdrawn_publication_leaves_a_tombstone() -> None:
    review = make_review(state="published")
    publication = review.withdraw(
        by=make_user(role="editor"), now=NOW, note="The claim was not in the article."
    )
    assert (review.state, publication.is_withdrawn, Publication.objects.count()) == (State.WITHDRAWN, True, 2)


def test_correction_of_wording_keeps_the_ruling() -> None:
    review = make_review(state="published")
    before = review.ruling
    publication = review.correct(
        by=make_user(role="editor"), now=NOW, summary="Sold.", correction="typo", note="A name was misspelt."
    )
    assert (review.ruling, review.publication) == (before, publication)
    assert (publication.number, publication.summary) == (2, "Sold.")


def test_verdict_on_the_truth_order_needs_evidence() -> None:
    review = make_review(state="assigned")
    reviewer = review.shares()[0].reviewer
    with pytest.raises(ValidationError, match="at least one piece of evidence"):
        make_verdict(review=review, by=reviewer, evidence=[])
    make_verdict(review=review, by=reviewer, rating="unproven", evidence=[])
    assert review.state == State.IN_REVIEW


def test_verdict_cannot_cite_evidence_of_another_claim() -> None:
    review = make_review(state="assigned")
    reviewer = review.shares()[0].reviewer
    foreign = make_evidence(review=make_claim().review, by=reviewer)
    with pytest.raises(ValidationError, match="Cite evidence of this claim"):
        make_verdict(review=review, by=reviewer, evidence=[foreign])


def test_verdict_without_a_share_is_refused() -> None:
    review = make_review(state="assigned")
    with pytest.raises(Refused, match="needs a share"):
        make_verdict(review=review, by=make_user(), evidence=[])


def test_later_verdict_of_the_same_reviewer_supersedes_the_first() -> None:
    review = make_review(state="in_review")
    reviewer = next(share.reviewer for share in review.shares() if share.verdict_given)
    later = make_verdict(review=review, by=reviewer, rating="false")
    assert [verdict.pk for verdict in review.standing_verdicts()] == [later.pk]
    assert review.verdicts.count() == 2


def test_author_of_the_only_verdict_cannot_publish_it() -> None:
    review = make_review(state="triaged")
    policy = review.policy
    policy.reviewers_required = 1
    policy.save()
    editor = make_user(role="editor")
    review.take(by=editor, now=NOW)
    make_verdict(review=review, by=editor)
    with pytest.raises(Refused, match="ask a colleague"):
        review.publish(by=editor, now=NOW)
    review.publish(by=make_user(role="editor"), now=NOW)
    assert review.state == State.PUBLISHED


def test_share_beyond_the_policy_is_refused() -> None:
    review = make_review(state="assigned")
    with pytest.raises(Refused, match="all the reviewers"):
        review.take(by=make_user(), now=NOW)


def test_share_of_one_who_is_no_reviewer_is_refused() -> None:
    review = make_review(state="triaged")
    with pytest.raises(ValidationError, match="no active reviewer"):
        review.assign(by=make_user(role="editor"), reviewer=make_user(role="reporter"), now=NOW)


def test_released_share_leaves_the_review_to_the_queue() -> None:
    review = make_review(state="triaged")
    reviewer = make_user()
    review.take(by=reviewer, now=NOW)
    review.release(by=reviewer, now=NOW, reason="On leave.")
    assert (review.state, list(review.shares())) == (State.TRIAGED, [])


def test_step_writes_one_event_that_names_the_move() -> None:
    review = make_review()
    editor = make_user(role="editor")
    review.triage(by=editor, now=NOW)
    event = Event.objects.latest("seq")
    assert (event.verb, event.actor, event.data) == (
        "review.triage",
        editor,
        {"from": "new", "to": "triaged", "round": 1},
    )


def test_step_that_is_refused_writes_no_event() -> None:
    review = make_review()
    before = Event.objects.count()
    with pytest.raises(Refused, match="for editors"):
        review.triage(by=make_user(role="reader"), now=NOW)
    assert Event.objects.count() == before

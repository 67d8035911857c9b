"""Blind review: what a reviewer sees of a colleague's work, and from when on."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db.models import Model

from claims.models import Event, User
from reviews.models import Citation, Evidence, Policy, Review, Verdict
from tests.factories import (
    NOW,
    make_evidence,
    make_review,
    make_source,
    make_user,
    make_verdict,
    rating,
)

pytestmark = pytest.mark.django_db


class Desk:
    """A review with two shares: Ada has given a verdict on private and shared evidence, Ben has yet to give his."""

    def __init__(self) -> None:
        self.review = make_review(state="triaged")
        self.ada, self.ben, self.editor = make_user(), make_user(), make_user(role="editor")
        for reviewer in (self.ada, self.ben):
            self.review.take(by=reviewer, now=NOW)
        self.private = make_evidence(review=self.review, by=self.ada, shown_to="private")
        self.shared = make_evidence(review=self.review, by=self.ada)
        self.verdict = make_verdict(review=self.review, by=self.ada, evidence=[self.private, self.shared])

    def seen_by(self, person: User | AnonymousUser) -> tuple[list[Model], list[Model], int]:
        return (
            list(Verdict.objects.visible_to(person)),
            list(Evidence.objects.visible_to(person).in_order()),
            Citation.objects.visible_to(person).count(),
        )


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_colleague_sees_shared_evidence_alone_until_all_verdicts_are_in(desk: Desk) -> None:
    assert desk.seen_by(desk.ben) == ([], [desk.shared], 0)


def test_author_sees_all_of_the_own_work(desk: Desk) -> None:
    assert desk.seen_by(desk.ada) == ([desk.verdict], [desk.private, desk.shared], 2)


@pytest.mark.parametrize("role", ["reader", "reporter", "reviewer", None])
def test_those_who_have_no_share_are_as_blind(desk: Desk, role: str | None) -> None:
    assert desk.seen_by(make_user(role=role)) == ([], [desk.shared], 0)


def test_stranger_is_as_blind(desk: Desk) -> None:
    assert desk.seen_by(AnonymousUser()) == ([], [desk.shared], 0)


@pytest.mark.parametrize("role", ["editor", "administrator"])
def test_those_who_rule_see_all(desk: Desk, role: str) -> None:
    assert desk.seen_by(make_user(role=role)) == ([desk.verdict], [desk.private, desk.shared], 2)


@pytest.mark.parametrize("chief", [False, True])
def test_editor_with_a_share_is_a_reviewer_like_the_others(chief: bool) -> None:
    desk = Desk()
    desk.review.release(by=desk.ben, now=NOW)
    editor = make_user(role="editor", is_superuser=chief)
    desk.review.take(by=editor, now=NOW)
    assert desk.seen_by(editor) == ([], [desk.shared], 0)
    desk.review.release(by=editor, now=NOW)
    assert desk.seen_by(User.objects.get(pk=editor.pk))[2] == 2


def test_editors_share_in_one_review_hides_nothing_of_another(desk: Desk) -> None:
    desk.review.release(by=desk.ben, now=NOW)
    desk.review.take(by=desk.editor, now=NOW)
    other = Desk()
    assert list(Verdict.objects.visible_to(desk.editor)) == [other.verdict]


@pytest.mark.parametrize("slug", ["true", "false"])
def test_last_verdict_opens_the_work_to_all(desk: Desk, slug: str) -> None:
    last = make_verdict(review=desk.review, by=desk.ben, rating=slug)
    for person in (desk.ada, desk.ben, make_user(role="reader")):
        verdicts, evidence, citations = desk.seen_by(person)
        assert (verdicts, len(evidence), citations) == ([desk.verdict, last], 3, 3)


def test_open_policy_hides_nothing(desk: Desk) -> None:
    Policy.objects.update(blind=False)
    assert desk.seen_by(desk.ben) == ([desk.verdict], [desk.private, desk.shared], 2)


def test_round_of_a_recheck_is_blind_again(desk: Desk) -> None:
    make_verdict(review=desk.review, by=desk.ben)
    desk.review.recheck(by=desk.editor, now=NOW, reason="New minutes.")
    cara, dan = make_user(), make_user()
    for reviewer in (cara, dan):
        desk.review.take(by=reviewer, now=NOW)
    later = make_verdict(review=desk.review, by=cara)
    assert later not in Verdict.objects.visible_to(dan)
    assert later in Verdict.objects.visible_to(cara)


def test_hidden_evidence_cannot_be_cited_by_a_colleague_who_guesses_its_number(desk: Desk) -> None:
    with pytest.raises(ValidationError, match="Cite evidence of this claim"):
        make_verdict(review=desk.review, by=desk.ben, evidence=[desk.private])
    assert Verdict.objects.count() == 1


def test_trail_names_neither_rating_nor_rationale_nor_the_source_of_private_evidence(desk: Desk) -> None:
    source = make_source(by=desk.ada, title="A secret archive")
    make_evidence(review=desk.review, by=desk.ada, source=source, shown_to="private")
    told = list(Event.objects.of_claim(desk.review.claim).values_list("verb", "data"))
    assert [data for verb, data in told if verb == "evidence.added"] == [
        {"evidence": piece.pk} for piece in Evidence.objects.in_order()
    ]
    assert [sorted(data) for verb, data in told if verb == "review.submit"] == [
        ["assignment", "from", "round", "to", "verdict"]
    ]


def test_published_page_holds_no_private_evidence(desk: Desk) -> None:
    make_verdict(review=desk.review, by=desk.ben, evidence=[desk.shared])
    publication = Review.objects.get().publish(by=desk.editor, now=NOW)
    assert len(publication.frozen["evidence"]) == 1


def test_draft_is_no_verdict_and_seen_by_nobody_through_verdicts(desk: Desk) -> None:
    share = desk.review.share_of(desk.ben)
    assert share is not None
    share.save_draft(
        by=desk.ben, now=NOW, revision=share.revision, rating=rating("false"), rationale="Not yet."
    )
    assert Verdict.objects.visible_to(desk.editor).count() == 1

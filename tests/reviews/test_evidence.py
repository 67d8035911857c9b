from typing import Any

import pytest
from django.core.exceptions import ValidationError

from claims.models import Event
from claims.refusals import Refused
from reviews.models import Evidence, Publication
from tests.factories import NOW, make_claim, make_evidence, make_review, make_source, make_user, make_verdict

pytestmark = pytest.mark.django_db


def test_evidence_is_added_with_one_event() -> None:
    review, reviewer = make_review(), make_user()
    piece = make_evidence(review=review, by=reviewer)
    event = Event.objects.latest("seq")
    assert (event.verb, event.actor, event.claim, event.data) == (
        "evidence.added",
        reviewer,
        review.claim,
        {"evidence": piece.pk},
    )


@pytest.mark.parametrize("role", [None, "reader", "reporter"])
def test_evidence_of_those_who_check_nothing_is_refused(role: str | None) -> None:
    review, source = make_review(), make_source()
    events = Event.objects.count()
    with pytest.raises(Refused, match="for reviewers"):
        make_evidence(review=review, source=source, by=make_user(role=role))
    assert (Evidence.objects.count(), Event.objects.count()) == (0, events)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"stance": "maybe"}, "stance"),
        ({"stance": ""}, "stance"),
        ({"shown_to": "nobody"}, "visibility"),
        ({"quote": "a\x00b"}, "quote"),
        ({"note": "\ud800"}, "note"),
        ({"locator": "x" * 201}, "locator"),
        ({"independence_group": "\x07"}, "independence_group"),
    ],
)
def test_evidence_that_cannot_be_stored_is_refused_by_field(changes: dict[str, str], field: str) -> None:
    review, source, by = make_review(), make_source(), make_user()
    given: dict[str, Any] = {"stance": "supports", **changes}
    with pytest.raises(ValidationError) as refused:
        Evidence.objects.add(review=review, source=source, by=by, now=NOW, **given)
    assert (list(refused.value.message_dict), Evidence.objects.count()) == ([field], 0)


@pytest.mark.parametrize(
    ("quote", "holds"),
    [
        ("The sale is agreed.", True),
        ("The  sale\nis agreed.", True),
        ("the sale is agreed.", False),
        ("The sale is not agreed.", False),
        ("", True),
    ],
)
def test_quotation_must_stand_in_the_snapshot(quote: str, holds: bool) -> None:
    review, source, by = make_review(), make_source(), make_user()
    snapshot = source.take_snapshot(by=by, now=NOW, text="Minutes.\nThe sale  is\nagreed. Next item.")
    given: dict[str, Any] = {"review": review, "source": source, "by": by, "now": NOW, "stance": "supports"}
    if holds:
        assert Evidence.objects.add(**given, snapshot=snapshot, quote=quote).quote == quote
        return
    with pytest.raises(ValidationError, match="do not stand in the snapshot"):
        Evidence.objects.add(**given, snapshot=snapshot, quote=quote)


def test_snapshot_of_another_source_is_refused() -> None:
    review, by = make_review(), make_user()
    snapshot = make_source().take_snapshot(by=by, now=NOW, text="The sale is agreed.")
    with pytest.raises(ValidationError, match="of another source"):
        Evidence.objects.add(
            review=review, source=make_source(), snapshot=snapshot, by=by, now=NOW, stance="mixed"
        )


def test_withdrawn_evidence_is_cited_no_more_and_stays_where_it_was() -> None:
    review = make_review(state="in_review")
    piece = Evidence.objects.get()
    piece.withdraw(by=piece.added_by, now=NOW)
    waiting = next(share.reviewer for share in review.shares() if not share.verdict_given)
    with pytest.raises(ValidationError, match="has not been withdrawn"):
        make_verdict(review=review, by=waiting, evidence=[piece])
    assert (piece.verdicts.count(), list(Evidence.objects.standing())) == (1, [])


def test_evidence_is_withdrawn_once_by_who_added_it_or_an_editor() -> None:
    piece = make_evidence(review=make_review())
    with pytest.raises(Refused):
        piece.withdraw(by=make_user(), now=NOW)
    piece.withdraw(by=make_user(role="editor"), now=NOW)
    with pytest.raises(Refused, match="withdrawn already"):
        piece.withdraw(by=piece.added_by, now=NOW)
    assert Event.objects.filter(verb="evidence.withdrawn").count() == 1


def test_who_lost_the_right_to_add_withdraws_nothing() -> None:
    piece = make_evidence(review=make_review())
    piece.added_by.groups.clear()
    author = type(piece.added_by).objects.get(pk=piece.added_by_id)
    with pytest.raises(Refused):
        piece.withdraw(by=author, now=NOW)


def test_sets_of_evidence_read_as_they_say() -> None:
    review = make_review(state="in_review")
    other = make_evidence(review=make_claim().review)
    private = make_evidence(review=review, shown_to="private")
    cited = Evidence.objects.cited_in_round(1)
    assert (cited.count(), list(Evidence.objects.of_review(other.review))) == (1, [other])
    assert private not in Evidence.objects.shared()
    assert Evidence.objects.newest_first()[0] == private


def test_confidential_source_is_named_to_the_desk_alone() -> None:
    review = make_review(state="assigned")
    by = make_user()
    source = make_source(by=by)
    source.edit(by=by, now=NOW, revision=1, is_confidential=True)
    piece = make_evidence(review=review, source=source, by=by)
    for share in review.shares():
        make_verdict(review=review, by=share.reviewer, evidence=[piece])
    review.publish(by=make_user(role="editor"), now=NOW)
    assert Publication.objects.get().frozen["evidence"] == [
        {
            "source": {
                "title": "a confidential source",
                "publisher": "",
                "url": "",
                "kind": "document",
                "primary": True,
            },
            "stance": "supports",
            "quote": "",
            "locator": "",
        }
    ]

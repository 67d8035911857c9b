"""Verdicts with their evidence in one piece, drafts, and who sees whose."""

from typing import Any

import pytest

from claims.models import Event, User
from reviews.models import Assignment, Evidence, Rating, Review, Source, Verdict
from tests.claims.api.client import client_as, client_of, get, patch, post
from tests.factories import NOW, make_evidence, make_review, make_user, make_verdict

pytestmark = pytest.mark.django_db

PIECE = {"source": {"title": "Minutes"}, "stance": "supports", "quote": "The sale is agreed."}


def assigned() -> tuple[Review, User, User]:
    review = make_review(state="assigned")
    first, second = (share.reviewer for share in review.shares())
    return review, first, second


def submitted(user: User, review: Review, /, **body: Any) -> Any:
    return post(client_of(user), "verdicts", {"review": review.pk, "rationale": "It says so.", **body})


def test_verdict_comes_with_its_evidence_and_source_in_one_request() -> None:
    review, first, _ = assigned()
    response = submitted(first, review, rating="true", new_evidence=[PIECE])
    assert (response.status_code, response.json()["rating"]["slug"]) == (201, "true")
    assert response.json()["evidence"] == [Evidence.objects.get().pk]
    assert response.headers["Location"] == f"/api/v1/verdicts/{response.json()['id']}/"


def test_verdict_that_is_refused_leaves_no_evidence_behind() -> None:
    review, first, _ = assigned()
    before = Event.objects.count()
    bad = {**PIECE, "source": {"title": "Minutes", "url": "ftp://example.org"}}
    response = submitted(first, review, rating="true", new_evidence=[PIECE, bad])
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "url")
    assert (Verdict.objects.count(), Evidence.objects.count(), Source.objects.count()) == (0, 0, 0)
    assert Event.objects.count() == before


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"rating": "nonsense"}, "rating"),
        ({"rating": 999}, "rating"),
        ({"rating": "true"}, "evidence"),
        ({"rating": "true", "evidence": [999]}, "evidence"),
        ({"rating": "true", "evidence": "1"}, "evidence"),
        ({"rating": "true", "rationale": "", "new_evidence": [PIECE]}, "rationale"),
        ({"rating": "true", "new_evidence": [{**PIECE, "stance": "true"}]}, "new_evidence.0.stance"),
        ({"rating": "true", "new_evidence": [{**PIECE, "page": 4}]}, "new_evidence.0.page"),
        ({"rating": "true", "new_evidence": [{**PIECE, "source": {}}]}, "new_evidence.0.source.title"),
        ({"rating": "true", "new_evidence": [PIECE] * 21}, "new_evidence"),
        ({"rating": "true", "author": 1}, "author"),
        ({"rating": "true", "review": 999}, "review"),
    ],
)
def test_what_is_wrong_with_a_verdict_is_named(body: dict[str, Any], field: str) -> None:
    review, first, _ = assigned()
    response = submitted(first, review, **body)
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, field)


def test_rating_is_named_by_slug_or_id() -> None:
    review, first, second = assigned()
    submitted(first, review, rating="unproven")
    submitted(second, review, rating=Rating.objects.get(slug="unproven").pk)
    assert Review.objects.get().state == "settled"


def test_verdict_of_one_without_a_share_is_refused() -> None:
    review, _, _ = assigned()
    response = submitted(make_user(), review, rating="unproven")
    assert (response.status_code, response.json()["type"]) == (403, "urn:stet:problem:refused")


def test_verdict_on_a_settled_review_is_a_conflict() -> None:
    review = make_review(state="settled")
    response = submitted(review.shares()[0].reviewer, review, rating="unproven")
    assert response.status_code == 409


def test_colleagues_verdict_is_hidden_until_all_are_in() -> None:
    review, first, second = assigned()
    verdict = make_verdict(review=review, by=first)
    client = client_of(second)
    assert get(client, f"verdicts/{verdict.pk}").status_code == 404
    assert get(client, "verdicts", review=review.pk).json()["results"] == []
    assert [row["id"] for row in get(client_of(first), "verdicts").json()["results"]] == [verdict.pk]
    make_verdict(review=review, by=second)
    assert get(client, f"verdicts/{verdict.pk}").json()["rating"]["slug"] == "true"


def test_nothing_that_the_api_shows_tells_a_blind_colleagues_verdict() -> None:
    review, first, second = assigned()
    piece = make_evidence(review=review, by=first, shown_to="private")
    piece.source.edit(by=first, now=NOW, revision=1, title="CANARY")
    make_verdict(review=review, by=first, rating="fabricated", rationale="CANARY", evidence=[piece])
    client = client_of(second)
    for path in (
        "verdicts",
        "evidence",
        "reviews",
        "assignments",
        "events",
        "rulings",
        f"reviews/{review.pk}",
    ):
        shown = get(client, path).content.decode()
        assert "fabricated" not in shown.lower(), path
        if path not in ("events",):  # the trail of the source itself, which the whole desk shares
            assert "CANARY" not in shown, path
    told = Event.objects.filter(claim=review.claim).values_list("data", flat=True)
    assert [data for data in told if "rating" in data or "source" in data] == []


def test_colleagues_private_evidence_is_hidden_and_cannot_be_cited() -> None:
    review, first, second = assigned()
    piece = make_evidence(review=review, by=first, shown_to="private")
    assert get(client_of(second), f"evidence/{piece.pk}").status_code == 404
    response = submitted(second, review, rating="true", evidence=[piece.pk])
    absent = submitted(second, review, rating="true", evidence=[piece.pk + 1])
    assert [
        answer.json()["errors"][0]["detail"].replace(str(piece.pk + 1), str(piece.pk))
        for answer in (response, absent)
    ] == [f"There is none with the id {piece.pk}, or none that you may see."] * 2


def drafted(user: User, share: Assignment, tag: str = '"v1"', **body: Any) -> Any:
    return patch(client_of(user), f"assignments/{share.pk}", body, **{"If-Match": tag})


def test_draft_is_kept_and_what_is_left_out_stays() -> None:
    review, first, _ = assigned()
    share = review.share_of(first)
    assert share is not None
    drafted(first, share, draft_rating="half-true", draft_rationale="So far so good.")
    response = drafted(first, share, '"v2"', draft_rationale="Better.")
    assert (response.status_code, response.headers["ETag"]) == (200, '"v3"')
    assert (response.json()["draft_rating"]["slug"], response.json()["draft_rationale"]) == (
        "half-true",
        "Better.",
    )


def test_second_window_is_given_what_the_first_one_saved() -> None:
    review, first, _ = assigned()
    share = review.share_of(first)
    assert share is not None
    drafted(first, share, draft_rationale="From the first window.")
    response = drafted(first, share, draft_rationale="From the second window.")
    assert (response.status_code, response.headers["ETag"]) == (412, '"v2"')
    assert response.json()["current"]["draft_rationale"] == "From the first window."


def test_draft_without_the_state_seen_is_428() -> None:
    review, first, _ = assigned()
    share = review.share_of(first)
    assert share is not None
    assert patch(client_of(first), f"assignments/{share.pk}", {"draft_rationale": "x"}).status_code == 428


def test_draft_belongs_to_its_reviewer_alone() -> None:
    review, first, second = assigned()
    share = review.share_of(first)
    assert share is not None
    drafted(first, share, draft_rating="false", draft_rationale="Secret so far.")
    for client in (client_of(second), client_as("editor"), client_as("administrator"), client_as("reader")):
        seen = get(client, f"assignments/{share.pk}").json()
        assert (seen["draft_rating"], seen["draft_rationale"], seen["drafted_at"]) == (None, None, None)
        headers = {"If-Match": '"v2"'}
        assert (
            patch(client, f"assignments/{share.pk}", {"draft_rationale": "x"}, **headers).status_code == 403
        )


def test_retired_rating_in_a_draft_is_named_as_the_api_calls_it() -> None:
    review, first, _ = assigned()
    share = review.share_of(first)
    assert share is not None
    Rating.objects.filter(slug="true").update(retired_at=NOW)
    response = drafted(first, share, draft_rating="true")
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "draft_rating")


def test_share_that_was_given_back_has_another_tag() -> None:
    review, first, _ = assigned()
    share = review.share_of(first)
    assert share is not None
    review.release(by=first, now=NOW)
    assert get(client_of(first), f"assignments/{share.pk}").headers["ETag"] == '"v2"'

"""Steps over the API: each ends in the model's verb, and its refusals are told."""

from typing import Any

import pytest

from claims.models import Event
from reviews.models import Publication, Review
from reviews.workflow import STEPS
from tests.claims.api.client import ROOT, client_as, client_of, get, post
from tests.factories import make_review, make_user

pytestmark = pytest.mark.django_db


def taken(role: str, review: Review, step: str, body: Any = None, **headers: Any) -> Any:
    return post(client_as(role), f"reviews/{review.pk}/{step}", body, **headers)


BODIES: dict[str, tuple[str, dict[str, Any], str]] = {
    "triage": ("new", {"due_on": "2026-04-01"}, "triaged"),
    "dismiss": ("new", {"disposition": "opinion", "reason": "A matter of taste."}, "dismissed"),
    "adjudicate": (
        "in_adjudication",
        {"rating": "half-true", "summary": "Sold.", "reasons": "The deed."},
        "settled",
    ),
    "send_back": ("in_adjudication", {"reason": "Look at the deed."}, "in_review"),
    "publish": ("settled", {}, "published"),
    "correct": ("published", {"summary": "Sold.", "correction": "typo", "note": "A letter."}, "published"),
    "recheck": ("published", {"reason": "New minutes."}, "recheck"),
    "withdraw": ("published", {"note": "A mistake of ours."}, "withdrawn"),
}


@pytest.mark.parametrize("step", BODIES)
def test_step_leads_where_the_workflow_says_and_answers_with_the_review(step: str) -> None:
    before, body, after = BODIES[step]
    review = make_review(state=before)
    response = taken("editor", review, step, body)
    assert (response.status_code, response.json()["state"]) == (200, after)
    stored = Review.objects.get()
    assert (stored.state, response.headers["ETag"]) == (after, f'"v{stored.revision}"')
    assert Event.objects.latest("seq").verb == f"review.{step}"


def test_every_step_but_the_verdict_has_its_address() -> None:
    review = make_review()
    client = client_as("reader")
    missing = [name for name in STEPS if post(client, f"reviews/{review.pk}/{name}").status_code != 403]
    assert missing == ["submit"]  # POST /verdicts/


@pytest.mark.parametrize("step", list(BODIES))
def test_step_at_the_wrong_moment_is_a_conflict_that_says_why(step: str) -> None:
    review = make_review(state="settled" if step == "dismiss" else "assigned")
    response = taken("editor", review, step, BODIES[step][1])
    assert (response.status_code, response.json()["type"]) == (409, "urn:stet:problem:conflict")
    assert "is not possible while the claim is" in response.json()["detail"]


def test_shares_are_assigned_taken_and_given_back() -> None:
    review = make_review(state="triaged")
    first, second = make_user(), make_user()
    assert taken("editor", review, "assign", {"reviewer": first.pk}).status_code == 200
    shown = post(client_of(second), f"reviews/{review.pk}/take").json()["shares"]
    assert {share["reviewer"]["id"] for share in shown} == {first.pk, second.pk}
    full = post(client_as("reviewer"), f"reviews/{review.pk}/take")
    assert (full.status_code, full.json()["detail"]) == (
        409,
        "This review has all the reviewers that its policy asks for.",
    )
    assert len(post(client_of(first), f"reviews/{review.pk}/release").json()["shares"]) == 1


@pytest.mark.parametrize("reviewer", ["nobody", 999, "", None, 1.5, True])
def test_reviewer_who_is_not_there_is_named(reviewer: Any) -> None:
    response = taken("editor", make_review(state="triaged"), "assign", {"reviewer": reviewer})
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "reviewer")


def test_step_from_an_older_state_is_412_with_the_newer() -> None:
    review = make_review(state="settled")
    tag = {"If-Match": f'"v{review.revision}"'}
    assert taken("editor", review, "publish", **tag).status_code == 200
    response = taken("editor", review, "publish", **tag)
    assert (response.status_code, response.json()["current"]["state"]) == (412, "published")
    assert Publication.objects.count() == 1


def test_step_with_a_field_that_it_does_not_know_is_refused() -> None:
    response = taken("editor", make_review(), "triage", {"state": "published"})
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "state")
    assert Review.objects.get().state == "new"


def test_step_sent_again_with_its_key_is_taken_once() -> None:
    review = make_review(state="published")
    client = client_as("editor")
    body = {"summary": "Sold.", "correction": "typo", "note": "A letter."}
    for _ in range(3):
        assert (
            post(client, f"reviews/{review.pk}/correct", body, **{"Idempotency-Key": "k1"}).status_code == 200
        )
    assert Publication.objects.count() == 2


def test_author_of_the_only_verdict_cannot_publish_it() -> None:
    review = make_review(state="triaged")
    review.policy.reviewers_required = 1
    review.policy.save()
    editor = make_user(role="editor")
    client = client_of(editor)
    post(client, f"reviews/{review.pk}/take")
    post(
        client,
        "verdicts",
        {"review": review.pk, "rating": "unproven", "rationale": "Nothing is to be found."},
    )
    response = post(client, f"reviews/{review.pk}/publish")
    assert (response.status_code, response.json()["detail"]) == (
        403,
        "Whoever wrote the only verdict cannot publish it: ask a colleague.",
    )


def test_get_of_a_step_is_405() -> None:
    response = client_as("editor").get(f"{ROOT}/reviews/{make_review().pk}/triage/")
    assert response.status_code == 405


def test_reviews_are_found_by_state_article_and_claim() -> None:
    new, settled = make_review(), make_review(state="settled")
    client = client_as("reader")
    for asked in ({"state": "settled"}, {"article": settled.claim.article_id}, {"claim": settled.claim_id}):
        assert [row["id"] for row in get(client, "reviews", **asked).json()["results"]] == [settled.pk]
    assert [row["id"] for row in get(client, "reviews").json()["results"]] == [settled.pk, new.pk]

"""Sources, snapshots and evidence over the API."""

import pytest

from reviews.models import Evidence, Snapshot, Source
from tests.claims.api.client import client_as, client_of, get, patch, post
from tests.factories import make_evidence, make_review, make_source, make_user

pytestmark = pytest.mark.django_db


def test_source_is_kept_and_mended_by_revision() -> None:
    client = client_as("reviewer")
    made = post(client, "sources", {"title": "Minutes", "kind": "document", "doi": "10.1000/182"})
    assert (made.status_code, made.headers["ETag"]) == (201, '"v1"')
    path = made.headers["Location"].removeprefix("/api/v1/").strip("/")
    mended = patch(client, path, {"title": "Minutes of 2019"}, **{"If-Match": '"v1"'})
    assert (mended.status_code, mended.json()["title"], mended.headers["ETag"]) == (
        200,
        "Minutes of 2019",
        '"v2"',
    )
    assert patch(client, path, {"title": "x"}, **{"If-Match": '"v1"'}).status_code == 412


def test_snapshot_text_stands_alone_and_not_in_the_list() -> None:
    client = client_as("reviewer")
    made = post(client, "snapshots", {"source": make_source().pk, "text": "The sale is agreed."})
    assert (made.status_code, made.json()["text"]) == (201, "The sale is agreed.")
    assert "text" not in get(client, "snapshots").json()["results"][0]
    assert get(client, f"snapshots/{made.json()['id']}").json()["text"] == "The sale is agreed."


def test_quotation_that_the_snapshot_lacks_is_refused() -> None:
    review, source, client = make_review(), make_source(), client_as("reviewer")
    snapshot = post(client, "snapshots", {"source": source.pk, "text": "The sale is agreed."}).json()["id"]
    body = {"review": review.pk, "source": source.pk, "snapshot": snapshot, "stance": "supports"}
    wrong = post(client, "evidence", {**body, "quote": "The sale is off."})
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (400, "quote")
    assert post(client, "evidence", {**body, "quote": "The sale  is agreed."}).status_code == 201


def test_evidence_with_a_new_source_keeps_both_or_neither() -> None:
    review, client = make_review(), client_as("reviewer")
    body = {"review": review.pk, "source": {"title": "Minutes"}, "stance": "supports"}
    assert post(client, "evidence", {**body, "visibility": "secret"}).status_code == 400
    assert (Source.objects.count(), Evidence.objects.count()) == (0, 0)
    made = post(client, "evidence", {**body, "visibility": "private"})
    assert (made.status_code, made.json()["visibility"], Source.objects.count()) == (201, "private", 1)


def test_evidence_is_withdrawn_by_who_added_it() -> None:
    reviewer = make_user()
    piece = make_evidence(review=make_review(), by=reviewer)
    assert post(client_as("reviewer"), f"evidence/{piece.pk}/withdraw").status_code == 403
    first, again = (post(client_of(reviewer), f"evidence/{piece.pk}/withdraw") for _ in range(2))
    assert (first.status_code, first.json()["withdrawn_at"] is None, again.status_code) == (200, False, 409)


@pytest.mark.parametrize("role", ["reader", "reporter"])
@pytest.mark.parametrize("path", ["sources", "snapshots", "evidence", "verdicts"])
def test_who_may_not_check_is_told_so_whatever_the_body(role: str, path: str) -> None:
    response = post(client_as(role), path, {"nonsense": 1})
    assert response.status_code == 403
    assert (Source.objects.count(), Snapshot.objects.count(), Evidence.objects.count()) == (0, 0, 0)

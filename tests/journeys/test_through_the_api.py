"""From an article to its publication, with four tokens and nothing but the API."""

from typing import Any

import pytest

from tests.claims.api.client import client_as, client_of, get, post
from tests.factories import make_user

pytestmark = pytest.mark.django_db

COPY = "The council sold the old library in 2019. It cost the city two million euros."
EVIDENCE = {
    "source": {
        "title": "Minutes of the council",
        "is_primary": True,
        "publisher": "City archive",
        "url": "https://example.org/minutes",
    },
    "stance": "supports",
    "quote": "The sale is agreed.",
    "locator": "page 4",
}


def done(response: Any, status: int) -> Any:
    assert response.status_code == status, response.content
    return response.json()


def test_article_is_checked_and_published_through_the_api_alone() -> None:
    reporter, editor = client_as("reporter"), client_as("editor")
    people = [make_user(role="reviewer"), make_user(role="reviewer")]
    reviewers = [client_of(person) for person in people]

    body = {"text": COPY, "title": "The library is sold", "published_on": "2026-03-01"}
    article = done(post(reporter, "articles", body), 201)
    version = done(get(reporter, "versions", article=article["id"]), 200)["results"][0]
    assert version["splitting"]["state"] == "done"

    claim = done(get(editor, "claims", article=article["id"], checkable="true"), 200)["results"][0]
    anchor = claim["anchor"]
    text = done(get(editor, f"versions/{version['id']}"), 200)["text"]
    assert text[anchor["start"] : anchor["end"]] == anchor["quote"]

    review = done(get(editor, "reviews", claim=claim["id"]), 200)["results"][0]
    at = f"reviews/{review['id']}"
    done(post(editor, f"{at}/triage"), 200)
    done(post(editor, f"{at}/assign", {"reviewer": people[0].username}), 200)
    done(post(reviewers[1], f"{at}/take"), 200)

    verdict = {"review": review["id"], "rating": "true", "rationale": "The minutes say so."}
    done(post(reviewers[0], "verdicts", {**verdict, "new_evidence": [EVIDENCE]}), 201)
    assert done(get(reviewers[1], "verdicts", review=review["id"]), 200)["results"] == []
    known = done(get(reviewers[1], "evidence", review=review["id"]), 200)["results"]
    done(post(reviewers[1], "verdicts", {**verdict, "evidence": [known[0]["id"]]}), 201)

    settled = done(get(editor, at), 200)
    assert (settled["state"], settled["ruling"]["rating"]["slug"]) == ("settled", "true")
    published = done(post(editor, f"{at}/publish", {"summary": "Sold in 2019, as written."}), 200)
    assert (published["state"], published["publication"]["number"]) == ("published", 1)

    seen = done(get(reporter, "publications", claim=claim["id"]), 200)["results"][0]
    assert (seen["summary"], seen["frozen"]["rating"]["label"]) == ("Sold in 2019, as written.", "True")

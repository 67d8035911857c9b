"""Bodies that are broken, huge or hostile are answered, never a failure."""

import pytest

from claims.models import Article
from tests.claims.api.client import ROOT, client_as, post

pytestmark = pytest.mark.django_db

HOSTILE = {
    "nothing that is JSON": b"{",
    "not UTF-8": b'{"text": "\xff"}',
    "a byte order mark": b'\xef\xbb\xbf{"text": "Words."}',
    "NaN": b'{"text": NaN}',
    "a number of 5000 digits": b'{"text": ' + b"9" * 5000 + b"}",
    "half of a surrogate pair": b'{"text": "Words \\ud800."}',
    "half of a surrogate pair as a name": b'{"\\udfff": 1}',
    "NUL": b'{"text": "Words\\u0000."}',
    "an escape character": b'{"text": "Words\\u001b[31m."}',
    "a name said twice": b'{"text": "One.", "text": "Two."}',
    "nesting without end": b"[" * 60_000 + b"]" * 60_000,
    "nesting a little too deep": b'{"text": ' + b"[" * 20 + b"]" * 20 + b"}",
    "a list": b'[{"text": "Words."}]',
    "a number for words": b'{"text": 7}',
    "an unknown field": b'{"text": "Words.", "brought_by": 1}',
    "a field that is read only": b'{"text": "Words.", "revision": 7}',
    "an endless number": b'{"text": "Words.", "published_on": 1e999}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_body_is_refused_and_writes_nothing(name: str) -> None:
    response = client_as("reporter").post(f"{ROOT}/articles/", HOSTILE[name], content_type="application/json")
    assert (response.status_code, response.headers["Content-Type"]) == (400, "application/problem+json")
    assert Article.objects.count() == 0


def test_refused_character_is_told_with_its_place() -> None:
    response = post(client_as("reporter"), "articles", {"text": "One.\nTwo\x07."})
    said = response.json()["errors"][0]["detail"]
    assert said.startswith("The text holds the control character U+0007 at character 9 (line 2).")


def test_unknown_field_is_named_with_those_that_are_known() -> None:
    response = post(client_as("reviewer"), "sources", {"title": "Minutes", "added_by": 1})
    assert response.json()["errors"] == [
        {
            "field": "added_by",
            "detail": "This cannot be set here. What can: title, kind, is_primary, publisher, url, doi, "
            "published_on, accessed_on, is_confidential.",
        }
    ]


@pytest.mark.parametrize("value", ["true", 1, [True], {}, None])
def test_truth_is_true_or_false_and_nothing_like_it(value: object) -> None:
    response = post(client_as("reviewer"), "sources", {"title": "Minutes", "is_primary": value})
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "is_primary")


@pytest.mark.parametrize("value", ["1", 1.5, True, 2**70, -1, 0, [1], None])
def test_id_is_a_whole_number_and_nothing_like_it(value: object) -> None:
    body = {"source": value, "text": "What it said."}
    response = post(client_as("reviewer"), "snapshots", body)
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "source")


def test_small_body_is_enough_for_everything_but_texts() -> None:
    response = post(client_as("reviewer"), "sources", {"title": "x" * 70_000})
    assert (response.status_code, response.json()["type"]) == (413, "urn:stet:problem:too-large")


def test_article_may_be_longer_than_that() -> None:
    response = post(client_as("reporter"), "articles", {"text": "Words. " * 20_000, "title": "Long"})
    assert response.status_code == 201


def test_line_ends_become_lf_and_nothing_else_changes() -> None:
    post(client_as("reporter"), "articles", {"text": " One.\r\n\r\nTwo. \rThree. ", "title": "Lines"})
    assert Article.objects.get().latest_version().text == " One.\n\nTwo. \nThree. "

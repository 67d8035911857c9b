"""`GET /api/v1/exports/<format>`: the files of the command, sent piece by piece."""

import orjson
import pytest
from django.test import Client

from reviews.exports import FORMATS, Selection
from tests.factories import make_review, make_user
from tests.reviews.exports.test_claim_review import published_without_a_name

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client: Client) -> Client:
    client.force_login(make_user(role="reader"))
    return client


@pytest.mark.parametrize("name", FORMATS)
def test_export_over_the_api_is_the_file_of_the_command(reader: Client, name: str) -> None:
    make_review(state="published")
    kind = FORMATS[name]
    answer = reader.get(f"/api/v1/exports/{name}", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.streaming) == (200, True)
    assert answer["Content-Type"] == kind.media_type
    assert answer["Content-Disposition"] == f'attachment; filename="{kind.file_name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    sent = answer.getvalue()
    if name != "json":  # it tells when it was made
        assert sent == b"".join(kind.write(Selection()))


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("?since=yesterday", "since"),
        ("?article=first", "article"),
        ("?article=99999", "article"),
        ("?limit=5", "limit"),
        ("?since=", "since"),
        ("?since=2026-03-01&since=2026-03-02", "since"),
    ],
)
def test_export_over_the_api_names_the_parameter_that_is_wrong(
    reader: Client, query: str, parameter: str
) -> None:
    answer = reader.get(f"/api/v1/exports/jsonl{query}")
    problem = orjson.loads(answer.content)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert [error["parameter"] for error in problem["errors"]] == [parameter]


def test_export_over_the_api_knows_no_other_format(reader: Client) -> None:
    answer = reader.get("/api/v1/exports/xml")
    assert answer.status_code in (400, 404)
    assert "jsonl, csv, json, claimreview" in answer.content.decode()


def test_export_over_the_api_refuses_before_the_first_byte(reader: Client) -> None:
    published_without_a_name()
    answer = reader.get("/api/v1/exports/claimreview")
    assert (answer.status_code, answer["Content-Type"]) == (409, "application/problem+json")
    assert "has no reviewRating.alternateName" in orjson.loads(answer.content)["detail"]


def test_export_over_the_api_is_for_those_who_may_read(client: Client) -> None:
    assert client.get("/api/v1/exports/jsonl").status_code == 401
    client.force_login(make_user(role=None))
    assert client.get("/api/v1/exports/jsonl").status_code == 403

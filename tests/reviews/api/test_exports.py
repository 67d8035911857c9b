"""Exports over the API are the files that the command writes, streamed to those who may read."""

import json
from typing import Any

import pytest
from rest_framework.test import APIClient

from reviews.exports import FORMATS
from tests.claims.api.client import ROOT, client_as, client_of
from tests.factories import make_review, make_user

pytestmark = pytest.mark.django_db


def exported(client: APIClient, name: str, **asked: Any) -> Any:
    return client.get(f"{ROOT}/exports/{name}", asked)


@pytest.mark.parametrize("name", FORMATS)
def test_export_is_streamed_as_a_file_of_its_own_type(name: str) -> None:
    make_review(state="published")
    response = exported(client_as("reader"), name)
    assert (response.status_code, response.streaming) == (200, True)
    assert response.headers["Content-Type"] == FORMATS[name].media_type
    assert response.headers["Content-Disposition"] == f'attachment; filename="{FORMATS[name].file_name}"'
    assert ("ETag" in response.headers, response.headers["Cache-Control"]) == (False, "private, no-store")
    assert len(response.getvalue()) > 100


def test_jsonl_has_a_line_for_each_claim_with_a_ruling() -> None:
    published = make_review(state="published")
    make_review(state="in_review")
    lines = exported(client_as("reader"), "jsonl").getvalue().splitlines()
    assert [json.loads(line)["claim_id"] for line in lines] == [str(published.claim_id)]


def test_session_does_as_well_as_a_token() -> None:
    client = APIClient()
    client.force_login(make_user(role="reader"))
    assert exported(client, "jsonl").status_code == 200


def test_any_media_type_may_be_asked_for() -> None:
    response = client_as("reader").get(f"{ROOT}/exports/jsonl", headers={"accept": "application/x-ndjson"})
    assert response.status_code == 200


def test_stranger_gets_nothing() -> None:
    assert exported(APIClient(), "jsonl").status_code == 401
    assert exported(client_of(make_user(role=None)), "jsonl").status_code == 403


@pytest.mark.parametrize(
    ("asked", "parameter"),
    [
        ({"since": "yesterday"}, "since"),
        ({"article": "999"}, "article"),
        ({"limit": "1"}, "limit"),
        ({"since": ""}, "since"),
    ],
)
def test_wrong_parameter_is_named(asked: dict[str, str], parameter: str) -> None:
    response = exported(client_as("reader"), "jsonl", **asked)
    assert (response.status_code, response.json()["errors"][0]["parameter"]) == (400, parameter)


def test_unknown_format_names_those_that_there_are() -> None:
    response = exported(client_as("reader"), "xml")
    assert (response.status_code, response.json()["errors"][0]["parameter"]) == (400, "format")
    assert "jsonl" in response.json()["errors"][0]["detail"]

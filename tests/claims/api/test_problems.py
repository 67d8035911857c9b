"""Every error is a problem that says how to mend it."""

from typing import Any

import pytest
from django.db import DataError, IntegrityError, OperationalError
from rest_framework.exceptions import Throttled
from rest_framework.test import APIClient

from claims.api.problems import handler
from tests.claims.api.client import ROOT, client_as, get, post
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def shape(response: Any) -> tuple[int, str, str]:
    body = response.json()
    assert response.headers["Content-Type"] == "application/problem+json"
    assert body["status"] == response.status_code
    return body["status"], body["type"].removeprefix("urn:stet:problem:"), body["title"]


def test_stranger_is_told_how_to_come_in() -> None:
    response = APIClient().get(f"{ROOT}/articles/")
    assert shape(response) == (401, "not-authenticated", "Unauthorized")
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_person_without_a_role_is_refused_with_the_reason() -> None:
    response = get(client_as(None), "articles")
    assert shape(response) == (403, "refused", "Forbidden")
    assert (
        response.json()["detail"]
        == "Reading at the desk needs one of its roles. Ask an administrator for one."
    )


@pytest.mark.parametrize(
    "path", ["nonsense", "articles/999", "articles/0", "claims/1", "articles/1e3", "reviews/9/x"]
)
def test_address_without_anything_is_a_problem(path: str) -> None:
    assert shape(get(client_as("reader"), path)) == (404, "not-found", "Not Found")


@pytest.mark.parametrize("method", ["put", "delete", "options", "trace"])
def test_method_that_is_not_offered_is_a_problem(method: str) -> None:
    response = client_as("editor").generic(method.upper(), f"{ROOT}/articles/")
    assert shape(response) == (405, "method-not-allowed", "Method Not Allowed")
    assert response.headers["Allow"] == "GET, POST, HEAD, OPTIONS"


def test_other_media_type_is_not_acceptable() -> None:
    response = client_as("reader").get(f"{ROOT}/articles/", headers={"accept": "text/html"})
    assert shape(response) == (406, "not-acceptable", "Not Acceptable")


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_body_that_is_not_json_is_unsupported(content_type: str) -> None:
    response = client_as("reporter").post(f"{ROOT}/articles/", b"text=words", content_type=content_type)
    assert shape(response) == (415, "unsupported-media-type", "Unsupported Media Type")


def test_wrong_fields_are_named_with_what_is_wrong() -> None:
    response = post(client_as("reporter"), "articles", {"published_on": "yesterday"})
    assert shape(response) == (400, "invalid", "Bad Request")
    assert response.json()["errors"] == [
        {
            "field": "published_on",
            "detail": "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.",
        },
        {"field": "text", "detail": "This field is required."},
    ]


def test_what_the_model_finds_is_told_field_by_field() -> None:
    response = post(client_as("reporter"), "articles", {"text": "  ", "url": "ftp://example.org"})
    assert shape(response) == (400, "invalid", "Bad Request")
    assert response.json()["errors"] == [{"field": "url", "detail": "Enter a valid URL."}]


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OperationalError("database is locked"), 503),
        (IntegrityError("UNIQUE"), 409),
        (DataError("integer out of range"), 400),
        (Throttled(wait=30), 429),
        (RuntimeError("a bug"), 500),
    ],
)
def test_failure_inside_is_a_problem_without_its_insides(error: Exception, status: int) -> None:
    response = handler(error, {"view": None})
    assert response is not None
    assert (response.status_code, b"locked" in response.content, b"bug" in response.content) == (
        status,
        False,
        False,
    )


def test_busy_database_says_when_to_come_again() -> None:
    response = handler(OperationalError("database is locked"), {"view": None})
    assert response is not None
    assert response.headers["Retry-After"] == "5"


def test_session_without_csrf_token_cannot_write() -> None:
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(make_user(role="reporter"))
    response = client.post(f"{ROOT}/articles/", {"text": "Words."}, format="json")
    assert shape(response)[0] == 403

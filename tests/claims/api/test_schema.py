"""The description of the API, and the pages that show it."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect
from rest_framework.test import APIClient

from config.api import router
from tests.claims.api.client import ROOT, client_as
from tests.factories import PASSWORD, make_user

JSON = {"accept": "application/vnd.oai.openapi+json"}


@pytest.fixture
def schema(db: None) -> dict[str, Any]:
    response = client_as("reader").get(f"{ROOT}/schema/", headers=JSON)
    described: dict[str, Any] = response.json()
    return described


def operations(schema: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, found)
        for path, methods in schema["paths"].items()
        for method, found in methods.items()
    ]


def test_schema_is_openapi_3_1_with_every_list(schema: dict[str, Any]) -> None:
    assert schema["openapi"] == "3.1.0"
    lists = {f"{ROOT}/{prefix}/" for prefix, _, _ in router.registry}
    assert lists <= set(schema["paths"])


def test_every_operation_says_what_it_does_and_what_can_go_wrong(schema: dict[str, Any]) -> None:
    for path, method, found in operations(schema):
        assert found.get("summary"), (path, method)
        assert {"400", "401", "403"} <= set(found["responses"]), (path, method)


def test_every_edit_needs_the_state_seen_and_every_creation_may_have_a_key(schema: dict[str, Any]) -> None:
    wanted = {"patch": "If-Match", "post": "Idempotency-Key"}
    for path, method, found in operations(schema):
        names = [parameter["name"] for parameter in found.get("parameters", [])]
        assert wanted.get(method, "") in [*names, ""], (path, method)


def test_schema_is_not_for_strangers(db: None) -> None:
    for path in ("schema", "docs"):
        response = APIClient().get(f"{ROOT}/{path}/")
        assert (response.status_code, response.headers["Content-Type"]) == (401, "application/problem+json")


@pytest.mark.django_db(transaction=True)
def test_pages_show_every_operation_under_the_strict_policy(live_server: Any, page: Page) -> None:
    reader = make_user(role="reader")
    page.goto(f"{live_server.url}/login/")
    page.fill("input[name=username]", reader.username)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: "/login" not in url)
    page.goto(f"{live_server.url}{ROOT}/docs/")
    expect(page.locator(".opblock-tag")).to_have_count(len(router.registry) + 1)
    expect(page.locator("#operations-reviews-reviews_publish_create")).to_be_visible()

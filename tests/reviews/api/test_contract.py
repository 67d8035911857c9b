"""Made-up requests against the API's own description: never a server error, never an answer that is not described."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from claims.models import ApiToken
from config.values import PROJECT
from config.wsgi import application
from reviews.models import Review
from tests.factories import make_claim, make_review, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

EXAMPLES = 20
CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
]
SCHEMA = schemathesis.openapi.from_path(PROJECT / "docs" / "openapi.yaml")
OPERATIONS: dict[str, Any] = {
    operation.label: operation
    for operation in (result.ok() for result in SCHEMA.get_all_operations())  # type: ignore[union-attr]
}


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The server closes its connection after each request; here it is the test's own, inside its transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def rows() -> None:
    """Something at the low ids that are made up most often."""
    for state in ("new", "assigned", "in_adjudication", "settled", "published"):
        make_review(state=state)
    make_claim(checkable=False)
    source = Review.objects.latest("pk").evidence.all()[0].source
    source.take_snapshot(by=source.added_by, now=source.created_at, text="The sale is agreed.")


@pytest.mark.parametrize("name", OPERATIONS)
def test_made_up_requests_are_answered_as_described(name: str) -> None:
    rows()
    _, token = ApiToken.objects.create(user=make_user(role="editor"), name="fuzz")
    operation = OPERATIONS[name]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        case.headers["Authorization"] = f"Bearer {token}"
        response = case.call(app=application)
        case.validate_response(response, checks=CHECKS)

    ask()

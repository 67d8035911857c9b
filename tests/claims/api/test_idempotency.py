"""A request sent again is done once."""

from datetime import timedelta
from typing import Any

import pytest

from claims.models import Article, Reply
from claims.models.idempotency import KEPT
from reviews.models import Source
from tests.claims.api.client import client_as, post

pytestmark = pytest.mark.django_db
BODY = {"title": "Minutes of the council"}


def test_request_sent_again_gets_the_same_answer_and_makes_one_row() -> None:
    client = client_as("reviewer")
    first, again = (post(client, "sources", BODY, **{"Idempotency-Key": "k1"}) for _ in range(2))
    assert (first.status_code, again.status_code, Source.objects.count()) == (201, 201, 1)
    assert first.content == again.content
    for name in ("ETag", "Location", "Content-Type"):
        assert first.headers[name] == again.headers[name]
    assert ("Idempotency-Replayed" in first.headers, again.headers["Idempotency-Replayed"]) == (False, "true")


def test_without_a_key_each_request_counts() -> None:
    client = client_as("reviewer")
    for _ in range(2):
        post(client, "sources", BODY)
    assert (Source.objects.count(), Reply.objects.count()) == (2, 0)


def test_key_with_another_body_is_422() -> None:
    client = client_as("reviewer")
    post(client, "sources", BODY, **{"Idempotency-Key": "k1"})
    response = post(client, "sources", {"title": "Something else"}, **{"Idempotency-Key": "k1"})
    assert (response.status_code, response.json()["type"]) == (422, "urn:stet:problem:key-reused")


def test_same_body_in_another_order_is_the_same() -> None:
    client = client_as("reviewer")
    for body in ({"title": "A", "publisher": "B"}, {"publisher": "B", "title": "A"}):
        assert post(client, "sources", body, **{"Idempotency-Key": "k1"}).status_code == 201
    assert Source.objects.count() == 1


def test_key_belongs_to_one_person_and_one_address() -> None:
    for client in (client_as("reviewer"), client_as("reviewer")):
        post(client, "sources", BODY, **{"Idempotency-Key": "k1"})
    post(client_as("reporter"), "articles", {"text": "Words."}, **{"Idempotency-Key": "k1"})
    assert (Source.objects.count(), Article.objects.count(), Reply.objects.count()) == (2, 1, 3)


@pytest.mark.parametrize("role", ["reviewer", "reader"])
def test_request_that_failed_does_not_use_its_key_up(role: str) -> None:
    client = client_as(role)
    assert post(client, "sources", {"title": ""}, **{"Idempotency-Key": "k1"}).status_code in (400, 403)
    assert Reply.objects.count() == 0


@pytest.mark.parametrize("key", ["", " ", "a b", "k" * 201, "ключ", "a\x7f"])
def test_key_that_is_none_is_400(key: str) -> None:
    response: Any = post(client_as("reviewer"), "sources", BODY, **{"Idempotency-Key": key})
    assert (response.status_code, Source.objects.count()) == (400, 0)


def test_answers_are_forgotten_after_a_week() -> None:
    post(client_as("reviewer"), "sources", BODY, **{"Idempotency-Key": "k1"})
    made = Reply.objects.get().created_at
    kept, gone = (Reply.objects.expired(made + age).forget() for age in (KEPT, KEPT + timedelta(seconds=1)))
    assert (kept, gone, Reply.objects.count()) == (0, 1, 0)


def test_known_article_is_answered_alike_with_and_without_a_key() -> None:
    client = client_as("reporter")
    first = post(client, "articles", {"text": "Words."}, **{"Idempotency-Key": "k1"})
    known = post(client, "articles", {"text": "Words."}, **{"Idempotency-Key": "k2"})
    again = post(client, "articles", {"text": "Words."}, **{"Idempotency-Key": "k1"})
    assert [answer.status_code for answer in (first, known, again)] == [201, 200, 201]

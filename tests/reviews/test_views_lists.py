"""Every list of the desk costs the same number of queries whatever its length, and never more than five."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models import ApiToken, User
from tests.factories import NOW, make_article, make_claim, make_evidence, make_review, make_source, make_user

pytestmark = pytest.mark.django_db
Row = Callable[[User, int], Any]
MOST = 5


def with_claim(user: User, number: int) -> None:
    make_claim(article=make_article(text=f"The council sold the old library in 2019. Number {number}."))


def with_share(user: User, number: int) -> None:
    review = make_review(state="triaged")
    review.take(by=user, now=NOW)


def with_evidence(user: User, number: int) -> None:
    source = make_source(by=user)
    for _ in range(number):
        make_evidence(review=make_claim().review, by=user, source=source)


def with_published(user: User, number: int) -> None:
    make_review(state="published")


LISTS: dict[str, tuple[str, Row]] = {
    "articles": ("/articles/", with_claim),
    "articles found": ("/articles/?q=council", with_claim),
    "own shares": ("/queue/", with_share),
    "to take": ("/queue/", lambda user, number: make_review(state="triaged")),
    "to triage": ("/queue/?show=triage", lambda user, number: make_review()),
    "to rule on": ("/queue/?show=adjudicate", lambda user, number: make_review(state="in_adjudication")),
    "to publish": ("/queue/?show=publish", lambda user, number: make_review(state="settled")),
    "sources": ("/sources/", lambda user, number: make_source()),
    "published": ("/published/", with_published),
    "tokens": (
        "/account/tokens/",
        lambda user, number: ApiToken.objects.create(user, expiry=None, name=f"token {number}"),
    ),
}


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", LISTS)
def test_list_costs_the_same_for_one_row_and_for_three(client: Client, name: str) -> None:
    address, make_row = LISTS[name]
    editor = make_user(role="editor")
    client.force_login(editor)
    make_row(editor, 1)
    client.get(address)
    with_one = queries(client, address)
    for number in (2, 3):
        make_row(editor, number)
    assert (queries(client, address), with_one <= MOST) == (with_one, True)

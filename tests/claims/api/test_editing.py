"""Nobody's work is written over unseen."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from claims.models import Article, Event
from tests.claims.api.client import ROOT, client_as, get, patch
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def edited(article: Article, if_match: str | None, **body: Any) -> Any:
    headers = {} if if_match is None else {"If-Match": if_match}
    return patch(client_as("reporter"), f"articles/{article.pk}", body, **headers)


def test_row_that_can_be_edited_has_its_revision_for_a_tag() -> None:
    response = get(client_as("reader"), f"articles/{make_article().pk}")
    assert (response.headers["ETag"], response.json()["revision"]) == ('"v1"', 1)


def test_edit_without_the_state_seen_is_428() -> None:
    response = edited(make_article(), None, title="New")
    assert (response.status_code, response.json()["type"]) == (428, "urn:stet:problem:revision-missing")


@pytest.mark.parametrize(
    "tag", ['"v1"', 'W/"v1"', '"v1-gzip"', 'W/"v1-gzip"', '"v1;gzip"', '"v9", "v1"', "*"]
)
def test_edit_from_the_newest_state_is_written(tag: str) -> None:
    article = make_article()
    response = edited(article, tag, title="New")
    assert (response.status_code, response.headers["ETag"]) == (200, '"v2"')
    assert Article.objects.get().title == "New"


@pytest.mark.parametrize("tag", ['"v2"', '"v1x"', '"x"', '""'])
def test_edit_from_another_state_is_412_with_the_newest(tag: str) -> None:
    article = make_article()
    response = edited(article, tag, title="New")
    assert (response.status_code, response.headers["ETag"]) == (412, '"v1"')
    assert response.json()["current"]["title"] == "The library is sold"
    assert (Article.objects.get().revision, Event.objects.filter(verb="article.edited").count()) == (1, 0)


@pytest.mark.parametrize("tag", ["v1", "1", '"v1', "", '"v1"' * 400])
def test_tag_that_is_none_is_400(tag: str) -> None:
    assert edited(make_article(), tag, title="New").status_code == 400


def test_right_is_looked_at_before_the_state_seen() -> None:
    assert patch(client_as("reader"), f"articles/{make_article().pk}", {"title": "New"}).status_code == 403


def test_row_that_is_known_already_is_304_without_a_body() -> None:
    article, client = make_article(), client_as("reader")
    response = client.get(f"{ROOT}/articles/{article.pk}/", headers={"If-None-Match": '"v1"'})
    assert (response.status_code, response.content, response.headers["ETag"]) == (304, b"", '"v1"')


def test_row_that_changed_is_sent_again() -> None:
    article, client = make_article(), client_as("reader")
    edited(article, '"v1"', title="New")
    response = client.get(f"{ROOT}/articles/{article.pk}/", headers={"If-None-Match": '"v1"'})
    assert response.json()["title"] == "New"


@pytest.mark.parametrize("path", ["articles", "scales", "versions/1"])
def test_list_that_is_known_already_is_304(path: str) -> None:
    make_article()
    client = client_as("reader")
    path = path.replace("1", str(Article.objects.get().latest_version().pk))
    tag = get(client, path).headers["ETag"]
    again = client.get(f"{ROOT}/{path}/", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_stranger_with_the_right_tag_is_401() -> None:
    path = f"{ROOT}/articles/{make_article().pk}/"
    assert APIClient().get(path, headers={"If-None-Match": '"v1"'}).status_code == 401


def test_answer_is_kept_by_its_asker_alone() -> None:
    response = get(client_as("reader"), "articles")
    assert response.headers["Cache-Control"] == "private, no-cache"
    assert {"Authorization", "Cookie"} <= set(response.headers["Vary"].split(", "))

"""What is true of every list: a fixed order, a bounded number of queries, cursors, and filters that are declared."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from config.api import router
from reviews.models import Review, Scale
from tests.claims.api.client import client_as, client_of, get
from tests.factories import FOUND, make_article, make_claim, make_review, make_source, make_user

pytestmark = pytest.mark.django_db

LISTS = sorted(prefix for prefix, _, _ in router.registry)


def published() -> None:
    review = make_review(state="published")
    take_snapshot(review)


def take_snapshot(review: Review) -> None:
    evidence = review.evidence.all()[0]
    evidence.source.take_snapshot(by=evidence.added_by, now=evidence.created_at, text="The sale is agreed.")


def one_more(name: str) -> Callable[[], object]:
    """What makes one more row of a list."""
    if name == "scales":
        return lambda: Scale.objects.create(name=f"Scale {Scale.objects.count()}")
    return published


@pytest.mark.parametrize("name", LISTS)
def test_list_takes_at_most_five_queries_whatever_its_length(name: str) -> None:
    user = make_user(role="editor")
    by_token, by_session = client_of(user), APIClient()
    by_session.force_login(user)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            one_more(name)()
        for client in (by_token, by_session):
            get(client, name)  # notes the use of the token, and the beginning of the session
            with CaptureQueriesContext(connection) as queries:
                rows = get(client, name).json()["results"]
            counts.append(len(queries))
            assert len(rows) >= more
    assert counts[:2] == counts[2:]
    assert max(counts) <= 5, [query["sql"] for query in queries]


@pytest.mark.parametrize("name", LISTS)
def test_every_row_of_a_list_can_be_asked_for_alone(name: str) -> None:
    published()
    client = client_as("editor")
    row = get(client, name).json()["results"][0]
    alone = get(client, f"{name}/{row.get('id', row.get('seq'))}")
    assert alone.status_code == 200
    assert {key: value for key, value in alone.json().items() if key in row} == row


@pytest.mark.parametrize("name", LISTS)
def test_pages_follow_one_another_without_gap_or_repetition(name: str) -> None:
    for _ in range(3):
        one_more(name)()
    client = client_as("editor")
    whole = get(client, name, page_size=200).json()["results"]
    page, found = get(client, name, page_size=2).json(), []
    while page["next"]:
        found += page["results"]
        page = client.get(page["next"]).json()
    assert found + page["results"] == whole
    back = client.get(page["previous"]).json()
    assert back["results"] == whole[-len(page["results"]) - 2 : -len(page["results"])]


def test_page_holds_fifty_rows_unless_asked() -> None:
    maker = make_user()
    for number in range(51):
        make_source(by=maker, title=f"Source {number}")
    page = get(client_of(maker), "sources").json()
    assert (len(page["results"]), page["previous"], page["next"] is None) == (50, None, False)


@pytest.mark.parametrize("size", ["0", "201", "-1", "1.5", "x", "", "9" * 30, "٣"])
def test_page_size_is_a_number_from_1_to_200(size: str) -> None:
    response = get(client_as("reader"), "articles", page_size=size)
    assert (response.status_code, response.json()["errors"][0]["parameter"]) == (400, "page_size")


CURSORS = [
    "x",
    "",
    "W10=",
    "WzAsMV0=",
    "WzAsIngiLDFd",
    "é",
    "A" * 500,
    "WzAsMTAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMF0=",
]


def test_cursor_that_is_none_is_never_a_failure() -> None:
    make_claim()
    client = client_as("reader")
    for name in ("articles", "claims", "events"):
        for cursor in CURSORS:
            response = get(client, name, cursor=cursor)
            told = "" if response.status_code == 200 else response.json()["errors"][0]["parameter"]
            assert (response.status_code, told) in ((200, ""), (400, "cursor")), (name, cursor)


UNDECLARED = ["ordering", "brought_by__password", "state__contains", "format", "id", "revision"]


def test_parameter_that_is_not_declared_is_named() -> None:
    client = client_as("reader")
    for name in LISTS:
        for parameter in UNDECLARED:
            response = get(client, name, **{parameter: "x"})
            assert (response.status_code, response.json()["errors"][0]["parameter"]) == (400, parameter)


def test_single_row_takes_no_parameter() -> None:
    response = get(client_as("reader"), f"articles/{make_article().pk}", q="library")
    assert response.json()["errors"] == [
        {"parameter": "q", "detail": "This parameter is not known. None is known here."}
    ]


def test_parameter_said_twice_is_refused() -> None:
    response = client_as("reader").get("/api/v1/claims/?article=1&article=2")
    assert response.json()["errors"] == [{"parameter": "article", "detail": "Say it once."}]


def filters() -> list[tuple[str, str]]:
    declared = [(prefix, getattr(view, "filterset_class", None)) for prefix, view, _ in router.registry]
    return [(prefix, name) for prefix, found in declared if found for name in found.base_filters]


SENSITIVE = {
    "password",
    "digest",
    "token_key",
    "email",
    "draft_rating",
    "draft_rationale",
    "is_superuser",
    "identity",
}


def test_no_filter_reaches_what_is_hidden() -> None:
    paths = {
        declared.field_name
        for _, view, _ in router.registry
        for declared in getattr(getattr(view, "filterset_class", None), "base_filters", {}).values()
    }
    assert [path for path in paths if SENSITIVE & set((path or "").split("__"))] == []


HOSTILE = ["x" * 300, "99999999999999999999999", "-1", "null", "\x00", "a\ud7ff", "' OR 1=1 --", "{}", "True"]


def test_hostile_filter_is_refused_or_finds_nothing() -> None:
    published()
    client = client_as("editor")
    for name, parameter in filters():
        for value in HOSTILE:
            response: Any = get(client, name, **{parameter: value})
            if response.status_code == 200:
                assert response.json()["results"] == [], (name, parameter, value)
            else:
                told = response.json()["errors"][0]["parameter"]
                assert (response.status_code, told) == (400, parameter), (name, value)


def test_filter_of_truth_takes_true_and_false() -> None:
    article = make_claim().article
    make_claim(article=article, text="It is ugly.", checkable=False)
    client = client_as("reader")
    found = [
        [claim["checkable"] for claim in get(client, "claims", checkable=value).json()["results"]]
        for value in ("true", "false")
    ]
    assert found == [[True], [False]]


def test_person_who_asks_is_me() -> None:
    reviewer, other = make_user(), make_user()
    make_source(by=other)
    review = make_review(state="triaged")
    review.take(by=reviewer, now=review.changed_at)
    client = client_of(reviewer)
    for asked in ("me", str(reviewer.pk)):
        assert [row["id"] for row in get(client, "reviews", reviewer=asked).json()["results"]] == [review.pk]
        assert len(get(client, "assignments", reviewer=asked).json()["results"]) == 1
    assert get(client, "reviews", reviewer=str(other.pk)).json()["results"] == []


def test_articles_are_found_by_words() -> None:
    make_article()
    client = client_as("reader")
    counts = [
        len(get(client, "articles", q=words).json()["results"]) for words in ("library euros", "bridge")
    ]
    assert counts == [1, 0]


def test_claim_has_what_the_splitter_found() -> None:
    claim = make_claim(**FOUND)
    found = get(client_as("reader"), f"claims/{claim.pk}").json()
    assert {name: found[name] for name in FOUND} == FOUND


def test_claim_of_which_nothing_was_found_has_empty_lists() -> None:
    found = get(client_as("reader"), f"claims/{make_claim().pk}").json()
    assert (found["quantities"], found["hedges"], found["link"]) == ([], [], "")

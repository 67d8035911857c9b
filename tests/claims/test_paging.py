"""Lists page by page, whatever stands in the address."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.test import RequestFactory

from claims.models import Article
from claims.paging import Page, page_of
from tests.factories import NOW, make_article, make_user

pytestmark = pytest.mark.django_db


def page(query: str = "", size: int = 2) -> Page[Article]:
    return page_of(Article.objects.newest_first(), RequestFactory().get(f"/{query}"), size=size)


def make_articles(number: int, *, at_once: bool = False) -> list[str]:
    """Titles of new articles, the newest first."""
    reporter = make_user(role="reporter")
    for place in range(number):
        now = NOW if at_once else NOW + timedelta(microseconds=place)
        make_article(by=reporter, text=f"Copy {place}.", title=f"Article {place}", now=now)
    return [f"Article {place}" for place in reversed(range(number))]


def titles(shown: Page[Article]) -> list[str]:
    return [article.title for article in shown]


def test_page_of_an_empty_list_has_no_neighbours() -> None:
    shown = page()
    assert (len(shown), shown.previous, shown.next) == (0, "", "")


@pytest.mark.parametrize("at_once", [False, True])
def test_pages_show_every_row_once_forwards_and_backwards(at_once: bool) -> None:
    expected = make_articles(5, at_once=at_once)
    first = page()
    second = page(first.next)
    third = page(second.next)
    assert titles(first) + titles(second) + titles(third) == expected
    assert (third.next, first.previous) == ("", "")
    assert titles(page(page(third.previous).previous)) == expected[:2]


def test_page_stays_when_rows_arrive() -> None:
    expected = make_articles(4)
    after = page().next
    make_article(text="Late copy.", title="Late", now=NOW + timedelta(days=1))
    assert titles(page(after)) == expected[2:]


def test_page_keeps_what_else_the_address_asks_for() -> None:
    make_articles(3)
    assert page("?q=a%26b&q=c").next.startswith("?q=a%26b&q=c&page=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x", "AAAA", "%00", "é", "W10", "bnVsbA", "WzAsMSwxXQ", "WzAsIngiLDFd", "WzAsbnVsbCxudWxsXQ", "e30",
        "WzIsIjIwMjYtMDEtMDEiLDFd", "W1tbW1tbW1tbW1tbW1tbW1tb", "9" * 5000,
    ],
)  # fmt: skip
def test_cursor_that_cannot_be_read_is_not_found(cursor: str) -> None:
    make_articles(1)
    with pytest.raises(Http404, match="not known"):
        page(f"?page={cursor}")


def test_cursor_with_a_number_beyond_the_database_shows_nothing_or_is_not_found() -> None:
    make_articles(1)
    beyond = "WzAsIjIwMjAtMDEtMDFUMDA6MDA6MDArMDA6MDAiLDk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OV0"
    assert titles(page(f"?page={beyond}")) == []

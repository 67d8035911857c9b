import pytest

from claims.extraction.decoding import Unreadable
from claims.extraction.html import read

PARAGRAPH = "<p>The council sold the old library in 2019, and the mayor said that it cost the city a lot of money.</p>"
PAGE = f"""<html lang="en"><head><title>Town sells library | The Gazette</title>
<meta name="author" content="Jo Roe; Ann Lee"><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="2026-03-01T10:00:00Z">
<link rel="canonical" href="https://gazette.example/library"></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>Town sells library</h1>{PARAGRAPH}
<p>Who decides such things &amp; why? The second paragraph is long enough to be kept, and <b>bold</b>.</p></article>
<footer>All rights reserved. Cookies.</footer></body></html>"""


def test_html_gives_the_article_and_nothing_that_stands_around_it() -> None:
    found = read(PAGE.encode())
    assert found.text.split("\n\n") == [
        "Town sells library",
        "The council sold the old library in 2019, and the mayor said that it cost the city a lot of money.",
        "Who decides such things & why? The second paragraph is long enough to be kept, and bold.",
    ]


def test_html_says_what_the_page_states_of_itself() -> None:
    found = read(PAGE.encode())
    assert (found.title, found.byline, found.outlet, found.url, found.published_on) == (
        "Town sells library",
        "Jo Roe, Ann Lee",
        "The Gazette",
        "https://gazette.example/library",
        "2026-03-01",
    )


def test_html_does_not_guess_a_date_from_the_text() -> None:
    footer = "<footer>Copyright 2014. Updated on 3 May 2015.</footer>"
    assert (
        read(f"<html><body><article>{PARAGRAPH * 3}</article>{footer}</body></html>".encode()).published_on
        == ""
    )


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ('<meta name="date" content="2026-03-01">', "2026-03-01"),
        ('<meta itemprop="datePublished" content="2026-03-01T23:59:59-05:00">', "2026-03-01"),
        ('<time itemprop="datePublished" datetime="2026-03-01 10:00">1 March</time>', "2026-03-01"),
        ('<script type="application/ld+json">{"datePublished": "2026-03-01T10:00Z"}</script>', "2026-03-01"),
        ('<meta name="date" content="1 March 2026">', ""),
        ('<meta name="date" content="2026-03-011">', ""),
        ('<meta property="article:modified_time" content="2026-03-01">', ""),
    ],
)
def test_html_takes_the_day_that_the_page_states(stated: str, day: str) -> None:
    source = f"<html><head>{stated}</head><body><article>{PARAGRAPH * 3}</article></body></html>"
    assert read(source.encode()).published_on == day


@pytest.mark.parametrize(
    "source", [b"", b"<html></html>", b"\x00\x01\x02", b"<html><body><nav></nav></body></html>"]
)
def test_html_without_an_article_is_refused(source: bytes) -> None:
    with pytest.raises(Unreadable, match="no article was found"):
        read(source)

import pytest

from claims.extraction.markdown import read


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Sold\n\nThe *old* library\nwas **sold**.", "Sold\n\nThe old library was sold."),
        ("See [the minutes](https://e.example/m 'x') ![a chart](c.png).", "See the minutes ."),
        ("- one\n- two\n  1. three", "one\n\ntwo\n\nthree"),
        ("> He said so.\n>\n> Twice.", "He said so.\n\nTwice."),
        ("Line one  \nline two\\\nline three", "Line one\nline two\nline three"),
        ("a<br>b <b>c</b>", "a\nb c"),
        ("<script>alert(1)</script>\n\nText.", "Text."),
        ("```\ncode = 1\n```\n\n    more", "code = 1\n\nmore"),
        ("| a | b |\n|---|---|\n| 1 | **2** |", "a\tb\n\n1\t2"),
        ("5 \\* 3 &amp; ~~old~~ `x`", "5 * 3 & old x"),
        ("Sold\n===\n\n***\n\nText.", "Sold\n\nText."),
        ("> > > deep", "deep"),
        ("1986\\. A great year.", "1986. A great year."),
        ("", ""),
    ],
)
def test_markdown_gives_the_words_that_a_reader_sees(source: str, text: str) -> None:
    assert read(source.encode()).text == text


def test_markdown_front_matter_says_what_is_known() -> None:
    source = (
        '---\ntitle: "The library: sold"\nDate: 2026-03-01\nauthor: Jo Roe\npublisher: The Courier\n'
        "url: https://e.example/1\ntags: [a]\nlang:\n---\n# Another headline\n\nText."
    )
    found = read(source.encode())
    assert (found.title, found.published_on, found.byline, found.outlet, found.url, found.language) == (
        "The library: sold",
        "2026-03-01",
        "Jo Roe",
        "The Courier",
        "https://e.example/1",
        "",
    )
    assert found.text == "Another headline\n\nText."


@pytest.mark.parametrize(
    ("source", "title"),
    [("# Sold\n\nText.", "Sold"), ("Sold\n====\n", "Sold"), ("## Sold\n", ""), ("Text.", "")],
)
def test_markdown_takes_its_title_from_the_first_headline(source: str, title: str) -> None:
    assert read(source.encode()).title == title


def test_markdown_line_between_dashes_that_never_end_is_text() -> None:
    assert read(b"---\ntitle: x\n").text == "title: x"

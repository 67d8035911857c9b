import pytest

from claims.intake.title import LONGEST, title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Library sold\n\nThe council sold the library.", "Library sold"),
        ("\n  Library   sold  \nThe council …", "Library sold"),
        ("The council sold the library.\nIt cost two million.", "The council sold the library…"),
        ("The council sold the library.", "The council sold the library."),
        ("", "Untitled"),
        (" \t\n ", "Untitled"),
        ("a\x7fb", "a b"),
    ],
)
def test_title_is_the_headline_or_the_first_words(text: str, title: str) -> None:
    assert title_of(text) == title


def test_long_first_line_is_cut_between_words_and_before_a_comma() -> None:
    words = (
        "In a swift vote on Tuesday night, the council of Merrow has agreed to sell the old town library, to"
    )
    assert (
        title_of(words)
        == "In a swift vote on Tuesday night, the council of Merrow has agreed to sell the old town…"
    )
    assert title_of("x" * 500) == "x" * LONGEST + "…"

"""The processes that read strangers' bytes: what they give, and how they end when they must."""

from typing import Literal

import pytest

from claims.extraction.decoding import Unreadable
from claims.extraction.limits import Extracted
from claims.intake.confined import extract
from tests.claims.extraction.test_html import PAGE


def test_extract_gives_what_the_reader_found() -> None:
    assert extract("markdown", b"# Sold\n\nText.") == Extracted(title="Sold", text="Sold\n\nText.")
    assert extract("html", PAGE.encode()).outlet == "The Gazette"


def test_extract_gives_the_reason_why_it_cannot_be_read() -> None:
    with pytest.raises(Unreadable, match="not UTF-8: byte 0xe9 at byte 4"):
        extract("markdown", b"caf\xe9")


def test_extract_ends_what_takes_too_long() -> None:
    with pytest.raises(
        Unreadable, match=r"^reading it took longer than 0.01 seconds. Save its text as a .txt file.$"
    ):
        extract("html", PAGE.encode(), seconds=0.01)


@pytest.mark.slow
def test_extract_ends_what_takes_too_much_memory() -> None:
    page = b"<html><body><article>" + b"<p><b><i>x</i></b></p>" * 800_000 + b"</article></body></html>"
    with pytest.raises(Unreadable, match=r"Save its text as a .txt file.$"):
        extract("html", page)


@pytest.mark.parametrize(("kind", "mark"), [("html", b"<div>"), ("markdown", b">")])
def test_extract_refuses_what_is_nested_too_deeply(kind: Literal["html", "markdown"], mark: bytes) -> None:
    with pytest.raises(Unreadable, match=r"Save (its|the article's) text as a .txt file.$"):
        extract(kind, mark * 100_000 + b"The council sold the old library in 2019.")


def test_extract_shows_the_reader_nothing_of_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONSTARTUP", "/nonexistent")
    monkeypatch.setenv("STET_MISSPELT", "would stop anything that loads the desk's settings")
    assert extract("markdown", b"Text.").text == "Text."

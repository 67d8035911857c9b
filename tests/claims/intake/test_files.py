"""What the readers make of files: articles, and problems that say how to mend them."""

import os
from datetime import date
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from claims.intake.arrival import Arrival, Problem
from claims.intake.files import arrivals, one_line
from tests.claims.extraction.test_html import PAGE

GOOD = '{"title": "One", "text": "It was sold.", "date": "2026-03-01", "url": "https://e.example/1"}'


def found_in(path: Path, data: bytes) -> list[Arrival | Problem]:
    path.write_bytes(data)
    return list(arrivals(path))


def reason(path: Path) -> str:
    [problem] = arrivals(path)
    assert isinstance(problem, Problem)
    return problem.reason


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a", "a.text"])
def test_text_file_is_an_article_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert found_in(path, b"\xef\xbb\xbf It was sold.\r\n") == [Arrival(path=path, text=" It was sold.\r\n")]


def test_markdown_file_is_an_article_with_its_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    [found] = found_in(
        path, b"---\ntitle: Sold\ndate: 2026-03-01\nurl: javascript:alert(1)\n---\nIt *was* sold."
    )
    assert found == Arrival(path=path, text="It was sold.", title="Sold", published_on=date(2026, 3, 1))


def test_html_file_is_an_article_with_what_the_page_says(tmp_path: Path) -> None:
    [found] = found_in(tmp_path / "a.html", PAGE.encode())
    assert isinstance(found, Arrival)
    assert (found.title, found.published_on, found.url) == (
        "Town sells library",
        date(2026, 3, 1),
        "https://gazette.example/library",
    )


def test_json_lines_are_articles_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    data = f'\ufeff{GOOD}\r\n\n{{"text": "Two.", "author": "Jo", "publisher": "Courier", "title": null, "extra": 5}}'
    assert found_in(path, data.encode()) == [
        Arrival(
            path=path,
            line=1,
            title="One",
            text="It was sold.",
            published_on=date(2026, 3, 1),
            url="https://e.example/1",
        ),
        Arrival(path=path, line=3, text="Two.", byline="Jo", outlet="Courier"),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{bad", "this is no JSON: unexpected character, expected a string key at character 2 of the line."),
        ("[1]", 'a line is an object, such as {"title": "…", "text": "…", "date": "2026-03-01"}.'),
        ("{}", "“text”, the words of the article, is missing."),
        ('{"text": ""}', "“text”, the words of the article, is missing."),
        ('{"text": 5}', "“text” is no string. Put it in quotation marks."),
        ('{"text": "x", "title": ["a"]}', "“title” is no string. Put it in quotation marks."),
        ('{"text": "x", "date": "1 March"}', "“date” is no day: “1 March”. Write it as 2026-03-01."),
        ('{"text": "x", "date": "2026-02-30"}', "“date” is no day: “2026-02-30”. Write it as 2026-03-01."),
    ],
)
def test_bad_line_is_told_and_the_others_go_on(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "a.ndjson"
    found = found_in(path, f"{GOOD}\n{line}\n{GOOD}\n".encode())
    assert found[1] == Problem(path=path, line=2, reason=reason)
    assert [type(one) for one in found] == [Arrival, Problem, Arrival]


def test_line_that_is_too_long_is_told_and_the_others_go_on(tmp_path: Path, settings: Settings) -> None:
    settings.STET_MAX_TEXT_BYTES = 1_000
    path = tmp_path / "a.jsonl"
    found = found_in(path, b'{"text": "' + b"x" * 200_000 + b'"}\n' + GOOD.encode())
    assert found[0] == Problem(path=path, line=1, reason="the line has more than 71,536 bytes.")
    assert isinstance(found[1], Arrival)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"caf\xe9", "not UTF-8: byte 0xe9 at byte 4 (line 1). Save the file as UTF-8."),
        ("a.pdf", b"%PDF", "PDF files cannot be read. Save the article's text as a .txt file."),
        ("a.docx", b"PK", "Word files cannot be read. Save the article's text as a .txt file."),
        ("a.json", b"{}", "write one article a line and name the file .jsonl."),
        (
            "a.html",
            b"<html></html>",
            "no article was found in this page. Save the article's text as a .txt file.",
        ),
    ],
)
def test_file_that_cannot_be_read_says_how_to_mend_it(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert reason(tmp_path / name) == said


def test_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path, settings: Settings) -> None:
    settings.STET_MAX_TEXT_BYTES = 1_000
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(10**12)  # a terabyte of nothing
    assert reason(path) == "it has more than 1,000 bytes. Bring it in parts."


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert reason(tmp_path) == f"this is a folder. Name its files, such as {tmp_path}/*.txt"
    assert reason(tmp_path / "none.txt") == "No such file or directory."
    assert reason(Path(os.devnull)) == "this is a device, not a file."


def test_title_of_a_page_becomes_one_line_that_fits() -> None:
    assert one_line(" A\n\x00title\u2028 of\tthree ", most=300) == "A title of three"
    assert one_line("x" * 301, most=300) == "x" * 299 + "…"

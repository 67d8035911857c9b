"""The CSV file: the JSON line's columns, flat, and no formula in any cell."""

import csv
import io

import orjson
import pytest

from reviews.exports import Selection, format_named
from reviews.exports.spreadsheet import COLUMNS, cell
from tests.factories import make_article, make_claim, make_review

PAYLOADS = [
    '=HYPERLINK("http://evil.example","x")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\ttext",
    "\rtext",
    "\ntext",
    " =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1)",
    "=cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@",
    "=",
]


def read(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode(), newline=""), strict=True))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_cell_that_looks_like_a_formula_begins_with_an_apostrophe(payload: str) -> None:
    assert cell(payload) == f"'{payload}"


@pytest.mark.parametrize(
    "words", ["", "Plain", "2 + 2 = 4", "a@b.example", "’s", "“=1”", "x\t=1", "–5 degrees"]
)
def test_cell_of_plain_words_is_left_alone(words: str) -> None:
    assert cell(words) == words


def test_cell_of_a_number_stays_a_number() -> None:
    assert (cell(-2), cell(0), cell(None)) == ("-2", "0", "")


@pytest.mark.django_db
def test_csv_of_an_empty_desk_has_its_columns() -> None:
    assert read(b"".join(format_named("csv").write(Selection()))) == [list(COLUMNS)]


@pytest.mark.django_db
def test_csv_has_the_values_of_the_json_line() -> None:
    make_review(state="published")
    make_review(state="settled")
    table = read(b"".join(format_named("csv").write(Selection())))
    rows = [dict(zip(table[0], line, strict=True)) for line in table[1:]]
    lines = [orjson.loads(line) for line in b"".join(format_named("jsonl").write(Selection())).splitlines()]
    for row, line in zip(rows, lines, strict=True):
        assert row["article_title"] == line["article"]["title"]
        assert row["rating_value"] == str(line["rating"]["value"])
        assert orjson.loads(row["evidence"]) == line["evidence"]
        assert (row["ruled_at"], row["updated_at"]) == (line["ruled_at"], line["updated_at"])
        assert row["permalink"] == (line["permalink"] or "")
        flat = {name for name in line if name not in ("article", "rating")}
        flat |= {f"{outer}_{name}" for outer in ("article", "rating") for name in line[outer]}
        assert flat == set(COLUMNS)


@pytest.mark.django_db
def test_csv_quotes_every_cell_and_holds_no_formula_that_a_claim_brought() -> None:
    text = '=1+1","=2+2\n=3+3 was the sum.'
    make_review(
        claim=make_claim(article=make_article(text=text, title="@SUM(1)"), text=text, end=len(text)),
        state="settled",
    )
    written = b"".join(format_named("csv").write(Selection()))
    [_, line] = read(written)
    assert not [value for value in line if value[:1] in "=+-@\t\r\n" and value]
    assert (line[COLUMNS.index("text")], line[COLUMNS.index("article_title")]) == (f"'{text}", "'@SUM(1)")
    assert written.startswith(b'"claim_id","article_id"')
    assert written.endswith(b'"\r\n')

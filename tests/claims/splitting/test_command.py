import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command


def printed(path: Path | str, **options: Any) -> str:
    out = io.StringIO()
    call_command("split", str(path), stdout=out, **options)
    return out.getvalue()


def run(path: Path | str, **options: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed(path, **options).splitlines()]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes("The dam broke 😀 last year.\r\nAnna Berg, the mayor, fled.".encode())
    return path


def test_split_prints_the_keys_of_the_contract(article: Path) -> None:
    assert list(run(article)[0]) == [
        "text", "quote", "start", "end", "spans", "statement", "kind", "disposition",
        "checkable", "worth", "reasons", "attribution", "dates", "rules", "quantities", "hedges",
        "link", "insertions", "unresolved",
    ]  # fmt: skip


def test_split_counts_code_points_of_the_file_as_it_is(article: Path) -> None:
    text = article.read_bytes().decode()
    assert [line["quote"] for line in run(article)] == [
        text[line["start"] : line["end"]] for line in run(article)
    ]


def test_split_takes_a_date(article: Path) -> None:
    assert run(article, date="2024-03-14")[0]["dates"] == [{"phrase": "last year", "value": "2023"}]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9", "{}: not UTF-8: byte 0xe9 at byte 3"),
        (b"one\ntwo\x00", "{}: control character U+0000 at character 7 (line 2)"),
        (b"a" * 2_000_001, "{}: too large: 2,000,001 characters, at most 2,000,000"),
    ],
)
def test_split_refuses_what_it_cannot_read(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(CommandError) as refusal:
        run(path)
    assert str(refusal.value) == message.format(path)


def test_split_refuses_a_date_that_is_none(article: Path) -> None:
    with pytest.raises(CommandError) as refusal:
        run(article, date="2023-13-01")
    assert str(refusal.value) == "--date 2023-13-01: not a date like 2023-11-08"


def test_split_names_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refusal:
        run(tmp_path / "none.txt")
    assert str(refusal.value) == f"{tmp_path / 'none.txt'}: No such file or directory"


def test_split_explains_statement_by_statement(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("About 300 men fled last year, said Anna Berg.\n\nA view of the town\n", encoding="utf-8")
    first, second = printed(path, date="2024-03-14", explain=True).strip().split("\n\n")
    assert first.startswith(
        "[0] About 300 men fled last year, said Anna Berg.\n    claim: states something that can be checked\n  - "
    )
    for line in (
        "  - About 300 men fled last year.",
        "      kind      claim; can be checked",
        "      link      attribution: It is what somebody says, or tells that it was said.",
        "      said by   Anna Berg “said” (asserted)",
        "      date      “last year” = 2023",
        "      quantity  “About 300” = 300 (about, men)",
        "      hedges    About",
        "      rule      clause: A verb with its subject and what belongs to it is written down as one assertion.",
    ):
        assert line in first.splitlines()
    assert "      worth     0." in first
    assert second.splitlines()[:3] == [
        "[1] A view of the town",
        "    not checkable: no verb: a headline, a name or a line of a table",
        "  - A view of the town.",
    ]


def test_split_explains_the_claims_that_it_prints(article: Path) -> None:
    told = [line[4:] for line in printed(article, explain=True).splitlines() if line.startswith("  - ")]
    assert told == [claim["text"] for claim in run(article)]

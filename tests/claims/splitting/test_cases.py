"""What the splitter must make of texts, one test a case; a known failure that is fixed fails until its `?` goes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from claims.splitting import LEVELS, Attribution, Claim, DateValue, Level
from claims.splitting.quantities import Quantity
from claims.splitting.quantities import find as find_quantities

from .case_files import Case, Expected, read_cases, read_file

BEFORE_DATES = re.compile(
    r"^(?:(?:on|in|since|by|until|from|of|during|before|after|and|to|at|the)\s+)+", re.IGNORECASE
)
STANCES = {"asserted", "denied", "asked", "promised", "accused"}


def bare(line: str) -> str:
    """A line without its final full stop, which headlines and tables do not have."""
    return line.strip().removesuffix(".")


def dated(date: DateValue) -> str:
    """A date without the preposition before it, which is a matter of taste."""
    return f"{BEFORE_DATES.sub('', date.phrase)} -> {date.value}"


def as_wanted(wanted: list[Expected], welcome: list[Expected], texts: list[str]) -> list[str]:
    """What is expected, in the wordings that are there, with the welcome claims that are there."""
    lines = [bare(line) for expected in wanted for line in chosen(expected.ways, texts) if line != "-"]
    extra = {bare(line) for expected in welcome for way in expected.ways for line in way}
    return lines + [text for text in texts if text in extra and text not in lines]


def chosen(ways: tuple[tuple[str, ...], ...], texts: list[str]) -> tuple[str, ...]:
    """Of several good ways to say it the one that is there, and of two the one in more claims."""
    return max((way for way in ways if {*map(bare, way)} <= {*texts}), key=len, default=ways[0])


def check_claims(wanted: list[Expected], case: Case, level: Level) -> None:
    claims = list(case.document(level).claims)
    texts = sorted(bare(claim.text) for claim in claims)
    assert texts == sorted(as_wanted(wanted, case.welcome, texts))
    for expected in wanted:
        for claim in claims:
            if any(bare(claim.text) == bare(line) for way in expected.ways for line in way):
                for mark, value in expected.details:
                    assert detail(mark, value, claim) == value


def detail(mark: str, value: str, claim: Claim) -> str:
    """What a claim has to say to one line below it, in the words of that line."""
    if mark == "@":
        return attribution(claim.attribution, value)
    if mark == "%":
        return ", ".join(map(dated, claim.dates)) or "-"
    if mark == "^":
        return claim.quote
    if mark == "$":
        return counted(claim.quantities, value)
    if mark == "&":
        return ", ".join(claim.hedges) or "-"
    return f"{claim.kind} | {claim.disposition}" if "|" in value else claim.kind


def attribution(record: Attribution | None, value: str) -> str:
    """A record written as a line: source, cue, and of the rest only what the expected line asks for."""
    if record is None:
        return "-"
    parts = [record.source, record.cue]
    for asked in [part.strip() for part in value.split(" | ")][2:]:
        if asked in STANCES:
            parts.append(record.stance)
        elif asked in {"quoted", "paraphrased"}:
            parts.append("quoted" if record.quoted else "paraphrased")
        elif asked in {"affirmed", "negated"}:
            parts.append(record.polarity)
        else:
            parts.append(f"in {record.nested_in}" if record.nested_in else "not nested")
    return " | ".join(parts)


def check_article(case: Case) -> None:
    """The lines that stand below the article itself and speak of all its claims."""
    claims = case.document().claims
    for mark in sorted({mark for mark, _ in case.details}):
        wanted = sorted(value for one, value in case.details if one == mark and value != "-")
        if mark == "%":
            assert sorted({dated(date) for one in claims for date in one.dates}) == wanted
        elif mark == "@":
            known = {
                min(
                    (attribution(one.attribution, line) for line in wanted),
                    key=lambda line: line not in wanted,
                )
                if wanted
                else attribution(one.attribution, "")
                for one in claims
                if one.attribution is not None
            }
            assert sorted(known) == wanted
        elif mark == ":":
            assert [detail(mark, wanted[0], one) for one in claims] == wanted[:1] * max(1, len(claims))
        elif mark == "$":
            check_quantities(case.text, wanted)
        elif mark == "&":
            assert sorted({", ".join(one.hedges) for one in claims if one.hedges}) == wanted


def check_quantities(text: str, wanted: list[str]) -> None:
    found = find_quantities(text)
    assert sorted(one.phrase for one in found) == sorted(line.split(" -> ")[0] for line in wanted)
    assert [counted(found, line) for line in wanted] == wanted


def counted(found: Iterable[Quantity], value: str) -> str:
    """A quantity written as a line: its phrase, its number, and of the rest only what the expected line asks for."""
    phrase, _, rest = value.partition(" -> ")
    for quantity in found:
        if quantity.phrase == phrase:
            names = [part.split(" ", 1)[0] for part in rest.split(" | ")[1:]]
            parts = [f"{quantity.value:.12g}", *(f"{name} {getattr(quantity, name)}" for name in names)]
            return f"{phrase} -> {' | '.join(parts)}"
    return "-"


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case.name,
            marks=[pytest.mark.xfail(reason=case.failure, strict=True)] if case.failure else [],
        )
        for case in read_cases()
    ],
)
def test_split_does_what_the_case_says(case: Case) -> None:
    document = case.document()
    if case.statements:
        assert [statement.text for statement in document.statements] == case.statements
    if case.never:
        texts = [claim.text for level in LEVELS for claim in case.document(level).claims]
        assert [line for line in case.never if any(line in text for text in texts)] == []
    if case.standard:
        check_claims(case.standard, case, "standard")
    if case.fine:
        check_claims(case.fine, case, "fine")
    check_article(case)


def test_cases_are_many() -> None:
    assert len(read_cases()) >= 250


def test_cases_do_not_repeat_each_other() -> None:
    texts = [(case.text, case.dateline) for case in read_cases()]
    assert [text for text in texts if texts.count(text) > 1] == []


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("A dam broke.", "bad.txt, line 1: nothing is expected of this article"),
        ("A dam broke.\n= A dam broke.\nA man fled.", "bad.txt, line 3: the article goes on after"),
        ("A dam broke.\n  @ -", "bad.txt, line 2: an indented line belongs to the claim above it"),
        ("A dam broke.\n% 2019", "bad.txt, line 2: wants `% phrase -> value`"),
        ("?\nA dam broke.\n= -", "bad.txt, line 1: a known failure says why it fails"),
        ("date: soon\nA dam broke.\n= -", "bad.txt, line 1: Invalid isoformat string: 'soon'"),
    ],
)
def test_a_case_file_that_cannot_be_read_says_where(tmp_path: Path, lines: str, problem: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(ValueError, match=f"^{re.escape(problem)}"):
        read_file(path)

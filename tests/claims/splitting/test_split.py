import datetime
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.splitting import split

from .sentences import ARTICLES

DAY = datetime.date(2024, 3, 14)
WORDS = st.sampled_from(
    [
        *(
            "The",
            "mayor",
            "said",
            "that",
            "Anna",
            "Berg",
            "who",
            "was",
            "41",
            "in",
            "2019",
            "and",
            "is",
            "ill",
        ),
        *(
            ",",
            "lost",
            "won",
            "\n",
            "\r\n",
            ".",
            "?",
            "!",
            "“",
            "”",
            '"',
            "(",
            ")",
            "—",
            "3,500",
            "%",
            "😀",
            "é",
            "İ",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join), ARTICLES)
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def texts_of(text: str, level: str = "standard") -> list[str]:
    return [claim.text for claim in split(text, level=level).claims]  # type: ignore[arg-type]


def test_split_gives_a_claim_for_each_of_two_coordinated_verbs() -> None:
    assert texts_of("The council closed the library and sold the building.") == [
        "The council closed the library.",
        "The council sold the building.",
    ]


def test_split_distributes_a_list() -> None:
    assert texts_of("The fund supports schools, clinics and libraries.") == [
        "The fund supports schools.",
        "The fund supports clinics.",
        "The fund supports libraries.",
    ]


def test_split_tells_a_relative_clause_apart() -> None:
    assert texts_of("The bridge, which opened in 1998, carries 40,000 cars a day.") == [
        "The bridge carries 40,000 cars a day.",
        "The bridge opened in 1998.",
    ]


def test_split_tells_an_apposition_apart() -> None:
    assert texts_of("Anna Berg, the mayor of Lund, opened the bridge.") == [
        "Anna Berg opened the bridge.",
        "Anna Berg is the mayor of Lund.",
    ]


def test_split_never_splits_a_condition() -> None:
    sentence = "If the dam breaks, the village will be flooded."
    assert texts_of(sentence) == [sentence]


def test_split_attributes_what_is_argued() -> None:
    claims = split("Berlin argues that the treaty has expired.").claims
    content = next(claim for claim in claims if claim.text == "The treaty has expired.")
    assert content.attribution is not None
    assert (content.attribution.source, content.attribution.cue) == ("Berlin", "argues")


def test_split_calls_what_must_be_done_a_directive() -> None:
    claims = split("The government must protect the river.").claims
    assert [(claim.disposition, claim.checkable) for claim in claims] == [("directive", False)]


def test_split_reads_a_date_against_the_dateline() -> None:
    claims = split("Last year, the company sold 300 boats.", dateline=DAY).claims
    assert [(date.phrase, date.value) for date in claims[0].dates] == [("Last year", "2023")]


def test_split_leaves_a_relative_date_alone_without_a_dateline() -> None:
    assert split("Last year, the company sold 300 boats.").claims[0].dates == ()


@pytest.mark.parametrize(
    "text",
    [" date 2024-03-14 The dam broke.", "2024-03-14\r\nThe dam broke.", "Date: 2024-03-14\n\nThe dam broke."],
)
def test_split_takes_the_dateline_from_the_first_line(text: str) -> None:
    document = split(text)
    assert document.dateline == DAY
    assert [text[one.start : one.end] for one in document.statements] == ["The dam broke."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dam breaks\nBy Ana Sol\ndate 2024-03-14\n\nThe dam broke.", DAY),
        ("Dam breaks\n\n2024-03-14\n\nThe dam broke.", DAY),
        ("Dam breaks\n\nDate: 2024-13-14\n\nThe dam broke.", None),
        ("Dam breaks\n\n2024-03-14 was a Thursday.", None),
        (f"{'The dam broke. ' * 20}\n\n2024-03-14\n\nNobody came.", None),
        ("One.\nTwo.\nThree.\nFour.\nFive.\nSix.\n2024-03-14", None),
    ],
)
def test_split_takes_a_date_of_its_own_line_below_the_headline(
    text: str, expected: datetime.date | None
) -> None:
    document = split(text)
    assert (document.dateline, document.body, document.statements[0].start) == (expected, 0, 0)


def test_split_prefers_the_dateline_that_it_is_given() -> None:
    assert split("2020-01-01\nThe dam broke.", dateline=DAY).dateline == DAY


def test_split_reports_its_progress() -> None:
    seen: list[tuple[int, int]] = []
    text = "The dam broke.\n\nThe village was flooded."
    split(text, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 40), (16, 40), (40, 40)]


def test_split_of_nothing_is_nothing() -> None:
    assert split(" \n\n ").statements == ()


@RELAXED
@given(TEXTS)
def test_statements_are_in_order_and_apart(text: str) -> None:
    statements = split(text).statements
    assert [one.ordinal for one in statements] == list(range(len(statements)))
    assert all(one.end <= other.start for one, other in itertools.pairwise(statements))


@RELAXED
@given(TEXTS, st.sampled_from(["standard", "fine"]))
def test_every_quote_stands_at_its_offsets(text: str, level: str) -> None:
    document = split(text, level=level)  # type: ignore[arg-type]
    for claim in document.claims:
        statement = document.statements[claim.statement]
        assert text[claim.start : claim.end] == claim.quote
        assert statement.start <= claim.start < claim.end <= statement.end
        assert claim.spans[0][0] == claim.start
        assert claim.spans[-1][1] == claim.end


@RELAXED
@given(TEXTS, st.sampled_from(["standard", "fine"]))
def test_the_same_text_gives_the_same_claims(text: str, level: str) -> None:
    assert split(text, level=level) == split(text, level=level)  # type: ignore[arg-type]


@RELAXED
@given(TEXTS)
def test_every_letter_stands_in_a_statement(text: str) -> None:
    document = split(text)
    covered = "".join(one.text for one in document.statements)
    assert [mark for mark in covered if mark.isalnum()] == [
        mark for mark in text[document.body :] if mark.isalnum()
    ]
